#include <config.h>

#include "model/date.h"

#include "../check.h"

static void
test_date_make(void)
{
	static const struct {
		int year, month, day;
		bool is_date;
		int32_t days;
	} cases[] = {
		{ 1970, 1, 1, true, 0 }, { 1969, 12, 31, true, -1 },
		{ 2000, 2, 29, true, 11016 }, { 2025, 12, 4, true, 20426 },
		{ 1, 1, 1, true, -719162 }, { 9999, 12, 31, true, 2932896 },
		{ 2025, 12, 0, true, 20423 }, { 2025, 0, 0, true, 20089 },
		{ 1900, 2, 29, false, 0 }, { 2025, 2, 29, false, 0 },
		{ 2025, 13, 1, false, 0 }, { 2025, 4, 31, false, 0 },
		{ 2025, 0, 4, false, 0 }, { 0, 1, 1, false, 0 },
		{ 10000, 1, 1, false, 0 }, { 2025, 1, 32, false, 0 },
		{ 2025, -1, 0, false, 0 }, { 2025, 1, -1, false, 0 },
	};

	check_case("dates are days of the Gregorian calendar");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date date = { 77, DATE_NONE };
		bool is_date = date_make(cases[i].year, cases[i].month,
			cases[i].day, &date);

		CHECK_INT(is_date, cases[i].is_date);
		CHECK_INT(date.days, is_date ? cases[i].days : 77);
	}
}

static void
test_date_format_roundtrip(void)
{
	check_case("every day of 800 years formats and reads back");
	for (int32_t days = -200000; days < 92194; days++) {
		struct date date = { days, DATE_DAY }, read = { 0 };
		char text[DATE_CHARS_MAX];

		date_format(date, text);
		if (!CHECK_INT(date_parse(text, strlen(text), &read), 10)
			|| !CHECK_INT(read.days, days))
			break;
	}
}

static void
check_parse(const char *text, const char *want, size_t taken)
{
	struct date date = { 0 };
	char got[DATE_CHARS_MAX];

	if (!CHECK_INT(date_parse(text, strlen(text), &date), taken))
		printf("#   in %s\n", text);
	date_format(date, got);
	CHECK_STR(got, want);
}

static void
test_date_forms(void)
{
	static const struct {
		const char *text, *want;
	} whole[] = {
		{ "2025-12-04", "2025-12-04" }, { "2025/12/4", "2025-12-04" },
		{ "2025.12.04", "2025-12-04" }, { "2025-12", "2025-12" },
		{ "2025", "2025" }, { "4/12/2025", "2025-12-04" },
		{ "04-12-2025", "2025-12-04" }, { "4.12.2025", "2025-12-04" },
		{ "12/25/2025", "2025-12-25" }, { "12/2025", "2025-12" },
		{ "ngày 4 tháng 12 năm 2025", "2025-12-04" },
		{ "Ngày 4/12/2025", "2025-12-04" },
		{ "4 tháng 12, 2025", "2025-12-04" },
		{ "tháng 12 năm 2025", "2025-12" },
		{ "tháng 12/2025", "2025-12" },
		{ "Thứ Năm, 4/12/2025", "2025-12-04" },
		{ "Thứ năm, ngày 4 tháng 12 năm 2025", "2025-12-04" },
		{ "Chủ Nhật, 07-12-2025", "2025-12-07" },
		{ "December 4, 2025", "2025-12-04" },
		{ "Dec. 4, 2025", "2025-12-04" },
		{ "DECEMBER 4TH, 2025", "2025-12-04" },
		{ "4 December 2025", "2025-12-04" },
		{ "4th of December, 2025", "2025-12-04" },
		{ "Thu, 4 Dec 2025", "2025-12-04" },
		{ "Thursday, December 4, 2025", "2025-12-04" },
		{ "May 2025", "2025-05" },
		{ "4 ديسمبر 2025", "2025-12-04" },
		{ "٤ ديسمبر ٢٠٢٥", "2025-12-04" },
		{ "۴ دسامبر", "" },
		{ "4 كانون الأول/ديسمبر 2025", "2025-12-04" },
		{ "4 ديسمبر/كانون الأول 2025", "2025-12-04" },
		{ "الخميس، 4 ديسمبر 2025", "2025-12-04" },
		{ "الخميس 4 ديسمبر، 2025", "2025-12-04" },
		{ "15 أغسطس 2024", "2024-08-15" },
		{ "15 آب 2024", "2024-08-15" },
		{ "٢٠٢٥-١٢-٠٤", "2025-12-04" },
		{ "4/12", "" }, { "ngày 4 tháng 12", "" }, { "December 4", "" },
		{ "31/2/2025", "" }, { "2025-13-01", "" }, { "", "" },
		{ "20251204", "" }, { "4/12/20251", "" }, { "Mayor 2025", "" },
		{ "4 ديسمبر 2025م", "2025-12-04" },
		{ "4 ديسمبر 2025من", "" },
	};

	check_case("forms of dates");
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		check_parse(whole[i].text, whole[i].want,
			*whole[i].want != '\0' ? strlen(whole[i].text) : 0);

	check_case("a date ends where it ends");
	check_parse("  2025-12-04T10:00", "2025-12-04", 12);
	check_parse("2025-12-04. Then", "2025-12-04", 10);
	check_parse("December 4, 2025, was", "2025-12-04", 16);
	check_parse("2025 was a good year", "2025", 4);
	check_parse("4 \xC2\xA0tháng\xC2\xA0""12 năm 2025 x", "2025-12-04", 24);
	check_parse("Nga\xCC\x80y 4 tha\xCC\x81ng 12 n\xC4\x83m 2025",
		"2025-12-04", 29);
}

