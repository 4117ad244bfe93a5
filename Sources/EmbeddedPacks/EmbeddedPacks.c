#include "EmbeddedPacks.h"
const EmbeddedFile embedded_files[] = {{0, 0, 0}};
const size_t embedded_file_count = 0;
