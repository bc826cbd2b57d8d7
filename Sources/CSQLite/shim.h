// SQLite, for the few calls that GRDB does not hand on: some are variadic, one is a callback.
#ifndef POND_CSQLITE_SHIM_H
#define POND_CSQLITE_SHIM_H

#include <sqlite3.h>

// Takes from a connection all that SQL in the file could do by itself: no trigger runs, no view is
// read, no function with a side effect is called from the schema, and the schema table, shadow tables
// and the journal's rules cannot be rewritten. Nothing in the file may be longer than `longest`
// bytes, no statement of its schema longer than 1 MB.
static inline int pond_sqlite_defend(sqlite3 *connection, int longest) {
  static const int settings[][2] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
  };
  for (unsigned i = 0; i < sizeof settings / sizeof *settings; i++) {
    int code = sqlite3_db_config(connection, settings[i][0], settings[i][1], (int *)0);
    if (code != SQLITE_OK) return code;
  }
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest);
  sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
  sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
  return SQLITE_OK;
}

// Lets the tables behind an index of words be written, or no longer.
static inline int pond_sqlite_open_shadows(sqlite3 *connection, int open) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, open ? 0 : 1, (int *)0);
}

static inline int pond_sqlite_spend(void *left) {
  sqlite3_int64 *budget = (sqlite3_int64 *)left;
  return --*budget <= 0;
}

// Stops a statement after about `*budget` thousand steps of SQLite's machine, so that a file which
// is built to never end does. The budget belongs to the caller and outlives the connection.
static inline void pond_sqlite_budget(sqlite3 *connection, sqlite3_int64 *budget) {
  sqlite3_progress_handler(connection, 1000, pond_sqlite_spend, budget);
}

// Binds text that SQLite copies; the macro that says so is invisible to Swift.
static inline int pond_sqlite_bind_text(
    sqlite3_stmt *statement, int index, const void *text, int length) {
  return sqlite3_bind_text(statement, index, text ? text : "", length, SQLITE_TRANSIENT);
}

// The same of bytes.
static inline int pond_sqlite_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, int length) {
  return sqlite3_bind_blob(statement, index, bytes ? bytes : "", length, SQLITE_TRANSIENT);
}

#endif