static struct date
day(int year, int month, int day)
{
	struct date date = { 0 };

	date_make(year, month, day, &date);
	return date;
}

static void
test_date_split(void)
{
	static const int cases[][4] = {
		{ 1970, 1, 1, 4 }, { 1969, 12, 31, 3 }, { 2000, 2, 29, 2 },
		{ 2026, 1, 9, 5 }, { 1, 1, 1, 1 }, { 9999, 12, 31, 5 },
	};
	int y, m, d;

	check_case("dates are split into what made them");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date date = day(cases[i][0], cases[i][1], cases[i][2]);

		date_split(date, &y, &m, &d);
		CHECK(y == cases[i][0] && m == cases[i][1]
			&& d == cases[i][2]);
		CHECK_INT(date_weekday(date), cases[i][3]);
	}
	date_split(day(2025, 12, 0), &y, &m, &d);
	CHECK(y == 2025 && m == 12 && d == 0);
	date_split((struct date){ 0 }, &y, &m, &d);
	CHECK(y == 0 && m == 0 && d == 0);
}

static void
test_date_resolve(void)
{
	static const struct {
		const char *said, *article, *want;
	} cases[] = {
		{ "ngày 9/1", "2026-01-09", "2026-01-09" },
		{ "ngày 8/1", "2026-01-09", "2026-01-08" },
		{ "ngày 16/1", "2026-01-09", "2026-01-16" },
		/* To come, or a year ago? */
		{ "ngày 17/1", "2026-01-09", "" },
		{ "ngày 10/3", "2026-01-09", "" },
		{ "ngày 11/3", "2026-01-09", "2025-03-11" },
		{ "Dec 31", "2026-01-09", "2025-12-31" },
		{ "Jan 2", "2025-12-30", "2026-01-02" },
		{ "Jan 20", "2025-12-30", "" },
		{ "9 يناير", "2026-06-09", "2026-01-09" },
		{ "29/2/2024", "2026-01-09", "2024-02-29" },
		{ "ngày 29/2", "2026-01-09", "2024-02-29" },
		{ "ngày 29/2", "2026-11-09", "2024-02-29" },
		{ "ngày 29/2", "1903-11-09", "1896-02-29" },
		{ "yesterday", "2026-01-01", "2025-12-31" },
		{ "hôm nay", "2026-01-01", "2026-01-01" },
		{ "ngày mai", "2025-12-31", "2026-01-01" },
		{ "أول أمس", "2026-01-01", "2025-12-30" },
		{ "Friday", "2026-01-09", "2026-01-09" },
		{ "Thursday", "2026-01-09", "2026-01-08" },
		{ "Saturday", "2026-01-09", "2026-01-03" },
		{ "thứ Năm", "1969-12-31", "1969-12-25" },
		{ "20 رجب 1447", "2026-01-09", "" },
		{ "yesterday", "", "" }, { "ngày 9/1", "", "" },
		{ "yesterday", "2026-01", "" }, { "ngày 9/1", "2026", "" },
		{ "9/1/2026", "", "2026-01-09" },
		{ "yesterday", "0001-01-01", "" },
		{ "tomorrow", "9999-12-31", "" },
		{ "no day", "2026-01-09", "" },
	};

	check_case("days are resolved against the article's own date only");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date article = { 0 }, date;
		struct date_said said;
		char got[DATE_CHARS_MAX];

		date_parse(cases[i].article, strlen(cases[i].article),
			&article);
		date_read(cases[i].said, strlen(cases[i].said), &said);
		date = date_resolve(&said, article);
		date_format(date, got);
		if (!CHECK_STR(got, cases[i].want))
			printf("#   %s in %s\n", cases[i].said,
				cases[i].article);
	}
}

int
main(void)
{
	test_date_split();
	test_date_resolve();
	test_date_make();
	test_date_format_roundtrip();
	test_date_forms();
	return check_done();
}
