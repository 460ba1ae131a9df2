#include <config.h>

#include "model/label_table.h"

#include "../check.h"
#include "text-labels.h"

static void
test_labels_table(void)
{
	static const char table[] =
		"# a comment\n"
		"\n"
		"source\ten  Source:\r\n"
		"nonsense en Word:\n"
		"byline vi\n"
		"credit vi Ảnh:";
	struct label_hit hit = { 0 };
	struct labels *labels;
	int bad_line = -1;

	check_case("a table is read line by line");
	labels = labels_new(table, sizeof(table) - 1, &bad_line);
	CHECK_INT(bad_line, 4);
	CHECK(label_find(labels, LABEL_ANY, "Source: x", 9, &hit));
	CHECK_INT(hit.nbytes, 7);
	CHECK(label_find(labels, LABEL_ANY, "Ảnh: x", 8, &hit));
	CHECK_INT(hit.role, LABEL_CREDIT);
	labels_free(labels);
	labels_free(NULL);

	check_case("a second table is added to the first");
	labels = labels_new("byline en By\n", 13, &bad_line);
	CHECK(label_find(labels, LABEL_ANY, "By Ann", 6, &hit));
	CHECK_INT(hit.roles, LABEL_BIT(LABEL_BYLINE));
	CHECK(!label_find(labels, LABEL_ANY, "Ours: x", 7, &hit));
	labels_extend(labels, "source en Ours:\nsource en by\nnot", 32,
		&bad_line);
	CHECK_INT(bad_line, 3);
	CHECK(label_find(labels, LABEL_ANY, "Ours: x", 7, &hit));
	CHECK(label_find(labels, LABEL_ANY, "By Ann", 6, &hit));
	CHECK_INT(hit.roles, LABEL_BIT(LABEL_BYLINE)
		| LABEL_BIT(LABEL_SOURCE));
	labels_free(labels);

	check_case("an empty table knows no label");
	labels = labels_new("", 0, &bad_line);
	CHECK_INT(bad_line, 0);
	CHECK(!label_find(labels, LABEL_ANY, "By", 2, &hit));
	labels_free(labels);

	check_case("the project's table makes sense");
	labels = source_labels(&bad_line);
	CHECK_INT(bad_line, 0);
	labels_free(labels);
}

#define FURNITURE (LABEL_BIT(LABEL_BYLINE) | LABEL_BIT(LABEL_SOURCE) \
	| LABEL_BIT(LABEL_CREDIT))

static void
test_labels_find(void)
{
	static const struct {
		const char *text;
		int role;		/* -1: none */
		size_t nbytes;
		bool has_colon;
	} cases[] = {
		{ "By Ann", LABEL_BYLINE, 2, false },
		{ "BY ANN", LABEL_BYLINE, 2, false },
		{ "Bye Ann", -1, 0, false },
		{ "Source : AP", LABEL_SOURCE, 8, true },
		{ "Source AP", -1, 0, false },
		{ "Nguồn: AP", LABEL_SOURCE, 8, true },
		{ "Nguo\xCC\x82\xCC\x80n: AP", LABEL_SOURCE, 10, true },
		{ "NGUỒN： AP", LABEL_SOURCE, 10, true },
		{ "Nguon: AP", -1, 0, false },
		{ "Ảnh: AP", LABEL_CREDIT, 6, true },
		{ "Anh: AP", -1, 0, false },
		{ "ảnh: AP", LABEL_CREDIT, 6, true },
		{ "المصدر: وكالات", LABEL_SOURCE, 13, true },
		{ "المَصدر: وكالات", LABEL_SOURCE, 15, true },
		{ "Theo\xC2\xA0""AP", LABEL_SOURCE, 4, false },
		{ "Theo: AP", LABEL_SOURCE, 5, true },
		{ "Photo credit: AP", LABEL_CREDIT, 13, true },
		{ "", -1, 0, false }, { ":", -1, 0, false },
		{ "\xE2\x80\x94", -1, 0, false },
	};
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	check_case("labels are found by letters and marks");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct label_hit hit = { 0 };
		bool is_found = label_find(labels, FURNITURE, cases[i].text,
			strlen(cases[i].text), &hit);

		if (!CHECK_INT(is_found, cases[i].role >= 0)
			|| !CHECK(!is_found || (hit.roles
				& LABEL_BIT(cases[i].role))))
			printf("#   in %s\n", cases[i].text);
		CHECK_INT(hit.nbytes, cases[i].nbytes);
		CHECK_INT(hit.has_colon, cases[i].has_colon);
	}
	labels_free(labels);
}

/* What stands for a colon, and where none is needed. */
static void
test_labels_colon(void)
{
	static const char table[] = "source en Source:\ndate en Date:\n"
		"credit en ©\nagency en News\n";
	struct label_hit hit = { 0 };
	int bad_line;
	struct labels *labels = labels_new(table, sizeof(table) - 1,
		&bad_line);

	check_case("a dash between blanks is a colon for names");
	CHECK(label_find(labels, LABEL_ANY, "Source - AP", 11, &hit));
	CHECK_INT(hit.nbytes, 8);
	CHECK(hit.has_colon && hit.wants_colon);
	CHECK(label_find(labels, LABEL_ANY, "Source – AP", 13, &hit));
	CHECK(!label_find(labels, LABEL_ANY, "Source-AP", 9, &hit));
	CHECK(!label_find(labels, LABEL_ANY, "Source -", 8, &hit));
	CHECK(!label_find(labels, LABEL_ANY, "Date - 9", 8, &hit));

	check_case("a label can be looked for without its colon");
	CHECK(!label_find(labels, LABEL_ANY, "Source AP", 9, &hit));
	CHECK(label_find(labels, LABEL_ANY | LABEL_COLON_FREE, "Source AP", 9,
		&hit));
	CHECK_INT(hit.nbytes, 6);
	CHECK(!hit.has_colon);

	check_case("a sign needs no blank behind it");
	CHECK(label_find(labels, LABEL_ANY, "©AP", 4, &hit));
	CHECK_INT(hit.nbytes, 2);

	check_case("a label can be all there is");
	CHECK(label_is(labels, LABEL_ANY, "NEWS", 4));
	CHECK(!label_is(labels, LABEL_ANY, "News today", 10));
	CHECK(!label_is(labels, LABEL_BIT(LABEL_DATE), "News", 4));
	labels_free(labels);
}

int
main(void)
{
	test_labels_colon();
	test_labels_table();
	test_labels_find();
	return check_done();
}
