#include <config.h>

#include "layout/kashida.h"

#include <stdbool.h>

#include "layout/bidi_class.h"
#include "layout/paragraph.h"

#define ZWNJ 0x200Cu

/* What matters of a letter here: a bit each, for the masks of the rules. */
enum kind {
	KIND_OTHER = 0x001,	/* jeem, hah, meem, hamza ... */
	KIND_TATWEEL = 0x002,
	KIND_SEEN = 0x004,	/* seen, sad and their like */
	KIND_HEH = 0x008,	/* teh marbuta, heh, dal */
	KIND_ALEF = 0x010,
	KIND_LAM = 0x020,
	KIND_TOOTH = 0x040,	/* beh, teh, noon: one tooth in the middle */
	KIND_REH = 0x080,
	KIND_YEH = 0x100,	/* yeh, alef maksura */
	KIND_WAW = 0x200,	/* waw, ain, feh, qaf */
	KIND_LAM_ALEF = 0x400,	/* two letters, in one cell */
	KIND_KAF = 0x800,	/* kaf, gaf, tah */
	KIND_ANY = 0xFFF,
};

/*
 * The letters by what is shown of them. FORMS names the forms in the order in
 * which they follow each other in Unicode, over and over: s stands alone, f
 * ends, i begins, m is in the middle. A letter that has presentation forms,
 * but is not shown by one, is joined by the terminal: ? is what the letters
 * beside it make of it. Letters that have none are shown alone.
 */
