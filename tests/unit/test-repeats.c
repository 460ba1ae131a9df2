#include <config.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/repeats.h"

#include "../check.h"

static void
add_part(struct anatomy *anatomy, const char *text, const char *from,
	size_t nbytes, enum part_role role)
{
	uint32_t start = (uint32_t)(from - text);

	VEC_PUSH(&anatomy->parts, ((struct part){ .role = role,
		.span = { start, start + (uint32_t)nbytes } }));
}

static void
test_repeats(void)
{
	static const char text[] = "What was said before\nsomething else\n"
		"What was  said\nbefore\n";
	struct anatomy anatomy = { 0 };

	check_case("a repeat says what it repeats");
	add_part(&anatomy, text, text, 20, PART_BODY);
	add_part(&anatomy, text, text + 21, 14, PART_BODY);
	add_part(&anatomy, text, text + 36, 21, PART_BODY);
	repeats_find(&anatomy, text, sizeof(text) - 1);
	CHECK_INT(anatomy.repeats, 1);
	CHECK_INT(anatomy.parts.at[2].role, PART_REPEAT);
	CHECK_INT(anatomy.parts.at[2].reason, REASON_SAME);
	CHECK_INT(anatomy.parts.at[2].why.start, 0);
	CHECK_INT(anatomy.parts.at[2].why.end, 20);
	CHECK_INT(anatomy.parts.at[1].reason, REASON_NONE);
	anatomy_release(&anatomy);
}

/*
 * Paragraphs whose sums are equal, so that they are looked at twice: the
 * second look finds the same.
 */
static void
test_repeats_twice(void)
{
	struct buf text = BUF_INIT;
	struct anatomy anatomy = { 0 };

	check_case("clashing sums change nothing");
	for (int i = 0; i < 26 * 26; i++) {
		size_t off = text.nbytes;

		/* Two letters that go up and down together. */
		buf_add_format(&text, "some words %c%c%c%c\n", 'a' + i % 26,
			'z' - i % 26, 'a' + i / 26, 'z' - i / 26);
		VEC_PUSH(&anatomy.parts, ((struct part){ .role = PART_BODY,
			.span = { (uint32_t)off,
				(uint32_t)text.nbytes - 1 } }));
	}
	VEC_PUSH(&anatomy.parts, anatomy.parts.at[7]);
	repeats_find(&anatomy, text.at, text.nbytes);
	CHECK_INT(anatomy.repeats, 1);
	for (size_t i = 0; i < 26 * 26; i++) {
		const struct part *part = &anatomy.parts.at[i];

		if (!CHECK(part->role == PART_BODY && part->why.end == 0
			&& part->reason == REASON_NONE))
			break;
	}
	CHECK_INT(anatomy.parts.at[26 * 26].reason, REASON_SAME);
	anatomy_release(&anatomy);
	buf_release(&text);
}

int
main(void)
{
	test_repeats();
	test_repeats_twice();
	return check_done();
}
