#include <config.h>

#include "store/reading.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/buf.h"
#include "base/paths.h"
#include "base/xalloc.h"
#include "store/reading_table.h"

/* "nwsp": tells our files from those of other programs. */
#define APPLICATION_ID 0x6E777370
#define SCHEMA_VERSION 1

/* Another newspane may be making the file just now. */
#define BUSY_MS_OPENING 250
/* A key waits for this. */
#define BUSY_MS 8

struct reading {
	struct reading_table table;
	char *path;
	sqlite3 *db;		/* NULL: only in memory */
	sqlite3_stmt *put;
	size_t nunsaved;	/* entries */
	bool is_failing;
};

/*
 * Only what changed here is written, so that two readers at once keep each
 * other's changes: ?4 is a mask of flags, ?5 whether the place changed.
 */
static const char put_sql[] =
	"INSERT INTO reading (fingerprint, flags, place) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (fingerprint) DO UPDATE SET"
	" flags = (flags & ~?4) | (?2 & ?4),"
	" place = CASE WHEN ?5 THEN ?3 ELSE place END";

static const char schema_sql[] =
	"CREATE TABLE IF NOT EXISTS reading ("
	" fingerprint INTEGER PRIMARY KEY,"
	" flags INTEGER NOT NULL,"
	" place INTEGER NOT NULL);"
	"PRAGMA application_id = 1853322096;"
	"PRAGMA user_version = 1;"
	"COMMIT";

_Static_assert(APPLICATION_ID == 1853322096 && SCHEMA_VERSION == 1,
	"schema_sql spells them out");

static int
run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* The number that SQL yields, into *NUMBER. */
static int
query_number(sqlite3 *db, const char *sql, int *number)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_step(statement);
	if (code == SQLITE_ROW)
		*number = sqlite3_column_int(statement, 0);
	sqlite3_finalize(statement);
	return code == SQLITE_ROW ? SQLITE_OK
		: code == SQLITE_DONE ? SQLITE_CORRUPT : code;
}

/* SQLITE_OK: ours; SQLITE_EMPTY: nobody's yet; SQLITE_NOTADB: foreign. */
static int
look_whose(sqlite3 *db)
{
	int id = 0, version = 0, tables = 0, code;

	if ((code = query_number(db, "PRAGMA application_id", &id))
	    || (code = query_number(db, "PRAGMA user_version", &version))
	    || (code = query_number(db, "SELECT count(*) FROM sqlite_master",
		&tables)))
		return code;
	if (id == APPLICATION_ID && version == SCHEMA_VERSION)
		return SQLITE_OK;
	return id == 0 && version == 0 && tables == 0 ? SQLITE_EMPTY
		: SQLITE_NOTADB;
}

/*
 * Looks in one transaction, so as not to see half of what another newspane
 * is making; MAKE_SQL is run if the file is nobody's yet.
 */
static int
look_and_make(sqlite3 *db, const char *begin_sql, const char *make_sql)
{
	int code = run(db, begin_sql);

	if (code == SQLITE_OK)
		code = look_whose(db);
	if (code == SQLITE_EMPTY && make_sql != NULL)
		code = run(db, make_sql);
	if (!sqlite3_get_autocommit(db))
		run(db, "ROLLBACK");
	return code;
}

/*
 * WAL with NORMAL: a write is an append without waiting for the disk; a lost
 * machine may lose the last ones, a killed program none. Checkpoints wait for
 * the disk, so they are made at the end and not while somebody types.
 */
static int
set_modes(sqlite3 *db)
{
	int code = run(db, "PRAGMA journal_mode = WAL");

	/* Another one is in the file; it, or the next run, will have WAL. */
	if (code != SQLITE_OK && code != SQLITE_BUSY)
		return code;
	return run(db, "PRAGMA trusted_schema = OFF;"
		"PRAGMA synchronous = NORMAL;"
		"PRAGMA wal_autocheckpoint = 0");
}

static int
load_rows(struct reading *reading)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(reading->db,
		"SELECT fingerprint, flags, place FROM reading", -1,
		&statement, NULL);

	if (code != SQLITE_OK)
		return code;
	while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
		struct reading_entry *entry =
			reading_table_add(&reading->table, (uint64_t)
				sqlite3_column_int64(statement, 0));

		entry->flags = (unsigned)sqlite3_column_int64(statement, 1);
		entry->place = (uint32_t)sqlite3_column_int64(statement, 2);
	}
	sqlite3_finalize(statement);
	return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int
set_up(struct reading *reading)
{
	sqlite3 *db = reading->db;
	int whose, code;

	sqlite3_busy_timeout(db, BUSY_MS_OPENING);
	whose = look_and_make(db, "BEGIN", NULL);
	if (whose != SQLITE_OK && whose != SQLITE_EMPTY)
		return whose;
	code = set_modes(db);
	if (code == SQLITE_OK && whose == SQLITE_EMPTY)
		code = look_and_make(db, "BEGIN IMMEDIATE", schema_sql);
	if (code == SQLITE_OK)
		code = load_rows(reading);
	if (code == SQLITE_OK)
		code = sqlite3_prepare_v3(db, put_sql, -1,
			SQLITE_PREPARE_PERSISTENT, &reading->put, NULL);
	sqlite3_busy_timeout(db, BUSY_MS);
	return code;
}

