#include <config.h>

#include "prose-set.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../tools/prose.h"

#define MANUAL "/usr/share/man"
#define LOCALES "/usr/share/locale"

/* GTK, GLib, PAM and small ones: the table knows nothing of them. */
static const char *const domains[] = {
	"Linux-PAM", "at-spi2-core", "avahi", "gdk-pixbuf", "glib20",
	"gsettings-desktop-schemas", "gtk20", "gtk20-properties", "gtk30",
	"gtk30-properties", "lxterminal", "vte-2.91",
};

/* --- what is prose --- */

static bool
is_letter(char c)
{
	return (unsigned char)c >= 0x80
		|| (unsigned char)((c | 0x20) - 'a') < 26;
}

/* How many of the words of S are nothing but letters, and punctuation. */
static size_t
count_words(const char *s, size_t *plain)
{
	size_t count = 0;

	*plain = 0;
	while (*(s += strspn(s, " ")) != '\0') {
		size_t nbytes = strcspn(s, " "), i = 0, end = nbytes;

		while (i < end && strchr("\"'(", s[i]) != NULL)
			i++;
		while (end > i && strchr("\"'),.;:!?", s[end - 1]) != NULL)
			end--;
		if (i < end) {
			count++;
			while (i < end && (is_letter(s[i]) || s[i] == '\''))
				i++;
			*plain += i == end;
		}
		s += nbytes;
	}
	return count;
}

/* Names are no headline: four words must not be capitalized. */
static bool
is_headline(const char *s)
{
	unsigned count = 0;

	for (; *s != '\0'; s++)
		count += (s[1] >= 'a' || (s[1] & 0x80) != 0) && *s == ' ';
	return count >= 4;
}

/* The hash of the three words at S; 0: there are not that many. */
static uint32_t
hash_three_words(const char *s)
{
	uint32_t hash = 2166136261u;
	unsigned blanks = 0;

	for (; *s != '\0'; s++) {
		blanks += *s == ' ' && s[1] != ' ';
		if (blanks == 3)
			return hash | 1;
		hash = (hash ^ (unsigned char)*s) * 16777619u;
	}
	return 0;
}

/* What stands in English pages: a bit for each three words. */
#define ENGLISH_LOG 24

struct english {
	uint8_t bits[(1u << ENGLISH_LOG) / 8];
};

