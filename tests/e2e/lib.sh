# The real program in a real terminal: tmux on a socket of its own, with an
# empty configuration, in a clean environment. Sourced by the tests beside
# this file. Everything a test makes is below $work and goes with it.
#
#   screen_start COLS ROWS ARGUMENT...	newspane in a terminal of that size,
#					nothing remembered of earlier runs
#   screen_keys KEY...			as tmux names them; screen_type: a text
#   screen_wait PATTERN			until the screen has it (grep -E)
#   screen_until_gone PATTERN		until it has it no more
#   screen_resize COLS ROWS
#   screen					what stands on it
#   screen_end STATUS NAME			it ended so, the terminal restored
#
# The waits return 1 at the deadline, with the screen as a comment.

. "$srcdir/tests/tap.sh"

newspane=$(pwd)/src/newspane
sample=$NEWSPANE_DATADIR/sample
deadline_ms=${NEWSPANE_TEST_DEADLINE_MS:-15000}
work=$(mktemp -d "${TMPDIR:-/tmp}/newspane-e2e.XXXXXX") || exit 2
mkdir "$work/home"

# A sanitizer's words must not drown in a screen that is gone.
ASAN_OPTIONS=$ASAN_OPTIONS:log_path=$work/sanitizer
UBSAN_OPTIONS=$UBSAN_OPTIONS:log_path=$work/sanitizer
HOME=$work/home
XDG_CONFIG_HOME=$work/home/.config
XDG_STATE_HOME=$work/home/.local/state
export ASAN_OPTIONS UBSAN_OPTIONS HOME XDG_CONFIG_HOME XDG_STATE_HOME

e2e_leave() {
	status=$?
	trap - EXIT
	! command -v e2e_cleanup >/dev/null || e2e_cleanup
	screen_close
	rm -rf "$work"
	exit $status
}
trap e2e_leave EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Instead of tap_done.
e2e_done() {
	tap_report 'the sanitizers found nothing' \
		"$(cat "$work"/sanitizer.* 2>/dev/null)"
	tap_done
}

now_ms() {
	date +%s%3N
}

# Until COMMAND succeeds, for as long as the deadline.
wait_until() {
	wait_end=$(($(now_ms) + deadline_ms))
	until "$@"; do
		[ "$(now_ms)" -lt $wait_end ] || return 1
		sleep 0.03
	done
}

# Each terminal has a server of its own: the last one may be still ending.
screen_number=0
screen_socket=$work/tmux.0

screen_tmux() {
	tmux -S "$screen_socket" -f "$work/tmux.conf" "$@"
}

screen_close() {
	[ ! -S "$screen_socket" ] || screen_tmux kill-server 2>/dev/null
}

# Skips the whole test where there is no tmux.
screen_need() {
	command -v tmux >/dev/null || tap_skip_all 'tmux is not installed'
	cat >"$work/tmux.conf" <<END
set -g status off
set -g default-terminal tmux-256color
set -g default-shell /bin/sh
set -g remain-on-exit on
set -g escape-time 0
set -g history-limit 50
END
}

screen_size() {
	screen_tmux display-message -p '#{pane_width}x#{pane_height}'
}

screen_has_size() {
	[ "$(screen_size)" = "$1" ]
}

# screen_run COLS ROWS COMMAND: a shell command in a new terminal.
screen_run() {
	screen_close
	screen_number=$((screen_number + 1))
	screen_socket=$work/tmux.$screen_number
	env -i PATH="$PATH" HOME="$HOME" LC_ALL="$LC_ALL" TZ="$TZ" \
		SHELL=/bin/sh LANGUAGE="${LANGUAGE-}" \
		XDG_CONFIG_HOME="$XDG_CONFIG_HOME" \
		XDG_STATE_HOME="$XDG_STATE_HOME" \
		NEWSPANE_DATADIR="$NEWSPANE_DATADIR" \
		NEWSPANE_LOCALEDIR="$NEWSPANE_LOCALEDIR" \
		ASAN_OPTIONS="$ASAN_OPTIONS" UBSAN_OPTIONS="$UBSAN_OPTIONS" \
		tmux -u -S "$screen_socket" -f "$work/tmux.conf" \
		new-session -d -x "$1" -y "$2" "$3" || return
	wait_until screen_has_size "$1x$2"
}

quoted() {
	for word; do
		printf "'%s' " "$(printf %s "$word" | sed "s/'/'\\\\''/g")"
	done
}

# The words "ended N" and whether stty finds the terminal as it was come to
# stand on the screen after the program.
screen_start() {
	rm -rf "$XDG_STATE_HOME"
	screen_again "$@"
}

# The same, remembering.
screen_again() {
	screen_cols=$1
	screen_rows=$2
	shift 2
	rm -f "$work/ended"
	# A ^C goes to this shell, too, which has its report to write.
	cat >"$work/pane.sh" <<END
trap : INT
before=\$(stty -g)
${screen_environment-} $(quoted "$newspane" "$@") 2>"$work/errors"
status=\$?
[ "\$(stty -g)" = "\$before" ] && tty=restored || tty=changed
echo "\$status \$tty" >"$work/ended.new"
mv "$work/ended.new" "$work/ended"
exec sleep 1000
END
	screen_run "$screen_cols" "$screen_rows" "exec sh '$work/pane.sh'"
}

screen_keys() {
	screen_tmux send-keys "$@"
}

screen_type() {
	screen_tmux send-keys -l -- "$1"
}

# Esc, and the time after which it is not the first byte of another key.
screen_escape() {
	screen_keys Escape
	sleep 0.3
}

screen() {
	screen_tmux capture-pane -p 2>/dev/null
}

screen_shows() {
	screen | grep -qE -e "$1"
}

screen_lacks() {
	! screen | grep -qE -e "$1"
}

screen_complain() {
	tap_comment "$1; the screen:"
	screen | sed 's/^/# |/'
	return 1
}

screen_wait() {
	wait_until screen_shows "$1" || screen_complain "not seen: $1"
}

screen_until_gone() {
	wait_until screen_lacks "$1" || screen_complain "still there: $1"
}

screen_resize() {
	screen_tmux resize-window -x "$1" -y "$2"
	wait_until screen_has_size "$1x$2"
}

# NAME is passed when PATTERN comes to stand on the screen.
screen_expect() {
	if screen_wait "$2"; then
		tap_report "$1" ''
	else
		tap_report "$1" 'the deadline passed'
	fi
}

# Which of the terminal's modes stand: alternate screen, cursor shown,
# application keys and keypad, any mouse.
screen_modes() {
	screen_tmux display-message -p "#{alternate_on} #{cursor_flag}\
 #{keypad_cursor_flag} #{keypad_flag} #{mouse_any_flag} #{insert_flag}"
}

screen_has_ended() {
	[ -f "$work/ended" ]
}

screen_end() {
	wait_until screen_has_ended || screen_complain 'it has not ended'
	tap_is "$2" "$(cat "$work/ended" 2>/dev/null)
modes $(screen_modes)" "$1 restored
modes 0 1 0 0 0 0"
}
