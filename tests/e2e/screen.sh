# Reading in the terminal: list, article, search, filter, help, sizes from
# 120x40 down to 1x1, and that a new size keeps the words on the screen.

. "$srcdir/tests/e2e/lib.sh"
screen_need

archive=$work/archive
mkdir "$archive"
{
	printf 'The long walk\n\n2025-03-01\n'
	awk 'BEGIN {
		for (i = 1; i <= 600; i++) {
			printf "w%04d%s", i, i % 40 ? " " : ".\n\n"
		}
	}'
} >"$archive/long.txt"
# "Tong thong tham cho noi", with its marks; n, g and more follow.
printf 'T\341\273\225ng th\341\273\221ng th\304\203m ch\341\273\243 n\341\273\225i\n\n' \
	>"$archive/visit.txt"
printf '2025-02-01\nV\341\273\213 kh\303\241ch shared \304\221i m\341\273\231t v\303\262ng quanh ch\341\273\243.\n' \
	>>"$archive/visit.txt"
printf 'Short and shared\n\n2025-01-01\nNothing more is shared here.\n' \
	>"$archive/short.txt"
chong=$(printf 'T\341\273\225ng th\341\273\221ng')

first_word() {
	screen | tr -s ' ' '\n' | grep -m 1 '^w[0-9]'
}

for size in '80 24' '120 40' '40 12'; do
	cols=${size% *}
	rows=${size#* }
	at="at ${cols}x$rows"
	screen_start "$cols" "$rows" "$archive"
	screen_expect "$at: the list, newest first" '^.*long walk'
	screen_expect "$at: a Vietnamese title" "$chong"
	screen_expect "$at: where one is" '1 .* 3'
	screen_keys Enter
	screen_expect "$at: Enter reads" 'w0001 w0002'
	screen_keys Space
	screen_until_gone w0001
	screen_expect "$at: Space pages" 'w0'
	screen_keys G
	screen_expect "$at: G goes to the end" 'w0600'
	screen_keys g g
	screen_expect "$at: gg to the top" 'w0001 w0002'
	screen_keys /
	screen_type w03
	screen_expect "$at: the search finds as one types" 'w0300'
	screen_keys 9 9 Enter
	screen_expect "$at: and goes on finding" 'w0399'
	screen_keys ']'
	screen_expect "$at: ] reads the next article" 'quanh'
	screen_keys q q q
	screen_end 0 "$at: q leaves"
done

# Resizing: the word at the top of the text stays on the screen, and is at
# the top again in the first size.
screen_start 80 24 "$archive"
screen_wait 'long walk'
screen_keys Enter
screen_wait w0001
screen_keys Space
screen_until_gone w0001
screen_keys j j j
sleep 0.2
top=$(first_word)
for size in '40 12' '120 40' '20 6' '80 3' '200 50'; do
	screen_resize "${size% *}" "${size#* }"
	screen_expect "$size keeps $top" "$top"
done
screen_resize 1 1
screen_resize 80 24
screen_expect "back from 1x1" "$top"
tap_is 'the same word is at the top' "$(first_word)" "$top"
screen_keys q q q
screen_end 0 'q after many sizes'

# Searching without a mark; n goes through the archive.
screen_start 80 24 --search=shared "$archive"
screen_expect '--search opens at the first match' 'match 1'
tap_is 'and lists nothing else' "$(screen | grep -c 'long walk')" 0
screen_expect 'in the article that has it' 'quanh'
screen_keys n
screen_expect 'n goes on to the next article' 'Nothing more'
screen_keys N
screen_expect 'N goes back' 'quanh'
screen_escape
screen_expect 'Esc lists all' 'long walk'
tap_is 'and takes the search away' "$(screen | grep -c 'filter: shared')" 0
screen_keys f
screen_type tong
screen_until_gone 'long walk'
screen_expect 'a filter without marks finds marked words' "$chong"
tap_is 'and nothing else' "$(screen | grep -c 'long walk')" 0
screen_keys Enter
screen_escape
screen_expect 'Esc lists all again' 'long walk'
screen_keys '?'
screen_expect '? helps' 'Finding'
screen_expect 'with the keys' 'PageDown'
screen_keys q
screen_expect 'q leaves the help' 'long walk'
screen_keys / z q z q
screen_expect 'what is nowhere is told' 'No|no|0'
screen_escape
screen_keys q q q
screen_end 0 'q after searching'

# What was typed in one search is found again with the arrow.
screen_start 80 24 "$archive"
screen_wait 'long walk'
screen_keys / w 0 3 0 0 Enter
screen_wait '/w0300'
screen_keys / Up
screen_expect 'the prompt remembers' 'w0300'
screen_escape
screen_keys q q
screen_end 0 'and q'

# In the reader's own language; the keys stay.
for language in vi ar; do
	[ -f "$NEWSPANE_LOCALEDIR/$language/LC_MESSAGES/newspane.mo" ] ||
		continue
	LANGUAGE=$language
	screen_start 80 24 "$archive"
	screen_expect "$language: the list" 'long walk'
	tap_is "$language: no English on the status line" \
		"$(screen | grep -c 'newest first')" 0
	screen_keys '?'
	screen_until_gone 'long walk'
	tap_is "$language: none in the help" \
		"$(screen | grep -cE 'Moving|One row down')" 0
	screen_keys q q
	screen_end 0 "$language: q leaves"
done
unset LANGUAGE

# Keys without an effect, and idling, send nothing.
screen_start 80 24 "$archive"
screen_wait 'long walk'
sleep 0.3
screen_tmux pipe-pane "cat >'$work/sent'"
screen_keys k
sleep 0.3
tap_is 'no byte for a key without effect' "$(wc -c <"$work/sent" | tr -d ' ')" 0
screen_tmux pipe-pane
screen_keys q
screen_end 0 'it ends'

# Smallest of all.
screen_start 1 1 "$archive"
sleep 0.3
screen_keys j Enter Space / w Enter n '?' q ']' Tab
screen_resize 2 2
screen_resize 80 24
screen_expect '1x1 grows into a screen' 'long walk'
screen_escape
screen_keys q q q
screen_end 0 'and is left'
screen_start 1 1 "$archive"
sleep 0.3
screen_keys q
screen_end 0 'q at 1x1'

# What one has read, and where one was, outlives the run.
if "$newspane" --version | grep -q 'kept in SQLite'; then
	screen_start 80 24 "$archive"
	screen_wait 'long walk'
	screen_keys Enter
	screen_wait w0001
	screen_keys Space
	screen_until_gone w0001
	sleep 0.2
	top=$(first_word)
	screen_keys q q q
	screen_end 0 'the first run ends'
	screen_again 80 24 "$archive"
	screen_wait 'long walk'
	tap_is 'what was read is no longer marked' \
		"$(screen | grep -c '^ *•.*long walk')" 0
	screen_keys Enter
	screen_expect 'and opens at its place' "$top"
	screen_keys q q q
	screen_end 0 'the second run ends'
else
	tap_skip 'reading state' 'built without SQLite'
fi

e2e_done
