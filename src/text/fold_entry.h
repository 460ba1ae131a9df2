#ifndef TEXT_FOLD_ENTRY_H
#define TEXT_FOLD_ENTRY_H

/*
 * How an entry of the generated fold table is packed; known to text/fold.c
 * and tests/tools/gen-fold.c only. What a character folds to, up to three
 * bytes of UTF-8, stands in bits 0-23 (first byte lowest), their number in
 * bits 24-25, the class above. A long entry has an offset into the pool in
 * bits 0-15 and the number of bytes in bits 16-23.
 */

#define FOLD_BLOCK 64		/* characters: one continuation byte */
#define FOLD_CPS 0x30000	/* characters from here on fold to themselves */
#define FOLD_NBYTES_SHIFT 24
#define FOLD_CLASS_SHIFT 26
#define FOLD_LONG_NBYTES_MAX 40

enum fold_class {
	FOLD_PLAIN,		/* the bytes, perhaps none */
	FOLD_SELF,		/* the source bytes */
	FOLD_BLANK,		/* one space, none after another */
	FOLD_MARK,		/* the bytes, unless after a letter */
	FOLD_JAMO,		/* itself, or melted with the jamo before */
	FOLD_LONG,
	FOLD_LONG_MARK
};

#endif
