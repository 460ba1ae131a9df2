#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/lines.h"

#include "../check.h"

/* The lines of TEXT, a bar between them, a line end inside as "~". */
static char *
split(const char *text)
{
	struct span_vec lines = { 0 };
	struct buf out = BUF_INIT;

	lines_split(text, strlen(text), &lines);
	for (size_t i = 0; i < lines.count; i++) {
		if (i > 0)
			buf_add_string(&out, "|");
		for (uint32_t at = lines.at[i].start; at < lines.at[i].end;
			at++)
			buf_add_byte(&out, text[at] == '\n' ? '~' : text[at]);
	}
	VEC_RELEASE(&lines);
	return buf_detach(&out);
}

/* Whether the line that has MARK in it goes on behind it. */
static bool
is_joined(const char *text, const char *mark)
{
	char *got = split(text), *at = strstr(got, mark), *end;
	bool is_joined;

	CHECK(at != NULL);
	end = strpbrk(at, "|~");
	is_joined = end != NULL && *end == '~';
	free(got);
	return is_joined;
}

#define BEFORE \
	"The harbour was full of boats on the morning of the fair.\n" \
	"Traders came from every village of the long coast to sell.\n"
#define AFTER \
	"Nobody had expected so many of them at this time of the year.\n" \
	"By the evening the last of the nets had been hung up to dry.\n"

static const struct {
	const char *what, *text, *mark;
	bool want;
} english[] = {
	{ "a word goes on in small letters", BEFORE
		"The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found.\n"
		AFTER, "would open", true },
	{ "a comma", BEFORE
		"When the storm had passed over the hills at last,\n"
		"the fishermen counted what was left of their nets.\n"
		AFTER, "at last,", true },
	{ "an empty line between", BEFORE
		"The mayor said that the new market hall would open\n\n"
		"before the end of the summer, if the money was found.\n"
		AFTER, "would open", true },
	{ "a capital", BEFORE
		"The mayor said that the new market hall would open\n"
		"Before the end of the summer, if the money was found.\n"
		AFTER, "would open", false },
	{ "a sentence ended", BEFORE
		"The mayor said that the new market hall would open.\n"
		"before the end of the summer, if the money was found.\n"
		AFTER, "would open", false },
	{ "a title", "The mayor said that the market hall would open\n"
		"before the end of the summer, if the money was found.\n"
		BEFORE AFTER, "would open", false },
	{ "a short line", BEFORE "The hall would open\n"
		"before the end of the summer, if the money was found.\n"
		AFTER, "would open", false },
	{ "a short rest", BEFORE
		"The mayor said that the new market hall would open\n"
		"before summer.\n" AFTER, "would open", false },
	{ "a rest without an end", BEFORE
		"The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found\n"
		AFTER, "would open", false },
	{ "a byline in small letters", BEFORE
		"The mayor said that the new market hall would open\n"
		"by Ann Writer and Bea Writer\n" AFTER,
		"would open", false },
	{ "a caption", BEFORE
		"The new market hall in the rain of May. Photo: Cy Lens\n"
		"before the end of the summer, if the money was found.\n"
		AFTER, "Cy Lens", false },
	{ "a list", BEFORE "The plan for the next year has three parts:\n"
		"a new market hall in the old harbour of the town,\n"
		"a school of fishing for all who want to learn it,\n"
		"and a road that goes around the hills of the coast.\n"
		AFTER, "of the town,", false },
	{ "letters of a list", BEFORE
		"The plan for the next year has these three parts\n"
		"a) a new market hall in the old harbour of the town.\n"
		AFTER, "three parts", false },
	{ "a bullet", BEFORE
		"- The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found.\n"
		AFTER, "would open", false },
	{ "a name that begins small", BEFORE
		"The prize went to the makers of a telephone named\n"
		"iBoat, which nobody in the town had ever heard of.\n"
		AFTER, "telephone named", false },
	{ "a web address", BEFORE
		"More about the fair in the harbour is to be found at\n"
		"www.example.org and in the office of the town hall.\n"
		AFTER, "found at", false },
	{ "columns", BEFORE
		"Boats in the harbour\tNets that were hung up to dry\n"
		"and all the rest of it\tnobody knows for certain now.\n"
		AFTER, "up to dry", false },
	{ "verses", BEFORE
		"O harbour of my younger days and all the boats in it\n"
		"that sailed away into the mist and never did return\n"
		"to where the women stood and sang of summers that were\n"
		"gone and of the money that was never to be found.\n"
		AFTER, "boats in it", false },
	{ "where lines do not end in sentences",
		"The harbour was full of boats on the morning of May\n"
		"Traders came from every village of the long coast\n"
		"Nobody had expected so many of them at this time.\n"
		"The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found.\n"
		"By the evening the last of the nets had been hung up\n",
		"would open", false },
	{ "a label in small letters", BEFORE
		"More about the fair in the harbour is known at the office\n"
		"phone: number seven of the harbour, every day but Sunday.\n"
		AFTER, "the office", false },
	{ "too many places",
		"The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found.\n"
		BEFORE
		"The women said that all of the new nets were hung up\n"
		"before the end of the winter, if the weather was good.\n"
		AFTER
		"The traders said that they had sold all of their fish\n"
		"before the end of the morning, if one can believe them.\n",
		"hung up", false },
	{ "too few others",
		"Boats.\nNets.\nFish.\nMen.\nTraders.\n"
		"Traders came from every village of the long coast.\n"
		"The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found.",
		"would open", false },
	{ "too little to learn from",
		"Traders came from every village of the long coast.\n"
		"The mayor said that the new market hall would open\n"
		"before the end of the summer, if the money was found.",
		"would open", false },
};

