#ifndef MODEL_DUPLICATES_INSIDE_H
#define MODEL_DUPLICATES_INSIDE_H

/*
 * What duplicates.c (life, slices, answers), duplicates_pass.c (who is alike
 * whom) and duplicates_groups.c (groups of these) share. For them only.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/alike.h"
#include "model/duplicates.h"

/* Articles that a text is held against in vain, at most. */
#define TRIES_MAX 6

/* The finished groups. */
struct groups {
	uint32_t *first, *next;	/* by article number */
	uint8_t *percent;
	uint32_t count;		/* articles */
	uint32_t retired;	/* of all there were, when it began */
	uint32_t grouped;	/* articles with another one */
};

enum phase {
	PHASE_SAME,		/* which have one fingerprint */
	PHASE_BANDS,		/* which are alike an earlier one */
	PHASE_FIRSTS,		/* which are firsts */
	PHASE_LINKS,		/* members to their firsts */
	PHASE_FAMILIES,		/* groups that are none */
	PHASE_COUNT
};

struct item {
	uint32_t same;		/* the lowest number with its fingerprint */
	uint32_t lead;		/* of these in path order; by that number */
	uint32_t alike;		/* an earlier one in path order, or NONE */
	uint32_t next;		/* in its chain */
	uint32_t last;		/* in the group, if this is its first */
	uint32_t tries[TRIES_MAX]; /* those it is not alike */
	uint8_t ntries;
	uint8_t percent;	/* to ALIKE */
	bool is_unsorted;	/* the group is not in path order */
	bool is_gone;		/* retired: alone for ever */
	bool is_settled;	/* ALIKE is a first, or NONE for good */
};

struct pass {
	enum phase phase;
	unsigned band;
	uint32_t number;	/* the next article in this phase and band */
	uint32_t count;		/* articles there were when it began */
	struct item *items;
	uint32_t *heads;	/* of chains */
	uint32_t nheads;	/* a power of two */
	struct groups groups;
};

struct member {
	uint32_t number;
	const char *path;
};

struct member_vec {
	struct member *at;
	size_t count, capacity;
};

struct duplicates {
	const struct archive *archive;
	struct groups groups;
	struct pass pass;	/* items NULL: none goes on */
	struct alike *alike;
	struct alike_text texts[3];
	uint32_t text_of;	/* article in texts[0]; NONE */
	struct member_vec members; /* scratch, of one group */
};

/*
 * The phases, for one article each; the one before has come to the end of all
 * of them. Of the articles of one fingerprint only the lead takes part in
 * what comes after PHASE_SAME.
 */
void pass_same(struct duplicates *duplicates, uint32_t number);
void pass_bands(struct duplicates *duplicates, uint32_t number);
void pass_firsts(struct duplicates *duplicates, uint32_t number);
void pass_links(struct duplicates *duplicates, uint32_t number);
void pass_families(struct duplicates *duplicates, uint32_t number);
/* Every article alone: before PHASE_LINKS. */
void pass_begin_links(struct duplicates *duplicates);

/* Whether article A is before B in path order. */
bool pass_is_before(const struct duplicates *duplicates, uint32_t a,
	uint32_t b);

/* The one that stands for all with the fingerprint of NUMBER. */
static inline uint32_t
pass_lead(const struct pass *pass, uint32_t number)
{
	return pass->items[pass->items[number].same].lead;
}

#endif
