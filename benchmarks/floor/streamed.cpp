// The ten checks with one resource at a time in memory, a line each: streamed FILE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "checks.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  int descriptor = open(argv[1], O_RDONLY);
  struct stat status;
  if (descriptor < 0 || fstat(descriptor, &status) != 0) return 2;
  size_t size = (size_t)status.st_size;
  // Room behind the file, because the parser looks past the end of a line.
  char* room = (char*)mmap(nullptr, size + 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED || mmap(room, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == MAP_FAILED)
    return 2;
  floor_checks::Checks checks(1767225600);
  simdjson::dom::parser parser;
  const char* end = room + size;
  for (const char* line = room; line < end;) {
    const char* stop = (const char*)memchr(line, '\n', (size_t)(end - line));
    if (stop == nullptr) stop = end;
    simdjson::dom::element resource;
    if (parser.parse(line, (size_t)(stop - line), false).get(resource)) return 2;
    checks.resource(resource);
    line = stop + 1;
  }
  checks.report();
}
