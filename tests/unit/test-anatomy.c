#include <config.h>

#include <glob.h>

#include "base/xalloc.h"
#include "model/anatomy.h"
#include "model/lines.h"
#include "text/clean.h"
#include "text/language.h"

#include "../check.h"
#include "text-labels.h"

static const char *const role_names[PART_ROLE_COUNT] = {
	[PART_TITLE] = "title", [PART_DATE] = "date",
	[PART_BYLINE] = "byline", [PART_SOURCE] = "source",
	[PART_CAPTION] = "caption", [PART_BODY] = "body",
	[PART_REPEAT] = "repeat", [PART_SECTION] = "section",
	[PART_LEAD] = "lead", [PART_BOILERPLATE] = "boilerplate",
};

static void
add_span(const char *text, struct span span, struct buf *out)
{
	buf_add(out, text + span.start, span_nbytes(span));
}

static void
add_list(const char *name, const char *text, const struct span_vec *spans,
	struct buf *out)
{
	if (spans->count > 0)
		buf_add_format(out, "\n%s", name);
	for (size_t i = 0; i < spans->count; i++) {
		buf_add_byte(out, i > 0 ? '|' : ' ');
		add_span(text, spans->at[i], out);
	}
}

/* Roles of all parts, then what was found, one fact a line. */
static void
describe(const char *text, const struct anatomy *anatomy, struct buf *out)
{
	char date[DATE_CHARS_MAX];

	for (size_t i = 0; i < anatomy->parts.count; i++)
		buf_add_format(out, "%s%s", i > 0 ? " " : "",
			role_names[anatomy->parts.at[i].role]);
	date_format(anatomy->date, date);
	if (*date != '\0')
		buf_add_format(out, "\ndate %s", date);
	add_list("by", text, &anatomy->bylines, out);
	add_list("from", text, &anatomy->sources, out);
	add_list("caption", text, &anatomy->captions, out);
}

#define LONG "The harbour was closed for most of the day, and nobody could " \
	"say with any certainty when the boats would be allowed to sail " \
	"again from the northern pier."
#define LONG_VI "Sáng nay, hàng trăm người dân đã có mặt ở bến tàu từ rất " \
	"sớm để chờ chuyến phà đầu tiên sau nhiều ngày biển động mạnh " \
	"chưa từng có."
#define LONG_AR "تجمع مئات السكان منذ ساعات الصباح الأولى في الميناء " \
	"انتظارًا لأول عبّارة تغادر بعد أيام من الأمواج العالية التي عطلت " \
	"حركة السفن كلها."

