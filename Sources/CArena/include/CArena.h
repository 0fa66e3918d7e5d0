// Memory for one text after the other, given back in one step: what libcmark takes as `cmark_mem`.
//
// Each thread has an arena of its own, so nothing is locked. libcmark asks for some hundred small
// blocks a page, and frees them one by one.

#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/// `count * size` bytes of zeros, aligned for anything. Without memory the program ends, as
/// libcmark's own allocator has it.
void *carena_calloc(size_t count, size_t size);

/// The same block with another size; what was in it stays. A block of NULL is a new one.
void *carena_realloc(void *block, size_t size);

/// Gives nothing back before `carena_reset`.
void carena_free(void *block);

/// Ends the life of every block that the calling thread has. The memory is kept for the next ones,
/// up to 1 MiB a thread until it ends.
void carena_reset(void);

#endif
