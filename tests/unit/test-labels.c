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
		bool is_found = label_find(labels, LABEL_ANY, cases[i].text,
			strlen(cases[i].text), &hit);

		if (!CHECK_INT(is_found ? (int)hit.role : -1, cases[i].role))
			printf("#   in %s\n", cases[i].text);
		CHECK_INT(hit.nbytes, cases[i].nbytes);
		CHECK_INT(hit.has_colon, cases[i].has_colon);
	}
	labels_free(labels);
}

int
main(void)
{
	test_labels_table();
	test_labels_find();
	return check_done();
}
