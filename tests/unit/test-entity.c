#include <config.h>

#include "text/entity.h"

#include "../check.h"

struct entity_case {
	const char *text;
	size_t nbytes;		/* 0: no reference */
	uint32_t cp;
};

static const struct entity_case cases[] = {
	{ "&amp;", 5, '&' },
	{ "&quot;rest", 6, '"' },
	{ "&apos;", 6, '\'' },
	{ "&nbsp;", 6, 0xA0 },
	{ "&ecirc;", 7, 0xEA },
	{ "&Ecirc;", 7, 0xCA },
	{ "&thetasym;", 10, 0x3D1 },
	{ "&AElig;", 7, 0xC6 },
	{ "&zwnj;", 6, 0x200C },
	{ "&sup2;", 6, 0xB2 },
	{ "&diams;", 7, 0x2666 },
	{ "&#39;", 5, '\'' },
	{ "&#00039;", 8, '\'' },
	{ "&#x1EBF;", 8, 0x1EBF },
	{ "&#X1ebf;", 8, 0x1EBF },
	{ "&#128240;", 9, 0x1F4F0 },
	{ "&#0;", 4, 0 },
	{ "&#27;", 5, 27 },
	/* Numbers of code page 1252. */
	{ "&#146;", 6, 0x2019 },
	{ "&#x96;", 6, 0x2013 },
	{ "&#129;", 6, 0x81 },
	/* Encoded twice, and once more than that. */
	{ "&amp;quot;", 10, '"' }, { "&amp;#39;", 9, '\'' },
	{ "&amp;amp;", 9, '&' }, { "&amp;amp;lt;", 9, '&' },
	{ "&amp;eacute; ", 12, 0xE9 }, { "&amp;thetasym;", 14, 0x3D1 },
	{ "&#38;lt;", 8, '<' }, { "&amp;x", 5, '&' }, { "&amp;lt ", 5, '&' },
	{ "&amp;nope;", 5, '&' }, { "&amp;;", 5, '&' },
	/* Without a semicolon. */
	{ "&amp", 4, '&' }, { "&amp ;", 4, '&' }, { "&quot.", 5, '"' },
	{ "&lt\n", 3, '<' }, { "&gt&lt", 3, '>' }, { "&nbspthe", 5, 0xA0 },
	{ "&nbsp", 5, 0xA0 }, { "&#39s", 4, '\'' }, { "&#8217 ", 6, 0x2019 },
	{ "&ampere", 0, 0 }, { "&lt=3", 0, 0 }, { "&lt2", 0, 0 },
	{ "&copy ", 0, 0 }, { "&eacute ", 0, 0 }, { "&#9 ", 0, 0 },
	{ "&#27[", 0, 0 }, { "&#x27 ", 0, 0 }, { "&#39", 0, 0 },
	/* None. */
	{ "&", 0, 0 }, { "&;", 0, 0 }, { "&#;", 0, 0 }, { "&#x;", 0, 0 },
	{ "&AMP;", 0, 0 },
	{ "&amps;", 0, 0 }, { "&am;", 0, 0 }, { "&thetasymx;", 0, 0 },
	{ "&#3a;", 0, 0 }, { "&#xG;", 0, 0 }, { "&#x 1;", 0, 0 },
	{ "&#xD800;", 0, 0 }, { "&#x110000;", 0, 0 },
	{ "&#99999999999999999999;", 0, 0 }, { "&#-1;", 0, 0 },
	{ "& b;", 0, 0 }, { "R&D;", 0, 0 },
};

static void
test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = strchr(cases[i].text, '&');
		uint32_t cp = 0xDEAD;

		check_case(cases[i].text);
		CHECK_INT(entity_decode(text, strlen(text), &cp),
			cases[i].nbytes);
		CHECK_INT(cp, cases[i].nbytes > 0 ? cases[i].cp : 0xDEAD);
	}
}

static void
test_bounds(void)
{
	static const char *const texts[] = { "&hellip;", "&#8230;",
		"&#x2026;" };
	uint32_t cp;

	check_case("a reference that is cut is none");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		size_t whole = strlen(texts[i]);

		for (size_t nbytes = 1; nbytes < whole; nbytes++)
			CHECK_INT(entity_decode(texts[i], nbytes, &cp), 0);
		CHECK_INT(entity_decode(texts[i], whole, &cp), whole);
		CHECK_INT(cp, 0x2026);
	}
}

int
main(void)
{
	test_cases();
	test_bounds();
	return check_done();
}
