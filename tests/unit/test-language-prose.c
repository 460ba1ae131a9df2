/*
 * Languages told, on text that the tables were not made of: manual pages of
 * the packages manpages-cs, -da, -de, -el, -es, -fi, -fr, -hu, -id, -it, -nb,
 * -nl, -pl, -pt-br, -ro, -ru, -sv, -tr, -uk, -vi (and of whatever else has
 * translated ones here), message catalogues of libgtk2.0-common,
 * libgtk-3-common, libglib2.0-data, libpam-runtime and a few more. What is
 * not installed is left out. Prints what was taken for what: first the
 * paragraphs of a language, then its headlines.
 */

#include <config.h>

#include "text/language.h"

#include <stdlib.h>

#include "prose-set.h"

#include "../check.h"

/* Of one language; spread over all that there is. */
#define TAKEN_MAX 50u

static const struct source {
	enum language language;
	const char *manual, *messages;		/* folders; NULL: none */
} sources[] = {
	{ LANGUAGE_VI, "vi", NULL }, { LANGUAGE_EN, "", NULL },
	{ LANGUAGE_FR, "fr", NULL }, { LANGUAGE_DE, "de", NULL },
	{ LANGUAGE_ES, "es", NULL }, { LANGUAGE_IT, "it", NULL },
	{ LANGUAGE_PT, "pt_BR", NULL }, { LANGUAGE_NL, "nl", NULL },
	{ LANGUAGE_PL, "pl", NULL }, { LANGUAGE_RU, "ru", NULL },
	{ LANGUAGE_UK, "uk", NULL }, { LANGUAGE_ID, "id", NULL },
	{ LANGUAGE_TR, "tr", NULL }, { LANGUAGE_SV, "sv", NULL },
	{ LANGUAGE_DA, "da", NULL }, { LANGUAGE_NB, "nb", NULL },
	{ LANGUAGE_RO, "ro", NULL }, { LANGUAGE_CS, "cs", NULL },
	{ LANGUAGE_HU, "hu", NULL }, { LANGUAGE_FI, "fi", NULL },
	{ LANGUAGE_EL, "el", NULL },
	{ LANGUAGE_AR, NULL, "ar" }, { LANGUAGE_FA, NULL, "fa" },
	{ LANGUAGE_UR, NULL, "ur" }, { LANGUAGE_HE, NULL, "he" },
	{ LANGUAGE_HI, NULL, "hi" }, { LANGUAGE_MS, NULL, "ms" },
	{ LANGUAGE_KO, NULL, "ko" }, { LANGUAGE_PS, NULL, "ps" },
	{ LANGUAGE_UG, NULL, "ug" }, { LANGUAGE_CKB, NULL, "ckb" },
	{ LANGUAGE_KU, NULL, "ku" }, { LANGUAGE_SK, NULL, "sk" },
	{ LANGUAGE_HR, NULL, "hr" }, { LANGUAGE_SL, NULL, "sl" },
	{ LANGUAGE_CA, NULL, "ca" }, { LANGUAGE_BG, NULL, "bg" },
	{ LANGUAGE_SR, NULL, "sr" }, { LANGUAGE_MK, NULL, "mk" },
	{ LANGUAGE_BE, NULL, "be" }, { LANGUAGE_KK, NULL, "kk" },
	{ LANGUAGE_ET, NULL, "et" }, { LANGUAGE_LV, NULL, "lv" },
	{ LANGUAGE_LT, NULL, "lt" }, { LANGUAGE_EU, NULL, "eu" },
	{ LANGUAGE_SQ, NULL, "sq" },
};

struct result {
	unsigned languages, all, right;
};

static size_t
count_lines(const struct buf *lines)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->nbytes; i++)
		count += lines->at[i] == '\n';
	return count;
}

static const char *
tag_of(enum language language)
{
	return language == LANGUAGE_UNKNOWN ? "?" : language_tag(language);
}

static void
report(enum language language, const unsigned *taken, unsigned count)
{
	printf("#   %-3s %u of %u", tag_of(language), taken[language], count);
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (i != (int)language && taken[i] > 0)
			printf(", %s %u", tag_of((enum language)i), taken[i]);
	printf("\n");
}

/* Takes TAKEN_MAX of the lines, evenly spread. */
static void
tell_lines(const struct buf *lines, enum language language,
	struct result *result)
{
	unsigned taken[LANGUAGE_COUNT] = { 0 }, count = 0;
	size_t all = count_lines(lines), number = 0, next = 0;

	for (const char *s = lines->at; *s != '\0' && count < TAKEN_MAX;
		number++) {
		size_t nbytes = strcspn(s, "\n");
		enum language got;

		if (number == next) {
			got = language_of(s, nbytes);
			taken[got]++;
			count++;
			next = all <= TAKEN_MAX ? number + 1
				: count * all / TAKEN_MAX;
			if (got != language && getenv("PROSE_SHOW") != NULL)
				printf("# %s as %s: %.*s\n",
					tag_of(language), tag_of(got),
					(int)nbytes, s);
		}
		s += nbytes + 1;
	}
	if (count == 0)
		return;
	report(language, taken, count);
	result->languages++;
	result->all += count;
	result->right += taken[language];
}

int
main(void)
{
	struct result paragraphs = { 0 }, headlines = { 0 };

	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		const struct source *source = &sources[i];
		struct prose_set set = { BUF_INIT, BUF_INIT };

		if (source->manual != NULL)
			prose_add_manual(&set, source->manual);
		if (source->messages != NULL)
			prose_add_messages(&set, source->messages);
		tell_lines(&set.paragraphs, source->language, &paragraphs);
		tell_lines(&set.headlines, source->language, &headlines);
		prose_set_release(&set);
	}
	printf("# %u of %u paragraphs in %u languages\n", paragraphs.right,
		paragraphs.all, paragraphs.languages);
	printf("# %u of %u headlines in %u languages\n", headlines.right,
		headlines.all, headlines.languages);
	if (paragraphs.languages < 12)
		return check_skip_all("fewer than 12 languages are installed");
	check_case("99 of 100 paragraphs of 20 to 60 words");
	CHECK(paragraphs.right * 100 >= paragraphs.all * 99);
	check_case("95 of 100 headlines of 4 to 12 words");
	CHECK(headlines.right * 100 >= headlines.all * 95);
	return check_done();
}
