#include <config.h>

#include "text/width.h"

#include "text/width_table.h"
