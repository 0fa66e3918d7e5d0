// libcmark, the reference implementation of CommonMark: all of its API and nothing else.
#ifndef GALLEY_CCMARK_SHIM_H
#define GALLEY_CCMARK_SHIM_H

#include <cmark.h>
#include <cmark_version.h>

#if CMARK_VERSION < ((0 << 16) | (30 << 8))
#error "galley needs libcmark 0.30 or newer (Debian and Ubuntu: libcmark-dev)"
#endif

#endif
