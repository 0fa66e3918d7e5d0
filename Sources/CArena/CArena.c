#include "CArena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST = 256 << 10, KEPT = 1 << 20 };

/// A piece of memory that blocks are cut from, one behind the other.
typedef struct chunk {
    struct chunk *older;
    size_t size;
    size_t used;
    _Alignas(ALIGNMENT) unsigned char bytes[];
} chunk;

/// What stands before a block.
typedef struct {
    _Alignas(ALIGNMENT) size_t size;
} header;

_Static_assert(sizeof(chunk) % ALIGNMENT == 0, "the first block of a chunk is aligned");
_Static_assert(sizeof(header) == ALIGNMENT, "a block behind its header is aligned");

static _Thread_local chunk *newest;
static pthread_key_t at_exit;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_key(void) {
    if (pthread_key_create(&at_exit, free) != 0) abort();
}

/// The thread frees `newest`, its only one by then, when it ends.
static void keep(chunk *one) {
    pthread_once(&once, make_key);
    if (pthread_setspecific(at_exit, one) != 0) abort();
    newest = one;
}

static void add_chunk(size_t needed) {
    size_t size = newest ? 2 * newest->size : FIRST;
    if (size < needed) size = needed;
    chunk *added = malloc(sizeof(chunk) + size);
    if (!added) abort();
    *added = (chunk){.older = newest, .size = size};
    keep(added);
}

static void *take(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    size_t whole = sizeof(header) + (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!newest || newest->size - newest->used < whole) add_chunk(whole);
    header *block = (header *)(newest->bytes + newest->used);
    newest->used += whole;
    block->size = whole - sizeof(header);
    return block + 1;
}

void *carena_calloc(size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) abort();
    return memset(take(count * size), 0, count * size);
}

void *carena_realloc(void *block, size_t size) {
    if (!block) return take(size);
    header *old = (header *)block - 1;
    if (size <= old->size) return block;
    unsigned char *end = (unsigned char *)block + old->size;
    if (end == newest->bytes + newest->used) {
        // The last block grows where it stands, as far as there is room.
        size_t more = (size - old->size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (size <= SIZE_MAX / 4 && newest->size - newest->used >= more) {
            newest->used += more;
            old->size += more;
            return block;
        }
    }
    return memcpy(take(size), block, old->size);
}

void carena_free(void *block) {
    (void)block;
}

void carena_reset(void) {
    if (!newest) return;
    chunk *kept = NULL;
    for (chunk *one = newest; one;) {
        chunk *older = one->older;
        // The newest is the largest.
        if (!kept && one->size <= KEPT) {
            kept = one;
        } else {
            free(one);
        }
        one = older;
    }
    if (kept) *kept = (chunk){.size = kept->size};
    keep(kept);
}
