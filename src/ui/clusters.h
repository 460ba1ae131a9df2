#ifndef UI_CLUSTERS_H
#define UI_CLUSTERS_H

/*
 * Clusters that terminals disagree about: what the calibration screen
 * measures, and the tests do.
 */

#include <stdbool.h>
#include <stddef.h>

enum cluster_index {
	CLUSTER_VIETNAMESE,	/* a letter and two marks */
	CLUSTER_HARAKAT,
	CLUSTER_LAM_ALEF,	/* the presentation form */
	CLUSTER_HEBREW,
	CLUSTER_THAI,
	CLUSTER_CONJUNCT,
	CLUSTER_EMOJI,
	CLUSTER_HEART,		/* a sign, made an emoji by a selector */
	CLUSTER_FAMILY,		/* three emoji joined */
	CLUSTER_FLAG,
	CLUSTER_KEYCAP,
	CLUSTER_PLUS_MINUS,	/* ambiguous */
	CLUSTER_QUOTE,		/* ambiguous */
	CLUSTER_BASMALA,	/* one column, or as wide as it looks */
	CLUSTER_COUNT
};

/* UTF-8; no controls in them. */
extern const char *const cluster_texts[CLUSTER_COUNT];
/* What each is called, translated; at most 17 columns in English. */
const char *cluster_name(enum cluster_index index);

/*
 * What follows from the columns that a terminal took for each; -1: it did not
 * say. False, and nothing changed, where it did not say all. Sequences are
 * kept by one that is through with it: some have one cell for emoji joined,
 * and leave a sign narrow that a selector makes an emoji.
 */
bool clusters_say(const int cols[CLUSTER_COUNT], bool *is_wide,
	bool *keeps_sequences);

#endif
