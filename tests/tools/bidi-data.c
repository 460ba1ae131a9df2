#include <config.h>

#include "bidi-data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/bidi_class.h"
#include "../conformance/ucd.h"

#define NFIELDS 6

/* Short and long names; the classes of brackets have none. */
#define NAME(class, name) [BIDI_CLASS_##class] = { #class, name }
static const char *const class_names[BIDI_CLASS_COUNT][2] = {
	NAME(L, "Left_To_Right"), NAME(R, "Right_To_Left"),
	NAME(AL, "Arabic_Letter"), NAME(EN, ""), NAME(ES, ""),
	NAME(ET, "European_Terminator"), NAME(AN, ""), NAME(CS, ""),
	NAME(NSM, ""), NAME(BN, ""), NAME(B, ""), NAME(S, ""), NAME(WS, ""),
	NAME(ON, ""), NAME(LRE, ""), NAME(RLE, ""), NAME(LRO, ""),
	NAME(RLO, ""), NAME(PDF, ""), NAME(LRI, ""), NAME(RLI, ""),
	NAME(FSI, ""), NAME(PDI, ""),
};

static const char *const form_names[FORM_COUNT] = {
	[FORM_ISOLATED] = "<isolated>", [FORM_FINAL] = "<final>",
	[FORM_INITIAL] = "<initial>", [FORM_MEDIAL] = "<medial>",
};

/* The order of enum bidi_joining. */
static const char joining_names[] = "URLDCT";

/* Splits LINE at its semicolons, blanks around the fields and comment off. */
static int
split(char *line, char *fields[NFIELDS])
{
	int count = 0;

	line[strcspn(line, "#\n")] = '\0';
	while (line != NULL && count < NFIELDS) {
		char *field = strsep(&line, ";");
		size_t nbytes;

		field += strspn(field, " \t");
		nbytes = strlen(field);
		while (nbytes > 0 && field[nbytes - 1] == ' ')
			field[--nbytes] = '\0';
		fields[count++] = field;
	}
	return count;
}

static void
set_range(uint8_t *values, const char *range, int value)
{
	char *rest;
	unsigned long first = strtoul(range, &rest, 16);
	unsigned long last = strncmp(rest, "..", 2) == 0
		? strtoul(rest + 2, NULL, 16) : first;

	for (unsigned long cp = first; cp <= last && cp < BIDI_DATA_CPS; cp++)
		values[cp] = (uint8_t)value;
}

static void
read_class(struct bidi_data *data, char *fields[NFIELDS])
{
	for (size_t i = 0; i < BIDI_CLASS_COUNT; i++) {
		if (class_names[i][0] == NULL)
			continue;
		if (strcmp(fields[1], class_names[i][0]) == 0
				|| strcmp(fields[1], class_names[i][1]) == 0)
			set_range(data->classes, fields[0], (int)i);
	}
}

static void
read_joining(struct bidi_data *data, char *fields[NFIELDS])
{
	const char *name = strchr(joining_names, fields[1][0]);

	if (name != NULL)
		set_range(data->joinings, fields[0],
			(int)(name - joining_names));
}

/*
 * The angle brackets of U+2329 and U+3008 are canonically equivalent (BD16).
 */
static uint32_t
canonical_bracket(uint32_t cp)
{
	return cp == 0x2329 ? 0x3008 : cp;
}

/* After the classes. */
static void
read_bracket(struct bidi_data *data, char *fields[NFIELDS])
{
	uint32_t cp = (uint32_t)strtoul(fields[0], NULL, 16);
	uint32_t other = (uint32_t)strtoul(fields[1], NULL, 16);
	bool is_open = fields[2][0] == 'o';

	if (fields[2][0] == 'n' || data->nbrackets == BIDI_DATA_PAIRS_MAX)
		return;
	data->classes[cp] = is_open ? BIDI_CLASS_OPEN : BIDI_CLASS_CLOSE;
	data->brackets[data->nbrackets++] = (struct bidi_data_pair){
		cp, canonical_bracket(is_open ? cp : other)
	};
}

static void
read_mirrored(struct bidi_data *data, char *fields[NFIELDS])
{
	if (data->nmirrored < BIDI_DATA_PAIRS_MAX)
		data->mirrored[data->nmirrored++] = (struct bidi_data_pair){
			(uint32_t)strtoul(fields[0], NULL, 16),
			(uint32_t)strtoul(fields[1], NULL, 16)
		};
}

/*
 * UnicodeData.txt: forms are what decomposes to one letter. What never joins
 * (hamza) has nothing to gain from a form.
 */
static void
read_form(struct bidi_data *data, char *fields[NFIELDS])
{
	const char *decomposed = fields[5];

	for (int form = 0; form < FORM_COUNT; form++) {
		size_t nbytes = strlen(form_names[form]);
		unsigned long letter;
		char *rest;

		if (strncmp(decomposed, form_names[form], nbytes) != 0)
			continue;
		letter = strtoul(decomposed + nbytes, &rest, 16)
			- BIDI_DATA_FORMS_FIRST;
		if (*rest == '\0' && letter < BIDI_DATA_FORMS
				&& data->joinings[letter
				+ BIDI_DATA_FORMS_FIRST] != BIDI_JOINING_NONE)
			data->forms[letter][form] =
				(uint32_t)strtoul(fields[0], NULL, 16);
	}
}

static bool
read_file(struct bidi_data *data, const char *name, int nfields,
	void (*take)(struct bidi_data *, char *fields[NFIELDS]))
{
	static const char missing[] = "# @missing: ";
	FILE *file = ucd_open(name);
	char line[UCD_LINE_MAX];
	char *fields[NFIELDS];

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL) {
		size_t skip = strncmp(line, missing, sizeof(missing) - 1) == 0
			? sizeof(missing) - 1 : 0;

		if (split(line + skip, fields) >= nfields)
			take(data, fields);
	}
	fclose(file);
	return true;
}

/* "# DerivedBidiClass-15.0.0.txt" */
static bool
read_version(struct bidi_data *data)
{
	FILE *file = ucd_open("extracted/DerivedBidiClass.txt");
	char line[UCD_LINE_MAX] = "";
	const char *start;

	if (file == NULL)
		return false;
	start = fgets(line, sizeof(line), file) != NULL
		? strchr(line, '-') : NULL;
	fclose(file);
	if (start != NULL)
		snprintf(data->version, sizeof(data->version), "%.*s",
			(int)strspn(start + 1, "0123456789"), start + 1);
	return start != NULL;
}

bool
bidi_data_read(struct bidi_data *data)
{
	memset(data, 0, sizeof(*data));
	return read_version(data)
		&& read_file(data, "extracted/DerivedBidiClass.txt", 2,
			read_class)
		&& read_file(data, "extracted/DerivedJoiningType.txt", 2,
			read_joining)
		&& read_file(data, "BidiBrackets.txt", 3, read_bracket)
		&& read_file(data, "BidiMirroring.txt", 2, read_mirrored)
		&& read_file(data, "UnicodeData.txt", NFIELDS, read_form);
}
