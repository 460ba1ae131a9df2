#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "model/kin.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "model/boilerplate.h"
#include "model/edges.h"

#include "../check.h"
#include "../random.h"
#include "text-labels.h"

static const struct labels *labels;
static uint64_t state = 4;

static void
add_word(struct buf *out)
{
	static const char *const syllables[] = { "ba", "lo", "mi", "tu", "ken",
		"ra", "so", "vel", "dan", "pi", "qua", "ner" };
	uint32_t count = 2 + random_below(&state, 2);

	for (uint32_t i = 0; i < count; i++)
		buf_add_string(out, syllables[random_below(&state, 12)]);
}

/* COUNT words that say nothing, the first with a capital. */
static void
add_words(struct buf *out, int count)
{
	size_t first = out->nbytes;

	for (int i = 0; i < count; i++) {
		add_word(out);
		buf_add_byte(out, ' ');
	}
	out->at[first] = (char)(out->at[first] - 'a' + 'A');
	buf_truncate(out, out->nbytes - 1);
}

static void
add_paragraphs(struct buf *out, int count)
{
	for (int i = 0; i < count; i++) {
		add_words(out, 60);
		buf_add_string(out, ".\n");
	}
}

/* TEXT with one word in each NTH changed. */
static void
add_changed(struct buf *out, const char *text, uint32_t nth)
{
	while (*text != '\0') {
		size_t nbytes = strcspn(text, " .\n");

		if (nbytes > 0 && random_below(&state, nth) == 0)
			add_word(out);
		else
			buf_add(out, text, nbytes);
		text += nbytes;
		nbytes = strspn(text, " .\n");
		buf_add(out, text, nbytes);
		text += nbytes;
	}
}

static struct archive *
archive_made(struct archive_batch **batch)
{
	struct archive *archive = archive_new(labels);

	*batch = archive_batch_new(archive, 0);
	return archive;
}

/* One more article "FOLDER/NUMBER", between lines HEAD and FOOT. */
static void
add_article(struct archive_batch *batch, const char *folder, int number,
	const char *head, const char *body, const char *foot)
{
	struct buf text = BUF_INIT, path = BUF_INIT;

	buf_add_format(&path, "%s/%d.txt", folder, number);
	buf_add_string(&text, head);
	buf_add_string(&text, body);
	buf_add_string(&text, foot);
	archive_batch_add(batch, path.at, text.at, text.nbytes);
	buf_release(&path);
	buf_release(&text);
}

/* COUNT articles that have nothing in common but HEAD and FOOT. */
static void
add_articles(struct archive_batch *batch, const char *folder, int count,
	const char *head, const char *foot)
{
	static int number;

	for (int i = 0; i < count; i++) {
		struct buf body = BUF_INIT;

		add_words(&body, 8);
		buf_add_byte(&body, '\n');
		add_paragraphs(&body, 4);
		add_article(batch, folder, number++, head, body.at, foot);
		buf_release(&body);
	}
}

/* The role of the part of article NUMBER that begins with START. */
static int
role_of(const struct boilerplate *boilerplate, const struct archive *archive,
	uint32_t number, const char *start)
{
	struct article article = archive_article(archive, number);
	struct anatomy anatomy = { 0 };
	int role = PART_ROLE_COUNT;

	anatomy_read(&anatomy, article.text, article.nbytes, labels);
	boilerplate_mark(boilerplate, &anatomy, &article);
	for (size_t i = 0; i < anatomy.parts.count; i++) {
		const struct part *part = &anatomy.parts.at[i];

		if (strncmp(article.text + part->span.start, start,
			strlen(start)) == 0) {
			role = (int)part->role;
			CHECK((role == PART_BOILERPLATE)
				== (part->reason == REASON_RECURS));
		}
	}
	anatomy_release(&anatomy);
	return role;
}

#define FOOT "Subscribe to our letter from the harbour every morning.\n"

/* The role of FOOT in the last article of ARCHIVE, which is freed. */
static int
role_at_end(struct archive *archive, struct archive_batch *batch)
{
	struct boilerplate *boilerplate = boilerplate_new(archive);
	int role;

	archive_batch_publish(batch);
	boilerplate_advance(boilerplate, 0);
	role = role_of(boilerplate, archive, archive_count(archive) - 1,
		"Subscribe");
	boilerplate_free(boilerplate);
	archive_free(archive);
	return role;
}

static void
test_recurs(void)
{
	struct archive_batch *batch;
	struct archive *archive = archive_made(&batch);

	check_case("what five different articles have is boilerplate");
	add_articles(batch, "news/coast", 5, "", FOOT);
	CHECK_INT(role_at_end(archive, batch), PART_BOILERPLATE);

	check_case("what four have is none");
	archive = archive_made(&batch);
	add_articles(batch, "news/coast", 4, "", FOOT);
	CHECK_INT(role_at_end(archive, batch), PART_BODY);

	check_case("folders of one folder count together");
	archive = archive_made(&batch);
	add_articles(batch, "news/coast/01", 2, "", FOOT);
	add_articles(batch, "news/coast/02", 3, "", FOOT);
	CHECK_INT(role_at_end(archive, batch), PART_BOILERPLATE);

	check_case("other folders do not");
	archive = archive_made(&batch);
	add_articles(batch, "news/coast/01", 4, "", FOOT);
	add_articles(batch, "news/hills/01", 4, "", FOOT);
	CHECK_INT(role_at_end(archive, batch), PART_BODY);
}

