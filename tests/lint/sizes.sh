# How long files, functions and lines may be. Tables are exempt.

. "$srcdir/tests/tap.sh"
cd "$srcdir" || exit 2
files=$(find src tests -name '*.[ch]' | LC_ALL=C sort)

long_files() {
	for file in $files; do
		case $file in
		*_table.[ch]) continue ;;
		*.h) limit=200 ;;
		*) limit=500 ;;
		esac
		nlines=$(wc -l <"$file")
		[ "$nlines" -le $limit ] || echo "$file: $nlines lines"
	done
}

# A function's body stands between a { and a } that begin a line; a table
# ends with "};".
long_functions() {
	# shellcheck disable=SC2086 # a list of files
	awk '
	/^\{$/ { start = FNR }
	/^\}$/ && start {
		if (FNR - start - 1 > 80)
			printf "%s:%d: %d lines\n", FILENAME, start,
				FNR - start - 1
		start = 0
	}
	FNR == 1 { start = 0 }' $files
}

# A tab goes to the next multiple of 8; a byte that continues a character
# takes no column.
wide_lines() {
	# shellcheck disable=SC2086
	LC_ALL=C awk '
	FILENAME ~ /_table\.[ch]$/ { next }
	{
		line = $0
		gsub(/[\200-\277]/, "", line)
		cols = 0
		while ((at = index(line, "\t")) > 0) {
			cols += at - 1
			cols += 8 - cols % 8
			line = substr(line, at + 1)
		}
		cols += length(line)
		if (cols > 80)
			printf "%s:%d: %d columns\n", FILENAME, FNR, cols
	}' $files
}

tap_report 'files are short (.c 500 lines, .h 200)' "$(long_files)"
tap_report 'functions have at most 80 lines' "$(long_functions)"
tap_report 'lines have at most 80 columns' "$(wide_lines)"

tap_done