static const struct {
	const char *name, *text, *want;
} cases[] = {
	{ "nothing", "", "" },
	{ "blanks", " \n\t\n\xC2\xA0\n\xE2\x80\x8F\n", "" },
	{ "one line is a paragraph, not a title", "Boats stay in", "body" },
	{ "title and body", "Boats stay in\n" LONG, "title body" },
	{ "question as title", "Why?\n\n" LONG, "title body" },
	{ "a full stop makes a sentence", "Boats stay in.\n" LONG,
		"body body" },
	{ "so does one in quotes", "He said \"no.\"\n" LONG, "body body" },
	{ "a long line is no title", LONG " and\n" LONG ".", "body body" },
	{ "title behind a date line", "4 December 2025\nBoats stay in\n" LONG,
		"date title body\ndate 2025-12-04" },
	{ "glued date", " date 2025-12-04 " LONG "\n" LONG ".",
		"date body body\ndate 2025-12-04" },
	{ "glued date behind the title", "Boats stay in\n date 2025-12-04 "
		LONG, "title date body\ndate 2025-12-04" },
	{ "glued date and caption", " date 2025-12-04 Bến tàu (Ảnh: Báo A).\n"
		LONG_VI, "date caption body\ndate 2025-12-04\n"
		"caption Bến tàu (Ảnh: Báo A)." },
	{ "date and separator", "Boats\n04/12/2025 - " LONG,
		"title date body\ndate 2025-12-04" },
	{ "date line with weekday and time", "Tàu\nThứ Năm, 4/12/2025, 10:30 "
		"(GMT+7)\n" LONG_VI, "title date body\ndate 2025-12-04" },
	{ "labeled date", "Tàu\nCập nhật: 4/12/2025\n" LONG_VI,
		"title date body\ndate 2025-12-04" },
	{ "date behind a place", LONG_VI "\n" LONG_VI "!\n"
		"Cần Thơ, ngày 4 tháng 12 năm 2025",
		"body body date\ndate 2025-12-04" },
	{ "Arabic date line", "عنوان\n4 كانون الأول/ديسمبر 2025\n" LONG_AR,
		"title date body\ndate 2025-12-04" },
	{ "a date in prose is not the article's", "December 4, 2025 was calm. "
		LONG "\n" LONG, "body body" },
	{ "nor is a yearless one", "Boats\nNgày 4/12, " LONG_VI,
		"title body" },
	{ "By", "Boats stay in\nBy Ann Lee and Bo Da Silva\n" LONG,
		"title byline body\nby Ann Lee|Bo Da Silva" },
	{ "By in prose", "Boats stay in\nBy the sea it was calm\n" LONG,
		"title body body" },
	{ "Arabic byline", "عنوان\nبقلم سامي الحداد\n" LONG_AR,
		"title byline body\nby سامي الحداد" },
	{ "bare names before the sources", "Tàu\n" LONG_VI "\n" LONG_VI
		"!\n\nMinh An - Lê Hoa\n\nNguồn: Báo A, Reuters",
		"title body body byline source\nby Minh An|Lê Hoa\n"
		"from Báo A|Reuters" },
	{ "bare name last", LONG_AR "\n" LONG_AR "!\nسامي الحداد",
		"body body byline\nby سامي الحداد" },
	{ "author and agency", LONG "\n" LONG "!\nAnn Lee/Reuters",
		"body body byline\nby Ann Lee\nfrom Reuters" },
	{ "author and sources in brackets", LONG_VI "\n" LONG_VI
		"!\nMinh An (theo Reuters, AFP)",
		"body body byline\nby Minh An\nfrom Reuters|AFP" },
	{ "a last line that is no name", LONG "\n" LONG "!\nand then left",
		"body body body" },
	{ "agency last", LONG "\n" LONG "!\n(AFP)",
		"body body source\nfrom AFP" },
	{ "Theo", LONG_VI "\n" LONG_VI "!\nTheo Báo Sông",
		"body body source\nfrom Báo Sông" },
	{ "Theo in prose", "Theo chân người đưa thư\n" LONG_VI,
		"title body" },
	{ "credit on top", "Credited from: REUTERS\n" LONG "\n" LONG "!",
		"source body body\nfrom REUTERS" },
	{ "Arabic sources", "عنوان\n" LONG_AR "\nالمصدر: رويترز، وكالات",
		"title body source\nfrom رويترز|وكالات" },
	{ "caption with a credit", "Tàu\n" LONG_VI "\nBến vắng. Ảnh: Báo A\n"
		LONG_VI "!", "title body caption body\n"
		"caption Bến vắng. Ảnh: Báo A" },
	{ "Arabic caption", "عنوان\n" LONG_AR "\nالميناء. الصورة: رويترز\n"
		LONG_AR "!", "title body caption body\n"
		"caption الميناء. الصورة: رويترز" },
	{ "caption in square brackets", "Boats\nA pier at noon [Reuters]\n"
		LONG, "title caption body\ncaption A pier at noon [Reuters]" },
	{ "no caption without marks", "Tàu\n" LONG_VI "\nAnh: một người\n"
		LONG_VI "!", "title body body body" },
	{ "caption alone is no title", "Bến vắng. Ảnh: Báo A\n" LONG_VI,
		"caption body\ncaption Bến vắng. Ảnh: Báo A" },
	{ "glued agency", "- " LONG "\n" LONG " (Reuters)",
		"body body source\nfrom Reuters" },
	{ "glued author", "- " LONG_VI "\n" LONG_VI " Minh An",
		"body body byline\nby Minh An" },
	{ "glued author and source", "- " LONG "\n" LONG
		" By Ann Lee Source: AFP, Reuters",
		"body body byline source\nby Ann Lee\nfrom AFP|Reuters" },
	{ "glued without blanks",
		"- " LONG_VI "\n" LONG_VI "Thu Hà(Theo Báo A)",
		"body body byline source\nby Thu Hà\nfrom Báo A" },
	{ "glued in Arabic", "- " LONG_AR "\n" LONG_AR
		" إعداد: مها العلي المصدر: رويترز",
		"body body byline source\nby مها العلي\nfrom رويترز" },
	{ "an abbreviation ends no sentence", "- " LONG "\n" LONG
		" It was said by Dr. Ann Lee", "body body" },
	{ "repeats, blanks aside", LONG "\n" LONG_VI "\nx\xC2\xA0" LONG
		"\n x " LONG " \n" LONG, "body body body repeat repeat" },
	{ "the title again", "Boats stay in port\n" LONG
		"\nBoats stay in port\n" LONG "!", "title body repeat body" },
	{ "what is short may come again", "***\n" LONG "\n***\n" LONG "!",
		"title body body body" },
	{ "wrapped by hand", "Boats stay in\n"
		"   The harbour was closed for most of the day, and\n"
		"nobody could say with any certainty when the boats\n"
		"would sail.\n"
		"   On the northern pier the fishermen mended their\n"
		"nets and waited, as their fathers had done before\n"
		"them, for the wind to turn.\n"
		"Ann Lee", "title body body byline\nby Ann Lee" },
	{ "one word is no byline", "Boats\n" LONG "\nBody.",
		"title body body" },
	{ "nor with a blank less", "Boats\n" LONG "\nSea.sand",
		"title body body" },
	{ "initials are", "Boats\n" LONG "\nT.H.",
		"title body byline\nby T.H." },
	{ "and with a name", "Boats\n" LONG "\nH.Anh",
		"title body byline\nby H.Anh" },
	{ "a sentence of names is none", "Boats\n" LONG "\nAnn Lee.",
		"title body body" },
	{ "a Russian byline", "Лодки\n" LONG "\nАнна Ли",
		"title body byline\nby Анна Ли" },
	{ "Russian words are none", "Лодки\n" LONG "\nАнна пела",
		"title body body" },
	{ "a Greek byline", "Πλοία\n" LONG "\nΆννα Λη",
		"title body byline\nby Άννα Λη" },
	{ "a poem is not wrapped", "Boats\n\nThe wind is up\nthe boats are in\n"
		"the sea is grey\nand I am thin\nand so are you\nwho sing",
		"title body body body body body body" },
};

