#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* Time since some moment in the past; never goes back. */
int64_t clock_us(void);
int64_t clock_ms(void);

#endif
