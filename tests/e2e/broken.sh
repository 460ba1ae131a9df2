# An archive in every encoding, and broken in every way: what is good of it is
# served, what is bad is one line in the problems view, and memory is bounded.

. "$srcdir/tests/e2e/lib.sh"

archive=$work/archive
mkdir "$archive" "$archive/.git"

vietnamese='Phà qua sông Lân Hạ chạy lại từ sáng thứ hai

Người dân ở hai bên sông nói rằng họ đã chờ việc này từ lâu, vì cầu ở rất xa.
Trường học nằm bên kia sông, mỗi ngày các em phải đi thêm một giờ.'
arabic='عادت العبارة إلى العمل في نهر البيضاء

قال سكان المدينة إن الحياة كانت صعبة من دون العبارة لأن الجسر بعيد عن المدرسة.
وقد وعدت البلدية بأن تعمل العبارة كل يوم حتى نهاية العام.'
french='Le bac de la Sévrelle a repris du service

Les élèves de la rive opposée n’ont plus à faire le tour par le pont, qui est
à une heure de marche. La traversée est gratuite jusqu’à la fin de l’année.'
chinese='青石镇的渡船又开始过河了

住在河两边的人说，他们已经等了很长时间，因为桥很远，学校又在河的对面。'

# encode NAME ENCODING TEXT: a file of that name, if iconv can.
encode() {
	printf '%s\n' "$3" | iconv -f UTF-8 -t "$2" >"$archive/$1" \
		2>/dev/null || rm -f "$archive/$1"
}

encode a-utf8.txt UTF-8 "$vietnamese"
{ printf '\357\273\277'; printf '%s\n' "$vietnamese"; } >"$archive/a-bom.txt"
encode a-utf16.txt UTF-16 "$vietnamese"
encode a-utf16le.txt UTF-16LE "$french"
encode a-utf32.txt UTF-32 "$arabic"
encode a-1256.txt CP1256 "$arabic"
encode a-1258.txt CP1258 "$vietnamese"
encode a-tcvn3.txt TCVN5712-1 "$vietnamese"
encode a-viscii.txt VISCII "$vietnamese"
encode a-1252.txt CP1252 "$french"
encode a-gb18030.txt GB18030 "$chinese"

# nuls COUNT
nuls() {
	head -c "$1" /dev/zero
}

{ printf '%s' "$vietnamese"; printf '\341\272'; } >"$archive/b-cut.txt"
{
	printf '%s\n' "$vietnamese"
	printf '%s\n' "$french" | iconv -f UTF-8 -t CP1252 2>/dev/null
} >"$archive/b-mixed.txt"
{ printf '%s' "$vietnamese"; nuls 2; printf '.\n'; } >"$archive/b-nuls.txt"
{ printf '%s\n' "$vietnamese"; nuls 1048576; } >"$archive/b-tail.txt"
printf '%s\n' "$vietnamese" >"$archive/b-sparse.txt"
hole=$((1073741824 - $(wc -c <"$archive/b-sparse.txt")))
truncate -s 1G "$archive/b-sparse.txt"
truncate -s 1G "$archive/c-hole.txt"
head -c 3000000 "$newspane" >"$archive/c-program"
: >"$archive/c-empty.txt"
echo x >"$archive/.hidden"
echo x >"$archive/c.txt~"
echo x >"$archive/c.bak"
mkfifo "$archive/d-fifo"
ln -s missing "$archive/d-link.txt"
ln -s /dev/zero "$archive/d-device"

timeout 60 "$newspane" --list --json --verbose --sort=path "$archive" \
	>"$work/out" 2>"$work/errors" </dev/null
tap_is 'two were missed, the rest was served' "$?" 3

# field NAME FILE
field() {
	grep "/$2\"" "$work/out" | sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"
}

# shows FILE ENCODING TITLE
shows() {
	if [ -f "$archive/$1" ]; then
		tap_is "$1" "$(field encoding "$1"): $(field label "$1")" \
			"$2: $3"
	else
		tap_skip "$1" 'iconv does not know the encoding'
	fi
}

first() {
	printf '%s\n' "$1" | head -n 1
}

