// See FaultShim.h. The operations that count are those that change what a disk holds; all of them
// reach the system by their numbers, so that nothing here depends on what was overridden.
#define _GNU_SOURCE
#include "FaultShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netdb.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum how { NEVER, KILL, TORN, FULL, ERROR };

static enum how how = NEVER;
static int error_code = EIO;
static long at = 0;
static int is_sticky = 0;
static const char *root = NULL;
static int log_file = -1;
static int socket_log = -1;
static atomic_long count = 0;

static int open_log(const char *name) {
  const char *path = getenv(name);
  if (!path) return -1;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  // Out of the way of the program's own descriptors, whose numbers it may care for.
  int high = fcntl(file, F_DUPFD_CLOEXEC, 700);
  syscall(SYS_close, file);
  return high;
}

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("FAULT_HOW");
  if (getenv("FAULT_AT")) at = atol(getenv("FAULT_AT"));
  is_sticky = getenv("FAULT_STICKY") != NULL;
  root = getenv("FAULT_ROOT");
  log_file = open_log("FAULT_LOG");
  socket_log = open_log("SOCKET_LOG");
  if (!name) return;
  how = !strcmp(name, "kill") ? KILL : !strcmp(name, "torn") ? TORN : !strcmp(name, "full") ? FULL : ERROR;
  error_code = !strcmp(name, "ENOSPC") || how == FULL ? ENOSPC : EIO;
}

// What the kernel counted for this program alone; a parent would be told of its own memory, too.
__attribute__((destructor)) static void end(void) {
  char facts[8192];
  int peak = open_log("PEAK_LOG");
  int status = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/status", O_RDONLY | O_CLOEXEC);
  long length = peak < 0 || status < 0 ? -1 : syscall(SYS_read, status, facts, sizeof facts - 1);
  if (length < 0) return;
  facts[length] = 0;
  char *line = strstr(facts, "VmHWM:");
  if (line) dprintf(peak, "%ld\n", atol(line + strlen("VmHWM:")));
}

static void say(int file, const char *what, const char *path) {
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s %s\n", what, path);
  if (file >= 0 && length > 0) syscall(SYS_write, file, line, (size_t)length);
}

static void die(void) {
  syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  for (;;) continue;
}

static int is_below_root(const char *path) {
  // The root ends in a slash; the folder itself, which is synced, has none.
  return root && (strncmp(path, root, strlen(root)) == 0
      || (strlen(path) + 1 == strlen(root) && strncmp(path, root, strlen(path)) == 0));
}

static void path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, (size_t)PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
}

// What becomes of an operation.
enum fate { PASSES, FAILS, IS_CUT };

// Counts one operation and decides about it. An operation `needs_room` when a full disk refuses it.
static enum fate next(const char *what, const char *path, int needs_room) {
  if (!is_below_root(path)) return PASSES;
  long number = atomic_fetch_add(&count, 1) + 1;
  say(log_file, what, path);
  if (how == NEVER || number < at) return PASSES;
  if (number > at) {
    int fails = how == FULL ? needs_room : how == ERROR && is_sticky;
    if (fails) errno = error_code;
    return fails ? FAILS : PASSES;
  }
  if (how == KILL) die();
  if (how == TORN) return IS_CUT;
  if (how == FULL) return needs_room ? IS_CUT : PASSES;
  errno = error_code;
  return FAILS;
}

static enum fate next_on_file(const char *what, int file, int needs_room) {
  if (file <= 2) return PASSES;
  char path[PATH_MAX];
  path_of(file, path);
  return next(what, path, needs_room);
}

// An operation without bytes cannot be cut: it does not happen.
static int is_refused(enum fate fate) {
  if (fate == IS_CUT && how == TORN) die();
  if (fate == IS_CUT) errno = error_code;
  return fate != PASSES;
}

static ssize_t written(const char *what, int file, const void *bytes, size_t size, off_t place) {
  enum fate fate = next_on_file(what, file, 1);
  if (fate == FAILS) return -1;
  size_t length = fate == IS_CUT ? size / 2 : size;
  if (length == 0 && size > 0) return is_refused(fate) ? -1 : 0;
  ssize_t done = place < 0 ? syscall(SYS_write, file, bytes, length)
                           : syscall(SYS_pwrite64, file, bytes, length, place);
  if (fate == IS_CUT && how == TORN) die();
  return done;
}

