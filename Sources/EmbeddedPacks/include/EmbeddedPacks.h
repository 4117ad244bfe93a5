#ifndef CISPOL_EMBEDDED_PACKS_H
#define CISPOL_EMBEDDED_PACKS_H
#include <stddef.h>

/// One file of the packs that are shipped inside the program.
typedef struct {
  /// The file's path below `policies/`.
  const char *path;
  /// Its bytes; not terminated.
  const unsigned char *bytes;
  /// The number of bytes.
  size_t count;
} EmbeddedFile;

/// All shipped files, sorted by path, and how many they are.
extern const EmbeddedFile embedded_files[];
extern const size_t embedded_file_count;

#endif