static void
test_families(void)
{
	static const uint32_t changes[] = { 1000000, 20, 10, 5 };
	struct archive_batch *batch;
	struct archive *archive;
	struct buf body = BUF_INIT;

	check_case("a family of copies counts once, however changed");
	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
		buf_reset(&body);
		add_paragraphs(&body, 5);
		archive = archive_made(&batch);
		add_articles(batch, "news/coast", 3, "", FOOT);
		for (int j = 0; j < 30; j++) {
			struct buf copy = BUF_INIT;

			add_changed(&copy, body.at, changes[i]);
			add_article(batch, "news/coast", 100 + j, "", copy.at,
				FOOT);
			buf_release(&copy);
		}
		CHECK_INT(role_at_end(archive, batch), PART_BODY);
	}
	archive = archive_made(&batch);
	add_articles(batch, "news/coast", 4, "", FOOT);
	add_article(batch, "news/coast", 100, "", body.at, FOOT);
	CHECK_INT(role_at_end(archive, batch), PART_BOILERPLATE);
	buf_release(&body);
}

/* FORM with a number for each #: the first is NUMBER, STEP moves the others. */
static void
add_form(struct buf *out, const char *form, int number, int step)
{
	for (int nth = 0; *form != '\0'; form++)
		if (*form != '#')
			buf_add_byte(out, *form);
		else if (nth++ == 0)
			buf_add_format(out, "%d", number);
		else
			buf_add_format(out, "%d", 12 * nth + step);
}

/* The role of FOOT below eight articles of FORM, or corrections of one. */
static int
role_below_form(const char *form, bool is_corrected)
{
	struct archive_batch *batch;
	struct archive *archive = archive_made(&batch);

	for (int i = 0; i < 8; i++) {
		struct buf text = BUF_INIT;

		add_form(&text, form, i + 1, is_corrected ? 0 : i);
		add_article(batch, "news/coast", i, "", text.at,
			"Follow the coast wherever you are.\n" FOOT
			"All rights with the Harbour Times.\n");
		buf_release(&text);
	}
	return role_at_end(archive, batch);
}

static void
test_forms(void)
{
	static const char weather[] = "Weather for # March\n\nThe day "
		"begins with mist along the river and clears by noon; the "
		"sun is out for # hours, the office said.\n\nIt will be # "
		"degrees at the pier, with a humidity of # percent and wind "
		"from the west up to # knots.\n\n";
	static const char sport[] = "Round #: the tables\n\nHolbury beat "
		"Ashford in front of its own crowd by # points to #, and "
		"stays where it was.\n\nSome # hundred came to see it, "
		"among them # from beyond the hills, who went home late.\n\n";

	check_case("articles of one form are different ones");
	CHECK_INT(role_below_form(weather, false), PART_BOILERPLATE);
	CHECK_INT(role_below_form(sport, false), PART_BOILERPLATE);

	check_case("a story of which one figure is put right is one");
	CHECK_INT(role_below_form(weather, true), PART_BODY);
	CHECK_INT(role_below_form(sport, true), PART_BODY);
}

#define SITE "Harbour Times of the Coast\n"

static void
test_title(void)
{
	struct archive_batch *batch;
	struct archive *archive = archive_made(&batch);
	struct boilerplate *boilerplate = boilerplate_new(archive);
	struct article article;
	struct anatomy anatomy = { 0 };

	check_case("the name of the site gives the title back");
	add_articles(batch, "news/coast", 6, SITE, "");
	archive_batch_publish(batch);
	boilerplate_advance(boilerplate, 0);
	article = archive_article(archive, 3);
	anatomy_read(&anatomy, article.text, article.nbytes, labels);
	CHECK_INT(anatomy.title.start, 0);
	boilerplate_mark(boilerplate, &anatomy, &article);
	CHECK_INT(anatomy.title.start, sizeof(SITE) - 1);
	CHECK_INT(anatomy.label.start, anatomy.title.start);
	CHECK_INT(anatomy.parts.at[0].role, PART_BOILERPLATE);
	CHECK_INT(anatomy.parts.at[1].role, PART_TITLE);
	boilerplate_free(boilerplate);
	archive_free(archive);

	check_case("a title that many have stays where there is no other");
	archive = archive_made(&batch);
	boilerplate = boilerplate_new(archive);
	for (int i = 0; i < 6; i++) {
		struct buf body = BUF_INIT;

		add_paragraphs(&body, 4);
		add_article(batch, "news/coast", i, "The weather tomorrow\n",
			body.at, "");
		buf_release(&body);
	}
	archive_batch_publish(batch);
	boilerplate_advance(boilerplate, 0);
	CHECK_INT(role_of(boilerplate, archive, 2, "The weather"), PART_TITLE);
	boilerplate_free(boilerplate);
	archive_free(archive);
	anatomy_release(&anatomy);
}

