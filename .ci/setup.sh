# Shared by run and check, which source it after setting:
#   me		the name that messages begin with
#   top		the tree, absolute, without symbolic links
# Everything is built under build/; the only files written elsewhere in the
# tree are those of autoreconf and gettext. Messages go to standard error.

build_packages='autoconf automake autopoint gettext make gcc libc6-dev
	pkg-config libncurses-dev libunistring-dev libfribidi-dev
	libsqlite3-dev xz-utils'

say() {
	printf '%s: %s\n' "$me" "$*" >&2
}

die() {
	say "$*"
	exit 2
}

# COMMAND with its output in the log alone.
quietly() {
	"$@" </dev/null >>"$log" 2>&1
}

# Ends the program with the end of the log.
die_with_log() {
	tail -n 30 "$log" >&2
	die "$1 failed; the end of $log stands above"
}

prepare_folder() {
	[ "$(printf %s "$top" | tr -d '[:space:]"`\\#$%&;:()<>|*?[]'"'")" = \
		"$top" ] ||
		die "autotools cannot build in a folder of this name: $top"
	mkdir -p "$top/build" 2>/dev/null
	for folder in "$top" "$top/po" "$top/build"; do
		[ -w "$folder" ] || die "cannot write in $folder: build" \
			"newspane as the owner of this tree, or copy the tree"
	done
	unset MAKEFLAGS MFLAGS MAKELEVEL DESTDIR CDPATH
}

# Those of PACKAGE... that are not installed.
missing_packages() {
	for package; do
		case $(dpkg-query -W -f='${db:Status-Status} ' "$package" \
			2>/dev/null) in
		installed*) ;;
		*) printf '%s ' "$package" ;;
		esac
	done
}

# Runs COMMAND as root. Returns 126 where there is no way to be root.
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		quietly "$@"
	elif command -v sudo >/dev/null; then
		quietly sudo "$@"
	else
		return 126
	fi
}

# A package must not start a service on the machine of whoever runs a test.
# Prints the file to remove afterwards, nothing if there was one before.
forbid_services() {
	[ -e /usr/sbin/policy-rc.d ] && return
	as_root sh -c 'printf "#!/bin/sh\nexit 101\n" >/usr/sbin/policy-rc.d &&
		chmod 755 /usr/sbin/policy-rc.d' &&
		echo /usr/sbin/policy-rc.d
}

apt_install() {
	as_root apt-get -q update || say 'the package lists are old'
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
		install --no-install-recommends "$@"
}

# Installs those of PACKAGE... that are missing; returns 1 if that failed.
# The system's package names are Debian's and Ubuntu's; elsewhere configure
# says what it misses.
install_packages() {
	command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
		return 0
	missing=$(missing_packages "$@")
	[ -n "$missing" ] || return 0
	by_hand="apt-get update && apt-get install -y"
	by_hand="$by_hand --no-install-recommends $missing"
	if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
		say "packages are missing and there is no sudo here;" \
			"as root, type: $by_hand"
		return 1
	fi
	say "installing $missing"
	policy=$(forbid_services)
	status=0
	# shellcheck disable=SC2086 # a list of words
	apt_install $missing || status=1
	[ -z "$policy" ] || as_root rm -f "$policy"
	case " $missing" in
	*' openssh-server '*)
		[ ! -d /run/systemd/system ] ||
			as_root systemctl disable ssh.service ssh.socket ;;
	esac
	[ $status -eq 0 ] || say "that failed; as root, type: $by_hand"
	return $status
}

install_build_packages() {
	# shellcheck disable=SC2086 # a list of words
	install_packages $build_packages || exit 2
}

# The files that configure and the Makefile are made from.
is_bootstrapped() {
	since=build/bootstrapped
	[ -f $since ] || since=configure
	[ -f configure ] && [ -f Makefile.in ] && [ -f config.h.in ] &&
		[ -f build-aux/tap-driver.sh ] && [ -f po/Makefile.in.in ] &&
		[ -z "$(find configure.ac Makefile.am src/local.mk \
			tests/local.mk man/local.mk data/local.mk \
			-newer $since)" ]
}

# Arguments go to autoreconf. In the tree.
bootstrap() {
	say 'making configure'
	quietly autoreconf -i "$@" || die_with_log autoreconf
	: >build/bootstrapped
}

# configure_tree FOLDER ARGUMENT...: makes FOLDER one that make can work in. A
# folder that was configured differently, in a tree that has moved since, or
# that cannot bring itself up to date is made anew.
configure_tree() {
	folder=$1
	shift
	is_bootstrapped || bootstrap
	if [ -f "$folder/configured" ] &&
		[ "$(cat "$folder/configured")" = "$top $*" ]; then
		quietly make -s -C "$folder" am--refresh && return
		bootstrap -f
	fi
	say "configuring $folder"
	rm -rf "$folder"
	mkdir -p "$folder"
	(cd "$folder" && quietly "$top/configure" -q "$@") || return
	echo "$top $*" >"$folder/configured"
}
