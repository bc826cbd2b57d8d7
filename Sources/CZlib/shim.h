// zlib, for the original documents that the pond file keeps.
#include <zlib.h>