static void
test_slices(void)
{
	struct archive_batch *batch;
	struct archive *archive = archive_made(&batch);
	struct boilerplate *boilerplate = boilerplate_new(archive);
	uint32_t seen = 0;

	check_case("it is learnt in slices, while the archive grows");
	add_articles(batch, "news/coast", 200, "", FOOT);
	CHECK(!boilerplate_advance(boilerplate, 0));
	archive_batch_publish(batch);
	CHECK(boilerplate_advance(boilerplate, 1));
	CHECK(boilerplate_seen(boilerplate) >= 16
		&& boilerplate_seen(boilerplate) < 200);
	CHECK_INT(role_of(boilerplate, archive, 199, "Subscribe"),
		PART_BOILERPLATE);
	while (boilerplate_seen(boilerplate) < 200) {
		CHECK(!boilerplate_advance(boilerplate, 1));
		if (!CHECK(boilerplate_seen(boilerplate) > seen))
			break;
		seen = boilerplate_seen(boilerplate);
	}
	batch = archive_batch_new(archive, 1);
	add_articles(batch, "news/hills/01", 6, "", FOOT);
	archive_batch_publish(batch);
	CHECK(boilerplate_advance(boilerplate, 0));
	CHECK_INT(role_of(boilerplate, archive, 205, "Subscribe"),
		PART_BOILERPLATE);

	check_case("memory is bounded, and what is known stays known");
	batch = archive_batch_new(archive, 2);
	add_articles(batch, "news/hills/01", 500, "", "");
	archive_batch_publish(batch);
	boilerplate_advance(boilerplate, 0);
	CHECK(boilerplate_memory_nbytes(boilerplate) < 16384);
	CHECK_INT(role_of(boilerplate, archive, 205, "Subscribe"),
		PART_BOILERPLATE);
	boilerplate_free(boilerplate);
	boilerplate_free(NULL);
	archive_free(archive);
}

static void
check_edges(const char *text, const char *want)
{
	struct edges edges;
	struct buf got = BUF_INIT;

	edges_find(text, strlen(text), &edges);
	for (size_t i = 0; i < edges.count; i++) {
		buf_add(&got, text + edges.lines[i].start,
			span_nbytes(edges.lines[i]));
		buf_add_byte(&got, '|');
	}
	CHECK_STR(got.at, want);
	buf_release(&got);
}

static void
test_edges(void)
{
	struct buf text = BUF_INIT;
	struct edges edges;

	check_case("edges are the first four lines and the last four");
	check_edges("", "");
	check_edges("a", "a|");
	check_edges("\n\n a \n\n b\n\n", "a|b|");
	check_edges("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1|2|3|4|6|7|8|9|");
	check_edges("1\n2\n3\n4\n5\n6", "1|2|3|4|5|6|");

	check_case("long lines are none, and nobody looks far");
	for (int i = 0; i < 401; i++)
		buf_add_byte(&text, 'x');
	buf_add_string(&text, "\ny\n");
	check_edges(text.at, "y|");
	for (int i = 0; i < 100000; i++)
		buf_add_string(&text, "long ");
	buf_add_string(&text, "\nz\n");
	check_edges(text.at, "y|z|");
	buf_reset(&text);
	for (int i = 0; i < 100000; i++)
		buf_add_byte(&text, '\n');
	edges_find(text.at, text.nbytes, &edges);
	CHECK_INT((long long)edges.count, 0);
	buf_release(&text);
}

static void
test_kin(void)
{
	struct buf one = BUF_INIT, two = BUF_INIT;
	int nkin = 0;

	check_case("changed texts are kin, others are not");
	for (int i = 0; i < 100; i++) {
		buf_reset(&one);
		buf_reset(&two);
		add_paragraphs(&one, 6);
		add_changed(&two, one.at, 4);
		CHECK(texts_are_kin(one.at, one.nbytes, two.at, two.nbytes));
		buf_reset(&two);
		add_paragraphs(&two, 6);
		nkin += texts_are_kin(one.at, one.nbytes, two.at,
			two.nbytes);
	}
	CHECK_INT(nkin, 0);

	check_case("short texts cannot be told apart");
	CHECK(texts_are_kin("one two", 7, "three four", 10));
	CHECK(texts_are_kin("", 0, "", 0));
	buf_release(&one);
	buf_release(&two);
}

int
main(void)
{
	struct labels *table = source_labels(&(int){ 0 });

	CHECK(table != NULL);
	labels = table;
	test_recurs();
	test_families();
	test_forms();
	test_title();
	test_slices();
	test_edges();
	test_kin();
	labels_free(table);
	return check_done();
}
