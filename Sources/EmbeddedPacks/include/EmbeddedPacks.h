#ifndef CISPOL_EMBEDDED_PACKS_H
#define CISPOL_EMBEDDED_PACKS_H
#include <stddef.h>

/// One file that is shipped inside the program.
typedef struct {
  /// The file's path in the repository.
  const char *path;
  /// Its bytes; not terminated.
  const unsigned char *bytes;
  /// The number of bytes.
  size_t count;
} EmbeddedFile;

/// How many files there are.
extern const size_t embedded_file_count;

/// Returns the files, sorted by path.
const EmbeddedFile *embedded_file_list(void);

/// The number of bytes of the compiled form of the packs; 0 when there is none.
extern const size_t embedded_program_size;

/// Returns the compiled form of the packs.
const unsigned char *embedded_program(void);

#endif