static void
test_anatomy_cases(const struct labels *labels)
{
	struct anatomy anatomy = { 0 };
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		anatomy_read(&anatomy, cases[i].text, strlen(cases[i].text),
			labels);
		buf_reset(&got);
		describe(cases[i].text, &anatomy, &got);
		CHECK_STR(got.at, cases[i].want);
	}
	buf_release(&got);
	anatomy_release(&anatomy);
}

static void
check_label(const struct labels *labels, const char *text, const char *want)
{
	struct anatomy anatomy = { 0 };

	anatomy_read(&anatomy, text, strlen(text), labels);
	CHECK_BYTES(text + anatomy.label.start, span_nbytes(anatomy.label),
		want, strlen(want));
	anatomy_release(&anatomy);
}

static void
test_anatomy_label(const struct labels *labels)
{
	check_case("what lists show");
	check_label(labels, "Boats stay in\n" LONG, "Boats stay in");
	check_label(labels, "Short and sweet.", "Short and sweet.");
	check_label(labels, LONG, "The harbour was closed for most of the "
		"day, and nobody could say with any certainty when the "
		"boats");
	check_label(labels, "(BAS) - " LONG, "The harbour was closed for most "
		"of the day, and nobody could say with any certainty when the "
		"boats");
	check_label(labels, "GREYFORD (AFP) - Rain. " LONG, "Rain. The harbour "
		"was closed for most of the day, and nobody could say with "
		"any certainty when the");
	check_label(labels, "Nguồn: Báo A\nA. Ảnh: B\n" LONG_VI, "Sáng nay, "
		"hàng trăm người dân đã có mặt ở bến tàu từ rất sớm để chờ "
		"chuyến phà đầu tiên sau nhiều");
	check_label(labels, "Source: AFP", "");
}

static void
test_anatomy_counts(const struct labels *labels)
{
	static const char text[] = "Một hai\n\nba  bốn\tnăm sáu\xC2\xA0"
		"bảy tám chín mười.\nba bốn năm\nsáu bảy tám chín mười.\n"
		"Nguồn: Báo A";
	struct anatomy anatomy = { 0 };

	check_case("words and paragraphs are counted without furniture");
	anatomy_read(&anatomy, text, sizeof(text) - 1, labels);
	CHECK_INT(anatomy.words, 18);
	CHECK_INT(anatomy.paragraphs, 3);
	CHECK_INT(anatomy.repeats, 0);
	anatomy_release(&anatomy);
}

