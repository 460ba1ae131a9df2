#ifndef BASE_SPAN_H
#define BASE_SPAN_H

/*
 * A span is a range of bytes, half-open, in some text that the context
 * names (nearly always the text of one article as the model holds it).
 * start == end means "none".
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	uint32_t start;		/* first byte */
	uint32_t end;		/* one past the last byte */
};

/* Growable array of spans; see base/vec.h. Zero is the empty one. */
struct span_vec {
	struct span *at;
	size_t count, capacity;
};

static inline uint32_t
span_nbytes(struct span span)
{
	return span.end - span.start;
}

static inline bool
span_is_empty(struct span span)
{
	return span.start == span.end;
}

static inline bool
span_overlaps(struct span a, struct span b)
{
	return a.start < b.end && b.start < a.end;
}

#endif
