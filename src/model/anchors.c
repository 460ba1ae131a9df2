#include <config.h>

#include "model/anchors.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/fold.h"

void
anchors_fold(const char *text, size_t nbytes, struct buf *folded,
	struct anchor_vec *anchors)
{
	size_t count = anchor_count(nbytes), first = folded->nbytes, off = 0;

	anchors->count = 0;
	if (count == 0) {
		fold_text(text, nbytes, folded);
		return;
	}
	VEC_RESERVE(anchors, count);
	/* Growing bit by bit would take half as much again for a while. */
	buf_reserve(folded, nbytes);
	for (size_t i = 0; i < count; i++) {
		size_t cut = i * ANCHOR_STRIDE;

		/* Where nothing can be cut for long, anchors coincide. */
		cut = cut <= off ? off : fold_cut(text, nbytes, cut);
		fold_text(text + off, cut - off, folded);
		off = cut;
		anchors->at[anchors->count++] = (struct anchor){
			(uint32_t)off, (uint32_t)(folded->nbytes - first) };
	}
}
