#include <config.h>

#include "ui/languages.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "text/language.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "ui/sheet.h"

#define PARTS_MAX 1000u

static void
count_parts(unsigned counts[LANGUAGE_COUNT], const struct article *article,
	const struct part_vec *parts)
{
	for (size_t i = 0; i < parts->count && i < PARTS_MAX; i++) {
		const struct part *part = &parts->at[i];

		if (part->role == PART_LEAD || part->role == PART_BODY)
			counts[language_of_part(article->text
				+ part->span.start, span_nbytes(part->span),
				article->language)]++;
	}
}

void
languages_add(struct sheet *sheet, const struct article *article,
	const struct anatomy *anatomy)
{
	unsigned counts[LANGUAGE_COUNT] = { 0 };
	struct buf text = BUF_INIT;
	bool has_others = false;

	count_parts(counts, article, &anatomy->parts);
	if (article->language != LANGUAGE_UNKNOWN)
		buf_add_string(&text, language_tag(article->language));
	for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++) {
		if (counts[i] == 0 || i == (int)article->language)
			continue;
		has_others = true;
		if (text.nbytes > 0)
			buf_add_string(&text, ", ");
		/* TRANSLATORS: %s is the tag of a language, like "vi". */
		buf_add_format(&text, ngettext("%s (%u paragraph)",
			"%s (%u paragraphs)", counts[i]),
			language_tag((enum language)i), counts[i]);
	}
	/* TRANSLATORS: this and the next term have at most 17 columns. */
	if (text.nbytes > 0)
		sheet_add_row(sheet, has_others ? _("Languages")
			: _("Language"), text.at, text.nbytes);
	buf_release(&text);
}
