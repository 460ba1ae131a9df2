#include <config.h>

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/read_pane.h"

struct line_style
app_look_style(const struct app *app, const struct line_style *terminal)
{
	struct line_style style = app->style;

	style.order = terminal->order;
	style.is_shaped = terminal->is_shaped;
	style.keeps_sequences = terminal->keeps_sequences;
	style.is_wide = app->ambiguous == AMBIGUOUS_OPTION_AUTO
		? terminal->is_wide
		: app->ambiguous == AMBIGUOUS_OPTION_WIDE;
	return style;
}

/*
 * From "auto" to the other order than the one in force, so that the first key
 * shows a difference; then to the one that auto meant, then to auto.
 */
static enum app_request
ask_order(struct app *app, enum command command)
{
	bool is_visual = app->style.order == ORDER_VISUAL;
	bool is_auto = app->order == ORDER_OPTION_AUTO;

	if (is_auto)
		app->auto_style.order = app->style.order;
	if (!is_auto && app->style.order == app->auto_style.order)
		app->order = ORDER_OPTION_AUTO;
	else
		app->order = is_visual ? ORDER_OPTION_LOGICAL
			: ORDER_OPTION_VISUAL;
	app->style_asked = command;
	return APP_ORDER;
}

/* The same with shaping. */
static enum app_request
ask_shape(struct app *app, enum command command)
{
	bool is_shaped = app->style.is_shaped;
	bool is_auto = app->shape == SHAPE_OPTION_AUTO;

	if (is_auto)
		app->auto_style.is_shaped = is_shaped;
	if (!is_auto && is_shaped == app->auto_style.is_shaped)
		app->shape = SHAPE_OPTION_AUTO;
	else
		app->shape = is_shaped ? SHAPE_OPTION_OFF : SHAPE_OPTION_ON;
	app->style_asked = command;
	return APP_ORDER;
}

static const char *
order_sentence(const struct app *app)
{
	bool is_visual = app->style.order == ORDER_VISUAL;

	if (app->order != ORDER_OPTION_AUTO)
		return is_visual
			? _("newspane puts right-to-left text in order.")
			: _("The terminal puts right-to-left text in order.");
	return is_visual
		/* TRANSLATORS: "automatic" is zb's third choice. */
		? _("Automatic: newspane puts right-to-left text in order.")
		: _("Automatic: the terminal puts right-to-left text in "
			"order.");
}

static const char *
shape_sentence(const struct app *app)
{
	bool is_shaped = app->style.is_shaped;

	if (app->shape != SHAPE_OPTION_AUTO)
		return is_shaped ? _("newspane joins Arabic letters.")
			: _("The terminal joins Arabic letters.");
	return is_shaped ? _("Automatic: newspane joins Arabic letters.")
		: _("Automatic: the terminal joins Arabic letters.");
}

void
app_say_style(struct app *app)
{
	if (app->style_asked != COMMAND_NONE)
		app_say(app, "%s", app->style_asked == COMMAND_ORDER
			? order_sentence(app) : shape_sentence(app));
	app->style_asked = COMMAND_NONE;
}

/* In the order of the key. */
static const char *const digits_sentences[DIGITS_COUNT] = {
	/* TRANSLATORS: this and the next sentences say what is in force now,
	   if they can in 40 columns. */
	[DIGITS_AS_WRITTEN] = N_("Digits are shown as they are written."),
	[DIGITS_EUROPEAN] = N_("All digits are European ones."),
	[DIGITS_ARABIC] = N_("Right-to-left text has Arabic digits."),
	[DIGITS_PERSIAN] = N_("Right-to-left text has Persian digits."),
};

static const char *
switch_style(struct app *app, enum command command, struct line_style *style)
{
	switch (command) {
	case COMMAND_DIGITS:
		style->digits = (style->digits + 1) % DIGITS_COUNT;
		return _(digits_sentences[style->digits]);
	case COMMAND_HARAKAT:
		style->hides_harakat = !style->hides_harakat;
		return style->hides_harakat
			? _("Arabic vowel marks are hidden.")
			: _("Arabic vowel marks are shown.");
	case COMMAND_CONTROLS:
		style->has_controls = !style->has_controls;
		return style->has_controls
			? _("Direction controls are shown as marks.")
			: _("Direction controls work unseen.");
	default:
		style->is_wide = !style->is_wide;
		app->ambiguous = style->is_wide ? AMBIGUOUS_OPTION_WIDE
			: AMBIGUOUS_OPTION_NARROW;
		return style->is_wide
			? _("Ambiguous characters are wide.")
			: _("Ambiguous characters are narrow.");
	}
}

/* From justified lines to even ones, so that each key shows a difference. */
static const char *
switch_lines(struct app *app, enum command command)
{
	if (command == COMMAND_JUSTIFY)
		app->is_justified = !app->is_justified;
	else
		app->is_even = app->is_justified || !app->is_even;
	if (command == COMMAND_EVEN)
		app->is_justified = false;
	read_pane_set_lines(app->read, app->is_even, app->is_justified);
	if (app->is_justified)
		return _("Lines are filled to the measure.");
	return app->is_even ? _("Lines are as even as they come.")
		: _("Each line is as full as it can be.");
}

enum app_request
app_look(struct app *app, enum command command)
{
	struct line_style style = app->style;
	const char *sentence;

	if (command == COMMAND_ORDER)
		return ask_order(app, command);
	if (command == COMMAND_SHAPE)
		return ask_shape(app, command);
	if (command == COMMAND_JUSTIFY || command == COMMAND_EVEN)
		sentence = switch_lines(app, command);
	else
		sentence = switch_style(app, command, &style);
	app_use_style(app, &style);
	/* What the terminal wants is no matter of looks. */
	if (read_pane_is_raw(app->read) && command != COMMAND_AMBIGUOUS)
		/* TRANSLATORS: after a sentence about how text looks. */
		app_say(app, "%s %s", sentence, _("Raw text stays as it is."));
	else
		app_say(app, "%s", sentence);
	/* What the terminal has on it stands where nobody counts any more. */
	return command == COMMAND_AMBIGUOUS ? APP_REPAINT : APP_GO_ON;
}
