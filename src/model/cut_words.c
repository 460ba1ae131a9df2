#include <config.h>

#include "model/cut_words.h"

#include <stdlib.h>
#include <string.h>

/* Sorted by their bytes; a single letter is an initial anyway. */
static const char *const words[] = {
	"Adm", "Amb", "Apr", "Art", "Assn", "Aug", "Ave", "BS", "Blvd",
	"Bros", "Bs", "CN", "Capt", "Cdr", "Cmdr", "Co", "Col", "Corp", "Cpl",
	"Dec", "Dept", "Det", "Dr", "Drs", "Esq", "Feb", "Fig", "Figs", "Fr",
	"Ft", "GS", "Gen", "Gov", "Hon", "Inc", "Insp", "Jan", "Jr", "Jul",
	"Jun", "KS", "KTS", "LS", "Lt", "Ltd", "ML", "MM", "Maj", "Messrs",
	"Mlle", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Mx", "NB", "NSND",
	"NSƯT", "No", "Nos", "Nov", "Nr", "Nxb", "Oct", "PGS", "PTS", "PV",
	"Ph", "Pres", "Prof", "Pte", "Pvt", "Rep", "Reps", "Rev", "Rs", "Sec",
	"Sen", "Sens", "Sep", "Sept", "Sgt", "Sr", "St", "Ste", "Supt", "TP",
	"TS", "TSKH", "TT", "TX", "ThS", "Ths", "Tp", "Ts", "VS", "Vol", "Vs",
	"approx", "cf", "eds", "etc", "fig", "pp", "tp", "tr", "viz", "vol",
	"vs", "гг", "им", "млн", "млрд", "руб", "см", "стр", "тыс", "ул",
	"الخ",
};

static int
compare(const void *key, const void *word)
{
	return strcmp(key, *(const char *const *)word);
}

bool
cut_words_have(const char *s, size_t nbytes)
{
	char word[16];

	if (nbytes >= sizeof(word))
		return false;
	memcpy(word, s, nbytes);
	word[nbytes] = '\0';
	return bsearch(word, words, sizeof(words) / sizeof(*words),
		sizeof(*words), compare) != NULL;
}
