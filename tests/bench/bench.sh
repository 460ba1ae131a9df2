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

# What each part of loading takes of one processor, as a share of cat's time.
"$builddir/tests/bench/parts" "$work/archive" 2>/dev/null |
	while read -r part cost; do
		case $part in
		bytes) echo "an article takes $cost bytes beside its texts" ;;
		*) awk "BEGIN { printf \"  %-20s %8s ms  %.2f times cat\\n\", \
			\"$part\", $cost, $cost / $(cat "$work/cat") }" ;;
		esac
	done
echo
echo 'copies found among 10000 articles and their copies'
"$builddir/tests/unit/test-duplicates-set" 10000 | sed -n 's/^# /  /p'
echo

# rate NBYTES COMMAND...: MB/s of a process that reads so many bytes.
rate() {
	nbytes=$1
	shift
	start=$(date +%s%N)
	"$@" >/dev/null 2>&1
	awk "BEGIN { print $nbytes * 1e3 / ($(date +%s%N) - $start) }"
}

# A bench of ours measures itself, for about a second.
own_rate() {
	"$builddir/tests/bench/$1" 72 0 "$2" | awk '{ print $1 / $2 / 1e6 }'
}

# repeat FILE MEGABYTES: FILE again and again, about so much.
repeat() {
	copies=$(($2 * 1000000 / $(wc -c <"$1")))
	for copy in $(seq $copies); do echo "$1"; done | xargs cat
}

# The sample articles of a language, those that any tool can read.
gather() {
	for file in "$srcdir/data/sample/$1"/*.txt; do
		! iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 ||
			tr -d '\r' <"$file"
	done
}

# One run of everything on the text of LANGUAGE.
run_layouts() {
	own_rate layout "$work/text" >>"$work/newspane"
	rate "$(wc -c <"$work/long")" fold -s -w 72 "$work/long" >>"$work/fold"
	rate "$(wc -c <"$work/long")" fmt -w 72 "$work/long" >>"$work/fmt"
	own_rate chain "$work/text" >>"$work/chain"
	! command -v fribidi >/dev/null ||
		rate "$(wc -c <"$work/longish")" fribidi --charset UTF-8 \
			--width 72 "$work/longish" >>"$work/fribidi"
}

# Instructions for each byte, by callgrind.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null \
		--toggle-collect='lay_out*' "$builddir/tests/bench/$1" \
		72 3 "$work/text" 2>&1 |
	awk '/Collected/ { n = $NF } /^[0-9]+\t/ { nbytes = $1 }
		END { printf "%.0f", n / nbytes }'
}

echo
echo 'layout of whole articles at 72 columns, MB/s; in brackets newspane as'
echo 'so many times that; what an article of 4 KB takes; instructions a byte'
tools='fold fmt fribidi chain'
for language in en vi ar; do
	gather "$language" >"$work/text"
	repeat "$work/text" 32 >"$work/long"
	repeat "$work/text" 16 >"$work/longish"
	for tool in newspane $tools; do : >"$work/$tool"; done
	for run in 1 2 3 4 5; do run_layouts; done
	ours=$(median <"$work/newspane")
	printf '%s  newspane %.1f' "$language" "$ours"
	for tool in $tools; do
		[ -s "$work/$tool" ] || continue
		awk "BEGIN { printf \", $tool %.1f (%.2f)\",
			$(median <"$work/$tool"),
			$ours / $(median <"$work/$tool") }"
	done
	awk "BEGIN { printf \"; %.3f ms\", 4096 / $ours / 1e3 }"
	! command -v valgrind >/dev/null ||
		printf '; %s, chain %s' "$(instructions layout)" \
			"$(instructions chain)"
	echo
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

# One article of 100 MB, which nobody may notice: the worst answer to a key is
# to stay under a frame of 16 ms, memory under 8 MB.
huge() {
	cat "$srcdir/data/sample/$2"/*.txt >"$work/text"
	echo "100 MB, $1, $2"
	"$builddir/tests/bench/huge" "$1" 100 "$3" "$work/text"
}
echo
echo 'one article of 100 MB: a key, the search, memory beside the text'
huge paragraph en lighthouse
huge lines en lighthouse
huge word en lighthouse
huge paragraph vi nước
huge paragraph ar كتاب
huge word ar كتاب