/* Parts are in order, trimmed, and leave nothing but blanks out. */
static bool
check_cover(const char *text, size_t nbytes, const struct anatomy *anatomy)
{
	uint32_t off = 0;

	for (size_t i = 0; i <= anatomy->parts.count; i++) {
		struct span gap = { off, (uint32_t)nbytes };

		if (i < anatomy->parts.count) {
			struct span part = anatomy->parts.at[i].span;
			struct span trimmed = span_trim(text, part);

			if (!CHECK(part.start >= off && part.end > part.start)
				|| !CHECK(trimmed.start == part.start
					&& trimmed.end == part.end))
				return false;
			gap.end = part.start;
			off = part.end;
		}
		if (!CHECK(span_is_empty(span_trim(text, gap))))
			return false;
	}
	return true;
}

static bool
check_parts(const char *text, size_t nbytes, const struct anatomy *anatomy)
{
	uint32_t counts[PART_ROLE_COUNT] = { 0 };

	for (size_t i = 0; i < anatomy->parts.count; i++)
		counts[anatomy->parts.at[i].role]++;
	return check_cover(text, nbytes, anatomy)
		&& CHECK(counts[PART_TITLE] == !span_is_empty(anatomy->title))
		&& CHECK_INT(counts[PART_REPEAT], anatomy->repeats)
		&& CHECK_INT(counts[PART_BODY] + counts[PART_REPEAT]
			+ counts[PART_LEAD], anatomy->paragraphs)
		&& CHECK(counts[PART_LEAD] == !span_is_empty(anatomy->lead))
		&& CHECK((counts[PART_SECTION] > 0)
			== !span_is_empty(anatomy->section))
		&& CHECK_INT(counts[PART_CAPTION], anatomy->captions.count)
		&& CHECK(span_is_empty(anatomy->label)
			== (anatomy->paragraphs == 0));
}

/* In memory of exactly that size, so that a sanitizer sees every overrun. */
static bool
check_whole(const struct buf *text, struct anatomy *anatomy,
	const struct labels *labels)
{
	char *exact = xmalloc(text->nbytes);
	bool is_right;

	memcpy(exact, text->at, text->nbytes);
	anatomy_read(anatomy, exact, text->nbytes, labels);
	is_right = check_parts(exact, text->nbytes, anatomy);
	free(exact);
	return is_right;
}

static void
test_anatomy_random(const struct labels *labels)
{
	static const char *const pieces[] = { "\n", "\n\n", " ", " ", ". ",
		"date 2025-12-04 ", "Ảnh: ", "Nguồn: ", "(", ")", "[", "]",
		"By ", "Theo ", "Reuters", ", ", "Minh An", "4/12/2025", ":",
		" - ", "—", "بقلم ", "المصدر: ", "سامي", "x", "\xC2\xA0", ".",
		"\"", "”", "\t", "٢٠٢٥", LONG, LONG_VI, "x\xE2\x80\x8F", "...",
		"/", "و ", "\xEF\xBF\xBD", "中文", "World", " > ", "©",
		"CARACAS, Jan 9 (Reuters) - ", "الرياض - ", "واس", "PV",
		"https://", ";", "PHOTO", "Ảnh minh họa", "Báo ", "News" };
	struct anatomy anatomy = { 0 };
	struct buf text = BUF_INIT;
	unsigned state = 12345;

	check_case("parts cover any text made of these shapes");
	for (int round = 0; round < 4000; round++) {
		unsigned count = round % 40;

		buf_reset(&text);
		while (count-- > 0) {
			state = state * 1103515245 + 12345;
			buf_add_string(&text, pieces[(state >> 16)
				% (sizeof(pieces) / sizeof(*pieces))]);
		}
		if (!check_whole(&text, &anatomy, labels)) {
			check_dump("text", text.at, text.nbytes);
			break;
		}
	}
	check_case("and any cleaned bytes");
	for (int round = 0; round < 500; round++) {
		char noise[300];

		for (size_t i = 0; i < sizeof(noise); i++)
			noise[i] = (char)((state = state * 1103515245 + 12345)
				>> 16);
		buf_reset(&text);
		clean_text(noise, sizeof(noise), &text);
		if (!check_whole(&text, &anatomy, labels))
			break;
	}
	buf_release(&text);
	anatomy_release(&anatomy);
}

