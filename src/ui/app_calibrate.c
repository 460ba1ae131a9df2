#include <config.h>

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/calibrate.h"

enum app_request
app_calibrate(struct app *app)
{
	calibrate_open(app->calibrate, &app->style);
	return APP_MEASURE;
}

/* What was asked for until now gives way, for this run. */
static enum app_request
take_answer(struct app *app, const struct terminal_facts *facts)
{
	app->learnt = *facts;
	app->order = ORDER_OPTION_AUTO;
	app->shape = SHAPE_OPTION_AUTO;
	if (facts->has_widths)
		app->ambiguous = AMBIGUOUS_OPTION_AUTO;
	/* TRANSLATORS: 40 columns at most. */
	app_say(app, "%s", _("From now on text is sent in this way."));
	return APP_LEARNT;
}

enum app_request
app_calibrate_key(struct app *app, const struct key *key)
{
	enum command command = command_of_key(NULL, key, COMMAND_IN_SHEET);
	struct terminal_facts facts;

	if (command == COMMAND_REPAINT || command == COMMAND_SUSPEND)
		return app_command(app, command);
	if (calibrate_key(app->calibrate, key, &facts) == CALIBRATE_CHOSEN)
		return take_answer(app, &facts);
	return APP_GO_ON;
}

void
app_measured(struct app *app, enum cluster_index index, int cols)
{
	calibrate_reply(app->calibrate, index, cols);
}

const struct terminal_facts *
app_learnt(const struct app *app)
{
	return &app->learnt;
}
