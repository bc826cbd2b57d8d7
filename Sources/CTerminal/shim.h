// What the C library knows of terminals and Swift's Glibc module hides: <wchar.h> declares wcwidth
// only where _XOPEN_SOURCE is set before the first header is read.
#ifndef POND_CTERMINAL_SHIM_H
#define POND_CTERMINAL_SHIM_H

#include <wchar.h>

extern int wcwidth(wchar_t character);

#endif