static const struct letters {
	uint16_t first, last;
	uint16_t kind;
	char forms[5];
} letters[] = {
	{ 0x0620, 0x0621, KIND_OTHER, "ssss" },
	{ 0x0622, 0x0623, KIND_ALEF, "????" },
	{ 0x0624, 0x0624, KIND_WAW, "????" },
	{ 0x0625, 0x0625, KIND_ALEF, "????" },
	{ 0x0626, 0x0626, KIND_YEH, "????" },
	{ 0x0627, 0x0627, KIND_ALEF, "????" },
	{ 0x0628, 0x0628, KIND_TOOTH, "????" },	/* beh */
	{ 0x0629, 0x0629, KIND_HEH, "????" },	/* teh marbuta */
	{ 0x062A, 0x062B, KIND_TOOTH, "????" },
	{ 0x062C, 0x062E, KIND_OTHER, "????" },	/* jeem, hah, khah */
	{ 0x062F, 0x0630, KIND_HEH, "????" },	/* dal, thal */
	{ 0x0631, 0x0632, KIND_REH, "????" },
	{ 0x0633, 0x0636, KIND_SEEN, "????" },	/* seen to dad */
	{ 0x0637, 0x0638, KIND_KAF, "????" },	/* tah, zah */
	{ 0x0639, 0x063A, KIND_WAW, "????" },	/* ain, ghain */
	{ 0x063B, 0x063F, KIND_OTHER, "ssss" },
	{ 0x0640, 0x0640, KIND_TATWEEL, "mmmm" },
	{ 0x0641, 0x0642, KIND_WAW, "????" },	/* feh, qaf */
	{ 0x0643, 0x0643, KIND_KAF, "????" },
	{ 0x0644, 0x0644, KIND_LAM, "????" },
	{ 0x0645, 0x0645, KIND_OTHER, "????" },	/* meem */
	{ 0x0646, 0x0646, KIND_TOOTH, "????" },	/* noon */
	{ 0x0647, 0x0647, KIND_HEH, "????" },
	{ 0x0648, 0x0648, KIND_WAW, "????" },
	{ 0x0649, 0x064A, KIND_YEH, "????" },
	{ 0x066E, 0x0670, KIND_OTHER, "ssss" },
	{ 0x0671, 0x0671, KIND_ALEF, "????" },
	{ 0x0672, 0x0678, KIND_OTHER, "ssss" },
	{ 0x0679, 0x067B, KIND_TOOTH, "????" },	/* tteh ... */
	{ 0x067C, 0x067D, KIND_OTHER, "ssss" },
	{ 0x067E, 0x0680, KIND_TOOTH, "????" },	/* peh ... */
	{ 0x0681, 0x0685, KIND_OTHER, "ssss" },
	{ 0x0686, 0x0687, KIND_OTHER, "????" },	/* tcheh ... */
	{ 0x0688, 0x0688, KIND_HEH, "????" },	/* ddal */
	{ 0x0689, 0x0690, KIND_OTHER, "ssss" },
	{ 0x0691, 0x0691, KIND_REH, "????" },	/* rreh */
	{ 0x0692, 0x0697, KIND_OTHER, "ssss" },
	{ 0x0698, 0x0698, KIND_REH, "????" },	/* jeh */
	{ 0x0699, 0x06A3, KIND_OTHER, "ssss" },
	{ 0x06A4, 0x06A4, KIND_WAW, "????" },	/* veh */
	{ 0x06A5, 0x06A8, KIND_OTHER, "ssss" },
	{ 0x06A9, 0x06A9, KIND_KAF, "????" },	/* keheh */
	{ 0x06AA, 0x06AC, KIND_OTHER, "ssss" },
	{ 0x06AD, 0x06AD, KIND_KAF, "????" },	/* ng */
	{ 0x06AE, 0x06AE, KIND_OTHER, "ssss" },
	{ 0x06AF, 0x06AF, KIND_KAF, "????" },	/* gaf */
	{ 0x06B0, 0x06B9, KIND_OTHER, "ssss" },
	{ 0x06BA, 0x06BB, KIND_TOOTH, "????" },	/* noon ghunna, rnoon */
	{ 0x06BC, 0x06BD, KIND_OTHER, "ssss" },
	{ 0x06BE, 0x06BE, KIND_HEH, "????" },	/* heh doachashmee */
	{ 0x06BF, 0x06BF, KIND_OTHER, "ssss" },
	{ 0x06C0, 0x06C1, KIND_HEH, "????" },	/* heh goal ... */
	{ 0x06C2, 0x06C4, KIND_OTHER, "ssss" },
	{ 0x06C5, 0x06C9, KIND_WAW, "????" },
	{ 0x06CA, 0x06CA, KIND_OTHER, "ssss" },
	{ 0x06CB, 0x06CB, KIND_WAW, "????" },
	{ 0x06CC, 0x06CC, KIND_YEH, "????" },	/* Farsi yeh */
	{ 0x06CD, 0x06CF, KIND_OTHER, "ssss" },
	{ 0x06D0, 0x06D0, KIND_YEH, "????" },	/* e */
	{ 0x06D1, 0x06D1, KIND_OTHER, "ssss" },
	{ 0x06D2, 0x06D3, KIND_YEH, "????" },	/* yeh barree */
	{ 0x06D5, 0x06D5, KIND_OTHER, "ssss" },
	{ 0x06EE, 0x06EF, KIND_OTHER, "ssss" },
	{ 0x06FA, 0x06FC, KIND_OTHER, "ssss" },
	{ 0x06FF, 0x06FF, KIND_OTHER, "ssss" },
	{ 0x0750, 0x077F, KIND_OTHER, "ssss" },
	{ 0x08A0, 0x08C9, KIND_OTHER, "ssss" },
	{ 0xFB50, 0xFB51, KIND_ALEF, "sfsf" },	/* wasla */
	{ 0xFB52, 0xFB69, KIND_TOOTH, "sfim" },	/* peh, tteh ... */
	{ 0xFB6A, 0xFB71, KIND_WAW, "sfim" },	/* veh */
	{ 0xFB72, 0xFB81, KIND_OTHER, "sfim" },	/* tcheh ... */
	{ 0xFB82, 0xFB89, KIND_HEH, "sfsf" },	/* ddal ... */
	{ 0xFB8A, 0xFB8D, KIND_REH, "sfsf" },	/* jeh, rreh */
	{ 0xFB8E, 0xFB9D, KIND_KAF, "sfim" },	/* keheh, gaf ... */
	{ 0xFB9E, 0xFB9F, KIND_TOOTH, "sfsf" },	/* noon ghunna */
	{ 0xFBA0, 0xFBA3, KIND_TOOTH, "sfim" },
	{ 0xFBA4, 0xFBA5, KIND_HEH, "sfsf" },
	{ 0xFBA6, 0xFBAD, KIND_HEH, "sfim" },	/* heh goal ... */
	{ 0xFBAE, 0xFBB1, KIND_YEH, "sfsf" },	/* yeh barree */
	{ 0xFBD3, 0xFBD6, KIND_KAF, "sfim" },	/* ng */
	{ 0xFBD7, 0xFBDC, KIND_WAW, "sfsf" },
	{ 0xFBDD, 0xFBDD, KIND_WAW, "ssss" },
	{ 0xFBDE, 0xFBE3, KIND_WAW, "sfsf" },
	{ 0xFBE4, 0xFBE7, KIND_YEH, "sfim" },	/* e */
	{ 0xFBE8, 0xFBE9, KIND_YEH, "imim" },	/* alef maksura */
	{ 0xFBFC, 0xFBFF, KIND_YEH, "sfim" },	/* Farsi yeh */
	{ 0xFE80, 0xFE80, KIND_OTHER, "ssss" },	/* hamza */
	{ 0xFE81, 0xFE84, KIND_ALEF, "sfsf" },
	{ 0xFE85, 0xFE86, KIND_WAW, "sfsf" },
	{ 0xFE87, 0xFE88, KIND_ALEF, "sfsf" },
	{ 0xFE89, 0xFE8C, KIND_YEH, "sfim" },
	{ 0xFE8D, 0xFE8E, KIND_ALEF, "sfsf" },
	{ 0xFE8F, 0xFE92, KIND_TOOTH, "sfim" },	/* beh */
	{ 0xFE93, 0xFE94, KIND_HEH, "sfsf" },	/* teh marbuta */
	{ 0xFE95, 0xFE9C, KIND_TOOTH, "sfim" },	/* teh, theh */
	{ 0xFE9D, 0xFEA8, KIND_OTHER, "sfim" },	/* jeem, hah, khah */
	{ 0xFEA9, 0xFEAC, KIND_HEH, "sfsf" },	/* dal, thal */
	{ 0xFEAD, 0xFEB0, KIND_REH, "sfsf" },	/* reh, zain */
	{ 0xFEB1, 0xFEC0, KIND_SEEN, "sfim" },	/* seen to dad */
	{ 0xFEC1, 0xFEC8, KIND_KAF, "sfim" },	/* tah, zah */
	{ 0xFEC9, 0xFED8, KIND_WAW, "sfim" },	/* ain to qaf */
	{ 0xFED9, 0xFEDC, KIND_KAF, "sfim" },	/* kaf */
	{ 0xFEDD, 0xFEE0, KIND_LAM, "sfim" },
	{ 0xFEE1, 0xFEE4, KIND_OTHER, "sfim" },	/* meem */
	{ 0xFEE5, 0xFEE8, KIND_TOOTH, "sfim" },	/* noon */
	{ 0xFEE9, 0xFEEC, KIND_HEH, "sfim" },
	{ 0xFEED, 0xFEEE, KIND_WAW, "sfsf" },
	{ 0xFEEF, 0xFEF0, KIND_YEH, "sfsf" },	/* alef maksura */
	{ 0xFEF1, 0xFEF4, KIND_YEH, "sfim" },
	{ 0xFEF5, 0xFEFC, KIND_LAM_ALEF, "sfsf" },
};

