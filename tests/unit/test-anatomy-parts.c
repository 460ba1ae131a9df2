/* By what each part was recognised; sections, leads and datelines. */

#include <config.h>

#include "base/buf.h"
#include "model/anatomy.h"
#include "text/clean.h"

#include "../check.h"
#include "text-labels.h"

static const char *const role_names[PART_ROLE_COUNT] = {
	[PART_TITLE] = "title", [PART_DATE] = "date",
	[PART_BYLINE] = "byline", [PART_SOURCE] = "source",
	[PART_CAPTION] = "caption", [PART_BODY] = "body",
	[PART_REPEAT] = "repeat", [PART_SECTION] = "section",
	[PART_LEAD] = "lead", [PART_BOILERPLATE] = "boilerplate",
};

static const char *const reason_names[REASON_COUNT] = {
	[REASON_NONE] = "", [REASON_OPENS] = " opens",
	[REASON_ABOVE_TITLE] = " above", [REASON_BELOW_TITLE] = " below",
	[REASON_LABEL] = " label", [REASON_CREDIT] = " credit",
	[REASON_DATE] = " date", [REASON_AGENCY] = " agency",
	[REASON_NAME] = " name", [REASON_GLUED] = " glued",
	[REASON_SAME] = " same", [REASON_RECURS] = " recurs",
	[REASON_REJOINED] = " rejoined", [REASON_UNWRAPPED] = " unwrapped",
	[REASON_CUT] = " cut",
};

static void
add_span(const char *text, struct span span, struct buf *out)
{
	buf_add(out, text + span.start, span_nbytes(span));
}

/* "title opens; byline label <By>; body", then what was noted. */
static void
describe(const char *text, const struct anatomy *anatomy, struct buf *out)
{
	for (size_t i = 0; i < anatomy->parts.count; i++) {
		const struct part *part = &anatomy->parts.at[i];

		buf_add_format(out, "%s%s%s", i > 0 ? "; " : "",
			role_names[part->role], reason_names[part->reason]);
		if (span_is_empty(part->why))
			continue;
		buf_add_string(out, " <");
		add_span(text, part->why, out);
		buf_add_string(out, ">");
	}
}

#define PROSE "The harbour was closed for most of the day, and nobody could " \
	"say with any certainty when the boats would sail again. The wind " \
	"had torn the roof off the chandler's and put it on the chapel."
#define PROSE_VI "Sáng nay, hàng trăm người dân đã có mặt ở bến tàu từ rất " \
	"sớm để chờ chuyến phà đầu tiên sau nhiều ngày biển động. Không ai " \
	"biết khi nào tàu mới được phép rời bến, kể cả ông trưởng cảng."
#define PROSE_AR "تجمع مئات السكان منذ ساعات الصباح الأولى في الميناء " \
	"انتظارًا لأول عبّارة تغادر بعد أيام من الأمواج العالية. ولم يعرف " \
	"أحد متى تستأنف الرحلات إلى الجزر البعيدة."
#define SHORT "The boats stay in port, and the ducks have the harbour."

