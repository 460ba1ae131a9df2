#include <config.h>

#include <locale.h>

#include "../check.h"
#include "screen.h"

/* Searching while it is not done yet. */

static const char *const texts[] = {
	"Boats\n\n2024-01-05\n\nA boat.\n",
	"Kites\n\n2024-01-04\n\nA kite.\n",
	"Trains\n\n2024-01-03\n\nA train.\n",
	"Roads\n\n2024-01-02\n\nA road.\n",
};

#define NTEXTS (sizeof(texts) / sizeof(*texts))

/* A search and a move, typed so fast that nothing is done between them. */
static void
press_at_once(struct screen *screen, const char *keys)
{
	for (; *keys != '\0'; keys++) {
		struct key key = { KEY_CODE_CHAR, (unsigned char)*keys, 0 };

		if (*keys == '\r')
			key = (struct key){ KEY_CODE_ENTER, 0, 0 };
		app_key(screen->app, &key);
	}
	screen_work(screen);
	app_draw(screen->app, &screen->frame);
}

static void
test_search_at_once(void)
{
	struct screen slow, fast;

	check_case("a move after a search waits for what is found");
	screen_start(&slow, texts, NTEXTS, 24, 80);
	screen_press(&slow, "/");
	screen_type(&slow, "kite");
	screen_press(&slow, "Enter ]");
	screen_start(&fast, texts, NTEXTS, 24, 80);
	press_at_once(&fast, "/kite\r]");
	CHECK_STR(screen_row(&fast, -1), screen_row(&slow, -1));
	screen_stop(&slow);
	screen_stop(&fast);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_search_at_once();
	return check_done();
}
