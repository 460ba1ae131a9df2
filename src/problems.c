#include <config.h>

#include "problems.h"

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
	return code != ERR_EMPTY && code != ERR_BINARY;
}

static bool
is_named(const struct options *options, enum err_code code, uint32_t nmissed)
{
	if (options->is_verbose)
		return true;
	return is_missed(code) && nmissed <= PROBLEMS_NAMED
		&& !options->is_quiet;
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
