#include <config.h>

#include <dirent.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "text/utf8.h"
#include "model/guess.h"

#include "../check.h"
#include "../random.h"

static const char french[] =
	"Le marché aux fleurs de Port-Sévrier a rouvert samedi après trois "
	"années de travaux. Les étals, refaits en bois clair, s’étendent "
	"désormais jusqu’à l’ancienne gare, où la mairie a planté une "
	"vingtaine de tilleuls. « Nous avions peur que les clients nous aient "
	"oubliés », raconte Adèle Grangier, qui vend des pivoines depuis "
	"l’âge de seize ans. Elle a été rassurée dès la première heure : la "
	"file d’attente dépassait déjà la fontaine.\n"
	"La rénovation a coûté 2,4 millions d’euros, un peu moins que prévu. "
	"Le maire, Élie Vautrin, a promis que les loyers ne changeraient pas "
	"avant la fin de l’année prochaine. Une première étude montre que la "
	"moitié des visiteurs viennent à pied, et que beaucoup d’entre eux "
	"s’arrêtent ensuite dans les cafés du quartier. L’été, le marché "
	"restera ouvert jusqu’à vingt et une heures.\n";
static const char german[] =
	"Die alte Fähre über die Möhlau fährt wieder. Nach einer langen Pause "
	"hat die Gemeinde das Boot für die Schüler und die Bauern auf der "
	"anderen Seite zurück ins Wasser gebracht. „Ohne die Fähre müssten "
	"wir jeden Morgen zwölf Kilometer um den See fahren“, sagt der "
	"Bürgermeister Jörg Käßner. Die Überfahrt dauert nur fünf Minuten und "
	"kostet für Kinder nichts.\n"
	"Im Frühjahr hatten Taucher am Grund ein größeres Loch im Rumpf "
	"gefunden. Es wurde von einer Werft in Süßenau geschlossen, die auch "
	"den Motor überholt hat. Für die nächsten Jahre reicht das Geld; "
	"danach möchte der Kreis prüfen, ob eine Brücke günstiger wäre. Viele "
	"Bewohner hängen jedoch an der Fähre, die es seit über hundert Jahren "
	"gibt und die im Sommer auch Gäste über das Wasser bringt.\n";
static const char chinese[] =
	"青石镇的老图书馆上周重新开放。经过两年的修缮，这座有八十年历史的建筑现在"
	"多了一个可以坐六十人的阅览室。馆长说，最让大家高兴的是，所有的旧报纸都已"
	"经整理完毕，读者可以在这里看到镇上从前的生活。\n"
	"开放的第一天，来了一千多人。一位住在河边的老人说，他小时候在这里学会了认"
	"字，现在他要把自己的孙子也带来。图书馆每天上午九点到晚上八点开门，星期一"
	"休息。为了让上班的人也能来，周末的时间会更长。镇里的学校也和图书馆一起"
	"做了一个计划，学生每个月都会来这里上一次课。\n";
static const char english[] =
	"The harbour café on Wexmoor Quay is to close at the end of the month, "
	"and its owner says that she has no plans for another one. “It was "
	"never about the money,” Renée Aldous told the few guests who had "
	"come for the last of her soup. The council wants to keep the house "
	"as it is — a small brick building from the time of the railway — "
	"but has not said what it will be used for. “We’ll miss the smell of "
	"the coffee on a cold morning,” said one of the fishermen, who had "
	"been coming here for thirty years and hasn’t found a better place "
	"to wait for the tide.\n";

/* Appends TEXT in ENCODING as the C library writes it. */
static void
add_converted(const char *name, const char *text, size_t nbytes,
	struct buf *out)
{
	iconv_t converter = iconv_open(name, "UTF-8");
	char *copy = strndup(text, nbytes), *from = copy;
	char *to = buf_reserve(out, 4 * nbytes + 16);
	size_t left = nbytes, room = 4 * nbytes + 16, start = room;

	if (CHECK(converter != (iconv_t)-1)) {
		while (left > 0 && iconv(converter, &from, &left, &to, &room)
			== (size_t)-1) {
			/* What it does not have is left out. */
			do
				from++, left--;
			while (left > 0 && ((unsigned char)*from & 0xC0)
				== 0x80);
		}
		iconv(converter, NULL, NULL, &to, &room);
		iconv_close(converter);
	}
	buf_commit(out, start - room);
	free(copy);
}

