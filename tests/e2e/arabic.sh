# Arabic on the screen, cell by cell. What is expected in arabic/ was made by
# an implementation of the bidirectional algorithm and of Arabic joining other
# than newspane's (python-bidi and arabic-reshaper), not by newspane.

. "$srcdir/tests/e2e/lib.sh"
screen_need

expected=$(cd "$srcdir/tests/e2e/arabic" && pwd)
mkdir "$work/archive"
cp "$expected/window.txt" "$work/archive"

# Without the sign that makes a terminal behind this one leave the order
# alone (LRO).
override=$(printf '\342\200\255')
without_override() {
	LC_ALL=C sed "s/$override//"
}

# The text without the line of facts and the status line.
text() {
	screen | without_override | sed '2d;$d'
}

text_is() {
	[ "$(text)" = "$(cat "$1")" ]
}

expect_text() {
	wait_until text_is "$expected/$2"
	tap_is "$1" "$(text)" "$(cat "$expected/$2")"
}

screen_start 80 24 "$work/archive"
screen_wait rtl
screen_keys Enter
expect_text 'at 80x24' window.80x24
screen_resize 40 12
expect_text 'the window shrinks to 40x12' window.40x12
screen_resize 80 24
expect_text 'and grows back' window.80x24
screen_resize 1 1
screen_resize 80 24
expect_text 'even from 1x1' window.80x24
screen_keys C-l
expect_text 'painted anew' window.80x24

# "ROW COLUMN TEXT" of every run of cells that a match underlines. Columns
# are counted from 0; a mark (D9 8B to D9 92) takes none.
underlined() {
	screen_tmux capture-pane -p -e | without_override | LC_ALL=C awk '
	function emit() {
		if (run != "")
			print NR, start, run
		run = ""
	}
	{
		col = 0
		rest = $0
		while (rest != "") {
			if (match(rest, /^\033\[[0-9;]*m/)) {
				n = split(substr(rest, 3, RLENGTH - 3), sgr, ";")
				for (i = 1; i <= n; i++) {
					if (sgr[i] == 4)
						is_on = 1
					else if (sgr[i] == 0 || sgr[i] == 24 ||
							sgr[i] == "")
						is_on = 0
				}
				if (!is_on)
					emit()
			} else {
				match(rest, /^.[\200-\277]*/)
				cell = substr(rest, 1, RLENGTH)
				if (is_on && run == "")
					start = col
				if (is_on)
					run = run cell
				if (cell !~ /^\331[\213-\222]$/)
					col++
			}
			rest = substr(rest, RLENGTH + 1)
		}
		emit()
	}'
}

# Where the shaped word WORD stands in the expected screen FILE, as above; no
# mark stands before it in its lines.
places() {
	LC_ALL=C awk -v word="$1" '
	{
		at = 1
		row = NR == 1 ? 1 : NR + 1
		while ((n = index(substr($0, at), word)) > 0) {
			before = substr($0, 1, at + n - 2)
			gsub(/[\200-\277]/, "", before)
			print row, length(before), word
			at += n - 1 + length(word)
		}
	}' "$expected/$2"
}

# "qirah", typed without hamza and teh marbuta: in the title, and in the body
# behind the article. Its last letter is joined to nothing on the screen.
reading=$(printf \
	'\357\272\223\330\241\357\272\215\357\272\256\357\273\227')
read_joined=$(printf \
	'\357\272\223\330\241\357\272\215\357\272\256\357\273\230')
expect_matches() {
	wanted=$({ places "$reading" "$2"; places "$read_joined" "$2"; } |
		sort -n)
	matches_shown() {
		[ "$(underlined | grep -v "^$screen_rows " | sort -n)" = "$wanted" ]
	}
	wait_until matches_shown
	tap_is "$1" "$(underlined | grep -v "^$screen_rows " | sort -n)" \
		"$wanted"
}
screen_keys /
screen_type "$(printf '\331\202\330\261\330\247\330\241\331\207')"
screen_expect 'a query from the right stands in the prompt, joined' \
	"$(printf '\357\273\252\330\241\357\272\215\357\272\256\357\273\227|\357\273\251\330\241\357\272\215\357\272\256\357\273\227')"
screen_keys Enter
screen_rows=24
expect_matches 'matches are on the right cells at 80x24' window.80x24
screen_resize 40 12
screen_rows=12
expect_matches 'and at 40x12' window.40x12
screen_keys q q q
screen_end 0 'it ends well'

# A list that is too narrow for the title cuts it at its own end, the left.
screen_start 30 8 "$work/archive"
screen_expect 'a long title is cut at its left end' \
	"$(printf '\342\200\246.*%s *$' "$reading")"
tap_is 'each row with Arabic letters begins with that sign' \
	"$(screen | LC_ALL=C grep -c "$(printf '\357[\272\273]')")" \
	"$(screen | LC_ALL=C grep "$(printf '\357[\272\273]')" |
		LC_ALL=C grep -c "^ $override")"
screen_keys q
screen_end 0 'this, too'

# A terminal that orders by itself gets logical rows, the letters unjoined.
screen_start 80 24 --order=logical "$work/archive"
screen_wait rtl
screen_keys Enter
screen_expect 'logical order' "$(printf \
	'^ *\331\202\330\261\330\247\330\241\330\251 \330\247\331\204\330\243')"
tap_is 'no presentation forms in it' "$(screen | LC_ALL=C grep -c \
	"$(printf '\357[\272\273]')")" 0
screen_keys z b
screen_expect 'zb changes the order while reading' 'right-to-left text in order'
screen_keys z b
screen_keys q q q
screen_end 0 'and ends well'

e2e_done
