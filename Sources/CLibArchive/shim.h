// libarchive's reader. Swift does not see its macros: those that Pond needs stand here as values.
#include <archive.h>
#include <archive_entry.h>

static const int pond_archive_ok = ARCHIVE_OK;
static const int pond_archive_eof = ARCHIVE_EOF;
static const int pond_archive_warn = ARCHIVE_WARN;
static const unsigned int pond_archive_regular = AE_IFREG;
static const unsigned int pond_archive_folder = AE_IFDIR;
