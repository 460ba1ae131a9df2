#ifndef MODEL_LABEL_TABLE_H
#define MODEL_LABEL_TABLE_H

/*
 * How anatomy looks labels up. Labels are compared without regard to case,
 * width and composition, but with their marks: "Anh:" is no "Ảnh:". A label
 * that ends in a colon in the table wants one in the text, or a dash between
 * blanks (blanks before either are free); one without may be followed by one.
 */

#include <stdbool.h>
#include <stddef.h>

struct labels;

enum label_role {
	LABEL_BYLINE,		/* before the name of who wrote it */
	LABEL_SOURCE,		/* before the agency it comes from */
	LABEL_CREDIT,		/* before the name of who made a picture */
	LABEL_DATE,		/* before the date of the article */
	LABEL_AGENCY,		/* an agency's name itself */
	LABEL_AND,		/* between two names */
	LABEL_SECTION,		/* a section of a paper itself */
	LABEL_PRESS,		/* a word in the names of papers and agencies */
	LABEL_JOB,		/* what one who writes is, before or after the
				   name */
	LABEL_PLACE,		/* between a name and where or for whom */
	LABEL_EDITOR,		/* before the name of who did not write it */
	LABEL_OTHER,		/* looks like a name or a title, is neither */
	LABEL_ROLE_COUNT
};

/* A set of roles. */
#define LABEL_BIT(role) (1u << (role))
#define LABEL_ANY (LABEL_BIT(LABEL_ROLE_COUNT) - 1)
/* With roles: labels that want a colon count without one, too. */
#define LABEL_COLON_FREE (1u << 31)

/* Labels are looked for in at most so many bytes. */
#define LABEL_NBYTES_MAX 48

struct label_hit {
	enum label_role role;	/* the first of them */
	unsigned roles;		/* LABEL_BITs of all that it has */
	size_t nbytes;		/* of the label and its colon, without the
				   blanks after it */
	bool has_colon;		/* or a dash */
	bool wants_colon;	/* it counts only before one */
};

/*
 * The longest label of one of ROLES (LABEL_BITs) that begins the NBYTES of
 * clean text at S and ends at the end of a word. *HIT is untouched where
 * there is none. Cheap where no label begins like this.
 */
bool label_find(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes, struct label_hit *hit);

/* Whether the NBYTES at S are a label of ROLES and nothing else. */
bool label_is(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes);

#endif
