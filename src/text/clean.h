#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

/*
 * Making bytes safe to show: the one gate through which everything that did
 * not come from newspane itself (articles, file names, queries, messages of
 * the system) passes before any other module sees it.
 *
 * What comes out is valid UTF-8 without a control that could reach a
 * terminal: ill-formed bytes and noncharacters are U+FFFD; CR LF, CR, VT, FF,
 * U+0085, U+2028 and U+2029 are line ends; U+FEFF is dropped; the other C0
 * controls and DEL are their pictures (U+2400..2421), C1 controls are U+FFFD.
 * Everything else, bidi controls included, stays byte for byte.
 * Cleaning twice is cleaning once (but for text that spells out an entity).
 */

#include <stdbool.h>
#include <stddef.h>

struct buf;

/*
 * Whether clean_text would return these bytes as they are. Runs at hundreds
 * of MB/s; most files pass and are never copied.
 */
bool clean_is_clean(const char *s, size_t nbytes);

/*
 * Appends the text of an article, cleaned: line ends become LF, TAB stays,
 * entities are resolved (what they resolve to is cleaned, too). Returns how
 * many bytes were no character.
 */
size_t clean_text(const char *s, size_t nbytes, struct buf *out);

/*
 * Appends something that must stay on one line (a name, a query, a message):
 * as above, but line ends are U+2424 and TAB is its picture, and an ampersand
 * means itself.
 */
void clean_name(const char *s, size_t nbytes, struct buf *out);

#endif
