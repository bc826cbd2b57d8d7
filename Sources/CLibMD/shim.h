// The message digests of BSD (libmd), for SHA-256.
#include <sys/types.h>
#include <sha2.h>
