#include <config.h>

#include "width-rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/range.h"

#include "../conformance/ucd.h"

/* The properties that a width follows from. */
enum {
	IS_OLD = 0x01,		/* is in WIDTH_UNICODE */
	IS_CHARACTER = 0x02,	/* neither control nor surrogate */
	IS_MARK = 0x04,		/* Mn, Me */
	IS_FORMAT = 0x08,	/* Cf */
	IS_WIDE = 0x10,
	IS_AMBIGUOUS = 0x20,
};

/* Never sent although they are no format characters, which never are ... */
static const struct char_range unsent[] = {
	{ 0x2028, 0x2029 },	/* separators */
	{ 0xFE00, 0xFE0F },	/* variation selectors: some terminals widen */
	{ 0xE0100, 0xE01EF },
};

/* ... but for these, which enclose numbers or stand before them. */
static const struct char_range visible[] = {
	{ 0x0600, 0x0605 }, { 0x06DD, 0x06DD }, { 0x070F, 0x070F },
	{ 0x0890, 0x0891 }, { 0x08E2, 0x08E2 }, { 0x110BD, 0x110BD },
	{ 0x110CD, 0x110CD },
};

/* Vowels and finals of Korean syllables, on a leading consonant. */
static const struct char_range jamo[] = {
	{ 0x1160, 0x11FF }, { 0xD7B0, 0xD7C6 }, { 0xD7CB, 0xD7FB },
};

/* Wide in the C library, if not by UAX #11. */
static const struct char_range wide[] = {
	{ 0x3248, 0x324F }, { 0x4DC0, 0x4DFF },
};

static enum width_class
class_of(uint32_t cp, unsigned properties)
{
	if (!(properties & IS_OLD) || !(properties & IS_CHARACTER))
		return WIDTH_UNKNOWN;
	if (RANGES_HAVE(unsent, cp) || ((properties & IS_FORMAT)
			&& !RANGES_HAVE(visible, cp)))
		return WIDTH_UNSENT;
	if ((properties & IS_MARK) || RANGES_HAVE(jamo, cp))
		return WIDTH_MARK;
	if ((properties & IS_WIDE) || RANGES_HAVE(wide, cp))
		return WIDTH_TWO;
	return properties & IS_AMBIGUOUS ? WIDTH_AMBIGUOUS : WIDTH_ONE;
}

static void
set(uint8_t *properties, unsigned long first, unsigned long last,
	unsigned property)
{
	for (; first <= last && first < WIDTH_CPS; first++)
		properties[first] |= (uint8_t)property;
}

/* What the value of a property means for us; 0: nothing. */
static unsigned
age_property(const char *age)
{
	return atoi(age) <= WIDTH_UNICODE ? IS_OLD : 0;
}

static unsigned
width_property(const char *width)
{
	switch (width[0]) {
	case 'W':
	case 'F':
		return IS_WIDE;
	case 'A':
		return IS_AMBIGUOUS;
	default:
		return 0;
	}
}

/* Lines of "FIRST..LAST ; VALUE # comment". */
static bool
read_ranges(const char *name, unsigned (*property_of)(const char *),
	uint8_t *properties)
{
	FILE *file = ucd_open(name);
	char line[UCD_LINE_MAX];

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL) {
		char *value = strchr(line, ';'), *at;
		unsigned long first = strtoul(line, &at, 16), last = first;

		if (at == line || value == NULL)
			continue;
		if (at[0] == '.' && at[1] == '.')
			last = strtoul(at + 2, NULL, 16);
		value += 1 + strspn(value + 1, " ");
		set(properties, first, last, property_of(value));
	}
	fclose(file);
	return true;
}

static unsigned
category_property(const char *category)
{
	if (strncmp(category, "Cc", 2) == 0 || strncmp(category, "Cs", 2) == 0)
		return 0;
	if (strncmp(category, "Mn", 2) == 0 || strncmp(category, "Me", 2) == 0)
		return IS_CHARACTER | IS_MARK;
	return strncmp(category, "Cf", 2) == 0 ? IS_CHARACTER | IS_FORMAT
		: IS_CHARACTER;
}

/* Lines of "CP;NAME;CATEGORY;...", large ranges by their first and last. */
static bool
read_categories(uint8_t *properties)
{
	FILE *file = ucd_open("UnicodeData.txt");
	char line[UCD_LINE_MAX];
	unsigned long first = 0;

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL) {
		char *name;
		unsigned long last = strtoul(line, &name, 16);
		char *category = *name == ';' ? strchr(name + 1, ';') : NULL;

		if (category == NULL)
			continue;
		*category++ = '\0';
		if (strstr(name, ", Last>") == NULL)
			first = last;
		set(properties, first, last, category_property(category));
	}
	fclose(file);
	return true;
}

bool
width_read_classes(uint8_t *classes)
{
	memset(classes, 0, WIDTH_CPS);
	if (!read_categories(classes)
			|| !read_ranges("EastAsianWidth.txt", width_property,
				classes)
			|| !read_ranges("DerivedAge.txt", age_property,
				classes))
		return false;
	for (uint32_t cp = 0; cp < WIDTH_CPS; cp++)
		classes[cp] = (uint8_t)class_of(cp, classes[cp]);
	return true;
}