/* As its fonts have it: of most capitals only the small letter. */
static void
add_tcvn3(const char *text, size_t nbytes, struct buf *out)
{
	for (size_t off = 0; off < nbytes;) {
		uint32_t cp;
		int byte = 0;

		off += utf8_decode(text + off, nbytes - off, &cp);
		for (int i = 0; i < 2 && byte == 0; i++) {
			for (int b = 1; b < 256 && byte == 0; b++)
				if (decode_byte(ENCODING_TCVN3,
						(unsigned char)b) == cp)
					byte = b;
			cp += cp < 0x100 ? 0x20 : 1;
		}
		buf_add_byte(out, byte != 0 ? (char)byte : '-');
	}
}

static void
add_encoded(enum encoding encoding, const char *text, size_t nbytes,
	struct buf *out)
{
	if (encoding == ENCODING_TCVN3)
		add_tcvn3(text, nbytes, out);
	else
		add_converted(encoding_name(encoding), text, nbytes, out);
}

/* How often a guess was right, wrong, or not made. */
struct tally {
	unsigned nright, nwrong, nnone;
};

static bool
is_ascii(const struct buf *text)
{
	for (size_t i = 0; i < text->nbytes; i++)
		if ((unsigned char)text->at[i] >= 0x80)
			return false;
	return true;
}

static void
guess_one(enum encoding encoding, const char *text, size_t nbytes,
	struct tally *tally)
{
	struct buf encoded = BUF_INIT;
	enum encoding guess;

	add_encoded(encoding, text, nbytes, &encoded);
	if (!is_ascii(&encoded)) {
		if (!guess_encoding(encoded.at, encoded.nbytes, &guess))
			tally->nnone++;
		else if (guess == encoding)
			tally->nright++;
		else
			tally->nwrong++;
	}
	buf_release(&encoded);
}

/* The end of NWORDS words from OFF on; of Chinese, of so many characters. */
static size_t
stretch_end(const char *text, size_t nbytes, size_t off, unsigned nwords)
{
	while (off < nbytes && nwords > 0) {
		uint32_t cp;

		off += utf8_decode(text + off, nbytes - off, &cp);
		nwords -= cp == ' ' || cp == '\n' || cp >= 0x3000;
	}
	return off;
}

/* Stretches of NWORDS words, one behind the other. */
static void
guess_stretches(enum encoding encoding, const char *text, size_t nbytes,
	unsigned nwords, struct tally *tally)
{
	size_t off = 0;

	for (size_t end; off < nbytes; off = end) {
		end = stretch_end(text, nbytes, off, nwords);
		if (end == nbytes && off > 0)
			break;
		guess_one(encoding, text + off, end - off, tally);
	}
}

/* The texts of one language: given, or in a folder of the sample. */
static void
read_texts(const char *folder, const char *text, struct buf *texts,
	size_t *ends, size_t *count)
{
	struct buf path = BUF_INIT;
	struct dirent *entry;
	DIR *dir;

	*count = 0;
	if (text != NULL) {
		buf_add_string(texts, text);
		ends[(*count)++] = texts->nbytes;
		return;
	}
	buf_add_format(&path, "%s/sample/%s", getenv("NEWSPANE_DATADIR"),
		folder);
	dir = opendir(path.at);
	while (dir != NULL && *count < 64 && (entry = readdir(dir)) != NULL) {
		struct err err = { 0 };
		size_t start = texts->nbytes;

		if (entry->d_name[0] == '.')
			continue;
		buf_reset(&path);
		buf_add_format(&path, "%s/sample/%s/%s",
			getenv("NEWSPANE_DATADIR"), folder, entry->d_name);
		if (file_read(path.at, 1 << 20, texts, &err) == 0
			&& utf8_valid_prefix(texts->at + start,
				texts->nbytes - start)
				== texts->nbytes - start)
			ends[(*count)++] = texts->nbytes;
		else
			buf_truncate(texts, start);
		err_release(&err);
	}
	if (dir != NULL)
		closedir(dir);
	buf_release(&path);
}

static const struct {
	const char *language, *text;
	enum encoding encoding;
} sources[] = {
	{ "vi", NULL, ENCODING_WINDOWS_1258 }, { "vi", NULL, ENCODING_TCVN3 },
	{ "vi", NULL, ENCODING_VISCII }, { "ar", NULL, ENCODING_WINDOWS_1256 },
	{ "en", english, ENCODING_WINDOWS_1252 },
	{ "fr", french, ENCODING_WINDOWS_1252 },
	{ "de", german, ENCODING_WINDOWS_1252 },
	{ "zh", chinese, ENCODING_GB18030 },
};

