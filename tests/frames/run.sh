# Compares what each tests/frames/CASE.in makes the screen show with
# CASE.expect, byte by byte. With --update writes what is expected instead.

. "$srcdir/tests/tap.sh"
frames=$srcdir/tests/frames
dump=$(pwd)/tests/tools/dump-frame
got=$(mktemp) || exit 1
trap 'rm -f "$got"' EXIT

# From its folder, so that paths on the screen are the same everywhere.
show() {
	(cd "$frames" && "$dump" archive) <"$1" 2>&1
}

for input in "$frames"/*.in; do
	name=$(basename "$input" .in)
	if [ "$1" = --update ]; then
		show "$input" >"$frames/$name.expect" || exit 1
		continue
	fi
	show "$input" >"$got"
	tap_report "frames: $name" \
		"$(diff -u "$frames/$name.expect" "$got" 2>&1 | head -n 40)"
done
[ "$1" = --update ] && exit

# Messages from right to left: the status line reaches the right edge.
if [ -f "$NEWSPANE_LOCALEDIR/ar/LC_MESSAGES/newspane.mo" ]; then
	ncols=$(cd "$frames" && printf 'size 60x12\nkey j\nframe\n' |
		LANGUAGE=ar "$dump" archive | tail -n 1 | tr -d '\n' | wc -m)
	tap_report 'frames: an Arabic status line stands at the right' \
		"$([ "$ncols" -ge 60 ] || echo "it ends in column $ncols")"
	for key in / f; do
		last=$(cd "$frames" &&
			printf 'size 60x12\nkey %s\nframe\n' "$key" |
			LANGUAGE=ar "$dump" archive | tail -n 1)
		tap_report "frames: so does an empty prompt of $key" \
			"$(case $last in ' '*) ;; *) echo "$last" ;; esac)"
	done
else
	tap_skip 'frames: Arabic messages' 'no translations were made'
fi
tap_done