shows a-utf8.txt UTF-8 "$(first "$vietnamese")"
shows a-bom.txt UTF-8 "$(first "$vietnamese")"
shows a-utf16.txt UTF-16LE "$(first "$vietnamese")"
shows a-utf16le.txt UTF-16LE "$(first "$french")"
shows a-utf32.txt UTF-32LE "$(first "$arabic")"
shows a-1256.txt windows-1256 "$(first "$arabic")"
shows a-1258.txt windows-1258 "$(first "$vietnamese")"
shows a-tcvn3.txt TCVN3 "$(first "$vietnamese")"
shows a-viscii.txt VISCII "$(first "$vietnamese")"
shows a-1252.txt windows-1252 "$(first "$french")"
shows a-gb18030.txt GB18030 "$(first "$chinese")"
for file in b-cut b-mixed b-nuls b-tail b-sparse; do
	shows $file.txt UTF-8 "$(first "$vietnamese")"
done

tap_is 'each loss is named' "$(sed "s,^newspane: $archive/,," \
	"$work/errors" | sort)" "$(sort <<END
b-cut.txt: 2 bytes that are no character
b-mixed.txt: 12 bytes in another encoding, which was guessed
b-nuls.txt: 2 NUL bytes in the text
b-sparse.txt: $hole NUL bytes left out
b-tail.txt: 1048576 NUL bytes left out
c-empty.txt: has nothing to read in it
c-hole.txt: is not a text
c-program: is not a text
d-device: is not a regular file
d-fifo: is not a regular file
d-link.txt: cannot be opened (No such file or directory)
newspane: passed over: 2 hidden, 2 backups, 2 not text, 1 empty
END
)"

timeout 60 "$newspane" --list "$archive" >"$work/out" 2>"$work/errors" \
	</dev/null
tap_is 'without --verbose only what was missed' "$(grep -c . "$work/errors")" 3

# Nothing is missed where all is served, if in part.
mkdir "$work/parts"
mv "$archive"/b-* "$work/parts"
timeout 60 "$newspane" --list "$work/parts" >"$work/out" 2>"$work/errors" \
	</dev/null
tap_is 'parts are no failure' "$? $(wc -l <"$work/out") $(cat "$work/errors")" \
	'0 5 '
mv "$work/parts"/* "$archive"

# Two files of a gigabyte, of which there is next to nothing: their size is
# more than the program may take of addresses.
if grep -aq __asan_init "$newspane"; then
	tap_skip 'memory is bounded' 'a sanitizer takes more'
else
	(
		ulimit -v 500000 &&
			timeout 60 "$newspane" --list --quiet "$archive"
	) >"$work/out" 2>"$work/errors" </dev/null
	tap_is 'memory is bounded' "$? $(grep -c sparse "$work/out")" '3 1'
fi

tap_is 'an encoding can be given' "$("$newspane" --list --json \
	--encoding=cp1252 "$archive/a-1252.txt" |
	sed 's/.*"encoding":"\([^"]*\)".*/\1/')" windows-1252
"$newspane" --list --encoding=nothing "$archive/a-1252.txt" \
	>"$work/out" 2>"$work/errors"
tap_is 'one that is none is refused' "$? $(grep -c 'VISCII' "$work/errors")" \
	'2 1'

command -v tmux >/dev/null || {
	tap_skip 'the screen' 'tmux is not installed'
	e2e_done
	exit
}
screen_need
screen_environment="cd '$work' &&"
screen_start 80 24 --sort=path archive
screen_expect 'the screen says what was missed' '3 files could not be read'
screen_keys '!'
screen_expect 'the problems view' '^ 3 files could not be read'
screen_expect 'what is served in part' '^ Served in part'
screen_expect 'each is a line' 'b-cut.txt: 2 bytes that are no character'
screen_keys G
screen_expect 'what was passed over' '^ Passed over'
screen_expect 'with its count' '^ 2 +hidden'
screen_keys q g g =
screen_expect 'the encoding is in the details' 'Encoding +windows-1252 .guessed'
screen_keys q
screen_resize 40 12
screen_keys '!'
screen_expect 'on a small screen, too' '^ 3 files could not be'
screen_keys q q
screen_end 3 'it ends well'

e2e_done
