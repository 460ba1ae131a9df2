# Every header compiles alone and has its guard.

. "$srcdir/tests/tap.sh"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
headers=$(cd "$srcdir/src" && find . -name '*.h' | sed 's|^\./||' |
	LC_ALL=C sort)

# The guard is the path; a comment may stand before it.
wrong_guards() {
	for header in $headers; do
		guard=$(echo "$header" | tr 'a-z/.-' 'A-Z___')
		awk -v guard="$guard" -v header="$header" '
		/^#/ {
			if (++n == 1 && ($1 != "#ifndef" || $2 != guard))
				wrong = 1
			if (n == 2 && ($1 != "#define" || $2 != guard))
				wrong = 1
			last = $1
		}
		END {
			if (wrong || n < 3 || last != "#endif")
				print header ": guard is not " guard
		}' "$srcdir/src/$header"
	done
}

tap_report 'guards are named after the path' "$(wrong_guards)"

compile_alone() {
	for header in $headers; do
		echo "#include \"$header\"" \
			>"$work/$(echo "$header" | tr / -).c"
	done
	# shellcheck disable=SC2086 # CC may hold several words
	${CC:-gcc} -std=gnu11 -D_GNU_SOURCE -fsyntax-only -Wall -Wextra \
		-Werror -I"$srcdir/src" "$work"/*.c 2>&1
}

tap_report 'headers compile alone' "$(compile_alone)"

tap_done