/*
 * Where a word is lengthened, the best place first: what Windows has done for
 * decades and its documentation of SCRIPT_JUSTIFY hints at, and what readers
 * of justified Arabic are used to since. In words:
 *
 *	0  after a tatweel that the writer put
 *	1  after a seen or sad
 *	2  before a teh marbuta, heh or dal that ends its part of the word
 *	3  before an alef, tah, lam, kaf or gaf that does
 *	4  before a tooth (beh, teh, noon, yeh ...) that leads to a reh or yeh
 *	5  before a waw, ain, feh or qaf that ends
 *	6  before any other letter that ends, but never before a yeh
 *	7  at any other join
 *
 * Where a rule fits twice in a word, the later place is taken, as by hand.
 * Nothing is ever put between lam and alef, which are one.
 */
static const struct rule {
	unsigned after;		/* kinds of the letter that is lengthened */
	unsigned before;	/* and of the next, */
	char forms[3];		/* which has one of these */
	unsigned then;		/* kinds of the next but one; 0: no matter */
} rules[KASHIDA_RANKS] = {
	{ KIND_TATWEEL, KIND_ANY, "fm", 0 },
	{ KIND_SEEN, KIND_ANY & ~KIND_TATWEEL, "fm", 0 },
	{ KIND_ANY, KIND_HEH, "f", 0 },
	{ KIND_ANY, KIND_ALEF | KIND_KAF | KIND_LAM, "f", 0 },
	{ KIND_ANY, KIND_TOOTH | KIND_YEH, "m", KIND_REH | KIND_YEH },
	{ KIND_ANY, KIND_WAW, "f", 0 },
	{ KIND_ANY, KIND_ANY & ~KIND_YEH, "f", 0 },
	{ KIND_ANY, KIND_ANY & ~KIND_TATWEEL, "m", 0 },
};

struct letter {
	unsigned kind;		/* 0: none */
	char form;
};

#define LETTERS_COUNT (sizeof(letters) / sizeof(letters[0]))

/* A search without a branch that a processor could guess wrongly. */
static struct letter
find_letter(uint32_t cp)
{
	const struct letters *found = letters;

	for (size_t count = LETTERS_COUNT; count > 1; count -= count / 2)
		found += found[count / 2].first <= cp ? count / 2 : 0;
	if (cp < found->first || cp > found->last)
		return (struct letter){ 0 };
	return (struct letter){
		.kind = found->kind,
		.form = found->forms[(cp - found->first) % 4],
	};
}

