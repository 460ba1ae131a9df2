# What holds for every text file of the project.

. "$srcdir/tests/tap.sh"
cd "$srcdir" || exit 2

# The sample archive has every blemish of real articles on purpose, and test
# data has any bytes.
files=$(find README.md HACKING.md NEWS configure.ac Makefile.am run check \
	.ci src po man tests -type f ! -path 'tests/golden/*' \
	! -path '*/.deps/*' ! -name '.dirstamp' \
	\( -name '*.[ch]' -o -name '*.sh' -o -name '*.awk' -o -name '*.mk' \
	-o -name '*.md' -o -name NEWS -o -name '*.po' -o -name '*.ac' \
	-o -name '*.am' -o -name '*.1' -o -name '*.5' -o -path './run' \
	-o -name run -o -name check -o -name check-clean \) | LC_ALL=C sort)

# shellcheck disable=SC2086 # a list of files, here and below
tap_report 'no blanks at the ends of lines' \
	"$(grep -nE '[[:space:]]+$' $files)"
# shellcheck disable=SC2086
tap_report 'every file ends with a line end' \
	"$(for file in $files; do
		[ ! -s "$file" ] || [ -z "$(tail -c 1 "$file")" ] || echo "$file"
	done)"
# shellcheck disable=SC2086
tap_report 'no carriage returns' "$(grep -l "$(printf '\r')" $files)"
# The brackets keep this line from finding itself.
# shellcheck disable=SC2086
tap_report 'nothing is marked as unfinished' \
	"$(grep -nwE 'TO[D]O|FIX[M]E|XX[X]|HA[C]K|stu[b]' $files)"

scripts=$(find run check .ci tests -name '*.sh' -o -name run -o \
	-name check -o -name check-clean | LC_ALL=C sort)
tap_report 'shell scripts parse' \
	"$(for file in $scripts; do sh -n "$file" 2>&1; done)"
tap_report 'commands may be executed' \
	"$(for file in run check .ci/run .ci/check-clean; do
		[ -x "$file" ] || echo "$file"
	done)"

tap_done