static void
test_guess_source(size_t source)
{
	static const unsigned lengths[] = { 20, 60, 1000000 };
	struct buf texts = BUF_INIT;
	size_t ends[64], count;

	read_texts(sources[source].language, sources[source].text, &texts,
		ends, &count);
	if (count == 0)
		return;
	for (size_t l = 0; l < 3; l++) {
		struct tally tally = { 0 };

		for (size_t i = 0; i < count; i++) {
			size_t start = i > 0 ? ends[i - 1] : 0;

			guess_stretches(sources[source].encoding,
				texts.at + start, ends[i] - start, lengths[l],
				&tally);
		}
		printf("# %s in %s, %u words: %u right, %u wrong, %u not "
			"guessed\n", sources[source].language,
			encoding_name(sources[source].encoding), lengths[l],
			tally.nright, tally.nwrong, tally.nnone);
		CHECK_INT(tally.nwrong, 0);
		CHECK(l == 0 ? 10 * tally.nnone <= tally.nright
			: tally.nnone == 0);
		CHECK(tally.nright > 0);
	}
	buf_release(&texts);
}

static void
test_guess_sources(void)
{
	check_case("texts are guessed, none wrong");
	for (size_t i = 0; i < sizeof(sources) / sizeof(*sources); i++)
		test_guess_source(i);
}

/* Encodings that are not among ours must not pass for one that is. */
static void
test_guess_others(void)
{
	static const struct {
		const char *encoding, *text;
	} others[] = {
		{ "CP1251",
			"Паром через реку снова ходит каждое утро, и жители "
			"города говорят, что без него им было трудно: мост "
			"далеко, а до школы на другом берегу нужно ехать." },
		{ "KOI8-R",
			"Паром через реку снова ходит каждое утро, и жители "
			"города говорят, что без него им было трудно: мост "
			"далеко, а до школы на другом берегу нужно ехать." },
		{ "CP1250",
			"Prom przez rzekę znów pływa każdego ranka, a "
			"mieszkańcy mówią, że bez niego było im ciężko: most "
			"jest daleko, a do szkoły trzeba jechać godzinę." },
		{ "CP1254",
			"Vapur her sabah yeniden işliyor; halk, onsuz çok "
			"güç olduğunu söylüyor: köprü uzak, karşı kıyıdaki "
			"okula gitmek için de bir saat yol almak gerekti." },
		{ "CP1253",
			"Το πλοίο περνά ξανά το ποτάμι κάθε πρωί και οι "
			"κάτοικοι λένε ότι χωρίς αυτό ήταν δύσκολα, γιατί η "
			"γέφυρα είναι μακριά και το σχολείο απέναντι." },
		{ "CP1255",
			"המעבורת חוצה שוב את הנהר בכל בוקר, והתושבים אומרים "
			"שבלעדיה היה להם קשה: הגשר רחוק, והדרך אל בית הספר "
			"שבגדה השנייה נמשכה שעה שלמה בכל יום." },
		{ "ISO-8859-6",
			"عادت العبارة إلى العمل كل صباح ويقول سكان "
			"المدينة إن الحياة كانت صعبة من دونها لأن الجسر بعيد "
			"والمدرسة على الضفة الأخرى" },
		{ "EUC-JP",
			"渡し船がまた毎朝川を渡るようになりました。橋は遠く、"
			"学校は向こう岸にあるので、船がない間は大変だったと住民"
			"は話しています。子どもたちも喜んでいます。" },
		{ "SHIFT-JIS",
			"渡し船がまた毎朝川を渡るようになりました。橋は遠く、"
			"学校は向こう岸にあるので、船がない間は大変だったと住民"
			"は話しています。子どもたちも喜んでいます。" },
		{ "EUC-KR",
			"나룻배가 아침마다 다시 강을 건넙니다. 다리는 멀고 "
			"학교는 건너편에 있어서 배가 없는 동안 무척 힘들었다고 "
			"주민들은 말합니다." },
		{ "BIG5",
			"渡船每天早上又開始過河了。居民說，沒有船的時候非常不方"
			"便，因為橋很遠，學校又在對岸，孩子們每天要走一個小時。" },
		{ "TIS-620",
			"เรือข้ามฟากกลับมาแล่นทุกเช้าอีกครั้ง ชาวบ้านบอกว่า"
			"ตอนที่ไม่มีเรือนั้นลำบากมากเพราะสะพานอยู่ไกล" },
	};

	check_case("other encodings are none of ours");
	/* Once, and over and over: chance hits are then many, too. */
	for (size_t k = 0; k < 2 * sizeof(others) / sizeof(*others); k++) {
		struct buf encoded = BUF_INIT;
		enum encoding guess = ENCODING_COUNT;
		size_t i = k / 2;

		for (int times = k % 2 == 0 ? 1 : 12; times > 0; times--)
			add_converted(others[i].encoding, others[i].text,
				strlen(others[i].text), &encoded);
		if (guess_encoding(encoded.at, encoded.nbytes, &guess))
			printf("# %s is taken for %s\n", others[i].encoding,
				encoding_name(guess));
		CHECK_INT(guess, ENCODING_COUNT);
		buf_release(&encoded);
	}
}