/* Whether CELL has a ZWNJ, which letters that terminals join are told by. */
static bool
has_zwnj(const struct paragraph *paragraph, size_t cell)
{
	size_t low = 0, high = paragraph->marks.count;
	const struct cell_marks *marks = paragraph->marks.at;

	if (!(paragraph->units[cell] & UNIT_MARKS))
		return false;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (marks[middle].cell <= cell)
			low = middle;
		else
			high = middle;
	}
	for (uint32_t i = 0; i < marks[low].count; i++) {
		if (marks[low].cps[i] == ZWNJ)
			return true;
	}
	return false;
}

/* Whether a terminal joins what CELL shows to the next cell. */
static bool
joins_next(const struct paragraph *paragraph, size_t cell)
{
	enum bidi_joining joining = bidi_joining(paragraph->bases[cell]);
	enum bidi_joining next = bidi_joining(paragraph->bases[cell + 1]);

	return (joining == BIDI_JOINING_DUAL || joining == BIDI_JOINING_CAUSING)
		&& (next == BIDI_JOINING_DUAL || next == BIDI_JOINING_CAUSING
			|| next == BIDI_JOINING_RIGHT)
		&& !has_zwnj(paragraph, cell);
}

/* What CELL shows, of a word from FIRST on, at most to END. */
static struct letter
letter_at(const struct paragraph *paragraph, size_t cell, size_t first,
	size_t end)
{
	struct letter letter = { 0 };
	bool is_joined, is_joining;

	if (cell >= end)
		return letter;
	letter = find_letter(paragraph->bases[cell]);
	if (letter.form != '?')
		return letter;
	is_joined = cell > first && joins_next(paragraph, cell - 1);
	is_joining = cell + 1 < end && joins_next(paragraph, cell);
	letter.form = is_joined ? is_joining ? 'm' : 'f'
		: is_joining ? 'i' : 's';
	return letter;
}

/* The first rule that lets the word be lengthened after LETTER, or -1. */
static int
rank_of(struct letter letter, struct letter next, struct letter then)
{
	if ((letter.form != 'i' && letter.form != 'm')
			|| (letter.kind == KIND_LAM && next.kind == KIND_ALEF))
		return -1;
	for (int rank = 0; rank < KASHIDA_RANKS; rank++) {
		const struct rule *rule = &rules[rank];

		if ((letter.kind & rule->after) && (next.kind & rule->before)
				&& (next.form == rule->forms[0]
					|| next.form == rule->forms[1])
				&& (rule->then == 0
					|| (then.kind & rule->then)))
			return rank;
	}
	return -1;
}

/*
 * Whether filling may come after CELL whatever the letters: not inside a
 * cluster, not where a mark sits on a tatweel and would lose its middle.
 */
static bool
may_follow(const struct paragraph *paragraph, size_t cell,
	struct letter letter)
{
	return (paragraph->units[cell + 1] & UNIT_CLUSTER)
		&& (paragraph->levels[cell] & 1)
		&& !(letter.kind == KIND_TATWEEL
			&& (paragraph->units[cell] & UNIT_MARKS));
}

/* Lam, lam, heh end the name of God: it is written, not stretched. */
static bool
ends_name(const struct letter last[3])
{
	return last[0].kind == KIND_LAM && last[1].kind == KIND_LAM
		&& last[1].form == 'm' && last[2].kind == KIND_HEH
		&& last[2].form == 'f';
}

size_t
kashida_word(const struct paragraph *paragraph, size_t first, size_t end,
	struct kashida *kashida)
{
	/* The next letter in the middle. */
	struct letter last[3] = { { 0 } };
	struct letter then = letter_at(paragraph, first, first, end);
	size_t cell = first;
	int nletters = 0;

	*kashida = (struct kashida){ .rank = -1 };
	for (; then.kind != 0; cell++) {
		int rank;

		last[0] = last[1];
		last[1] = last[2];
		last[2] = then;
		nletters += then.kind == KIND_LAM_ALEF ? 2
			: then.kind != KIND_TATWEEL;
		then = letter_at(paragraph, cell + 1, first, end);
		if (cell == first)
			continue;
		rank = rank_of(last[1], last[2], then);
		if (rank >= 0 && may_follow(paragraph, cell - 1, last[1])
				&& (kashida->rank < 0
					|| rank <= kashida->rank))
			*kashida = (struct kashida){ cell - 1, rank };
	}
	if (nletters < 3 || ends_name(last))
		kashida->rank = -1;
	return cell;
}
