// libarchive's reader. Swift does not see its macros: those that Pond needs stand here as values.
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#if defined(__APPLE__)
#include <xlocale.h>
#endif

static const int pond_archive_ok = ARCHIVE_OK;
static const int pond_archive_eof = ARCHIVE_EOF;
static const int pond_archive_warn = ARCHIVE_WARN;
static const int pond_archive_raw = ARCHIVE_FORMAT_RAW;
static const unsigned int pond_archive_regular = AE_IFREG;
static const unsigned int pond_archive_folder = AE_IFDIR;

// libarchive gives names in the locale of the thread, and none at all where they do not fit in it:
// in the locale of C, every name with a letter beyond ASCII. So it works in one of UTF-8, which is
// this thread's alone and only for a while.
typedef struct {
  locale_t own;
  locale_t before;
} pond_archive_locale;

static inline pond_archive_locale pond_archive_enter_utf8(void) {
  pond_archive_locale locale = {newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), (locale_t)0};
  if (!locale.own) locale.own = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
  if (locale.own) locale.before = uselocale(locale.own);
  return locale;
}

static inline void pond_archive_leave_utf8(pond_archive_locale locale) {
  if (!locale.own) return;
  uselocale(locale.before);
  freelocale(locale.own);
}
