#ifndef LAYOUT_ROLE_H
#define LAYOUT_ROLE_H

/* What a run of text IS; how it looks is ui/theme's affair. */

enum role {
	ROLE_BODY,
	/* parts of an article */
	ROLE_TITLE,
	ROLE_FACTS,		/* the line of facts under the title */
	ROLE_SECTION,
	ROLE_LEAD,
	ROLE_DATE,
	ROLE_BYLINE,
	ROLE_SOURCE,
	ROLE_CAPTION,
	ROLE_REPEAT,
	ROLE_BOILERPLATE,
	ROLE_FOLD,		/* the sign that something is folded away */
	/* the list */
	ROLE_LIST,
	ROLE_LIST_FACT,		/* date and language of a row */
	ROLE_LIST_LEAD,		/* label of an article without a title */
	ROLE_UNREAD,
	/* around the text */
	ROLE_RULE,		/* lines between panes */
	ROLE_STATUS,
	ROLE_PROGRESS,
	ROLE_PROMPT,
	ROLE_MESSAGE,
	ROLE_HEADING,		/* of a group in the help screen */
	ROLE_KEY,		/* a key's name in the help screen */
	ROLE_COUNT
};

#endif
