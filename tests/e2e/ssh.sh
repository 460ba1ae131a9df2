# newspane over a real OpenSSH server: this test's own, on the loopback
# address, with keys made for it; never the system's. Reading, a new window
# size, and a connection that drops.

. "$srcdir/tests/e2e/lib.sh"
screen_need

sshd=$(PATH=$PATH:/usr/sbin:/sbin command -v sshd) ||
	tap_skip_all 'sshd is not installed'
command -v ssh >/dev/null || tap_skip_all 'ssh is not installed'

server=
e2e_cleanup() {
	[ -z "$server" ] || kill "$server" 2>/dev/null
	[ ! -f "$work/remote.pid" ] ||
		kill "$(cat "$work/remote.pid")" 2>/dev/null
}

# As root, sshd wants a folder that its package's service would make.
if [ "$(id -u)" -eq 0 ] && [ ! -d /run/sshd ]; then
	mkdir -p /run/sshd || tap_skip_all 'there is no /run/sshd'
fi
for key in host user; do
	ssh-keygen -q -t ed25519 -N '' -C test -f "$work/$key" </dev/null ||
		tap_skip_all 'ssh-keygen makes no key'
done
cp "$work/user.pub" "$work/authorized"
mkdir "$work/archive"
for n in 1 2 3; do
	{
		printf 'Story number %d of three\n\n' $n
		for word in alpha beta gamma delta; do
			printf 'Paragraph %s of story %d is here.\n\n' $word $n
		done
	} >"$work/archive/story$n.txt"
done

server_answers() {
	grep -q "Server listening on 127.0.0.1 port $port" "$work/sshd.log" \
		2>/dev/null || ! kill -0 "$server" 2>/dev/null
}

# A port that is taken ends the server; the next one is tried.
port=$((20000 + $$ % 20000))
for try in 1 2 3 4 5 6 7 8; do
	rm -f "$work/sshd.log"
	env -i PATH=/usr/bin:/bin "$sshd" -D -f /dev/null -p "$port" \
		-h "$work/host" -E "$work/sshd.log" \
		-o ListenAddress=127.0.0.1 \
		-o AuthorizedKeysFile="$work/authorized" \
		-o StrictModes=no -o UsePAM=no -o PidFile=none \
		-o PasswordAuthentication=no \
		-o KbdInteractiveAuthentication=no \
		-o PermitRootLogin=prohibit-password &
	server=$!
	wait_until server_answers
	kill -0 $server 2>/dev/null && break
	port=$((port + 1))
	server=
done
if [ -z "$server" ]; then
	tap_comment "$(cat "$work/sshd.log")"
	tap_skip_all 'sshd does not start here'
fi

# What runs on the other side says who it is, and how it ended.
cat >"$work/remote.sh" <<END
HOME=$(quoted "$HOME") XDG_STATE_HOME=$(quoted "$XDG_STATE_HOME")
XDG_CONFIG_HOME=$(quoted "$XDG_CONFIG_HOME")
NEWSPANE_DATADIR=$(quoted "$NEWSPANE_DATADIR")
ASAN_OPTIONS=$(quoted "$ASAN_OPTIONS") UBSAN_OPTIONS=$(quoted "$UBSAN_OPTIONS")
export HOME XDG_STATE_HOME XDG_CONFIG_HOME NEWSPANE_DATADIR
export ASAN_OPTIONS UBSAN_OPTIONS
echo \$\$ >$(quoted "$work/remote.pid")
exec $(quoted "$newspane" "$work/archive")
END
cat >"$work/client.sh" <<END
echo \$\$ >$(quoted "$work/client.pid")
exec ssh -tt -F /dev/null -i $(quoted "$work/user") -p $port \
	-o IdentitiesOnly=yes -o IdentityAgent=none -o LogLevel=ERROR \
	-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
	127.0.0.1 sh $(quoted "$work/remote.sh")
END
cat >"$work/pane.sh" <<END
before=\$(stty -g)
sh $(quoted "$work/client.sh")
status=\$?
[ "\$(stty -g)" = "\$before" ] && tty=restored || tty=changed
echo "\$status \$tty" >"$work/ended.new"
mv "$work/ended.new" "$work/ended"
exec sleep 1000
END

connect() {
	rm -f "$work/ended" "$work/remote.pid"
	screen_run "$1" "$2" "exec sh '$work/pane.sh'"
}

has_gone() {
	! kill -0 "$1" 2>/dev/null
}

connect 80 24
if ! screen_wait 'Story number 3'; then
	tap_comment "$(cat "$work/sshd.log")"
	tap_report 'the list comes over the line' 'it does not'
	e2e_done
	exit
fi
tap_report 'the list comes over the line' ''
screen_resize 120 40
screen_expect 'a larger window: both panes' 'Story number 2.*│'
screen_keys Enter
screen_expect 'an article is read' 'Paragraph beta of story'
screen_resize 40 12
screen_expect 'a small window' 'Paragraph alpha'
screen_keys q q
screen_end 0 'q ends it and the terminal is as it was'
remote=$(cat "$work/remote.pid")
wait_until has_gone "$remote"
tap_is 'nothing is left on the server' "$(has_gone "$remote" && echo gone)" \
	gone

# The line drops: the client dies without a word.
connect 80 24
screen_wait 'Story number 3'
remote=$(cat "$work/remote.pid")
kill -9 "$(cat "$work/client.pid")"
wait_until has_gone "$remote"
tap_is 'a dropped line ends newspane' "$(has_gone "$remote" && echo gone)" \
	gone

# The same while a key is held and the archive is open in a full screen.
connect 80 24
screen_wait 'Story number 3'
remote=$(cat "$work/remote.pid")
screen_keys Enter Enter j j j j k k k k
kill -9 "$(cat "$work/client.pid")"
wait_until has_gone "$remote"
tap_is 'and one that drops in the middle of reading' \
	"$(has_gone "$remote" && echo gone)" gone

kill "$server"
wait "$server" 2>/dev/null
no_daemon() {
	! grep -lF "$work/host" /proc/[0-9]*/cmdline >/dev/null 2>&1
}
wait_until no_daemon
tap_is 'no server is left behind' "$(no_daemon && echo none)" none
server=

e2e_done