static void
learn_english(struct english *english, const char *s)
{
	while (*s != '\0') {
		uint32_t bit = hash_three_words(s) >> (32 - ENGLISH_LOG);

		english->bits[bit / 8] |= (uint8_t)(1 << bit % 8);
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
}

/* Words that a text in another language has by chance only. */
static bool
has_english_words(const char *s)
{
	static const char *const words[] = {
		" the ", " and ", " with ", " this ", " which ", " from ",
		" that ", " are ", " been ", " not ", " by ", " be ", " or ",
		" if ", " you ", " it ", " of ", "Error ", " but ",
	};
	unsigned count = 0;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		count += strstr(s, words[i]) != NULL;
	return count >= 2;
}

/* Whether a translator left S, or much of it, as it was. */
static bool
is_english(const struct english *english, const char *s)
{
	unsigned known = 0, all = 0;

	if (english != NULL && has_english_words(s))
		return true;
	while (english != NULL && *s != '\0') {
		uint32_t hash = hash_three_words(s);
		uint32_t bit = hash >> (32 - ENGLISH_LOG);

		all += hash != 0;
		known += hash != 0
			&& (english->bits[bit / 8] >> bit % 8 & 1) != 0;
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
	return known * 4 > all;
}

/* Of a letter that is made of two; such lines are passed over. */
#define BROKEN '\1'

#define LINES_NBYTES_MAX 100000u	/* is enough */

/*
 * Adds S to the lines if it has so many words, at most one in ODD_MIN of them
 * something else, and is not there.
 */
static void
add_line(struct buf *out, const char *s, size_t words_min, size_t words_max,
	size_t odd_min)
{
	size_t plain, words = count_words(s, &plain);

	if (words < words_min || words > words_max
		|| (words - plain) * odd_min > words
		|| out->nbytes > LINES_NBYTES_MAX
		|| strchr(s, BROKEN) != NULL || strstr(out->at, s) != NULL)
		return;
	buf_add_string(out, s);
	buf_add_byte(out, '\n');
}

/* --- manual pages --- */

/* How many bytes the escape at S, after its backslash, is; what it means. */
static size_t
read_escape(const char *s, char *meaning)
{
	const char *close;

	*meaning = '\0';
	switch (*s) {
	case '\0':
		return 0;
	case '-': case '\'': case '.': case '`':
		*meaning = *s;
		return 1;
	case ' ': case '~':
		*meaning = ' ';
		return 1;
	case '(':
		*meaning = strncmp(s, "(aq", 3) == 0 ? '\'' : BROKEN;
		return strlen(s) < 3 ? strlen(s) : 3;
	case '[':
		*meaning = BROKEN;
		close = strchr(s, ']');
		return close == NULL ? 1 : (size_t)(close - s) + 1;
	case 'f': case '*':
		if (s[1] == '(' || s[1] == '[')
			close = s + 1 + read_escape(s + 1, meaning);
		else
			close = s + (s[1] == '\0' ? 1 : 2);
		*meaning = *s == 'f' ? '\0' : BROKEN;
		return (size_t)(close - s);
	default:
		return 1;
	}
}

static void
add_roff(struct buf *out, const char *s)
{
	while (*s != '\0') {
		char meaning = *s++;

		if (meaning == '\\')
			s += read_escape(s, &meaning);
		if (meaning != '\0')
			buf_add_byte(out, meaning);
	}
	buf_add_byte(out, ' ');
}

/* What a page is read with. */
struct page {
	struct prose_set *set;		/* NULL: only learn English */
	struct english *english;	/* NULL: they are English pages */
	struct buf text;		/* of the paragraph */
	bool is_filled;
};

static void
end_paragraph(struct page *page)
{
	char *text = page->text.at;

	if (page->set == NULL)
		learn_english(page->english, text);
	else if (!is_english(page->english, text)) {
		char *stop = strstr(text, ". ");

		add_line(&page->set->paragraphs, text, 20, 60, 5);
		if (stop != NULL) {
			stop[1] = '\0';
			if (is_headline(text))
				add_line(&page->set->headlines, text,
					4, 12, 13);
		}
	}
	buf_reset(&page->text);
}

static bool
is_request(const char *line, const char *names)
{
	size_t nbytes = strcspn(line + 1, " ");
	const char *at = nbytes == 0 ? NULL : names;

	while (at != NULL) {
		if (strncmp(at, line + 1, nbytes) == 0 && at[nbytes] == ' ')
			return true;
		at = strchr(at, ' ');
		at = at == NULL || at[1] == '\0' ? NULL : at + 1;
	}
	return false;
}

static void
read_request(struct page *page, char *line)
{
	if (is_request(line, "TH "))
		page->is_filled = true;
	if (is_request(line, "B I BR RB IR RI BI IB ")) {
		char *text = line + strcspn(line, " ");

		for (char *c = text; *c != '\0'; c++)
			if (*c == '"')
				*c = ' ';
		add_roff(&page->text, text);
		return;
	}
	end_paragraph(page);
	if (is_request(line, "nf EX "))
		page->is_filled = false;
	else if (is_request(line, "fi EE "))
		page->is_filled = true;
}

static void
read_pages(struct page *page, FILE *stream)
{
	static char line[1 << 16];

	while (fgets(line, sizeof(line), stream) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, ".\\\"", 3) == 0
			|| strncmp(line, "'\\\"", 3) == 0)
			continue;
		if (line[0] == '.')
			read_request(page, line);
		else if (line[0] == '\0')
			end_paragraph(page);
		else if (page->is_filled)
			add_roff(&page->text, line);
	}
	end_paragraph(page);
}

