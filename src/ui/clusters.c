#include <config.h>

#include "ui/clusters.h"

#include "base/i18n.h"

#define ZWJ "\xE2\x80\x8D"
#define WOMAN "\xF0\x9F\x91\xA9"
#define GIRL "\xF0\x9F\x91\xA7"

const char *const cluster_texts[CLUSTER_COUNT] = {
	[CLUSTER_VIETNAMESE] = "e\xCC\xA3\xCC\x82",
	[CLUSTER_HARAKAT] = "\xD8\xA8\xD9\x91\xD9\x8E",
	[CLUSTER_LAM_ALEF] = "\xEF\xBB\xBB",
	[CLUSTER_HEBREW] = "\xD7\xA9\xD7\x81\xD6\xB8",
	[CLUSTER_THAI] = "\xE0\xB8\x97\xE0\xB8\xB5\xE0\xB9\x88",
	[CLUSTER_CONJUNCT] = "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7",
	[CLUSTER_EMOJI] = "\xF0\x9F\x98\x80",
	[CLUSTER_HEART] = "\xE2\x9D\xA4\xEF\xB8\x8F",
	[CLUSTER_FAMILY] = WOMAN ZWJ WOMAN ZWJ GIRL,
	[CLUSTER_FLAG] = "\xF0\x9F\x87\xBB\xF0\x9F\x87\xB3",
	[CLUSTER_KEYCAP] = "1\xEF\xB8\x8F\xE2\x83\xA3",
	[CLUSTER_PLUS_MINUS] = "\xC2\xB1",
	[CLUSTER_QUOTE] = "\xE2\x80\x98",
	[CLUSTER_BASMALA] = "\xEF\xB7\xBD",
};

static const char *const names[CLUSTER_COUNT] = {
	/* TRANSLATORS: this and the next have at most 17 columns. */
	[CLUSTER_VIETNAMESE] = N_("Vietnamese marks"),
	[CLUSTER_HARAKAT] = N_("Arabic marks"),
	[CLUSTER_LAM_ALEF] = N_("lam and alef"),
	[CLUSTER_HEBREW] = N_("Hebrew points"),
	[CLUSTER_THAI] = N_("Thai marks"),
	/* TRANSLATORS: two Indian letters written as one. */
	[CLUSTER_CONJUNCT] = N_("Indian conjunct"),
	[CLUSTER_EMOJI] = N_("emoji"),
	[CLUSTER_HEART] = N_("sign as emoji"),
	[CLUSTER_FAMILY] = N_("emoji of three"),
	[CLUSTER_FLAG] = N_("flag"),
	/* TRANSLATORS: a digit drawn on the key of a telephone. */
	[CLUSTER_KEYCAP] = N_("digit on a key"),
	[CLUSTER_PLUS_MINUS] = N_("plus-minus sign"),
	[CLUSTER_QUOTE] = N_("quotation mark"),
	/* TRANSLATORS: a whole Arabic sentence in one character. */
	[CLUSTER_BASMALA] = N_("Arabic sentence"),
};

const char *
cluster_name(enum cluster_index index)
{
	return _(names[index]);
}

/* The terminal took two columns for each, as wide as one emoji. */
static bool
are_wide(const int cols[CLUSTER_COUNT], const enum cluster_index *indices,
	size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cols[indices[i]] != 2)
			return false;
	return true;
}

bool
clusters_say(const int cols[CLUSTER_COUNT], bool *is_wide,
	bool *keeps_sequences)
{
	static const enum cluster_index ambiguous[] = {
		CLUSTER_PLUS_MINUS, CLUSTER_QUOTE,
	};
	static const enum cluster_index sequences[] = {
		CLUSTER_HEART, CLUSTER_FAMILY, CLUSTER_FLAG, CLUSTER_KEYCAP,
	};

	for (int i = 0; i < CLUSTER_COUNT; i++)
		if (cols[i] < 0)
			return false;
	*is_wide = are_wide(cols, ambiguous, 2);
	*keeps_sequences = are_wide(cols, sequences, 4);
	return true;
}
