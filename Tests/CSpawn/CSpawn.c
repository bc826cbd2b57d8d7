#define _GNU_SOURCE
#include "CSpawn.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int prepare(posix_spawn_file_actions_t *actions, const char *folder, const int streams[3]) {
  int error = 0;
  for (int i = 0; i < 3 && !error; i++) {
    error = streams[i] < 0 ? posix_spawn_file_actions_addclose(actions, i)
                           : posix_spawn_file_actions_adddup2(actions, streams[i], i);
  }
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, 3);
  return error ? error : posix_spawn_file_actions_addchdir_np(actions, folder);
}

// A test runner may ignore SIGPIPE or block signals; a person's shell does neither.
static int forget_signals(posix_spawnattr_t *attributes) {
  sigset_t every, none;
  sigfillset(&every);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(attributes, &every);
  posix_spawnattr_setsigmask(attributes, &none);
  return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

int spawn_clean(
    pid_t *number, char *const arguments[], char *const environment[], const char *folder,
    const int streams[3]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  int error = prepare(&actions, folder, streams);
  if (!error) error = forget_signals(&attributes);
  if (!error) error = posix_spawn(number, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int open_terminal(int *line) {
  struct winsize size = {.ws_row = 25, .ws_col = 80};
  char name[128];
  int screen = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (screen < 0) return -1;
  int isReady = grantpt(screen) == 0 && unlockpt(screen) == 0
      && ptsname_r(screen, name, sizeof name) == 0 && fcntl(screen, F_SETFL, O_NONBLOCK) == 0;
  *line = isReady ? open(name, O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
  if (*line >= 0 && ioctl(*line, TIOCSWINSZ, &size) == 0) return screen;
  if (*line >= 0) close(*line);
  close(screen);
  return -1;
}
