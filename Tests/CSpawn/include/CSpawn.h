// What Swift's Glibc module hides of <spawn.h>: a folder to start in, and no open files inherited.
#ifndef POND_CSPAWN_H
#define POND_CSPAWN_H

#include <sys/types.h>

/// Starts a program in a folder with three streams (a descriptor each, -1 for one that is closed),
/// no other open file, and every signal as a shell leaves it. Gives 0 or an error of errno.h.
int spawn_clean(
    pid_t *number, char *const arguments[], char *const environment[], const char *folder,
    const int streams[3]);

#endif
