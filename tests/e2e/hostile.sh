# Nothing in an article, a file name or a query steers the terminal or hangs
# the program.

. "$srcdir/tests/e2e/lib.sh"
screen_need

archive=$work/archive
mkdir "$archive"

# A title and a body with: OSC 52 (clipboard), OSC 2 (title), CSI 2J, both
# forms of C1 (the byte and the character), DCS, BEL, BS, DEL, SO, a bidi
# override and a byte that is not UTF-8.
attack='\033]52;c;aG9zdGlsZQ==\007\033]2;HOSTILE\033\\\033[2J\233[31m'
attack="$attack"'\302\233[31m\302\220q\302\234\033P+q\033\\\010\177\016'
attack="$attack"'\342\200\256\377'
{
	printf "Title one ${attack}title ends\n\n"
	printf "The body begins ${attack} and ends.\n\n"
	# Enough plain text to be taken for one.
	for n in 1 2 3 4 5 6 7 8 9; do
		echo "A quiet sentence, number $n, follows on the others here."
	done
} >"$archive/plain.txt"
printf 'The named one\n\nIts file has a hostile name.\n' \
	>"$archive/$(printf "n${attack}.txt")"

# Bytes that a terminal could take for a control, other than line end and
# tab. (A line ends with CR in a terminal; this is for files only.)
controls_in() {
	LC_ALL=C tr -d '\011\012\040-\176\200-\377' <"$1" | od -An -c
	LC_ALL=C grep -a -o "$(printf '\302[\200-\237]')" "$1" | od -An -c
	LC_ALL=C grep -a -o "$(printf '\342\200\256')" "$1" | od -An -c
}

for mode in --list --print '--print --raw' '--print --order=visual' \
	'--list --json' '--print --json'; do
	# shellcheck disable=SC2086 # a list of options
	timeout 20 "$newspane" $mode "$archive" >"$work/out" 2>"$work/errors"
	status=$?
	# An override is data to a program, which JSON and a list hand on.
	case $mode in
	*json | --list) LC_ALL=C sed -i "s/$(printf '\342\200\256')//g" \
		"$work/out" ;;
	esac
	tap_is "$mode: no control comes out" "$status$(controls_in "$work/out"
		controls_in "$work/errors")" 0
done

query=$(printf "body${attack}x")
timeout 20 "$newspane" --count --search="$query" "$archive" \
	>"$work/out" 2>"$work/errors"
tap_is 'a hostile query finds nothing' "$? $(cat "$work/out")" '1 0'
timeout 20 "$newspane" --list "$(printf "/nowhere${attack}")" \
	>"$work/out" 2>"$work/errors"
tap_is 'a hostile path is told without controls' \
	"$?$(controls_in "$work/errors")$(wc -l <"$work/errors" | tr -d ' ')" 21
timeout 20 "$newspane" "$(printf -- "--${attack}")" >"$work/out" \
	2>"$work/errors"
tap_is 'a hostile option is told without controls' \
	"$?$(controls_in "$work/errors")$(wc -l <"$work/errors" | tr -d ' ')" 21

# On the screen. Of what newspane sends, an OSC or DCS can only be hostile,
# or the question to a terminal outside of tmux.
screen_start 100 24 --search="$query" "$archive"
screen_wait 'No article matches'
screen_tmux pipe-pane "cat >'$work/sent'"
screen_resize 101 24
screen_escape
screen_wait 'The named one'
for key in g g G Enter G g g '=' q '!' q '/'; do
	screen_keys "$key"
	sleep 0.05
done
screen_type "$(printf "x\302\233y")"
screen_keys Enter
screen_keys C-l
screen_expect 'it goes on' 'follows on the others'
screen_tmux pipe-pane
title=$(screen_tmux display-message -p '#{pane_title}')
tap_is 'the title stays' "$(echo "$title" | grep HOSTILE)" ''
tap_is 'the clipboard stays' "$(screen_tmux show-buffer 2>&1 |
	grep hostile)" ''
tap_report 'no hostile bytes are sent' "$(LC_ALL=C grep -a -o -E \
	"$(printf '\033]|\007|\302[\200-\237]|\342\200\256|\033\\[2J.31m|\377')" \
	"$work/sent" | od -An -c)"
[ -s "$work/sent" ] || tap_report 'something was recorded' 'nothing'
screen_keys q q q
screen_end 0 'it ends as ever'

# What is not a regular file is told and passed over.
mkfifo "$archive/pipe.txt"
ln -s . "$archive/loop"
ln -s /dev/zero "$archive/zero.txt"
ln -s nowhere "$archive/dangling.txt"
timeout 20 "$newspane" --list "$archive" >"$work/out" 2>"$work/errors"
tap_is 'a pipe, a device, a loop: no hang, two articles' \
	"$? $(wc -l <"$work/out" | tr -d ' ')" '3 2'
tap_is 'each is named' "$(grep -oE 'pipe|loop|zero|dangling' "$work/errors" |
	sort -u | tr '\n' ' ')" 'dangling loop pipe zero '
timeout 20 "$newspane" --list "$archive/pipe.txt" >"$work/out" \
	2>"$work/errors"
tap_is 'a pipe alone: one line, status 2' \
	"$? $(wc -l <"$work/errors" | tr -d ' ')" '2 1'

e2e_done