/* Real articles, where they are at hand: what must come out of each. */
static const struct {
	const char *pattern;	/* of the file name */
	bool has_title;
	const char *facts;	/* as described, without the roles */
	const char *caption_end;
	uint32_t repeats;
	enum language language;
	uint32_t paragraphs;
	int rejoined;		/* of them, those broken by a line end */
} seeds[] = {
	{ "000_*", true, "by Minh Phương\nfrom Al Jazeera|Reuters",
		"Ảnh: BBC", 0, LANGUAGE_VI, 5, 0 },
	{ "001_*", false, "date 2025-12-04", "(Ảnh: Reuters).", 0,
		LANGUAGE_VI, 13, 0 },
	{ "002_*", false, "from REUTERS", NULL, 0, LANGUAGE_EN, 4, 0 },
	{ "003_*", false, "", NULL, 6, LANGUAGE_EN, 13, 0 },
	{ "004_*", false, "", NULL, 0, LANGUAGE_AR, 10, 1 },
};

/* The label: the title, which is the first line, or the lead's first words. */
static void
check_seed_label(const char *text, const struct anatomy *anatomy)
{
	struct span lead = { 0, 0 };

	for (size_t i = anatomy->parts.count; i-- > 0;)
		if (anatomy->parts.at[i].role == PART_BODY
			|| anatomy->parts.at[i].role == PART_LEAD)
			lead = anatomy->parts.at[i].span;
	if (span_is_empty(anatomy->title)) {
		CHECK_INT(anatomy->label.start, lead.start);
		CHECK(anatomy->label.end < lead.end);
	} else {
		CHECK_INT(anatomy->title.start, 0);
		CHECK_INT(anatomy->title.end, strcspn(text, "\n"));
		CHECK_INT(anatomy->label.end, anatomy->title.end);
	}
}

static int
count_reason(const struct anatomy *anatomy, enum part_reason reason)
{
	int count = 0;

	for (size_t i = 0; i < anatomy->parts.count; i++)
		count += anatomy->parts.at[i].reason == reason;
	return count;
}

static void
check_seed(size_t number, const char *path, const struct labels *labels)
{
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct anatomy anatomy = { 0 };
	char *facts;

	CHECK_INT(read_whole(path, &text), 0);
	anatomy_read(&anatomy, text.at, text.nbytes, labels);
	CHECK_INT(!span_is_empty(anatomy.title), seeds[number].has_title);
	CHECK_INT(anatomy.repeats, seeds[number].repeats);
	CHECK_INT(anatomy.paragraphs, seeds[number].paragraphs);
	CHECK_INT(count_reason(&anatomy, REASON_REJOINED),
		seeds[number].rejoined);
	CHECK_INT(language_of(text.at, text.nbytes), seeds[number].language);
	CHECK_INT(anatomy.captions.count, seeds[number].caption_end != NULL);
	if (anatomy.captions.count == 1 && seeds[number].caption_end != NULL) {
		const char *want = seeds[number].caption_end;
		const char *end = text.at + anatomy.captions.at[0].end;

		CHECK_BYTES(end - strlen(want), strlen(want), want,
			strlen(want));
	}
	anatomy.captions.count = 0;
	describe(text.at, &anatomy, &got);
	facts = strchr(got.at, '\n');
	CHECK_STR(facts != NULL ? facts + 1 : "", seeds[number].facts);
	check_seed_label(text.at, &anatomy);
	CHECK(check_cover(text.at, text.nbytes, &anatomy));
	anatomy_release(&anatomy);
	buf_release(&text);
	buf_release(&got);
}

static void
test_anatomy_seeds(const struct labels *labels)
{
	char *folder = source_path("../shared/seeds");

	for (size_t i = 0; i < sizeof(seeds) / sizeof(*seeds); i++) {
		struct buf pattern = BUF_INIT;
		glob_t found;

		buf_add_format(&pattern, "%s/%s", folder, seeds[i].pattern);
		if (glob(pattern.at, 0, NULL, &found) == 0) {
			check_case(seeds[i].pattern);
			check_seed(i, found.gl_pathv[0], labels);
			globfree(&found);
		}
		buf_release(&pattern);
	}
	free(folder);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_anatomy_cases(labels);
	test_anatomy_label(labels);
	test_anatomy_counts(labels);
	test_anatomy_random(labels);
	test_anatomy_seeds(labels);
	labels_free(labels);
	return check_done();
}
