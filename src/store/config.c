#include <config.h>

#include "store/config.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"

#define CONFIG_NBYTES_MAX ((size_t)1 << 20)

#define BOM "\xEF\xBB\xBF"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* Cuts the blanks off both ends of the string S. */
static char *
trimmed(char *s)
{
	size_t len;

	while (is_blank(*s))
		s++;
	len = strlen(s);
	while (len > 0 && is_blank(s[len - 1]))
		len--;
	s[len] = '\0';
	return s;
}

/* A # inside a word, as in a colour, is no comment. */
static void
cut_comment(char *line)
{
	for (char *at = line; *at != '\0'; at++) {
		if (*at == '#' && (at == line || is_blank(at[-1]))) {
			*at = '\0';
			return;
		}
	}
}

/* What is wrong with a line; ERR_NONE: nothing. */
static enum err_code
read_line(char *line, size_t nbytes, config_entry *entry, void *context)
{
	char *equals;

	if (strlen(line) != nbytes)
		return ERR_CONFIG_FORM;
	cut_comment(line);
	line = trimmed(line);
	if (*line == '\0')
		return ERR_NONE;
	equals = strchr(line, '=');
	if (equals == NULL || equals == line)
		return ERR_CONFIG_FORM;
	*equals = '\0';
	return entry(context, trimmed(line), trimmed(equals + 1)) == 0
		? ERR_NONE : ERR_CONFIG;
}

/* The number of the first bad line, and what is wrong with it; 0: none. */
static unsigned
read_lines(struct buf *content, config_entry *entry, void *context,
	enum err_code *wrong)
{
	char *line = content->at;
	char *end = content->at + content->nbytes;
	unsigned number = 0, first_bad = 0;

	if (strncmp(line, BOM, strlen(BOM)) == 0)
		line += strlen(BOM);
	while (line < end) {
		char *line_end = memchr(line, '\n', (size_t)(end - line));
		enum err_code code;

		if (line_end == NULL)
			line_end = end;
		*line_end = '\0';
		number++;
		code = read_line(line, (size_t)(line_end - line), entry,
			context);
		if (code != ERR_NONE && first_bad == 0) {
			first_bad = number;
			*wrong = code;
		}
		line = line_end + 1;
	}
	return first_bad;
}

static void
set_line_err(struct err *err, enum err_code code, const char *path,
	unsigned number)
{
	struct buf what = BUF_INIT;

	buf_add_format(&what, "%s:%u", path, number);
	err_set(err, code, 0, what.at);
	buf_release(&what);
}

int
config_read(const char *path, config_entry *entry, void *context,
	struct err *err)
{
	struct buf content = BUF_INIT;
	int result = file_read(path, CONFIG_NBYTES_MAX, &content, err);
	enum err_code wrong = ERR_NONE;
	unsigned bad = 0;

	if (result == 0)
		bad = read_lines(&content, entry, context, &wrong);
	if (bad > 0) {
		set_line_err(err, wrong, path, bad);
		result = -1;
	}
	/* No config file is an empty one. */
	if (result != 0 && err->code == ERR_OPEN
		&& (err->sys == ENOENT || err->sys == ENOTDIR)) {
		err_release(err);
		result = 0;
	}
	buf_release(&content);
	return result;
}
