#include "CPageSums.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SUM = 8, HEADER = 100, STOP = 0x506F6E64 };

// A pond file as SQLite sees it; the file of the layer below lies behind it.
typedef struct {
  sqlite3_file base;
  int keeps;     // 1, 0, or -1 before the header was seen
  int stopped;   // whether sums are written no more, whatever the header says
  int reserved;  // whether the connection went through the reserved lock: it writes what is new
} File;

static sqlite3_vfs *below;
static sqlite3_vfs layer;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((File *)file + 1); }

// ---- The sum ----------------------------------------------------------------------------------

static uint32_t word(const unsigned char *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
         (uint32_t)bytes[3] << 24;
}

// Fletcher's sum of 32-bit words, as SQLite's own cksumvfs extension takes it: 0 for zeros, so that
// a page that was never written, a hole in the file, has its sum.
static void sum(const unsigned char *page, int size, unsigned char *out) {
  uint32_t one = 0, two = 0;
  for (const unsigned char *end = page + size - SUM; page < end; page += 8) {
    one += word(page) + two;
    two += word(page + 4) + one;
  }
  for (int i = 0; i < 4; i++) {
    out[i] = (unsigned char)(one >> 8 * i);
    out[4 + i] = (unsigned char)(two >> 8 * i);
  }
}

static int is_page(sqlite3_int64 size) {
  return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

static int page_size(const unsigned char *header) {
  int size = header[16] << 8 | header[17];
  return size == 1 ? 65536 : size;
}

// Whether a header is that of a pond file which reserves room for the sums.
static int reserves(const unsigned char *header) {
  return memcmp(header, "SQLite format 3", 16) == 0 && header[20] == SUM &&
         memcmp(header + 68, "Pond", 4) == 0 && is_page(page_size(header));
}

void pond_sums_stamp(unsigned char *bytes, size_t size) {
  if (size < HEADER || !reserves(bytes)) return;
  size_t page = (size_t)page_size(bytes);
  for (size_t at = 0; at + page <= size; at += page)
    sum(bytes + at, (int)page, bytes + at + page - SUM);
}

// ---- What passes through the layer ------------------------------------------------------------

static int close_file(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at) {
  int code = real(file)->pMethods->xRead(real(file), bytes, count, at);
  File *own = (File *)file;
  // Again and again: another process may have put a file without sums in its place, and SQLite reads
  // the first page anew then.
  if (code == SQLITE_OK && at == 0 && count >= HEADER) own->keeps = reserves(bytes);
  return code;
}

// A page is stamped only by a connection that holds the reserved lock. One that puts the pages of a
// half-done change back goes without it: they have the sums with which they were set aside, or belong
// to a file that reserved no room for any.
static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at) {
  File *own = (File *)file;
  if (own->keeps < 0 && at == 0 && count >= HEADER) own->keeps = reserves(bytes);
  if (own->keeps > 0 && !own->stopped && own->reserved && is_page(count) && at % count == 0)
    // SQLite owns the page and leaves its reserved bytes to whoever asked for them.
    sum(bytes, count, (unsigned char *)bytes + count - SUM);
  return real(file)->pMethods->xWrite(real(file), bytes, count, at);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  return real(file)->pMethods->xTruncate(real(file), size);
}

static int sync_file(sqlite3_file *file, int flags) {
  return real(file)->pMethods->xSync(real(file), flags);
}

static int size_of(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

static int lock(sqlite3_file *file, int level) {
  int code = real(file)->pMethods->xLock(real(file), level);
  if (code == SQLITE_OK && level == SQLITE_LOCK_RESERVED) ((File *)file)->reserved = 1;
  return code;
}

static int unlock(sqlite3_file *file, int level) {
  if (level < SQLITE_LOCK_RESERVED) ((File *)file)->reserved = 0;
  return real(file)->pMethods->xUnlock(real(file), level);
}

static int is_reserved(sqlite3_file *file, int *answer) {
  return real(file)->pMethods->xCheckReservedLock(real(file), answer);
}

static int control(sqlite3_file *file, int operation, void *argument) {
  if (operation == STOP) {
    ((File *)file)->stopped = 1;
    return SQLITE_OK;
  }
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }

static int traits(sqlite3_file *file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int map(sqlite3_file *file, int page, int size, int extend, void volatile **at) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, at);
}

