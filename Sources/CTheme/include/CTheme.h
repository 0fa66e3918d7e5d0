// Files that are part of the program, so that a moved binary still has them: the theme `paper`, and a
// page of the manual.
#ifndef GALLEY_CTHEME_H
#define GALLEY_CTHEME_H

#include <stddef.h>

/// One file of themes/paper. `path` is below that folder; `bytes` live as long as the program.
struct theme_file {
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// All files, sorted by path. A test holds the list to the folder.
const struct theme_file *theme_files(void);
size_t theme_file_count(void);

/// docs/diagnostics.md, which the rules of a SARIF report are taken from.
struct theme_file manual_diagnostics(void);

#endif
