# The display switches in the terminal: from options, from the config file and
# by their keys, at three sizes; going to a percentage; the calibration.

. "$srcdir/tests/e2e/lib.sh"
screen_need

archive=$work/archive
mkdir "$archive"
# Words of two lengths, a mark, digits; beh and teh with fatha between them.
{
	printf 'The long walk\n\n2025-03-01\n'
	awk 'BEGIN {
		for (i = 1; i <= 600; i++)
			printf "w%04d%s%s", i, i % 3 ? "" : "and",
				i % 40 ? " " : ".\n\n"
	}'
} >"$archive/long.txt"
printf '\330\250\331\216\330\252 17\n\n2025-02-01\n\330\250\331\216\330\252 19.\n' \
	>"$archive/marked.txt"
fatha=$(printf '\331\216')
seventeen=$(printf '\331\241\331\247')

first_word() {
	screen | tr -s ' ' '\n' | grep -m 1 '^w[0-9]'
}

# How many rows of words do not end in the last column of the text.
ragged_rows() {
	screen | awk -v cols="$1" '/^ *w[0-9]/ && $NF !~ /[.]$/ &&
		length($0) != cols { n++ } END { print n + 0 }'
}

for size in '80 24 76' '40 12 39' '200 60 136'; do
	cols=${size%% *}
	rows=${size#* }
	edge=${rows#* }
	rows=${rows% *}
	at="at ${cols}x$rows"
	screen_start "$cols" "$rows" "$archive"
	screen_wait 'long walk'
	screen_keys Enter Enter
	screen_wait w0001
	screen_type 90%
	screen_until_gone w0001
	sleep 0.1
	top=$(first_word)
	screen_type zj
	screen_expect "$at: zj says what it did" 'Lines are filled'
	tap_is "$at: and does it" "$(ragged_rows "$edge")" 0
	for key in ze zd zh zc za zj zj ze zd zd zd zh zc za; do
		screen_type $key
	done
	screen_expect "$at: all switches and back" 'characters are narrow'
	tap_is "$at: keep the words on the screen" \
		"$(screen | grep -cw "$top")" 1
	screen_type 100%
	screen_expect "$at: 100% is the end" 'w0600'
	screen_type 12
	screen_expect "$at: a number that is typed is shown" '12 [a-z]* ltr'
	screen_keys Escape
	screen_until_gone '12 [a-z]* ltr'
	screen_keys q q q
	screen_end 0 "$at: and is left"
done

# Options and the config file, which an option overrules.
screen_start 80 24 --harakat=hidden --digits=arabic "$archive/marked.txt"
screen_expect 'options: digits' "$seventeen"
tap_is 'options: no vowel marks' "$(screen | grep -c "$fatha")" 0
screen_type zh
screen_expect 'a key shows them' "$fatha"
screen_keys q
screen_end 0 'and is left'
mkdir -p "$XDG_CONFIG_HOME/newspane"
printf 'harakat = hidden\ndigits = arabic\njustify = yes\n' \
	>"$XDG_CONFIG_HOME/newspane/config"
screen_start 80 24 --digits=as-written "$archive"
screen_wait 'long walk'
tap_is 'config: no vowel marks' "$(screen | grep -c "$fatha")" 0
tap_is 'config: lines are filled' "$(ragged_rows 76)" 0
screen_keys j
screen_expect 'an option takes precedence' '17'
screen_keys q
screen_end 0 'and is left'
rm -r "$XDG_CONFIG_HOME/newspane"

# The calibration opens first, and by its key; q leaves all as it was.
screen_start 80 24 --calibrate "$archive"
screen_expect '--calibrate opens the calibration' 'reads right'
screen_keys q
screen_expect 'q leads to the list' 'long walk'
screen_type zt
screen_expect 'so does zt' 'reads right'
screen_keys Escape
screen_expect 'and Esc leads back' 'long walk'
screen_keys q
screen_end 0 'and is left'

e2e_done
