# Every fuzz target holds what it promises for every seed.

. "$srcdir/tests/tap.sh"

# The seeds of TARGET that end it, with what it said: each alone, then all.
failures() {
	for seed in "$srcdir/tests/fuzz/seeds/$1"/*; do
		"tests/fuzz/fuzz-$1" "$seed" 2>&1 || echo "in $seed"
	done
	"tests/fuzz/fuzz-$1" "$srcdir/tests/fuzz/seeds/$1"/* 2>&1
}

for folder in "$srcdir"/tests/fuzz/seeds/*; do
	target=${folder##*/}
	if "tests/fuzz/fuzz-$target" "$folder"/* >/dev/null 2>&1; then
		tap_report "$target: all seeds" ''
	else
		tap_report "$target: all seeds" "$(failures "$target")"
	fi
done

tap_done
