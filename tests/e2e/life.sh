# Every way in and out: the terminal is as it was afterwards, and what cannot
# work says so in one line.

. "$srcdir/tests/e2e/lib.sh"
screen_need

open_sample() {
	screen_start 80 24 "$@" "$sample"
	screen_wait 'newest first'
}

# The program's process: a child of the terminal's shell.
program_pid() {
	pane=$(screen_tmux display-message -p '#{pane_pid}')
	for stat in /proc/[0-9]*/stat; do
		{ read -r pid _ _ parent _ <"$stat"; } 2>/dev/null || continue
		[ "$parent" = "$pane" ] && echo "$pid"
	done
}

open_sample
tap_is 'the screen is the alternate one' "$(screen_modes | cut -c 1)" 1
screen_keys q
screen_end 0 'q'
tap_is 'nothing is said on standard error' "$(cat "$work/errors")" ''
tap_is 'nothing is left on the screen' "$(screen | tr -d '\n')" ''

for signal in INT TERM HUP QUIT; do
	open_sample
	kill -$signal "$(program_pid)"
	wait_until screen_has_ended || screen_complain 'it has not ended'
	read -r status tty <"$work/ended"
	tap_is "SIG$signal ends it, the terminal restored" \
		"$tty modes $(screen_modes)" 'restored modes 0 1 0 0 0 0'
	tap_is "SIG$signal: a status above 128" \
		"$([ "$status" -gt 128 ] && echo above)" above
done

open_sample
screen_keys f
screen_type zzz
screen_wait 'filter: zzz'
screen_keys C-c
screen_until_gone 'filter: zzz'
tap_is '^C takes a prompt away' "$(screen | grep -c 'No article')" 0
screen_keys C-c
wait_until screen_has_ended || screen_complain 'it has not ended'
tap_is 'and else ends it' "$(cut -d ' ' -f 2 "$work/ended") modes \
$(screen_modes)" 'restored modes 0 1 0 0 0 0'

open_sample
screen_keys Enter
screen_wait '%'
screen_keys '/'
screen_type 'o'
kill -TERM "$(program_pid)"
wait_until screen_has_ended
tap_is 'SIGTERM with the prompt open' "$(cut -d ' ' -f 2 "$work/ended") modes \
$(screen_modes)" 'restored modes 0 1 0 0 0 0'

# In a login that is the reader and nothing else, ^Z leads nowhere.
open_sample --restricted
screen_keys C-z
screen_wait 'nothing but reading'
screen_keys q
screen_end 0 '^Z does not stop a restricted newspane'

# A terminal that goes away while keys wait to be read.
open_sample
pid=$(program_pid)
screen_close
has_gone() {
	! kill -0 "$pid" 2>/dev/null
}
wait_until has_gone
tap_is 'a terminal that is gone ends it' "$(has_gone && echo gone)" gone

# Job control, in an interactive shell.
screen_run 80 24 "exec env PS1='ready> ' ENV= sh -i"
screen_wait '^ready>'
screen_type "'$newspane' '$sample'"
screen_keys Enter
screen_wait 'newest first'
before=$(screen)
screen_keys C-z
screen_expect '^Z stops it' '(Stopped|Suspended)'
tap_is 'a stopped newspane gives the terminal back' "$(screen_modes)" \
	'0 1 0 0 0 0'
screen_type 'echo e''cho is $((40 + 2))'
screen_keys Enter
screen_expect 'the shell echoes and works' '^echo is 42'
screen_type fg
screen_keys Enter
screen_wait 'newest first'
same_screen() {
	[ "$(screen)" = "$before" ]
}
wait_until same_screen
tap_is 'fg paints the same screen' "$(screen)" "$before"
screen_keys C-z
screen_wait '(Stopped|Suspended)'
screen_resize 100 20
screen_type fg
screen_keys Enter
screen_expect 'a window that changed meanwhile' 'Forty.*│'
screen_keys q
screen_expect 'q gives the prompt back' '^ready>'
screen_type 'echo status $?'
screen_keys Enter
screen_expect 'status 0' '^(ready> )?status 0'
tap_is 'and the terminal' "$(screen_modes)" '0 1 0 0 0 0'

# Keys come from the terminal where the article comes from a pipe.
cat >"$work/pane.sh" <<END
printf 'Piped title\n\nPiped body.\n' | $(quoted "$newspane" -)
echo "status \$?"
exec sleep 1000
END
screen_run 80 24 "exec sh '$work/pane.sh'"
screen_expect 'an article from a pipe' 'Piped title'
screen_keys Enter
screen_expect 'is read' 'Piped body'
screen_keys q q
screen_expect 'and left with keys' '^status 0'

for term in dumb no-such-terminal ''; do
	screen_environment="TERM='$term'"
	screen_start 80 24 "$sample"
	screen_end 2 "TERM='$term' is refused"
	tap_is "TERM='$term': one line says why" \
		"$(grep -c '^newspane: ' "$work/errors") $(wc -l <"$work/errors" |
			tr -d ' ')" '1 1'
	screen_environment="TERM='$term'"
	screen_start 200 50 --list "$sample"
	screen_end 0 "TERM='$term' serves a list"
done
screen_environment=

# Terminals of other families.
for term in xterm xterm-256color screen linux vt100 vt220 rxvt ansi; do
	infocmp "$term" >/dev/null 2>&1 || continue
	screen_environment="TERM=$term"
	screen_start 80 24 "$sample"
	screen_wait 'newest first'
	screen_keys Enter
	screen_wait 'rtl|ltr'
	screen_keys q q
	screen_end 0 "TERM=$term"
done
screen_environment=

e2e_done
