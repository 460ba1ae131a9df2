#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

/*
 * What every fuzz target is: two functions that libFuzzer calls, the second
 * one over and over with bytes of its own making. Whatever the bytes, it
 * returns 0; where something that must hold does not, an assertion ends the
 * program. Built without libFuzzer a target is a plain program (replay.c)
 * that does the same with files.
 *
 * The first bytes of an input say how (styles, widths), the rest is text, so
 * that a seed can be read and written by hand.
 */

#include <assert.h>
#include <locale.h>
#include <stddef.h>
#include <stdint.h>

/* Longer inputs find nothing more and take their time. */
#define FUZZ_NBYTES_MAX 4096

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes);

/* What is left of an input. */
struct fuzz_input {
	const uint8_t *at;
	size_t nbytes;
};

/* The next byte; 0 at the end. */
static inline unsigned
fuzz_take(struct fuzz_input *input)
{
	if (input->nbytes == 0)
		return 0;
	input->nbytes--;
	return *input->at++;
}

/* Widths are those of the C library. */
static inline void
fuzz_set_locale(void)
{
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		assert(setlocale(LC_CTYPE, "") != NULL);
}

#endif
