// A checksum behind every page of a pond file: what SQLite itself does not keep. The last eight
// bytes of a page are the sum of the bytes before them, written with the page, so that a byte that
// changed on the disk is found wherever it stands, and a commit costs nothing more than its pages.
//
// A layer between SQLite and the files (a VFS) writes the sums. It acts on nothing but pond files
// whose header reserves the eight bytes; every other file goes through it untouched.
#ifndef POND_PAGE_SUMS_H
#define POND_PAGE_SUMS_H

#include <stddef.h>
#include <sqlite3.h>

// Puts the layer in front of SQLite's own, for every connection of this process opened from now on.
int pond_sums_install(void);

// Reserves the bytes for sums in a database that has no page yet.
int pond_sums_reserve(sqlite3 *connection);

// Writes the sums of a whole database that lies in memory and reserves the bytes; does nothing to
// one that does not.
void pond_sums_stamp(unsigned char *bytes, size_t size);

// Says whether a connection's file keeps sums: 1, 0, or -1 where it cannot be told.
int pond_sums_kept(sqlite3 *connection);

// Writes no sums through a connection any more: pages of a file that reserves no bytes for them are
// about to be put in place of its own.
void pond_sums_stop(sqlite3 *connection);

// Reads every page of a connection's file and holds it against its sum. To be called while a
// transaction keeps writers out.
// Gives back SQLite's code; `*pages` is how many pages do not have their sum, `*first` the number of
// the first of them, counted from 1.
int pond_sums_check(sqlite3 *connection, sqlite3_int64 *pages, sqlite3_int64 *first);

// How many commits the file of a connection has seen, by its header: another number after each, by whomever.
// To be called within a transaction that has read, or the next commit may come between.
int pond_sums_commits(sqlite3 *connection, unsigned int *commits);

#endif
