#ifndef TESTS_TOOLS_LANGUAGE_FORMS_TABLE_H
#define TESTS_TOOLS_LANGUAGE_FORMS_TABLE_H

/* The columns of the tables that gen-language makes, and their sources. */

#include "text/script.h"

/* Message catalogues; those of tests/unit/prose-set.c are others. */
static const char *const domains[] = {
	"PackageKit", "appstream", "bfd", "binutils", "gas", "git", "gnutls30",
	"gold", "gprof", "gstreamer-1.0", "kactivities5", "kcmutils5",
	"kconfigwidgets5", "kdeclarative5", "keditbookmarks", "ki18n5",
	"kiconthemes5", "kio5", "knewstuff5", "knotifyconfig5", "konsole",
	"kparts5", "kpty5", "kservice5", "ktextwidgets5", "kwalletd5",
	"kxmlgui5", "ld", "libkpackage5", "opcodes", "software-properties",
	"systemsettings",
};

/* What people do to their letters. */
enum change {
	AS_IT_IS,
	WITHOUT_MARKS,
	WITH_ARABIC_LETTERS,	/* typed on an Arabic keyboard */
};

/* A column of a table. */
static const struct form {
	enum script script;
	const char *enumerator;
	const char *tag;		/* of language_news_table.h */
	const char *locales[2];
	const char *declarations[2];
	enum change change;
} forms[] = {
#define L SCRIPT_LATIN
	{ L, "VI", "vi", { "vi" }, { "vie" }, AS_IT_IS },
	{ L, "VI", "vi", { "vi" }, { "vie" }, WITHOUT_MARKS },
	{ L, "EN", "en", { "fr", "vi" }, { "eng" }, AS_IT_IS },
	{ L, "FR", "fr", { "fr" }, { "fra" }, AS_IT_IS },
	{ L, "DE", "de", { "de" }, { "deu_1996" }, AS_IT_IS },
	{ L, "ES", "es", { "es" }, { "spa" }, AS_IT_IS },
	{ L, "IT", "it", { "it" }, { "ita" }, AS_IT_IS },
	{ L, "PT", "pt", { "pt_BR", "pt" }, { "por_BR", "por_PT" }, AS_IT_IS },
	{ L, "NL", "nl", { "nl" }, { "nld" }, AS_IT_IS },
	{ L, "PL", "pl", { "pl" }, { "pol" }, AS_IT_IS },
	{ L, "ID", "id", { "id" }, { "ind" }, AS_IT_IS },
	{ L, "MS", "ms", { "ms" }, { "mly_latn" }, AS_IT_IS },
	{ L, "TR", "tr", { "tr" }, { "tur" }, AS_IT_IS },
	{ L, "SV", "sv", { "sv" }, { "swe" }, AS_IT_IS },
	{ L, "DA", "da", { "da" }, { "dan" }, AS_IT_IS },
	{ L, "NB", "nb", { "nb" }, { "nob" }, AS_IT_IS },
	{ L, "RO", "ro", { "ro" }, { "ron_2006" }, AS_IT_IS },
	{ L, "RO", "ro", { "ro" }, { "ron_2006" }, WITHOUT_MARKS },
	{ L, "CS", "cs", { "cs" }, { "ces" }, AS_IT_IS },
	{ L, "SK", "sk", { "sk" }, { "slk" }, AS_IT_IS },
	{ L, "HU", "hu", { "hu" }, { "hun" }, AS_IT_IS },
	{ L, "FI", "fi", { "fi" }, { "fin" }, AS_IT_IS },
	{ L, "HR", "hr", { "hr", "bs" }, { "hrv", "bos_latn" }, AS_IT_IS },
	{ L, "SL", "sl", { "sl" }, { "slv" }, AS_IT_IS },
	{ L, "CA", "ca", { "ca" }, { "cat" }, AS_IT_IS },
	{ L, "ET", "", { "et" }, { "est" }, AS_IT_IS },
	{ L, "LV", "", { "lv" }, { "lav" }, AS_IT_IS },
	{ L, "LT", "", { "lt" }, { "lit" }, AS_IT_IS },
	{ L, "EU", "", { "eu" }, { "eus" }, AS_IT_IS },
	{ L, "SQ", "", { "sq" }, { "als" }, AS_IT_IS },
	{ L, "KU", "", { "ku" }, { "kmr" }, AS_IT_IS },
	{ L, "SW", "", { "sw" }, { "swh" }, AS_IT_IS },
#undef L
#define C SCRIPT_CYRILLIC
	{ C, "RU", "ru", { "ru" }, { "rus" }, AS_IT_IS },
	{ C, "UK", "uk", { "uk" }, { "ukr" }, AS_IT_IS },
	{ C, "BE", "", { "be" }, { "bel" }, AS_IT_IS },
	{ C, "BG", "bg", { "bg" }, { "bul" }, AS_IT_IS },
	{ C, "SR", "sr", { "sr" }, { "srp_cyrl" }, AS_IT_IS },
	{ C, "MK", "", { "mk" }, { "mkd" }, AS_IT_IS },
	{ C, "KK", "", { "kk" }, { "kaz" }, AS_IT_IS },
#undef C
#define A SCRIPT_ARABIC
	{ A, "AR", "ar", { "ar" }, { "arb" }, AS_IT_IS },
	{ A, "FA", "fa", { "fa" }, { "pes_1", "pes_2" }, AS_IT_IS },
	{ A, "FA", "fa", { "fa" }, { "pes_1", "pes_2" }, WITH_ARABIC_LETTERS },
	{ A, "UR", "ur", { "ur" }, { "urd", "urd_2" }, AS_IT_IS },
	{ A, "UR", "ur", { "ur" }, { "urd", "urd_2" }, WITH_ARABIC_LETTERS },
	{ A, "CKB", "ckb", { "ckb" }, { "ckb" }, AS_IT_IS },
	{ A, "UG", "", { "ug" }, { "uig_arab" }, AS_IT_IS },
	{ A, "PS", "ps", { "ps" }, { "pbu" }, AS_IT_IS },
#undef A
};

#endif
