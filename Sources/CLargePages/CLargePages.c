// Everything is in the header, so that callers can inline it.
#include "CLargePages.h"
