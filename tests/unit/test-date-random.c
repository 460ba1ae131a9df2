#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "model/date.h"
#include "model/date_words.h"
#include "text/fold.h"

#include "../check.h"
#include "../random.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const char *const english[] = { "January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December" };
static const char *const english_days[] = { "Sunday", "Monday", "Tuesday",
	"Wednesday", "Thursday", "Friday", "Saturday" };
static const char *const vietnamese_days[] = { "Chủ Nhật", "Thứ Hai", "Thứ Ba",
	"Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy" };
static const char *const egypt[] = { "يناير", "فبراير", "مارس", "أبريل",
	"مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
	"ديسمبر" };
static const char *const levant[] = { "كانون الثاني", "شباط", "آذار", "نيسان",
	"أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
	"تشرين الثاني", "كانون الأول" };

/* Whether the weekday does not tell 1/9 from 9/1. */
static bool
is_either(struct date date)
{
	struct date other;
	int y, m, d;

	date_split(date, &y, &m, &d);
	return date_make(y, d, m, &other)
		&& date_weekday(other) == date_weekday(date);
}

/* The day in form FORM, added to OUT; false: no such form. */
static bool
write_form(int form, struct date date, struct buf *out)
{
	int y, m, d, w = date_weekday(date);
	const char *month;

	date_split(date, &y, &m, &d);
	month = english[m - 1];
	switch (form) {
	case 0:
		buf_add_format(out, "%d/%d/%d", d, m, y);
		break;
	case 1:
		buf_add_format(out, "%02d-%02d-%d", d, m, y);
		break;
	case 2:
		buf_add_format(out, "%02d.%02d.%d", d, m, y);
		break;
	case 3:
		buf_add_format(out, "%d/%02d/%02d", y, m, d);
		break;
	case 4:
		buf_add_format(out, "%d-%02d-%02dT10:30:00+07:00", y, m, d);
		break;
	case 5:
		buf_add_format(out, "ngày %d tháng %d năm %d", d, m, y);
		break;
	case 6:
		buf_add_format(out, "%s, %d/%d/%d | 10:30 (GMT+7)",
			vietnamese_days[w], d, m, y);
		break;
	case 7:
		buf_add_format(out, "10h30 ngày %d-%d-%d", d, m, y);
		break;
	case 8:
		buf_add_format(out, "%s, %d/%d/%d", english_days[w],
			is_either(date) ? d : m, is_either(date) ? m : d, y);
		break;
	case 9:
		buf_add_format(out, "%s %d, %d", month, d, y);
		break;
	case 10:
		buf_add_format(out, "%.3s. %dth, %d", month, d, y);
		break;
	case 11:
		buf_add_format(out, "%s, %d %s %d 10:30 GMT",
			english_days[w], d, month, y);
		break;
	case 12:
		buf_add_format(out, "%.3s, %02d %.3s %d 10:30:00 +0700",
			english_days[w], d, month, y);
		break;
	case 13:
		buf_add_format(out, "%.3s %.3s %2d 10:30:00 %d",
			english_days[w], month, d, y);
		break;
	case 14:
		buf_add_format(out, "%d %s %d", d, egypt[m - 1], y);
		break;
	case 15:
		buf_add_format(out, "%d %s %dم", d, levant[m - 1], y);
		break;
	case 16:
		buf_add_format(out, "%d %s/%s %d، 10:30 ص", d,
			levant[m - 1], egypt[m - 1], y);
		break;
	case 17:
		buf_add_format(out, "20 رجب 1447هـ الموافق %d %s (%s) %d م",
			d, egypt[m - 1], levant[m - 1], y);
		break;
	case 18:
		buf_add_format(out, "%d年%d月%d日", y, m, d);
		break;
	case 19:
		buf_add_format(out, "%d%02d%02dT103000Z", y, m, d);
		break;
	default:
		return false;
	}
	return true;
}

static void
test_round_trip(void)
{
	uint64_t state = 20260109;
	struct date date = { 0, DATE_DAY };
	struct buf text = BUF_INIT;

	check_case("what is written in any form is read back, all of it");
	for (int form = 0; write_form(form, date, &text); form++) {
		for (int i = 0; i < 2000; i++) {
			struct date_said said;

			/* 1600 to 2199 */
			date.days = (int32_t)random_below(&state, 219146)
				- 135140;
			buf_reset(&text);
			write_form(form, date, &text);
			date_read(text.at, text.nbytes, &said);
			if (CHECK_INT((long long)said.nbytes,
				(long long)text.nbytes)
				&& CHECK_INT(said.kind, DATE_SAYS_DATE)
				&& CHECK_INT(said.date.days, date.days))
				continue;
			printf("#   in %s\n", text.at);
			break;
		}
	}
	buf_release(&text);
}

static void
test_any_bytes(void)
{
	static const char *const bits[] = { "9", "12", "2025", "/", "-", ".",
		" ", "ngày", "tháng", "Jan", "Thứ", "(", ")", "10:30", "h",
		"م", "هـ", "الموافق", "،", "رجب", "T", "Z", "+", "Friday",
		"\u200F", "يناير", "26" };
	uint64_t state = 7;

	check_case("whatever is there, no more than that is read");
	for (int i = 0; i < 200000; i++) {
		struct buf text = BUF_INIT;
		struct date_said said;
		uint32_t count = 1 + random_below(&state, 9);
		size_t nbytes;
		char *copy;

		for (uint32_t j = 0; j < count; j++)
			buf_add_string(&text, bits[random_below(&state,
				COUNT(bits))]);
		/* Of its own size, for a sanitizer to see one byte too far. */
		nbytes = text.nbytes;
		copy = malloc(nbytes);
		memcpy(copy, text.at, nbytes);
		date_read(copy, nbytes, &said);
		free(copy);
		if (!CHECK(said.nbytes <= nbytes
			&& said.date_nbytes <= said.nbytes
			&& (said.nbytes == 0)
				== (said.kind == DATE_SAYS_NOTHING))) {
			printf("#   in %s\n", text.at);
			i = 200000;
		}
		buf_release(&text);
	}
}

static void
test_words(void)
{
	check_case("the words are such as folding leaves");
	for (int list = 0; list < DATE_WORDS_COUNT; list++) {
		size_t count;
		const struct date_word *words = date_words_of(
			(enum date_words)list, &count);

		CHECK(count > 0);
		for (size_t i = 0; i < count; i++) {
			struct buf folded = BUF_INIT;

			fold_text(words[i].folded, strlen(words[i].folded),
				&folded);
			CHECK_STR(folded.at, words[i].folded);
			buf_release(&folded);
			for (size_t j = 0; j < i; j++)
				CHECK(strcmp(words[i].folded,
					words[j].folded) != 0);
		}
	}
}

int
main(void)
{
	test_round_trip();
	test_any_bytes();
	test_words();
	return check_done();
}
