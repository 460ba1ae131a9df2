#include <config.h>

#include "ui/help.h"

#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "ui/command.h"
#include "ui/list_painter.h"
#include "ui/sheet.h"

/* Alef, beh, teh: one letter that joins to nothing after it, two that join. */
#define ORDER_SAMPLE "\xD8\xA7\xD8\xA8\xD8\xAA"

static void
add_group(struct sheet *sheet, enum command_group group)
{
	struct buf keys = BUF_INIT;

	sheet_add_heading(sheet, command_group_title(group));
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const struct command_info *info = command_info((enum command)i);
		const char *help;

		if (info->group != group)
			continue;
		buf_reset(&keys);
		command_add_keys((enum command)i, &keys);
		help = _(info->help);
		sheet_add_row(sheet, keys.at, help, strlen(help));
	}
	buf_release(&keys);
}

static void
add_signs(struct sheet *sheet)
{
	static const struct {
		const char *sign;
		const char *help;
	} signs[] = {
		{ LIST_SIGN_MATCH, N_("The search finds something in it") },
		{ LIST_SIGN_UNREAD, N_("Not read yet") },
		{ LIST_SIGN_STAR, N_("Has a star") },
		{ LIST_SIGN_COPIES, N_("Stands for so many copies of an "
			"article") },
	};

	sheet_add_heading(sheet, _("Signs in the list"));
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		sheet_add_row(sheet, signs[i].sign, _(signs[i].help),
			strlen(_(signs[i].help)));
}

static void
add_order_test(struct sheet *sheet)
{
	struct buf text = BUF_INIT;

	sheet_add_heading(sheet, _("Right-to-left text"));
	/*
	 * TRANSLATORS: the three Arabic letters alef, beh, teh follow; joined
	 * and read from the right where the terminal and newspane agree.
	 */
	buf_add_format(&text, _("This should read alef, beh, teh from the "
		"right: %s. If it does not, press zt to choose what does, or "
		"zb."), ORDER_SAMPLE);
	/* TRANSLATORS: at most 17 columns. */
	sheet_add_row(sheet, _("Order test"), text.at, text.nbytes);
	buf_release(&text);
}

void
help_open(struct sheet *sheet)
{
	sheet_open(sheet);
	for (int i = 0; i < COMMAND_GROUP_COUNT; i++)
		add_group(sheet, (enum command_group)i);
	add_signs(sheet);
	add_order_test(sheet);
}
