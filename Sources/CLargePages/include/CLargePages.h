// Memory that is handed out in large pages, where the system has them.
#ifndef C_LARGE_PAGES_H
#define C_LARGE_PAGES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

// Asks for large pages for the whole of those that lie in the `count` bytes at `start`, and for what
// lies before the first of them at once. It is advice: without large pages, and if there are none, all
// is as it was.
static inline void large_pages_advise(void *start, size_t count) {
#ifdef MADV_HUGEPAGE
  // The size of a large page on the machines there are.
  const uintptr_t size = 2 << 20;
  uintptr_t first = ((uintptr_t)start + size - 1) & ~(size - 1);
  uintptr_t end = ((uintptr_t)start + count) & ~(size - 1);
  if (!start || first >= end) return;
  madvise((void *)first, end - first, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
  // What lies before the first large page is filled first, so that all of it may come at once.
  uintptr_t small = ((uintptr_t)start + 4095) & ~(uintptr_t)4095;
  if (small < first) madvise((void *)small, first - small, MADV_POPULATE_WRITE);
#endif
#endif
}

#endif