static const struct {
	const char *name, *text, *want;
} cases[] = {
	{ "a title opens", "Boats stay in\n" PROSE, "title opens; body" },
	{ "a section above it", "World\nBoats stay in\n" PROSE,
		"section above; title opens; body" },
	{ "a path of sections",
		"Trang chủ > Thời sự > Biển đảo\nTàu về bến\n" PROSE_VI,
		"section above; title opens; body" },
	{ "an unknown path is a title", "Boats > Ducks\n" PROSE,
		"title opens; body" },
	{ "a section with a label", "Chuyên mục: Biển đảo\nTàu về bến\n"
		PROSE_VI, "section label <Chuyên mục:>; title opens; body" },
	{ "a section with an Arabic name", "اقتصاد\nالسفن في الميناء\n"
		PROSE_AR, "section above; title opens; body" },
	{ "a section in a title", "World waits for boats\n" PROSE,
		"title opens; body" },
	{ "one that is not known, over a longer title",
		"Sea ducks\nThe ducks have the harbour\n" PROSE,
		"section above; title opens; body" },
	{ "but not over prose", "Sea ducks\n" PROSE, "title opens; body" },
	{ "a title that runs into a date",
		"The boats stay in port Published: May 4, 2026 | 09:15 "
		PROSE PROSE,
		"title opens; date glued; body" },
	{ "a title that runs into a byline",
		"The boats stay in port By Ann Lee May 4, 2026 " PROSE PROSE,
		"title opens; byline glued; date glued; body" },
	{ "a title that runs into a dateline",
		"The boats stay in port GREYFORD, May 4 (AFP) - " PROSE PROSE,
		"title opens; body" },
	{ "a date in prose is no end of one",
		"The boats stay in on May 4, 2026 and later. " PROSE PROSE,
		"body" },
	{ "a year alone", "Boats stay in\n2025\n" PROSE,
		"title opens; date date; body" },
	{ "initials glued to the end", "Boats stay in\n" PROSE " (R.K.)",
		"title opens; body; byline glued" },
	{ "an address below a name", "Boats stay in\n" PROSE
		"\nAnn Lee\nann@example.org",
		"title opens; body; byline name; byline name" },
	{ "what follows the sources", "Boats stay in\n" PROSE
		" Source: AFP\n© The Paper. No copies.",
		"title opens; body; source glued <Source:>; body" },
	{ "a dash between two tails", "Boats stay in\n" PROSE
		" Ann Lee - Source: AFP",
		"title opens; body; byline glued; source glued <Source:>" },
	{ "a byline has a label", "Boats stay in\nBy Ann Lee\n" PROSE,
		"title opens; byline label <By>; body" },
	{ "or none", "Boats stay in\nAnn Lee\n" PROSE,
		"title opens; byline name; body" },
	{ "but it is no line of other words", "Boats stay in\nThe Long Wait\n"
		PROSE, "title opens; body; body" },
	{ "a row of facts", "Boats stay in\nBy Ann Lee | May 4, 2026 | AFP\n"
		PROSE, "title opens; byline label <By>; date date; "
		"source agency <AFP>; body" },
	{ "a row that is none", "Boats stay in | Ducks go out\n" PROSE,
		"title opens; body" },
	{ "a title that could name an editor", "تحرير مدينة حلب\n" PROSE,
		"title opens; body" },
	{ "an agency", "Boats stay in\n" PROSE "\n(AFP)",
		"title opens; body; source agency <AFP>" },
	{ "a source", "Boats stay in\n" PROSE "\nSource: AFP",
		"title opens; body; source label <Source:>" },
	{ "glued to the end",
		"Tàu về bến\n" PROSE_VI " Minh An (Theo AFP)",
		"title opens; body; byline glued; source glued <Theo>" },
	{ "glued with a label", "Boats stay in\n" PROSE " Source: AFP",
		"title opens; body; source glued <Source:>" },
	{ "glued to the start", "Boats stay in\n2026-05-04 - " PROSE,
		"title opens; date glued; body" },
	{ "a date", "Boats stay in\nMonday, 4 May 2026\n" PROSE,
		"title opens; date date; body" },
	{ "a date with a label", "Boats stay in\nUpdated: 4 May 2026\n" PROSE,
		"title opens; date label <Updated:>; body" },
	{ "a caption with its credit", "Boats stay in\n" PROSE
		"\nThe chapel at noon. Photo: AFP\n" PROSE "!",
		"title opens; body; caption credit <Photo:>; body" },
	{ "a caption with its label", "Boats stay in\n" PROSE
		"\nPhoto: The chapel at noon\n" PROSE "!",
		"title opens; body; caption label <Photo:>; body" },
	{ "a caption glued to the start", "Boats stay in\n"
		"The chapel at noon. (Photo: AFP) " PROSE,
		"title opens; caption credit <Photo:>; body" },
	{ "a credit glued to the end", "Tàu về bến\n" PROSE_VI
		" Phà vẫn nằm im. Ảnh: Báo A\n" PROSE_VI "!",
		"title opens; body; caption credit <Ảnh:>; body" },
	{ "the middle of a sentence is no caption", "Boats stay in\n"
		"The chapel (photo: a postcard) has no roof. " PROSE,
		"title opens; body" },
	{ "a repeat", "Boats stay in\n" PROSE "\n" SHORT "\n" SHORT,
		"title opens; body; body; repeat same <" SHORT ">" },
	{ "a lead before a caption", "Boats stay in\n" SHORT
		"\nThe chapel. Photo: AFP\n" PROSE,
		"title opens; lead below; caption credit <Photo:>; body" },
	{ "a lead before a byline", "Boats stay in\n" SHORT
		"\nBy Ann Lee\n" PROSE,
		"title opens; lead below; byline label <By>; body" },
	{ "a lead before a dateline", "Boats stay in\n" SHORT
		"\nGREYFORD (AFP) - " PROSE, "title opens; lead below; body" },
	{ "a lead with a block of its own", "Boats stay in\n\n" SHORT "\n\n"
		PROSE "\n" PROSE "!", "title opens; lead below; body; body" },
	{ "a short paragraph is no lead", "Boats stay in\n\n" SHORT "\n\n"
		PROSE "\n\n" PROSE "!", "title opens; body; body; body" },
	{ "nor is a long one", "Boats stay in\n" PROSE
		"\nThe chapel. Photo: AFP\n" SHORT,
		"title opens; body; caption credit <Photo:>; body" },
	{ "nor one without a title", SHORT "\nThe chapel. Photo: AFP\n" PROSE,
		"body; caption credit <Photo:>; body" },
};