static int
is_section(const struct dirent *entry)
{
	return strncmp(entry->d_name, "man", 3) == 0;
}

static int
is_page(const struct dirent *entry)
{
	return entry->d_name[0] != '.'
		&& strpbrk(entry->d_name, "'\\ ") == NULL;
}

/* Reads the pages of PATH with these names, as far as they are there. */
static void
read_files(struct page *page, const char *path, struct dirent **files,
	int count)
{
	struct buf command = BUF_INIT;
	FILE *stream;

	buf_add_format(&command, "cd %s && gzip -dcf", path);
	for (int i = 0; i < count; i++)
		buf_add_format(&command, " '%s'", files[i]->d_name);
	buf_add_string(&command, " 2>/dev/null");
	stream = popen(command.at, "r");
	if (stream != NULL) {
		read_pages(page, stream);
		pclose(stream);
	}
	buf_release(&command);
}

/* So many pages of a section are enough. */
#define PAGES_MAX 300

/* The English pages of the same names come first. */
static void
read_section(struct page *page, const char *folder, const char *section)
{
	struct page original = { .english = page->english, .text = BUF_INIT,
		.is_filled = true };
	struct dirent **files = NULL;
	struct buf path = BUF_INIT;
	int count, used;

	buf_add_format(&path, MANUAL "/%s/%s", folder, section);
	count = scandir(path.at, &files, is_page, alphasort);
	used = count < PAGES_MAX ? count : PAGES_MAX;
	if (page->english != NULL && used > 0) {
		buf_release(&path);
		buf_add_format(&path, MANUAL "/%s", section);
		read_files(&original, path.at, files, used);
		buf_release(&path);
		buf_add_format(&path, MANUAL "/%s/%s", folder, section);
	}
	if (used > 0)
		read_files(page, path.at, files, used);
	for (int i = 0; i < count; i++)
		free(files[i]);
	free(files);
	buf_release(&path);
	buf_release(&original.text);
}

void
prose_add_manual(struct prose_set *set, const char *folder)
{
	struct page page = { .set = set, .text = BUF_INIT,
		.is_filled = true };
	struct dirent **sections = NULL;
	struct buf path = BUF_INIT;
	int count;

	if (*folder != '\0')
		page.english = calloc(1, sizeof(*page.english));
	buf_add_format(&path, MANUAL "/%s", folder);
	count = scandir(path.at, &sections, is_section, alphasort);
	for (int i = 0; i < count; i++) {
		read_section(&page, folder, sections[i]->d_name);
		free(sections[i]);
	}
	free(sections);
	free(page.english);
	buf_release(&path);
	buf_release(&page.text);
}

/* --- message catalogues --- */

/* Puts messages of three words or more together until there are twenty. */
static void
put_together(struct prose_set *set, char *messages)
{
	struct buf text = BUF_INIT;
	char *next;

	for (char *line = messages; *line != '\0'; line = next) {
		size_t plain, words;

		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		words = count_words(line, &plain);
		if (words < 3 || plain * 10 < words * 8
			|| has_english_words(line))
			continue;
		if (is_headline(line))
			add_line(&set->headlines, line, 4, 12, 13);
		buf_add_string(&text, line);
		buf_add_string(&text, " ");
		if (count_words(text.at, &plain) >= 20) {
			add_line(&set->paragraphs, text.at, 20, 60, 5);
			buf_reset(&text);
		}
	}
	buf_release(&text);
}

void
prose_add_messages(struct prose_set *set, const char *folder)
{
	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++) {
		struct buf path = BUF_INIT, messages = BUF_INIT;

		buf_add_format(&path, LOCALES "/%s/LC_MESSAGES/%s.mo", folder,
			domains[i]);
		if (prose_add_catalogue(&messages, path.at,
				PROSE_TRANSLATION))
			put_together(set, messages.at);
		buf_release(&messages);
		buf_release(&path);
	}
}

void
prose_set_release(struct prose_set *set)
{
	buf_release(&set->paragraphs);
	buf_release(&set->headlines);
}
