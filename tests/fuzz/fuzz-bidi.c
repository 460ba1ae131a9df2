/*
 * Any characters, controls and overrides among them, -> levels (those of the
 * plain transcription of UAX #9), forms, order, and where a line may end. An
 * input is a byte of base direction and flags,
 * one of where a line ends, and UTF-8, of which ill-formed bytes are U+FFFD.
 */

#include <config.h>

#include <stdbool.h>
#include <string.h>

#include "text/utf8.h"
#include "layout/bidi.h"
#include "layout/breaks.h"
#include "layout/tailor.h"
#include "../conformance/uba.h"
#include "fuzz.h"

/* Memory that goes from input to input. */
struct memory {
	uint32_t cps[FUZZ_NBYTES_MAX], glyphs[FUZZ_NBYTES_MAX];
	int8_t levels[FUZZ_NBYTES_MAX], line_levels[FUZZ_NBYTES_MAX];
	uint8_t breaks[FUZZ_NBYTES_MAX], tailored[FUZZ_NBYTES_MAX];
	bool is_space[FUZZ_NBYTES_MAX];
	uint32_t order[FUZZ_NBYTES_MAX];
	size_t ncps;
	struct bidi bidi;
};

/* What ends a paragraph (Bidi_Class B): there is only one. */
static bool
is_separator(uint32_t cp)
{
	return cp == 0x0A || cp == 0x0D || (cp >= 0x1C && cp <= 0x1E)
		|| cp == 0x85 || cp == 0x2029;
}

static void
decode(struct memory *m, const struct fuzz_input *input)
{
	const char *s = (const char *)input->at;
	size_t off = 0;

	m->ncps = 0;
	while (off < input->nbytes) {
		uint32_t *cp = &m->cps[m->ncps++];

		off += utf8_decode(s + off, input->nbytes - off, cp);
		if (is_separator(*cp))
			*cp = ' ';
	}
}

static void
check_levels(struct memory *m, enum bidi_base base)
{
	bool is_rtl = bidi_levels(&m->bidi, m->cps, m->ncps, base, m->levels);
	bool has_rtl = false;

	if (base == BIDI_BASE_LTR || base == BIDI_BASE_RTL)
		assert(is_rtl == (base == BIDI_BASE_RTL));
	for (size_t i = 0; i < m->ncps; i++) {
		assert(m->levels[i] >= is_rtl && m->levels[i] <= 126);
		has_rtl |= bidi_is_rtl(m->cps[i]);
		m->is_space[i] = bidi_is_space(m->cps[i]);
	}
	if (has_rtl || (base != BIDI_BASE_LTR && base != BIDI_BASE_AUTO_LTR))
		return;
	for (size_t i = 0; i < m->ncps; i++)
		assert(m->levels[i] == 0);
}

/* The line is whole here, so L1 has been there. */
static void
check_reference(struct memory *m, enum bidi_base base)
{
	static const int bases[] = {
		[BIDI_BASE_AUTO_LTR] = UBA_AUTO, [BIDI_BASE_LTR] = 0,
		[BIDI_BASE_RTL] = 1,
	};
	static int want[UBA_CPS_MAX];
	bool is_rtl;

	if (base == BIDI_BASE_AUTO_RTL || m->ncps > UBA_CPS_MAX)
		return;
	is_rtl = uba_levels(m->cps, m->ncps, bases[base], want) == 1;
	memcpy(m->line_levels, m->levels, m->ncps);
	bidi_end_line(m->is_space, m->ncps, is_rtl, m->line_levels);
	for (size_t i = 0; i < m->ncps; i++)
		assert(want[i] == UBA_REMOVED || want[i] == m->line_levels[i]);
}

static void
check_shape(struct memory *m, bool is_shaped)
{
	memcpy(m->glyphs, m->cps, m->ncps * sizeof(*m->glyphs));
	bidi_shape(m->glyphs, m->ncps, m->levels, is_shaped, NULL);
	for (size_t i = 0; i < m->ncps; i++) {
		bool is_rtl = m->levels[i] % 2 == 1;

		assert(utf8_is_scalar(m->glyphs[i]));
		assert((m->glyphs[i] == 0) == (m->cps[i] == 0));
		if (is_shaped || m->cps[i] == m->glyphs[i])
			continue;
		assert(is_rtl);
	}
}

/* The order of a line is a permutation; blanks at its end are its base's. */
static void
check_order(struct memory *m, size_t first, size_t end, bool is_rtl)
{
	static bool is_seen[FUZZ_NBYTES_MAX];
	size_t count = end - first;

	memcpy(m->line_levels, m->levels + first, count);
	bidi_end_line(m->is_space + first, count, is_rtl, m->line_levels);
	for (size_t i = count; i-- > 0 && m->is_space[first + i];)
		assert(m->line_levels[i] == is_rtl);
	bidi_order(m->line_levels, count, m->order);
	memset(is_seen, false, count);
	for (size_t vis = 0; vis < count; vis++) {
		assert(m->order[vis] < count && !is_seen[m->order[vis]]);
		is_seen[m->order[vis]] = true;
	}
}

/*
 * Tailoring takes breaks away, or their freedom; what it adds are cuts, and
 * breaks at quotation marks and brackets.
 */
static void
check_break(const struct memory *m, size_t i)
{
	switch (m->tailored[i]) {
	case LINE_BREAK_MAY:
		assert(m->breaks[i] == LINE_BREAK_MAY || m->cps[i] == '('
			|| m->cps[i] == '[' || m->cps[i] - 0x2018 < 6
			|| m->cps[i - 1] - 0x2018 < 6);
		break;
	default:
		assert(m->tailored[i] == LINE_BREAK_NO
			|| m->tailored[i] == LINE_BREAK_CUT
			|| m->tailored[i] == LINE_BREAK_LATE);
	}
}

static void
check_breaks(struct memory *m)
{
	breaks_find(m->cps, m->ncps, m->breaks);
	memcpy(m->tailored, m->breaks, m->ncps);
	tailor_breaks(m->cps, m->ncps, m->ncps, m->tailored);
	assert(m->breaks[0] == LINE_BREAK_NO);
	for (size_t i = 0; i < m->ncps; i++) {
		assert(m->breaks[i] == LINE_BREAK_NO
			|| m->breaks[i] == LINE_BREAK_MAY);
		check_break(m, i);
	}
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_set_locale();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes)
{
	static struct memory memory;
	struct fuzz_input input = { data, nbytes };
	unsigned bits = fuzz_take(&input), cut = fuzz_take(&input);
	enum bidi_base base = bits & 0x03;
	size_t middle;

	if (input.nbytes == 0 || nbytes > FUZZ_NBYTES_MAX)
		return 0;
	decode(&memory, &input);
	check_levels(&memory, base);
	check_reference(&memory, base);
	check_shape(&memory, (bits & 0x04) != 0);
	middle = cut % memory.ncps;
	check_order(&memory, 0, middle, base == BIDI_BASE_RTL);
	check_order(&memory, middle, memory.ncps, base == BIDI_BASE_RTL);
	check_breaks(&memory);
	return 0;
}
