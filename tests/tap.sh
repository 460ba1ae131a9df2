# The shell half of tests/check.h, sourced by the shell tests. A case is one
# call of tap_report, tap_is or tap_skip; the last line of a test is tap_done.

tap_ncases=0
tap_nfailed=0

tap_result() {
	tap_ncases=$((tap_ncases + 1))
	echo "$1 $tap_ncases - $2"
}

tap_comment() {
	printf '%s\n' "$1" | LC_ALL=C tr '\000-\010\013-\037\177' '?' |
		sed 's/^/#   /'
}

# NAME passes when FINDINGS is empty.
tap_report() {
	if [ -z "$2" ]; then
		tap_result ok "$1"
	else
		tap_comment "$2"
		tap_result 'not ok' "$1"
		tap_nfailed=$((tap_nfailed + 1))
	fi
}

# NAME passes when GOT is WANT.
tap_is() {
	if [ "$2" = "$3" ]; then
		tap_report "$1" ''
	else
		tap_report "$1" "got:
$2
want:
$3"
	fi
}

tap_skip() {
	tap_result ok "$1 # SKIP $2"
}

# Ends the test program, which cannot run here.
tap_skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

tap_done() {
	echo "1..$tap_ncases"
	[ $tap_nfailed -eq 0 ]
}
