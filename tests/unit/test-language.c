#include <config.h>

#include "text/language.h"

#include <stdlib.h>

#include <uninorm.h>

#include "base/buf.h"

#include "../check.h"

#include "headlines.h"

struct language_case {
	enum language want;
	const char *text;
};

static const struct language_case cases[] = {
	/* Vietnamese: headlines, sentences, with foreign names. */
	{ LANGUAGE_VI, "Giá gạo xuất khẩu tăng trở lại" },
	{ LANGUAGE_VI, "Sáng nay, nhiều tuyến đường ở thành phố bị ngập sâu." },
	{ LANGUAGE_VI, "Bộ Y tế khuyến cáo người dân tiêm vắc xin." },
	{ LANGUAGE_VI, "Bà Smith đến thăm làng gốm bên sông." },
	{ LANGUAGE_VI, "Đội bóng thắng ba trận liên tiếp trên sân nhà." },
	{ LANGUAGE_VI, "Công ty Green Harvest Holdings mở nhà máy mới." },
	{ LANGUAGE_VI, "Mưa lớn kéo dài khiến lũ trên các sông lên nhanh" },
	{ LANGUAGE_VI, "Thư viện mở cửa cả ngày chủ nhật." },
	{ LANGUAGE_VI, "NGƯỜI DÂN VÙNG CAO ĐÓN MÙA LÚA MỚI" },
	{ LANGUAGE_VI, "Học sinh cả nước trở lại trường sau kỳ nghỉ." },
	{ LANGUAGE_VI, "Theo Harbour Daily News, tập đoàn Green Harvest "
		"Holdings và quỹ Blue River Capital Partners ký thỏa thuận" },
	/* Without marks. */
	{ LANGUAGE_VI, "Nguoi dan trong vung khong duoc bao truoc ve con lu" },
	{ LANGUAGE_VI, "Chinh phu cho biet nhieu nuoc cung tham gia hoi nghi" },
	{ LANGUAGE_VI, "Trong ngay hom nay cac truong hoc van mo cua" },
	/* English. */
	{ LANGUAGE_EN, "Rice exports rise for the third month" },
	{ LANGUAGE_EN, "The mayor said the bridge will not open this year." },
	{ LANGUAGE_EN, "Police in Huế and Đà Nẵng have opened an inquiry into "
		"the fire, and they expect to report by Friday." },
	{ LANGUAGE_EN, "It was the first time that so many were there." },
	{ LANGUAGE_EN, "Storm leaves thousands without power on the coast" },
	{ LANGUAGE_EN, "A café owner in São Paulo has been given the prize." },
	{ LANGUAGE_EN, "Officials from both sides are to meet in Muscat." },
	{ LANGUAGE_EN, "\"We have seen nothing like it,\" he said." },
	{ LANGUAGE_EN, "Prices of wheat fell by 3.5 % at the close" },
	{ LANGUAGE_EN, "WHAT WE KNOW ABOUT THE NEW BUDGET" },
	{ LANGUAGE_EN, "Trần Thị Hoa, Lê Văn Đức and Phạm Hồng Phúc of the "
		"weavers' guild were among those who sold silk to the buyers "
		"from Kyoto, which has been a market for them since 1998." },
	{ LANGUAGE_EN, "The word فندق is on the sign over the door" },
	/* Arabic. */
	{ LANGUAGE_AR, "ارتفاع أسعار القمح في الأسواق العالمية" },
	{ LANGUAGE_AR, "قال الوزير إن المدرسة ستفتح أبوابها غدا." },
	{ LANGUAGE_AR, "نشرت صحيفة \"Daily Harbour\" تقريرا عن الميناء" },
	{ LANGUAGE_AR, "وَصَلَ الوَفدُ إلى العاصِمَةِ مَساءً" },
	{ LANGUAGE_AR, "فريق من الباحثين يكتشف نوعا جديدا من الأسماك" },
	{ LANGUAGE_AR, "انقطاع الكهرباء عن آلاف المنازل بعد العاصفة" },
	{ LANGUAGE_AR, "وأكد الخبراء أن الجفاف سيستمر حتى نهاية العام" },
	{ LANGUAGE_AR, "ﻣﺤﻤﺪ ﻓﻲ ﺍﻟﺒﻴﺖ" },
	{ LANGUAGE_AR, "افتتاح مكتبة عامة في وسط المدينة عام 2021" },
	{ LANGUAGE_AR, "سجل مهاجم الفريق هدفين في الشوط الثاني" },
	/* Persian and Urdu. */
	{ LANGUAGE_FA, "قیمت گندم در بازارهای جهانی افزایش یافت" },
	{ LANGUAGE_FA, "کتابخانه تازه در مرکز شهر گشایش پیدا کرد" },
	{ LANGUAGE_FA, "پلیس می‌گوید آتش‌سوزی مهار شده است" },
	{ LANGUAGE_UR, "گندم کی قیمت میں اضافہ ہو گیا ہے" },
	{ LANGUAGE_UR, "وزیر نے کہا کہ سڑک اگلے سال کھلے گی" },
	{ LANGUAGE_UR, "شہر میں نئی لائبریری کا افتتاح ہوا" },
	/* By script. */
	{ LANGUAGE_HE, "מחירי החיטה עלו בשווקים" },
	{ LANGUAGE_RU, "Цены на пшеницу выросли третий месяц подряд" },
	{ LANGUAGE_EL, "Οι τιμές του σιταριού αυξήθηκαν" },
	{ LANGUAGE_HI, "गेहूँ की कीमतें बढ़ीं" },
	{ LANGUAGE_TH, "ราคาข้าวเพิ่มขึ้นเป็นเดือนที่สาม" },
	{ LANGUAGE_ZH, "小麦价格连续第三个月上涨" },
	{ LANGUAGE_ZH, "北京 Green Harvest 公司開設新工廠" },
	{ LANGUAGE_JA, "小麦の価格が三か月連続で上昇した" },
	{ LANGUAGE_KO, "밀 가격이 석 달째 올랐다" },
	/* Not told. */
	{ LANGUAGE_UNKNOWN, "" },
	{ LANGUAGE_UNKNOWN, "12 345 -- 6.7 %" },
	{ LANGUAGE_UNKNOWN, "Reuters" },
	{ LANGUAGE_UNKNOWN, "AFP/TTXVN" },
	{ LANGUAGE_UNKNOWN, "https://www.example.org/a" },
	{ LANGUAGE_UNKNOWN, "Mae pris gwenith wedi codi am y trydydd mis yn "
		"olynol, yn ôl y ffermwyr" },
	/* Others in the Latin and Cyrillic scripts. */
	{ LANGUAGE_FR, "Le prix du blé augmente pour le mois" },
	{ LANGUAGE_DE, "Der Preis von Weizen ist mit dem Monat hoch" },
	{ LANGUAGE_ES, "El precio del trigo sube en los mercados que" },
	{ LANGUAGE_ID, "Harga beras naik untuk bulan yang ketiga" },
	{ LANGUAGE_IT, "Il prezzo del grano sale per il terzo mese" },
	{ LANGUAGE_PT, "O preço do trigo sobe pelo terceiro mês seguido" },
	{ LANGUAGE_NL, "De prijs van tarwe stijgt voor de derde maand" },
	{ LANGUAGE_PL, "Ceny pszenicy rosną trzeci miesiąc z rzędu" },
	{ LANGUAGE_TR, "Buğday fiyatları üçüncü ayda da yükseldi" },
	{ LANGUAGE_SV, "Priset på vete stiger för tredje månaden" },
	{ LANGUAGE_DA, "Prisen på hvede stiger for tredje måned i træk" },
	{ LANGUAGE_RO, "Prețul grâului crește pentru a treia lună" },
	{ LANGUAGE_CS, "Cena pšenice roste už třetí měsíc po sobě" },
	{ LANGUAGE_UK, "Ціни на пшеницю зростають третій місяць поспіль" },
	{ LANGUAGE_BG, "Правителството каза, че цената ще бъде по-ниска" },
	/* In the Arabic one, also without the letters of their own. */
	{ LANGUAGE_FA, "در اين شهر و از آن به بعد" },
	{ LANGUAGE_FA, "مردم از جنگ به خانه باز آمدند" },
	{ LANGUAGE_CKB, "حکومەت دەڵێت نرخی گەنم بەرز بووەتەوە" },
	{ LANGUAGE_PS, "د غنمو بیه په دې میاشت کې لوړه شوې ده" },
};

