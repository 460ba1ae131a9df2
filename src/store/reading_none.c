#include <config.h>

#include "store/reading.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "store/reading_table.h"

struct reading {
	struct reading_table table;
};

struct reading *
reading_new(const char *path, struct err *err)
{
	(void)path;
	(void)err;
	return xcalloc(1, sizeof(struct reading));
}

void
reading_free(struct reading *reading)
{
	if (reading == NULL)
		return;
	reading_table_release(&reading->table);
	free(reading);
}

unsigned
reading_flags(const struct reading *reading, uint64_t fingerprint)
{
	return reading_table_flags(&reading->table, fingerprint);
}

uint32_t
reading_place(const struct reading *reading, uint64_t fingerprint)
{
	return reading_table_place(&reading->table, fingerprint);
}

int
reading_set_flags(struct reading *reading, uint64_t fingerprint,
	unsigned flags, struct err *err)
{
	(void)err;
	reading_table_add(&reading->table, fingerprint)->flags = flags;
	return 0;
}

int
reading_set_place(struct reading *reading, uint64_t fingerprint, uint32_t off,
	struct err *err)
{
	(void)err;
	reading_table_add(&reading->table, fingerprint)->place = off;
	return 0;
}

bool
reading_is_persistent(void)
{
	return false;
}
