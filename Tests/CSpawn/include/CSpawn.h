// What Swift's Glibc module hides of <spawn.h> and <stdlib.h>: a folder to start in, no open files
// inherited, terminals without a screen.
#ifndef POND_CSPAWN_H
#define POND_CSPAWN_H

#include <sys/types.h>

/// Starts a program in a folder with three streams (a descriptor each, -1 for one that is closed),
/// no other open file, and every signal as a shell leaves it. Gives 0 or an error of errno.h.
int spawn_clean(
    pid_t *number, char *const arguments[], char *const environment[], const char *folder,
    const int streams[3]);

/// Opens a terminal of 80 columns: gives the end where a screen would be, and sets `line` to the
/// other. Gives -1 with errno where there is none to be had.
int open_terminal(int *line);

#endif