/* Makes the file, readable by its owner only. Returns 0 or an errno. */
static int
make_file(const char *path)
{
	struct stat info;
	int fd;

	if (path_make_parents(path) != 0)
		return errno;
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0)
		return close(fd) == 0 ? 0 : errno;
	if (errno != EEXIST)
		return errno;
	if (stat(path, &info) != 0)
		return errno;
	/* SQLite would wait for the other end of a FIFO. */
	return S_ISREG(info.st_mode) ? 0 : S_ISDIR(info.st_mode) ? EISDIR
		: EINVAL;
}

static void
close_file(struct reading *reading)
{
	sqlite3_finalize(reading->put);
	sqlite3_close(reading->db);
	reading->put = NULL;
	reading->db = NULL;
}

/* Returns 0, or -1 with *SYS set. */
static int
open_file(struct reading *reading, int *sys)
{
	*sys = make_file(reading->path);
	if (*sys != 0)
		return -1;
	if (sqlite3_open_v2(reading->path, &reading->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
		SQLITE_OK && set_up(reading) == SQLITE_OK)
		return 0;
	if (reading->db != NULL)
		*sys = sqlite3_system_errno(reading->db);
	close_file(reading);
	return -1;
}

static bool
is_unsaved(const struct reading_entry *entry)
{
	return entry->unsaved_flags != 0 || entry->is_place_unsaved;
}

static int
put_entry(struct reading *reading, const struct reading_entry *entry)
{
	sqlite3_stmt *put = reading->put;

	sqlite3_bind_int64(put, 1, (sqlite3_int64)entry->fingerprint);
	sqlite3_bind_int64(put, 2, entry->flags);
	sqlite3_bind_int64(put, 3, entry->place);
	sqlite3_bind_int64(put, 4, entry->unsaved_flags);
	sqlite3_bind_int(put, 5, entry->is_place_unsaved);
	sqlite3_step(put);
	return sqlite3_reset(put);
}

static void
set_saved(struct reading *reading, struct reading_entry *entry)
{
	entry->unsaved_flags = 0;
	entry->is_place_unsaved = false;
	reading->nunsaved--;
}

/* Writes what earlier failures left behind, too. */
static int
put_all(struct reading *reading)
{
	struct reading_table *table = &reading->table;
	int code = run(reading->db, "BEGIN IMMEDIATE");

	for (size_t i = 0; i < table->nslots && code == SQLITE_OK; i++) {
		if (is_unsaved(&table->at[i]))
			code = put_entry(reading, &table->at[i]);
	}
	if (code == SQLITE_OK)
		code = run(reading->db, "COMMIT");
	if (!sqlite3_get_autocommit(reading->db))
		run(reading->db, "ROLLBACK");
	for (size_t i = 0; i < table->nslots && code == SQLITE_OK; i++) {
		if (is_unsaved(&table->at[i]))
			set_saved(reading, &table->at[i]);
	}
	return code;
}

/* PATH so that SQLite takes it for nothing but the name of a file. */
static char *
plain_path(const char *path)
{
	struct buf plain = BUF_INIT;

	buf_add_format(&plain, "%s%s", *path == '/' ? "" : "./", path);
	return buf_detach(&plain);
}

struct reading *
reading_new(const char *path, struct err *err)
{
	struct reading *reading = xcalloc(1, sizeof(*reading));
	int sys;

	if (path == NULL)
		return reading;
	reading->path = plain_path(path);
	if (open_file(reading, &sys) != 0)
		err_set(err, ERR_STORE, sys, path);
	return reading;
}

void
reading_free(struct reading *reading)
{
	if (reading == NULL)
		return;
	if (reading->db != NULL && reading->nunsaved > 0)
		put_all(reading);
	/* Others may have the file open, and the log must not grow for ever. */
	if (reading->db != NULL)
		sqlite3_wal_checkpoint_v2(reading->db, NULL,
			SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	close_file(reading);
	reading_table_release(&reading->table);
	free(reading->path);
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

/* ENTRY changed: writes it. Returns as reading_set_flags does. */
static int
save(struct reading *reading, struct reading_entry *entry, struct err *err)
{
	bool was_failing = reading->is_failing;
	int code;

	if (reading->nunsaved > 1) {
		code = put_all(reading);
	} else {
		code = put_entry(reading, entry);
		if (code == SQLITE_OK)
			set_saved(reading, entry);
	}
	reading->is_failing = code != SQLITE_OK;
	if (!reading->is_failing || was_failing)
		return 0;
	err_set(err, ERR_STORE, sqlite3_system_errno(reading->db),
		reading->path);
	return -1;
}

/* Has the differences of ENTRY from the file grown by these written. */
static int
change(struct reading *reading, struct reading_entry *entry,
	unsigned flags, bool is_place, struct err *err)
{
	if (reading->db == NULL || (flags == 0 && !is_place))
		return 0;
	if (!is_unsaved(entry))
		reading->nunsaved++;
	entry->unsaved_flags |= flags;
	entry->is_place_unsaved |= is_place;
	return save(reading, entry, err);
}

int
reading_set_flags(struct reading *reading, uint64_t fingerprint,
	unsigned flags, struct err *err)
{
	struct reading_entry *entry =
		reading_table_add(&reading->table, fingerprint);
	unsigned changed = entry->flags ^ flags;

	entry->flags = flags;
	return change(reading, entry, changed, false, err);
}

int
reading_set_place(struct reading *reading, uint64_t fingerprint, uint32_t off,
	struct err *err)
{
	struct reading_entry *entry =
		reading_table_add(&reading->table, fingerprint);
	bool is_changed = entry->place != off;

	entry->place = off;
	return change(reading, entry, 0, is_changed, err);
}

bool
reading_is_persistent(void)
{
	return true;
}