static void
test_reasons(const struct labels *labels)
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
test_row_notes_nothing(const struct labels *labels)
{
	static const char text[] = "Boats stay in\n"
		"Ann Lee | Section: World | May 4, 2026 | what goes on here "
		"is no name at all\n" PROSE;
	struct anatomy anatomy = { 0 };

	check_case("a row that is none leaves nothing behind");
	anatomy_read(&anatomy, text, sizeof(text) - 1, labels);
	CHECK_INT(anatomy.parts.count, 3);
	CHECK_INT(anatomy.date.precision, DATE_NONE);
	CHECK_INT(anatomy.bylines.count, 0);
	CHECK(span_is_empty(anatomy.section));
	anatomy_release(&anatomy);
}

static const struct {
	const char *text;	/* the start of the first paragraph */
	const char *dateline;
	const char *sources;	/* a bar behind each */
	const char *date;
} datelines[] = {
	{ "(NLĐ) - ", "(NLĐ) -", "NLĐ|", "" },
	{ "(Dân trí)- ", "(Dân trí)-", "Dân trí|", "" },
	{ "TTO - ", "TTO -", "TTO|", "" },
	{ "HÀ NỘI (TTXVN) – ", "HÀ NỘI (TTXVN) –", "TTXVN|", "" },
	{ "Hà Nội, ngày 9/1 (TTXVN) - ", "Hà Nội, ngày 9/1 (TTXVN) -",
		"TTXVN|", "" },
	{ "Đà Nẵng, 9/1 (TTXVN) – ", "Đà Nẵng, 9/1 (TTXVN) –", "TTXVN|", "" },
	{ "CARACAS, Jan 9 (Reuters) - ", "CARACAS, Jan 9 (Reuters) -",
		"Reuters|", "" },
	{ "CARACAS, Jan. 9, 2026 (Reuters) -- ",
		"CARACAS, Jan. 9, 2026 (Reuters) --", "Reuters|",
		"2026-01-09" },
	{ "GREYFORD, Velmaria (AP) — ", "GREYFORD, Velmaria (AP) —", "AP|",
		"" },
	{ "Rio de Janeiro (AFP) – ", "Rio de Janeiro (AFP) –", "AFP|", "" },
	{ "GREYFORD — ", "GREYFORD —", "", "" },
	{ "GREYFORD/MARVENTO, May 4 - ", "GREYFORD/MARVENTO, May 4 -", "",
		"" },
	{ "NEW DELHI: ", "NEW DELHI:", "", "" },
	{ "(CNN) ", "(CNN)", "CNN|", "" },
	{ "(BAS) - ", "(BAS) -", "BAS|", "" },
	{ "(Greyford) - ", "(Greyford) -", "", "" },
	{ "الرياض - واس: ", "الرياض - واس:", "واس|", "" },
	{ "واس – الرياض: ", "واس –", "واس|", "" },
	{ "القاهرة 9 يناير (رويترز) - ", "القاهرة 9 يناير (رويترز) -",
		"رويترز|", "" },
	{ "بيروت، 9 يناير 2026 (أ ف ب) - ", "بيروت، 9 يناير 2026 (أ ف ب) -",
		"أ ف ب|", "2026-01-09" },
	{ "دمشق ـ سانا: ", "دمشق ـ سانا:", "سانا|", "" },
	{ "لندن – «القدس العربي»: ", "لندن – «القدس العربي»:",
		"القدس العربي|", "" },
	{ "القاهرة /أ ش أ/ - ", "القاهرة /أ ش أ/ -", "أ ش أ|", "" },
	{ "القاهرة - كتب سامي الحداد - ", "القاهرة - كتب سامي الحداد -", "",
		"" },
	/* These are none. */
	{ "By the pier - as ever - ", "", "", "" },
	{ "Ann Lee - who has a boat - ", "", "", "" },
	{ "On Jan 9 (a Friday) ", "", "", "" },
	{ "Greyford: ", "", "", "" },
	{ "Reuters: ", "", "", "" },
	{ "Greyford 1/2 (half) way - ", "", "", "" },
	{ "Greyford, May 4, 2026 was wet. ", "", "", "" },
	{ "قال المدير: ", "", "", "" },
	{ "", "", "", "" },
};

