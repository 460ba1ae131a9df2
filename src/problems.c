#include <config.h>

#include "problems.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/i18n.h"
#include "model/archive.h"
#include "messages.h"
#include "options.h"

/* How many problems are named without --verbose. */
#define PROBLEMS_NAMED 10

static bool
is_missed(enum err_code code)
{
	return err_kind(code) == ERR_KIND_UNREAD;
}

static bool
is_named(const struct options *options, enum err_code code, uint32_t nmissed)
{
	if (options->is_verbose)
		return true;
	return is_missed(code) && nmissed <= PROBLEMS_NAMED
		&& !options->is_quiet;
}

/* Whether there are COUNT of something to be added to LIST. */
static bool
begin_part(struct buf *list, unsigned long count)
{
	if (count > 0 && list->nbytes > 0)
		buf_add_string(list, _(", "));
	return count > 0;
}

static void
report_passed(const struct archive *archive)
{
	unsigned long hidden = archive_passed(archive, PASSED_HIDDEN);
	unsigned long backups = archive_passed(archive, PASSED_BACKUP);
	unsigned long binary = archive_problem_count_code(archive, ERR_BINARY);
	unsigned long empty = archive_problem_count_code(archive, ERR_EMPTY);
	struct buf list = BUF_INIT;

	/* TRANSLATORS: files, in a list of what was passed over. */
	if (begin_part(&list, hidden))
		buf_add_format(&list, ngettext("%lu hidden", "%lu hidden",
			hidden), hidden);
	if (begin_part(&list, backups))
		buf_add_format(&list, ngettext("%lu backup", "%lu backups",
			backups), backups);
	if (begin_part(&list, binary))
		buf_add_format(&list, ngettext("%lu not text", "%lu not text",
			binary), binary);
	if (begin_part(&list, empty))
		buf_add_format(&list, ngettext("%lu empty", "%lu empty",
			empty), empty);
	if (list.nbytes > 0)
		complain(_("passed over: %s"), list.at);
	buf_release(&list);
}

uint32_t
problems_report(const struct archive *archive, const struct options *options)
{
	uint32_t count = archive_problem_count(archive);
	uint32_t nmissed = 0, nunnamed = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct err err = archive_problem(archive, i);

		nmissed += is_missed(err.code);
		if (is_named(options, err.code, nmissed))
			complain_err(&err);
		else
			nunnamed += is_missed(err.code);
		err_release(&err);
	}
	if (nunnamed > 0 && !options->is_quiet)
		complain(ngettext("and %u more; --verbose names it",
			"and %u more; --verbose names them", nunnamed),
			nunnamed);
	if (options->is_verbose)
		report_passed(archive);
	return nmissed;
}

void
problems_report_nothing(const struct archive *archive,
	const struct options *options)
{
	struct err err = { 0 };

	if (archive_problem_count(archive) > 0)
		err = archive_problem(archive, 0);
	else
		err_set(&err, ERR_EMPTY, 0, options->paths[0]);
	complain_err(&err);
	err_release(&err);
}
