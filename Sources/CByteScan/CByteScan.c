// Everything is in the headers, so that callers can inline it.
#include "CByteScan.h"
#include "CRowScan.h"
