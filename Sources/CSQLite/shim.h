// SQLite, for the few calls that GRDB does not hand on: two are variadic, one is a callback.
#ifndef POND_CSQLITE_SHIM_H
#define POND_CSQLITE_SHIM_H

#include <sqlite3.h>

// Forbids the connection to rewrite its schema table, its shadow tables or its journal's rules,
// whatever the SQL in the file says.
static inline int pond_sqlite_defend(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
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

#endif
