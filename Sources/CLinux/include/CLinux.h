// The system calls that Swift's Glibc module does not show. Nothing else belongs here.
//
// Every function answers like the call it stands for: -1 and `errno` on failure. Nothing is
// allocated, so there is nothing to free.

#ifndef CLINUX_H
#define CLINUX_H

#include <dirent.h>
#include <stddef.h>
#include <sys/types.h>

/// Exchanges two entries of one folder in a single step that no other process can see half done:
/// `renameat2` with RENAME_EXCHANGE on Linux (3.15), `renameatx_np` with RENAME_SWAP on macOS.
/// ENOSYS, EINVAL or ENOTSUP: this kernel or file system cannot do it.
int clinux_exchange(int folder, const char *one, const char *other);

/// Copies up to `length` bytes between two open files inside the kernel, sharing the blocks where
/// the file system can (`copy_file_range`, Linux 4.5). Gives the number of bytes copied, 0 at the
/// end of the file. ENOSYS where the system has no such call.
ssize_t clinux_copy_range(int from, int to, size_t length);

/// Takes the advisory lock of an open file or folder for this process alone (`flock`; a name that
/// Swift cannot tell from the structure of `fcntl`). It ends with the descriptor. With `wait`
/// false: EWOULDBLOCK when another process holds it.
int clinux_lock(int descriptor, int wait);

/// The name in a folder's entry, which Swift imports as a tuple of 256 numbers. It lives until the
/// next `readdir` on the same stream.
const char *clinux_entry_name(const struct dirent *entry);

/// Writes back what the file system of an open folder still holds in memory (`syncfs`, Linux); on
/// other systems the folder alone. What cannot be written is told to nobody.
void clinux_flush(int descriptor);

#endif