static void
test_guess_noise(void)
{
	uint64_t state = 20260109;

	check_case("noise is nothing");
	for (int round = 0; round < 4000; round++) {
		char noise[700];
		size_t nbytes = random_below(&state, sizeof(noise) + 1);
		enum encoding guess = ENCODING_COUNT;
		/* All bytes, printable ones, letters of code pages. */
		uint32_t least = round % 3 == 0 ? 0 : round % 3 == 1 ? 0x20
			: 0xC0;

		for (size_t i = 0; i < nbytes; i++) {
			uint32_t byte = least
				+ random_below(&state, 256 - least);

			noise[i] = random_below(&state, 7) == 0 ? ' '
				: (char)byte;
		}
		CHECK(!guess_encoding(noise, nbytes, &guess));
		CHECK(!guess_wide(noise, nbytes, &guess));
	}
}

static void
test_guess_little(void)
{
	static const char *const texts[] = { "", "\xE9", "caf\xE9",
		"caf\xE9 and \xFF.", "a \xFF b \xFE c", "\xC7\xE1",
		/* Signs that could be words of one letter elsewhere. */
		"les seuls suffixes sont \xAB plt \xBB et \xAB tls \xBB",
		/* A byte that was changed, in a text of one language. */
		"the ferry is on to the side in the gov\xD0rnment's plan" };

	check_case("a few odd bytes are no evidence");
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		enum encoding guess = ENCODING_COUNT;

		guess_encoding(texts[i], strlen(texts[i]), &guess);
		CHECK(guess == ENCODING_COUNT
			|| (i == 6 && guess == ENCODING_WINDOWS_1252));
	}
}

static void
test_guess_sample(void)
{
	struct buf text = BUF_INIT;
	enum encoding guess = ENCODING_COUNT;

	check_case("what says most may stand far from the start");
	for (int i = 0; i < 4000; i++)
		buf_add_string(&text, "Plain words of no use here. \n");
	add_encoded(ENCODING_WINDOWS_1252, french, strlen(french), &text);
	for (int i = 0; i < 4000; i++)
		buf_add_string(&text, "Plain words of no use here. \n");
	CHECK(guess_encoding(text.at, text.nbytes, &guess));
	CHECK_INT(guess, ENCODING_WINDOWS_1252);

	check_case("and a long line is no character cut in two");
	buf_reset(&text);
	for (int i = 0; i < 50; i++)
		add_encoded(ENCODING_GB18030, chinese, strlen(chinese), &text);
	for (size_t i = 0; i < text.nbytes; i++)
		if (text.at[i] == '\n')
			text.at[i] = ' ';
	CHECK(guess_encoding(text.at, text.nbytes, &guess));
	CHECK_INT(guess, ENCODING_GB18030);
	buf_release(&text);
}

static void
test_guess_wide(void)
{
	const char *const texts[] = { french, german, english };
	const enum encoding wides[] = { ENCODING_UTF16LE, ENCODING_UTF16BE };

	check_case("UTF-16 without a mark");
	for (size_t i = 0; i < 6; i++) {
		struct buf encoded = BUF_INIT;
		enum encoding guess = ENCODING_COUNT;

		add_encoded(wides[i % 2], texts[i / 2], strlen(texts[i / 2]),
			&encoded);
		CHECK(guess_wide(encoded.at, encoded.nbytes, &guess));
		CHECK_INT(guess, wides[i % 2]);
		buf_release(&encoded);
	}
}

int
main(void)
{
	test_guess_sources();
	test_guess_others();
	test_guess_noise();
	test_guess_little();
	test_guess_sample();
	test_guess_wide();
	return check_done();
}
