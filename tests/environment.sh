# What every test runs under: sourced by the Makefile before each test.
LC_ALL=C.UTF-8
TZ=UTC
NEWSPANE_DATADIR=$(cd "$srcdir" && pwd)/data
NEWSPANE_LOCALEDIR=$(pwd)/tests/locale
# Nothing can be made there, not even by root.
XDG_CONFIG_HOME=/dev/null
XDG_STATE_HOME=/dev/null
XDG_DATA_HOME=/dev/null
ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
UBSAN_OPTIONS=print_stacktrace=1
export LC_ALL TZ NEWSPANE_DATADIR NEWSPANE_LOCALEDIR ASAN_OPTIONS UBSAN_OPTIONS
export XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME srcdir
unset LANGUAGE LANG LINES COLUMNS NEWSPANE_ARCHIVE NEWSPANE_ORDER TMUX STY TERM_PROGRAM KONSOLE_VERSION
unset SSH_CONNECTION SSH_CLIENT