static void
test_datelines(const struct labels *labels)
{
	struct anatomy anatomy = { 0 };
	struct buf text = BUF_INIT, got = BUF_INIT;

	check_case("datelines, their agencies and their dates");
	for (size_t i = 0; i < sizeof(datelines) / sizeof(*datelines); i++) {
		char date[DATE_CHARS_MAX];

		buf_reset(&text);
		buf_add_format(&text, "Boats stay in\n%s%s\n%s!",
			datelines[i].text, PROSE, PROSE);
		anatomy_read(&anatomy, text.at, text.nbytes, labels);
		buf_reset(&got);
		add_span(text.at, anatomy.dateline, &got);
		CHECK_STR(got.at, datelines[i].dateline);
		buf_reset(&got);
		for (size_t k = 0; k < anatomy.sources.count; k++) {
			add_span(text.at, anatomy.sources.at[k], &got);
			buf_add_byte(&got, '|');
		}
		CHECK_STR(got.at, datelines[i].sources);
		date_format(anatomy.date, date);
		CHECK_STR(date, datelines[i].date);
		/* It stays in its paragraph. */
		CHECK_INT(anatomy.parts.count, 3);
		CHECK_INT(anatomy.parts.at[1].role, PART_BODY);
	}
	buf_release(&got);
	buf_release(&text);
	anatomy_release(&anatomy);
}

static void
test_order(const struct labels *labels)
{
	static const char text[] = "Boats stay in\nGREYFORD (AFP) - " PROSE
		"\n" PROSE "!\nSource: Reuters, AFP";
	static const char twice[] = "Boats stay in\nBy Ann Lee, Associated "
		"Press\nGREYFORD (AP) - " PROSE "\n" PROSE "!";
	struct anatomy anatomy = { 0 };
	struct buf got = BUF_INIT;

	check_case("sources are in the order of the text, each once");
	anatomy_read(&anatomy, text, sizeof(text) - 1, labels);
	for (size_t i = 0; i < anatomy.sources.count; i++) {
		add_span(text, anatomy.sources.at[i], &got);
		buf_add_byte(&got, '|');
	}
	CHECK_STR(got.at, "AFP|Reuters|");

	check_case("initials are no other source than the whole name");
	anatomy_read(&anatomy, twice, sizeof(twice) - 1, labels);
	CHECK_INT(anatomy.sources.count, 1);
	anatomy_release(&anatomy);
	buf_release(&got);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_reasons(labels);
	test_row_notes_nothing(labels);
	test_datelines(labels);
	test_order(labels);
	labels_free(labels);
	return check_done();
}
