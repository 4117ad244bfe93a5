#define _DEFAULT_SOURCE
#include "CLargePages.h"

#include <stdint.h>
#include <sys/mman.h>

// The size of a large page on the machines there are.
static const uintptr_t size = 2 << 20;

void large_pages_advise(void *start, size_t count) {
#ifdef MADV_HUGEPAGE
  uintptr_t first = ((uintptr_t)start + size - 1) & ~(size - 1);
  uintptr_t end = ((uintptr_t)start + count) & ~(size - 1);
  if (start && first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
#endif
}
