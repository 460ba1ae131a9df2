#include <config.h>

#include "ui/copies.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/vec.h"
#include "text/clean.h"
#include "model/alike.h"
#include "model/archive.h"
#include "model/duplicates.h"
#include "ui/sheet.h"

/* More are only counted; each takes a while. */
#define COPIES_SHOWN_MAX 100

static bool
is_copy(const struct archive *archive, uint32_t copy, uint32_t number)
{
	return copy != number && !archive_is_retired(archive, copy);
}

static void
add_heading(struct sheet *sheet, uint32_t exact, uint32_t near)
{
	struct buf heading = BUF_INIT;

	/* TRANSLATORS: how many copies of this article are in the archive. */
	buf_add_format(&heading, _("Copies (exact: %u, near: %u)"), exact,
		near);
	sheet_add_heading(sheet, heading.at);
	buf_release(&heading);
}

/* "87%" and where the copy is. */
static void
add_copy(struct sheet *sheet, const struct article *copy, unsigned percent)
{
	struct buf term = BUF_INIT, path = BUF_INIT;

	if (percent == 100)
		buf_add_string(&term, _("exact"));
	else
		/* TRANSLATORS: how much of two articles is the same. */
		buf_add_format(&term, _("%u%%"), percent);
	clean_name(copy->path, strlen(copy->path), &path);
	sheet_add_row(sheet, term.at, path.at, path.nbytes);
	buf_release(&path);
	buf_release(&term);
}

static unsigned
percent_of(struct alike *alike, struct alike_text *text,
	const struct article *copy)
{
	struct alike_text other = { 0 };
	unsigned percent;

	alike_read(&other, copy);
	percent = alike_compare(alike, text, &other);
	VEC_RELEASE(&other);
	/* What is exact is told by the fingerprint. */
	return percent < 100 ? percent : 99;
}

void
copies_add(struct sheet *sheet, const struct archive *archive,
	const struct duplicates *duplicates, uint32_t number)
{
	struct article article = archive_article(archive, number);
	uint32_t first = duplicates_first(duplicates, number);
	uint32_t exact = 0, near = 0, shown = 0;
	struct alike *alike = alike_new();
	struct alike_text text = { 0 };

	for (uint32_t i = first; i != DUPLICATES_NONE;
		i = duplicates_next(duplicates, i)) {
		bool is_exact = archive_article(archive, i).fingerprint
			== article.fingerprint;

		exact += is_copy(archive, i, number) && is_exact;
		near += is_copy(archive, i, number) && !is_exact;
	}
	if (exact + near > 0)
		add_heading(sheet, exact, near);
	alike_read(&text, &article);
	for (uint32_t i = first; i != DUPLICATES_NONE
		&& shown < COPIES_SHOWN_MAX;
		i = duplicates_next(duplicates, i)) {
		struct article copy = archive_article(archive, i);

		if (!is_copy(archive, i, number))
			continue;
		shown++;
		add_copy(sheet, &copy, copy.fingerprint == article.fingerprint
			? 100 : percent_of(alike, &text, &copy));
	}
	VEC_RELEASE(&text);
	alike_free(alike);
}
