# make fuzz: lets libFuzzer look for inputs that break a target, one target
# after the other. Crashes are left in tests/fuzz/ of the build folder, what
# was learnt in tests/fuzz/corpus/.
#
# Environment: srcdir; FUZZ_TARGETS (programs); each target has FUZZ_SECONDS
# (60; 0: no limit) or FUZZ_RUNS executions (0: no limit). Inputs are small,
# and what libFuzzer knows of them is kept simple: that makes it fast.

set -eu
: "${FUZZ_SECONDS:=60}" "${FUZZ_RUNS:=0}"
[ "$FUZZ_RUNS" -gt 0 ] || FUZZ_RUNS=-1
seeds=$srcdir/tests/fuzz/seeds
status=0

ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=16
export ASAN_OPTIONS
for target in $FUZZ_TARGETS; do
	name=${target##*/fuzz-}
	corpus=tests/fuzz/corpus/$name
	mkdir -p "$corpus"
	echo "$name"
	"$target" -dict="$srcdir/tests/fuzz/newspane.dict" -max_len=192 \
		-timeout=10 -print_final_stats=1 -entropic=0 -reload=0 \
		-artifact_prefix="tests/fuzz/$name-" \
		-runs="$FUZZ_RUNS" -max_total_time="$FUZZ_SECONDS" \
		"$corpus" "$seeds/$name" || status=1
done
exit $status
