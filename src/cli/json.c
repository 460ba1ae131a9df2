#include <config.h>

#include "cli/json.h"

#include <string.h>

#include "base/buf.h"

void
json_init(struct json *json, struct buf *out)
{
	json->out = out;
	json->needs_comma = false;
}

static void
add_quoted(struct buf *out, const char *s, size_t nbytes)
{
	size_t plain = 0;

	buf_add_byte(out, '"');
	for (size_t i = 0; i < nbytes; i++) {
		unsigned char byte = (unsigned char)s[i];

		if (byte >= 0x20 && byte != '"' && byte != '\\')
			continue;
		buf_add(out, s + plain, i - plain);
		plain = i + 1;
		if (byte == '\n')
			buf_add_string(out, "\\n");
		else if (byte == '\t')
			buf_add_string(out, "\\t");
		else if (byte < 0x20)
			buf_add_format(out, "\\u%04x", byte);
		else
			buf_add_format(out, "\\%c", byte);
	}
	buf_add(out, s + plain, nbytes - plain);
	buf_add_byte(out, '"');
}

static void
begin_value(struct json *json, const char *name)
{
	if (json->needs_comma)
		buf_add_byte(json->out, ',');
	json->needs_comma = true;
	if (name != NULL) {
		add_quoted(json->out, name, strlen(name));
		buf_add_byte(json->out, ':');
	}
}

void
json_open(struct json *json, const char *name, char opening)
{
	begin_value(json, name);
	buf_add_byte(json->out, opening);
	json->needs_comma = false;
}

void
json_close(struct json *json, char closing)
{
	buf_add_byte(json->out, closing);
	json->needs_comma = true;
}

void
json_string(struct json *json, const char *name, const char *s, size_t nbytes)
{
	begin_value(json, name);
	if (s == NULL)
		buf_add_string(json->out, "null");
	else
		add_quoted(json->out, s, nbytes);
}

void
json_number(struct json *json, const char *name, uint64_t number)
{
	begin_value(json, name);
	buf_add_format(json->out, "%llu", (unsigned long long)number);
}

void
json_hundredths(struct json *json, const char *name, unsigned number)
{
	begin_value(json, name);
	buf_add_format(json->out, "%u", number / 100);
	if (number % 100 != 0)
		buf_add_format(json->out, number % 10 == 0 ? ".%u" : ".%02u",
			number % 10 == 0 ? number % 100 / 10 : number % 100);
}
