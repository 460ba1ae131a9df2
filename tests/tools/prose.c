#include <config.h>

#include "prose.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

static bool
read_file(struct buf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t nbytes;

	if (file == NULL)
		return false;
	while ((nbytes = fread(bytes, 1, sizeof(bytes), file)) > 0)
		buf_add(out, bytes, nbytes);
	fclose(file);
	return true;
}

/* The length of the conversion of printf at S, which begins with %. */
static size_t
conversion_nbytes(const char *s)
{
	size_t nbytes = 1 + strspn(s + 1, "-+ #0123456789.*$'hlLqjzt<>PRIu");

	return (unsigned char)((s[nbytes] | 0x20) - 'a') < 26 ? nbytes + 1 : 1;
}

/* Of what is no letter only what stands between words in prose is kept. */
static void
add_message(struct buf *out, const char *s)
{
	while (*s != '\0') {
		const char *close = *s == '<' ? strchr(s, '>') : NULL;

		if (close != NULL) {
			s = close + 1;
			buf_add_byte(out, ' ');
		} else if (*s == '%') {
			s += conversion_nbytes(s);
		} else if (*s == '&' || *s == '_') {
			s++;
		} else {
			buf_add_byte(out, *s == '\n' || *s == '\t' ? ' ' : *s);
			s++;
		}
	}
	buf_add_byte(out, '\n');
}

static uint32_t
number_at(const struct buf *bytes, size_t off)
{
	uint32_t number = 0;

	if (off + sizeof(number) <= bytes->nbytes)
		memcpy(&number, bytes->at + off, sizeof(number));
	return number;
}

static bool
is_utf8(const char *s)
{
	return utf8_valid_prefix(s, strlen(s)) == strlen(s);
}

bool
prose_add_catalogue(struct buf *out, const char *path, enum prose_side side)
{
	struct buf bytes = BUF_INIT;
	uint32_t count, ids, translations;
	bool is_read = read_file(&bytes, path);

	/* GNU gettext's format, of a machine like this one. */
	if (!is_read || number_at(&bytes, 0) != 0x950412DE)
		goto out;
	count = number_at(&bytes, 8);
	ids = number_at(&bytes, 12);
	translations = number_at(&bytes, 16);
	for (size_t i = 1; i < count; i++) {
		size_t id = number_at(&bytes, ids + 8 * i + 4);
		size_t text = number_at(&bytes, translations + 8 * i + 4);

		if (id < bytes.nbytes && text < bytes.nbytes
			&& strcmp(bytes.at + id, bytes.at + text) != 0
			&& is_utf8(bytes.at + text))
			add_message(out, bytes.at
				+ (side == PROSE_ORIGINAL ? id : text));
	}
out:
	buf_release(&bytes);
	return is_read;
}

bool
prose_add_html(struct buf *out, const char *path)
{
	struct buf bytes = BUF_INIT;
	bool is_read = read_file(&bytes, path);

	for (char *at = bytes.at; is_read
		&& (at = strstr(at, "<p>")) != NULL;) {
		char *end = strstr(at, "</p>");

		if (end == NULL)
			break;
		*end = '\0';
		add_message(out, at);
		at = end + 1;
	}
	buf_release(&bytes);
	return is_read;
}
