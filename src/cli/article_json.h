#ifndef CLI_ARTICLE_JSON_H
#define CLI_ARTICLE_JSON_H

/*
 * An article as a JSON object. A field once published keeps its name and its
 * meaning; man/newspane.1 lists them.
 */

#include "cli/selection.h"

struct anatomy;
struct article;
struct json;

/*
 * Writes the members that every mode has into the open object: id to
 * duplicate_of and, under a query, rung and matches. ANATOMY was read from
 * the article.
 */
void article_json(struct json *json, const struct selection *selection,
	const struct article *article, const struct anatomy *anatomy);

#endif
