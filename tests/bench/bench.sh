# make bench: what newspane costs, as ratios against public tools in the same
# run. Figures are medians; times on a shared machine are noise, ratios less.
#
# Environment: builddir, srcdir; ARTICLES (10000).

set -eu
: "${ARTICLES:=10000}"
newspane=$builddir/src/newspane
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C.UTF-8 TZ=UTC NEWSPANE_DATADIR="$srcdir/data"
export XDG_CONFIG_HOME="$work" XDG_STATE_HOME="$work"
unset NEWSPANE_ARCHIVE NEWSPANE_ORDER TMUX STY LANGUAGE || :

milliseconds() {
	start=$(date +%s%N)
	"$@" >/dev/null 2>&1 || :
	echo $(( ($(date +%s%N) - start) / 10000 )) |
		sed 's/..$/.&/; s/^\./0./'
}

median() {
	sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# measure NAME COMMAND...: the median of nine runs, the first not counted.
measure() {
	name=$1
	shift
	"$@" >/dev/null 2>&1 || :
	for run in 1 2 3 4 5 6 7 8 9; do milliseconds "$@"; done |
		median >"$work/$name"
}

ratio() {
	awk "BEGIN { printf \"%.2f\", $(cat "$work/$1") / $(cat "$work/$2") }"
}

cat_tree() {
	find "$work/archive" -type f -print0 | xargs -0 cat
}

echo "$ARTICLES articles"
"$builddir/tests/tools/gen-archive" -n "$ARTICLES" "$work/archive"
text=$(cat_tree | wc -c)
measure cat cat_tree
measure load "$newspane" --count --search=zqzqzq "$work/archive"
measure list "$newspane" --list "$work/archive"
printf 'cat of the tree        %8s ms\n' "$(cat "$work/cat")"
printf 'load and search        %8s ms  %s times cat\n' \
	"$(cat "$work/load")" "$(ratio load cat)"
printf 'load and list          %8s ms  %s times cat\n' \
	"$(cat "$work/list")" "$(ratio list cat)"
peak=$("$builddir/tests/bench/peak-memory" "$newspane" --count \
	--search=zqzqzq "$work/archive")
awk "BEGIN { printf \"peak memory            %8.1f MB  %.2f times the text (%.1f MB)\\n\", \
	$peak / 1e6, $peak / $text, $text / 1e6 }"

echo
echo 'layout at 72 columns, MB/s of text, and times fold -s -w 72'
for language in en vi ar; do
	file=$work/$language.txt
	cat "$srcdir/data/sample/$language"/*.txt | tr -d '\r' >"$file"
	"$builddir/tests/bench/layout" 72 "$file" | cut -f1 >"$work/layout"
	for part in 1 2 3 4 5 6 7 8; do cat "$file"; done >"$work/8"
	for part in 1 2 3 4 5 6 7 8; do cat "$work/8"; done >"$file.64"
	measure fold fold -s -w 72 "$file.64"
	awk "BEGIN { fold = $(wc -c <"$file.64") / $(cat "$work/fold") / 1e3
		printf \"%s %8.1f  %.2f\\n\", \"$language\",
		$(cat "$work/layout"), $(cat "$work/layout") / fold }"
done

echo
echo 'a key: bytes, of them beyond text, ms to first paint, ms to the last byte'
tab=$(printf '\t')
export TERM=xterm-256color
"$builddir/tests/bench/pty-bytes" 24x80 -- "$newspane" "$work/archive" |
	sed "s/^start/newspane start/"
article=$srcdir/data/sample/en/manuscripts-returned.txt
"$builddir/tests/bench/pty-bytes" 24x80 'read=\r' 'line=j' 'page= ' \
	'line again=j' 'search=/the\r' 'next match=n' 'next match=n' 'no effect=Q' \
	'idle' -- "$newspane" "$article" | sed "s/^/newspane$tab/"
"$builddir/tests/bench/pty-bytes" 24x80 'line=j' 'page= ' 'line again=j' \
	'search=/the\r' 'next match=n' 'next match=n' 'idle' \
	-- less "$article" | sed "s/^/less$tab/"