static void
test_english(void)
{
	for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++) {
		check_case(english[i].what);
		CHECK_INT(is_joined(english[i].text, english[i].mark),
			english[i].want);
	}
}

#define TRUOC \
	"Sáng nay bến cảng đông kín thuyền về dự hội làng chài.\n" \
	"Người bán kéo đến từ khắp các xã ven biển trong vùng.\n"
#define SAU \
	"Không ai ngờ có nhiều người đến vào mùa này như vậy.\n"

static void
test_vietnamese(void)
{
	check_case("Vietnamese");
	CHECK(is_joined(TRUOC "Chủ tịch xã cho biết khu chợ mới sẽ được mở\n"
		"ở phía đông của bến cảng cũ trước khi hết mùa hè.\n" SAU,
		"được mở"));
	CHECK(is_joined(TRUOC "Chủ tịch xã cho biết khu chợ mới ở bến cảng,\n"
		"đã xây xong từ tháng trước, sẽ mở trước khi hết hè.\n" SAU,
		"cảng,"));
	CHECK(!is_joined(TRUOC "Chủ tịch xã cho biết khu chợ mới sẽ được mở\n"
		"Ở phía đông của bến cảng cũ trước khi hết mùa hè.\n" SAU,
		"được mở"));
	CHECK(!is_joined(TRUOC "Chủ tịch xã cho biết khu chợ mới sẽ được mở\n"
		"Đông kín người từ sáng, theo lời những người bán.\n" SAU,
		"được mở"));
}

#define QABL \
	"امتلأ الميناء بالقوارب صباح يوم المعرض السنوي الكبير.\n" \
	"وجاء التجار من كل قرية على الساحل الطويل لبيع ما لديهم.\n"
#define BAD \
	"ولم يكن أحد يتوقع هذا العدد منهم في هذا الوقت من العام.\n"