static void
test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = cases[i].text;
		size_t nbytes = strlen(text), nnfd;
		uint8_t *nfd = u8_normalize(UNINORM_NFD,
			(const uint8_t *)text, nbytes, NULL, &nnfd);

		check_case(text);
		CHECK_INT(language_of(text, nbytes), cases[i].want);
		/* Decomposed, too. */
		CHECK_INT(language_of((const char *)nfd, nnfd),
			cases[i].want);
		free(nfd);
	}
}

static void
test_bounds(void)
{
	struct buf text = BUF_INIT;

	check_case("only the beginning counts, and no character is cut");
	for (int i = 0; i < 100; i++) {
		buf_add_string(&text, "Người dân ở đây trồng lúa. ");
		if (i % 7 == 0)
			buf_add_string(&text, "x");
	}
	for (int i = 0; i < 2000; i++)
		buf_add_string(&text, "and that is the end of it. ");
	for (size_t off = 0; off < 8; off++) {
		buf_splice(&text, 0, 0, " ", 1);
		CHECK_INT(language_of(text.at, text.nbytes), LANGUAGE_VI);
	}
	buf_reset(&text);
	for (int i = 0; i < 4094; i++)
		buf_add_byte(&text, ' ');
	buf_add_string(&text, "ếế người ở đây trồng lúa nước");
	CHECK_INT(language_of(text.at, text.nbytes), LANGUAGE_UNKNOWN);
	buf_reset(&text);
	for (int i = 0; i < 3000; i++)
		buf_add_string(&text, "ế");
	for (size_t nbytes = 0; nbytes < text.nbytes; nbytes += 3)
		(void)language_of(text.at, nbytes);
	buf_release(&text);
}

