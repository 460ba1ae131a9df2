#!/bin/sh
# Compares the layout of every tests/golden/BEHAVIOUR/CASE.in at each width
# with CASE.wWIDTH, byte by byte. BEHAVIOUR/options holds options for
# dump-layout, @srcdir@ being the source tree. With --update writes what is
# expected instead.

golden=$srcdir/tests/golden
dump=tests/tools/dump-layout
number=0
status=0
got=$(mktemp) || exit 1
diff=$(mktemp) || exit 1
trap 'rm -f "$got" "$diff"' EXIT
test -x "$dump" || { echo "Bail out! no $dump"; exit 1; }

say() {
	number=$((number + 1))
	echo "$1 $number - $2"
}

for input in "$golden"/*/*.in; do
	behaviour=${input%/*}
	options=
	test ! -f "$behaviour/options" ||
		options=$(sed "s|@srcdir@|$srcdir|" "$behaviour/options")
	for cols in 3 20 40 72; do
		expected=${input%.in}.w$cols
		name=${behaviour##*/}/$(basename "$input" .in)
		if test "$1" = --update; then
			"$dump" $options $cols "$input" > "$expected" || exit 1
			continue
		fi
		if "$dump" $options $cols "$input" > "$got" &&
				diff -u "$expected" "$got" > "$diff" 2>&1
		then
			say ok "$name at $cols"
		else
			say "not ok" "$name at $cols"
			sed 's/^/# /' "$diff"
			status=1
		fi
	done
done
test "$1" = --update || echo "1..$number"
exit $status
