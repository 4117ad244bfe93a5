// Memory that is handed out in large pages, where the system has them.
#ifndef C_LARGE_PAGES_H
#define C_LARGE_PAGES_H

#include <stddef.h>

// Asks for large pages for the whole of those that lie in the `count` bytes at `start`. It is advice:
// without large pages, and if there are none, all is as it was.
void large_pages_advise(void *start, size_t count);

#endif