static void
test_arabic(void)
{
	check_case("a lone و is a letter of the next word");
	CHECK(is_joined("وقال رئيس البلدية إن السوق الجديدة ستفتح أبوابها. و\n"
		"لم يذكر متى سيكون ذلك.\n", "أبوابها. و"));
	CHECK(is_joined(QABL "وقال رئيس البلدية إن السوق الجديدة ستفتح وَ\n"
		"تغلق.\n" BAD, "ستفتح وَ"));
	CHECK(!is_joined("الفقرة و\nقال رئيس البلدية إن السوق ستفتح.\n" BAD,
		"الفقرة و"));
	CHECK(!is_joined(QABL "وقال رئيس البلدية إن السوق الجديدة ستفتح و\n"
		"2026 سيكون عاما جديدا لكل من يعيش في هذه المدينة.\n" BAD,
		"ستفتح و"));
	CHECK(!is_joined(QABL "وقال رئيس البلدية إن السوق الجديدة ستفتح هو\n"
		"الذي وعد بذلك منذ عام كامل أمام سكان المدينة.\n" BAD,
		"ستفتح هو"));

	check_case("other lone letters, and commas, want more evidence");
	CHECK(is_joined(QABL "وقال رئيس البلدية إن السوق الجديدة ستفتح ل\n"
		"كل من يعيش في هذه المدينة وما حولها من القرى.\n" BAD,
		"ستفتح ل"));
	CHECK(!is_joined("وقال رئيس البلدية إن السوق الجديدة في الفئة ب\n"
		"كل من يعيش في هذه المدينة وما حولها من القرى.\n" BAD,
		"الفئة ب"));
	CHECK(is_joined(QABL "وقال رئيس البلدية إن السوق الجديدة في الميناء،\n"
		"التي وعد بها منذ عام كامل، ستفتح قبل نهاية الصيف.\n" BAD,
		"الميناء،"));
	CHECK(!is_joined(QABL QABL BAD BAD
		"وقال رئيس البلدية إن السوق الجديدة في هذا الميناء،\n"
		"التي وعد بها منذ عام كامل أمام كل سكان المدينة،\n"
		"ستفتح قبل نهاية الصيف لكل من يعيش في المدينة.\n" BAD,
		"سكان المدينة،"));
	CHECK(!is_joined(QABL "وقال رئيس البلدية إن السوق الجديدة في الميناء\n"
		"التي وعد بها منذ عام كامل، ستفتح قبل نهاية الصيف.\n" BAD,
		"الميناء"));
}

static void
test_hand_wrapped(void)
{
	static const char text[] =
		"   The harbour was full of boats on the morning of the great\n"
		"fair, and traders came from every village of the long coast\n"
		"to sell what they had caught and what they had made in the\n"
		"winter, when the nets were hung up to dry in their houses.\n"
		"   Nobody had expected so many of them at this time of the\n"
		"year, said the mayor, who had come with all of the town.\n";
	struct span_vec lines = { 0 };

	check_case("what is wrapped by hand says at which width");
	CHECK_INT(lines_split(text, sizeof(text) - 1, &lines), 60);
	CHECK_INT((long long)lines.count, 2);
	lines.count = 0;
	CHECK_INT(lines_split("One line.\n", 10, &lines), 0);
	VEC_RELEASE(&lines);
}

/* Whatever lines there are, they are in order and nothing is left out. */
static void
test_many(void)
{
	static const char *const kinds[] = { "و", "and so on,", "a\n\n", ".",
		"كتب و", "more of it goes on and on and on and on and on,",
		"" };
	struct buf text = BUF_INIT;
	struct span_vec lines = { 0 };
	uint32_t end = 0;

	check_case("very many lines, all broken");
	for (unsigned i = 0; i < 300000; i++) {
		buf_add_string(&text, kinds[i * i / 7 % 7]);
		buf_add_byte(&text, '\n');
	}
	lines_split(text.at, text.nbytes, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		struct span gap = { end, lines.at[i].start };

		if (!CHECK(gap.end >= gap.start && lines.at[i].end > gap.end
			&& span_is_empty(span_trim(text.at, gap))))
			break;
		end = lines.at[i].end;
	}
	VEC_RELEASE(&lines);
	buf_release(&text);
}

int
main(void)
{
	test_english();
	test_vietnamese();
	test_arabic();
	test_hand_wrapped();
	test_many();
	return check_done();
}
