#ifndef TESTS_TOOLS_BREAK_RULES_H
#define TESTS_TOOLS_BREAK_RULES_H

/*
 * The rules of UAX #14 (Unicode 15, with numbers as its section 8.2 and
 * LineBreakTest have them) one character at a time, and the classes they speak
 * of from the files of the Unicode database. What src/layout/breaks_table.h is
 * made from, and what a test compares layout/breaks with.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The classes as LB1 leaves them. A CP that is wide is a CL, which is what
 * LB30 makes of it; OPW is an OP that is wide, IDX what LB30b has beside EB.
 * The first LB_PLAIN_COUNT are what words are made of: see layout/breaks.c.
 */
#define LB_CLASSES(X) \
	X(SP) X(IS) X(NU) X(AL) X(HL) X(CM) X(QU) \
	X(B2) X(BA) X(BB) X(BK) X(CB) X(CL) X(CP) X(CR) X(EB) X(EM) X(EX) \
	X(GL) X(H2) X(H3) X(HY) X(ID) X(IDX) X(IN) X(JL) X(JT) X(JV) X(LF) \
	X(NL) X(NS) X(OP) X(OPW) X(PO) X(PR) X(RI) X(SY) X(WJ) X(ZW) X(ZWJ)
#define LB_PLAIN_COUNT 7

#define LB_ENUM(name) LB_##name,
enum lb_class { LB_CLASSES(LB_ENUM) LB_COUNT };
#undef LB_ENUM

extern const char *const lb_names[LB_COUNT];

/* What the last characters are the beginning of. */
enum lb_run {
	RUN_NONE,
	RUN_NUMBER,		/* NU (NU | SY | IS)* */
	RUN_CLOSED,		/* the same and CL or CP */
	RUN_HYPHEN,		/* HL (HY | BA) */
	RUN_FLAG,		/* an odd number of RI */
	RUN_PREFIX,		/* (PR | PO) and, after a break, OP */
	RUN_COUNT
};

/* All that the rules know of the characters so far. Zero is the start. */
struct lb_context {
	bool has_text;		/* there are some */
	enum lb_class last;	/* of the last that is neither SP nor CM */
	bool has_blanks;	/* SP after it */
	bool has_joiner;	/* the very last is ZWJ */
	enum lb_run run;
};

enum lb_decision {
	LB_STAY,
	LB_STAY_BOTH,		/* and the break before this was wrong */
	LB_BREAK,
};

/* What comes before a character of CLASS, which CONTEXT then includes. */
enum lb_decision lb_step(struct lb_context *context, enum lb_class class);

/* The class of each character up to U+10FFFF. */
#define LB_CPS 0x110000

/* Fills CLASSES[LB_CPS]; false where the data files are not there. */
bool lb_read_classes(uint8_t *classes);

#endif
