#ifndef SETTINGS_H
#define SETTINGS_H

/*
 * The settings that an option and a line of the config file share, by name:
 * which words they take, and what these stand for.
 */

#include <stdbool.h>

struct buf;
struct options;

/*
 * Sets what is called NAME to what the word VALUE stands for. False: there is
 * no such setting, or the word makes no sense there; nothing is changed.
 */
bool setting_set(struct options *options, const char *name,
	const char *value);
/*
 * Adds, translated, the words that the setting takes. False: there is no such
 * setting.
 */
bool setting_add_words(const char *name, struct buf *out);

#endif