static int map_lock(sqlite3_file *file, int at, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), at, count, flags);
}

static void map_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int unmap(sqlite3_file *file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

static int fetch(sqlite3_file *file, sqlite3_int64 at, int count, void **bytes) {
  return real(file)->pMethods->xFetch(real(file), at, count, bytes);
}

static int unfetch(sqlite3_file *file, sqlite3_int64 at, void *bytes) {
  return real(file)->pMethods->xUnfetch(real(file), at, bytes);
}

static const sqlite3_io_methods methods = {
  3, close_file, read_file, write_file, truncate_file, sync_file, size_of, lock, unlock,
  is_reserved, control, sector_size, traits, map, map_lock, map_barrier, unmap, fetch, unfetch,
};

static int open_file(
    sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  // Journals and temporary files, and whatever an older layer below cannot do, go past.
  if (!(flags & SQLITE_OPEN_MAIN_DB)) return below->xOpen(below, name, file, flags, out);
  File *own = (File *)file;
  memset(own, 0, sizeof *own);
  own->keeps = -1;
  int code = below->xOpen(below, name, real(file), flags, out);
  if (code == SQLITE_OK && real(file)->pMethods->iVersion >= 3) {
    own->base.pMethods = &methods;
  } else if (real(file)->pMethods) {
    real(file)->pMethods->xClose(real(file));
    if (code == SQLITE_OK) code = below->xOpen(below, name, file, flags, out);
  }
  return code;
}

int pond_sums_install(void) {
  if (below) return SQLITE_OK;
  below = sqlite3_vfs_find(NULL);
  if (!below) return SQLITE_ERROR;
  layer = *below;
  layer.pNext = NULL;
  layer.zName = "pond";
  layer.szOsFile = (int)sizeof(File) + below->szOsFile;
  layer.xOpen = open_file;
  return sqlite3_vfs_register(&layer, 1);
}

// ---- What is asked of a connection ------------------------------------------------------------

int pond_sums_reserve(sqlite3 *connection) {
  int count = SUM;
  return sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &count);
}

static sqlite3_file *file_of(sqlite3 *connection) {
  sqlite3_file *file = NULL;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file && file->pMethods ? file : NULL;
}

static int header_of(sqlite3_file *file, unsigned char *header) {
  return file ? file->pMethods->xRead(file, header, HEADER, 0) : SQLITE_ERROR;
}

int pond_sums_kept(sqlite3 *connection) {
  unsigned char header[HEADER];
  if (header_of(file_of(connection), header) != SQLITE_OK) return -1;
  return reserves(header);
}

// The file change counter: four bytes at 24, the high one first (SQLite's file format, 1.3.7).
int pond_sums_commits(sqlite3 *connection, unsigned int *commits) {
  unsigned char header[HEADER];
  int code = header_of(file_of(connection), header);
  if (code != SQLITE_OK) return code;
  *commits = (unsigned)header[24] << 24 | (unsigned)header[25] << 16 | (unsigned)header[26] << 8 | header[27];
  return SQLITE_OK;
}

void pond_sums_stop(sqlite3 *connection) {
  sqlite3_file_control(connection, "main", STOP, NULL);
}

int pond_sums_check(sqlite3 *connection, sqlite3_int64 *pages, sqlite3_int64 *first) {
  *pages = *first = 0;
  unsigned char header[HEADER], found[SUM];
  sqlite3_file *file = file_of(connection);
  sqlite3_int64 size = 0;
  int code = header_of(file, header);
  if (code == SQLITE_OK) code = file->pMethods->xFileSize(file, &size);
  if (code != SQLITE_OK || !reserves(header)) return code;
  int page = page_size(header);
  unsigned char *bytes = malloc((size_t)page);
  if (!bytes) return SQLITE_NOMEM;
  for (sqlite3_int64 at = 0; at + page <= size && code == SQLITE_OK; at += page) {
    code = file->pMethods->xRead(file, bytes, page, at);
    if (code != SQLITE_OK) break;
    sum(bytes, page, found);
    if (memcmp(found, bytes + page - SUM, SUM) == 0) continue;
    if ((*pages)++ == 0) *first = at / page + 1;
  }
  free(bytes);
  return code;
}
