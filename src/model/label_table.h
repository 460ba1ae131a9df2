#ifndef MODEL_LABEL_TABLE_H
#define MODEL_LABEL_TABLE_H

/*
 * How anatomy looks labels up. Labels are compared without regard to case,
 * width and composition, but with their marks: "Anh:" is no "Ảnh:". A label
 * that ends in a colon in the table wants one in the text (blanks before it
 * are free); one without a colon may be followed by one.
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
	LABEL_ROLE_COUNT
};

/* A set of roles. */
#define LABEL_BIT(role) (1u << (role))
#define LABEL_ANY (LABEL_BIT(LABEL_ROLE_COUNT) - 1)

/* Labels are looked for in at most so many bytes. */
#define LABEL_NBYTES_MAX 48

struct label_hit {
	enum label_role role;
	size_t nbytes;		/* of the label and its colon, without the
				   blanks after it */
	bool has_colon;
};

/*
 * The longest label of one of ROLES (LABEL_BITs) that begins the NBYTES of
 * clean text at S and ends at the end of a word. *HIT is untouched where
 * there is none. Cheap where no label begins like this.
 */
bool label_find(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes, struct label_hit *hit);

#endif