static void
test_headlines(void)
{
	size_t count = sizeof(headlines) / sizeof(headlines[0]), right = 0;

	check_case("95 of 100 headlines of our own");
	for (size_t i = 0; i < count; i++) {
		const char *text = headlines[i].text;

		if (language_of(text, strlen(text)) == headlines[i].language)
			right++;
		else
			printf("# %s\n", text);
	}
	printf("# %zu of %zu\n", right, count);
	CHECK(right * 100 >= count * 95);
}

static const struct {
	enum language prior, want;
	const char *text;
} parts[] = {
	{ LANGUAGE_VI, LANGUAGE_VI, "Reuters" },
	{ LANGUAGE_EN, LANGUAGE_EN, "Reuters" },
	{ LANGUAGE_VI, LANGUAGE_VI, "Nguyễn Văn An" },
	{ LANGUAGE_AR, LANGUAGE_UNKNOWN, "Reuters" },
	{ LANGUAGE_VI, LANGUAGE_UNKNOWN, "12/3" },
	{ LANGUAGE_VI, LANGUAGE_EN, "The mayor said the bridge will not open "
		"this year, and that nobody knows why." },
	{ LANGUAGE_EN, LANGUAGE_AR, "قال الوزير إن المدرسة ستفتح أبوابها" },
	{ LANGUAGE_AR, LANGUAGE_FA, "پلیس می‌گوید آتش‌سوزی مهار شده است" },
};

static void
test_parts(void)
{
	check_case("a short paragraph is in the language of its article");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (!CHECK_INT(language_of_part(parts[i].text,
				strlen(parts[i].text), parts[i].prior),
				parts[i].want))
			printf("# %s\n", parts[i].text);
}

static void
test_tags(void)
{
	check_case("every language has a tag");
	CHECK(language_tag(LANGUAGE_UNKNOWN) == NULL);
	for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++)
		CHECK(language_tag((enum language)i) != NULL);
	CHECK_STR(language_tag(LANGUAGE_VI), "vi");
	CHECK(language_is_rtl(LANGUAGE_AR) && language_is_rtl(LANGUAGE_UR)
		&& language_is_rtl(LANGUAGE_HE));
	CHECK(!language_is_rtl(LANGUAGE_UNKNOWN)
		&& !language_is_rtl(LANGUAGE_JA));
}

static const struct {
	const char *text;
	int want;	/* -1: the fallback */
} directions[] = {
	{ "", -1 }, { "12 (3) -", -1 }, { "١٢", -1 }, { "abc", 0 },
	{ "«ع» abc", 1 }, { "12 abc ع", 0 }, { "שלום", 1 },
	{ "\u200Fabc", 1 }, { "\u200E ع", 0 }, { "\u061C.", 1 },
	{ "\u2067abc\u2069 ع", 1 }, { "\u2068ع\u2069 abc", 0 },
	{ "\u2066a\u2067b\u2069c\u2069 ع", 1 }, { "\u2069abc", 0 },
	{ "\u2067abc", -1 }, { "\u2067abc\nع", 1 }, { "\u202Eabc", 0 },
	{ "日本", 0 },
};

static void
test_direction(void)
{
	check_case("direction is that of the first strong character");
	for (size_t i = 0; i < sizeof(directions) / sizeof(directions[0]);
		i++) {
		const char *text = directions[i].text;
		size_t nbytes = strlen(text);
		int want = directions[i].want;

		if (!CHECK_INT(text_is_rtl(text, nbytes, false), want == 1)
			|| !CHECK_INT(text_is_rtl(text, nbytes, true),
				want != 0))
			printf("# %s\n", text);
	}
}

int
main(void)
{
	test_cases();
	test_bounds();
	test_headlines();
	test_parts();
	test_tags();
	test_direction();
	return check_done();
}
