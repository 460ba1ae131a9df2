#ifndef TESTS_TOOLS_BIDI_DATA_H
#define TESTS_TOOLS_BIDI_DATA_H

/*
 * What the files of the Unicode database say about bidi and joining; the
 * generator writes it as tables, the tests compare those with it.
 */

#include <stdbool.h>
#include <stdint.h>

#define BIDI_DATA_CPS 0x110000
#define BIDI_DATA_PAIRS_MAX 512
#define BIDI_DATA_FORMS_FIRST 0x0620
#define BIDI_DATA_FORMS 0xE0

enum bidi_data_form {
	FORM_ISOLATED, FORM_FINAL, FORM_INITIAL, FORM_MEDIAL, FORM_COUNT
};

struct bidi_data {
	char version[16];
	/* enum bidi_class and enum bidi_joining, by code point */
	uint8_t classes[BIDI_DATA_CPS], joinings[BIDI_DATA_CPS];
	/* brackets: what the pair has in common; mirrored: the other one */
	struct bidi_data_pair {
		uint32_t cp, other;
	} brackets[BIDI_DATA_PAIRS_MAX], mirrored[BIDI_DATA_PAIRS_MAX];
	int nbrackets, nmirrored;
	/* The presentation forms of one letter, 0: none. */
	uint32_t forms[BIDI_DATA_FORMS][FORM_COUNT];
};

/* False where the files are not there. */
bool bidi_data_read(struct bidi_data *data);

#endif
