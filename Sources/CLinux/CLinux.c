#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "CLinux.h"

#include <errno.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>

// From <linux/fs.h>, which clashes with <stdio.h> on some systems.
#define EXCHANGE_BOTH (1 << 1)
#endif

int clinux_exchange(int folder, const char *one, const char *other) {
#if defined(__linux__)
    // Not glibc's renameat2: musl, and glibc before 2.28, have the call but no function for it.
    return (int)syscall(SYS_renameat2, folder, one, folder, other, EXCHANGE_BOTH);
#elif defined(__APPLE__)
    return renameatx_np(folder, one, folder, other, RENAME_SWAP);
#else
    (void)folder, (void)one, (void)other;
    errno = ENOSYS;
    return -1;
#endif
}

ssize_t clinux_copy_range(int from, int to, size_t length) {
#if defined(__linux__) && defined(SYS_copy_file_range)
    return syscall(SYS_copy_file_range, from, NULL, to, NULL, length, 0);
#else
    (void)from, (void)to, (void)length;
    errno = ENOSYS;
    return -1;
#endif
}

int clinux_lock(int descriptor, int wait) {
    return flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
}

const char *clinux_entry_name(const struct dirent *entry) { return entry->d_name; }

void clinux_flush(int descriptor) {
#if defined(__linux__) && defined(SYS_syncfs)
    syscall(SYS_syncfs, descriptor);
#else
    fsync(descriptor);
#endif
}
