#include <config.h>

#include "cli/selection.h"

#include "model/archive.h"
#include "model/identity.h"
#include "model/order.h"
#include "search/query.h"
#include "search/results.h"

void
selection_init(struct selection *selection, const struct archive *archive,
	struct query *query, enum sort_key key)
{
	selection->archive = archive;
	selection->identity = identity_new(archive);
	selection->order = order_new(archive, key);
	order_update(selection->order);
	selection->count = archive_count(archive);
	selection->results = NULL;
	if (query == NULL)
		return;
	selection->results = results_new(archive, query);
	while (results_advance(selection->results, 0))
		;
	selection->count = results_count(selection->results);
}

void
selection_release(struct selection *selection)
{
	results_free(selection->results);
	order_free(selection->order);
	identity_free(selection->identity);
	*selection = (struct selection){ 0 };
}

const struct query *
selection_query(const struct selection *selection)
{
	if (selection->results == NULL)
		return NULL;
	return results_query(selection->results);
}

bool
selection_next(const struct selection *selection, uint32_t *row,
	uint32_t *number)
{
	while (*row < order_count(selection->order)) {
		*number = order_at(selection->order, (*row)++);
		if (selection->results == NULL
			|| results_has(selection->results, *number))
			return true;
	}
	return false;
}