ssize_t write(int file, const void *bytes, size_t size) {
  return written("write", file, bytes, size, -1);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) {
  return written("pwrite", file, bytes, size, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t place) {
  return written("pwrite", file, bytes, size, place);
}

// Several pieces: a short count is an honest answer, so the first piece that has bytes will do.
static ssize_t pieces(const char *what, int file, const struct iovec *piece, int number, off_t place) {
  for (int i = 0; i < number; i++) {
    if (piece[i].iov_len > 0) return written(what, file, piece[i].iov_base, piece[i].iov_len, place);
  }
  return 0;
}

ssize_t writev(int file, const struct iovec *piece, int number) {
  if (file <= 2) return syscall(SYS_writev, file, piece, number);
  return pieces("writev", file, piece, number, -1);
}

ssize_t pwritev(int file, const struct iovec *piece, int number, off_t place) {
  return pieces("pwritev", file, piece, number, place);
}

ssize_t pwritev64(int file, const struct iovec *piece, int number, off64_t place) {
  return pieces("pwritev", file, piece, number, place);
}

ssize_t sendfile(int file, int from, off_t *place, size_t size) {
  enum fate fate = next_on_file("sendfile", file, 1);
  if (fate == FAILS) return -1;
  ssize_t done = syscall(SYS_sendfile, file, from, place, fate == IS_CUT ? size / 2 : size);
  if (fate == IS_CUT && how == TORN) die();
  return done;
}

ssize_t sendfile64(int file, int from, off64_t *place, size_t size) {
  return sendfile(file, from, (off_t *)place, size);
}

ssize_t copy_file_range(int from, off64_t *at_from, int to, off64_t *at_to, size_t size, unsigned flags) {
  enum fate fate = next_on_file("copy_file_range", to, 1);
  if (fate == FAILS) return -1;
  size_t length = fate == IS_CUT ? size / 2 : size;
  ssize_t done = syscall(SYS_copy_file_range, from, at_from, to, at_to, length, flags);
  if (fate == IS_CUT && how == TORN) die();
  return done;
}

int fsync(int file) {
  return is_refused(next_on_file("fsync", file, 0)) ? -1 : (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
  return is_refused(next_on_file("fdatasync", file, 0)) ? -1 : (int)syscall(SYS_fdatasync, file);
}

int ftruncate(int file, off_t size) {
  return is_refused(next_on_file("ftruncate", file, 0)) ? -1 : (int)syscall(SYS_ftruncate, file, size);
}

int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }

// A path as the process means it; relative ones stand below its folder.
static const char *meant(int folder, const char *path, char *whole) {
  char base[PATH_MAX];
  if (path[0] == '/') return path;
  if (folder == AT_FDCWD) {
    if (syscall(SYS_getcwd, base, sizeof base) < 0) return path;
  } else {
    path_of(folder, base);
  }
  snprintf(whole, PATH_MAX, "%s/%s", base, path);
  return whole;
}

static enum fate next_on_path(const char *what, int folder, const char *path, int needs_room) {
  char whole[PATH_MAX];
  return next(what, meant(folder, path, whole), needs_room);
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
  // Only what may make or empty a file changes the disk.
  int changes = (flags & O_TRUNC) || (flags & O_TMPFILE) == O_TMPFILE
      || ((flags & O_CREAT) && syscall(SYS_faccessat, folder, path, F_OK) != 0);
  if (changes && is_refused(next_on_path("open", folder, path, 1))) return -1;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE_OF(flags)                                       \
  mode_t mode = 0;                                           \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                     \
    va_list rest;                                            \
    va_start(rest, flags);                                   \
    mode = va_arg(rest, mode_t);                             \
    va_end(rest);                                            \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(folder, path, flags | O_LARGEFILE, mode);
}

int creat(const char *path, mode_t mode) {
  return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  if (is_refused(next_on_path("rename", to, new, 1))) return -1;
  return (int)syscall(SYS_renameat2, from, old, to, new, flags);
}

int renameat(int from, const char *old, int to, const char *new) {
  return renameat2(from, old, to, new, 0);
}

int rename(const char *old, const char *new) {
  return renameat2(AT_FDCWD, old, AT_FDCWD, new, 0);
}

int linkat(int from, const char *old, int to, const char *new, int flags) {
  if (is_refused(next_on_path("link", to, new, 1))) return -1;
  return (int)syscall(SYS_linkat, from, old, to, new, flags);
}

int link(const char *old, const char *new) {
  return linkat(AT_FDCWD, old, AT_FDCWD, new, 0);
}

int unlinkat(int folder, const char *path, int flags) {
  if (is_refused(next_on_path("unlink", folder, path, 0))) return -1;
  return (int)syscall(SYS_unlinkat, folder, path, flags);
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *path, mode_t mode) {
  if (is_refused(next_on_path("mkdir", folder, path, 1))) return -1;
  return (int)syscall(SYS_mkdirat, folder, path, mode);
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

// The network is only listened to.

int socket(int family, int type, int protocol) {
  if (family != AF_UNIX) say(socket_log, "socket", family == AF_INET6 ? "inet6" : "inet");
  return (int)syscall(SYS_socket, family, type, protocol);
}

int connect(int file, const struct sockaddr *address, socklen_t length) {
  if (address->sa_family != AF_UNIX) say(socket_log, "connect", "");
  return (int)syscall(SYS_connect, file, address, length);
}

int getaddrinfo(
    const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
  say(socket_log, "getaddrinfo", name ? name : "");
  int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
      (int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **))dlsym(
          RTLD_NEXT, "getaddrinfo");
  return real(name, service, hints, found);
}
