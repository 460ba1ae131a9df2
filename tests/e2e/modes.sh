# newspane without a screen: what it writes, where, and its exit status.

. "$srcdir/tests/e2e/lib.sh"

# The archive of this test. Octal where a composed letter matters.
archive=$work/archive
mkdir "$archive" "$archive/sub"
cat >"$archive/older.txt" <<'END'
Two pumps are enough

2024-02-10
The second pump went into service on Monday. The third is not needed.
END
cat >"$archive/sub/newer.txt" <<'END'
Two boats are too many

2024-03-01
The second boat stays in the harbour until the ice is gone.
END
# "Duong pho", with its marks: "The street is wet"
printf '\304\220\306\260\341\273\235ng ph\341\273\221 \306\260\341\273\233t\n\n' \
	>"$archive/street.txt"
printf 'M\306\260a su\341\273\221t \304\221\303\252m trong th\303\240nh ph\341\273\221.\n' \
	>>"$archive/street.txt"

# run WANTED-STATUS ARGUMENT...: the result stands in out, errors, status.
run() {
	want=$1
	shift
	$as_nobody "$newspane" "$@" >"$work/out" 2>"$work/errors" </dev/null
	status=$?
	[ $status -eq "$want" ] && return
	tap_comment "$* -> status $status, not $want"
	return 1
}

out() {
	cat "$work/out"
}

# One line on standard error that begins with the program's name.
errors_like() {
	if [ "$(wc -l <"$work/errors")" -eq 1 ] &&
		grep -qE "^newspane: .*$1" "$work/errors"; then
		return
	fi
	tap_comment "standard error: $(cat "$work/errors")"
	return 1
}

# A case that is one condition after the other.
holds() {
	holds_name=$1
	shift
	if "$@"; then
		tap_report "$holds_name" ''
	else
		tap_report "$holds_name" "failed: $*
status $status
out: $(head -c 2000 "$work/out")
errors: $(head -c 2000 "$work/errors")"
	fi
}

silent() {
	[ ! -s "$work/errors" ]
}

listed() {
	run 0 --list "$archive" && silent
}
holds 'list: ends well and says nothing' listed
tap_is 'list: five fields, newest first, undated last' \
	"$(awk -F '\t' 'NF == 5 && length($1) == 16 { print $2 "|" $3 "|" $4 }' \
		"$work/out")" \
	"2024-03-01|en|Two boats are too many
2024-02-10|en|Two pumps are enough
|vi|$(printf '\304\220\306\260\341\273\235ng ph\341\273\221 \306\260\341\273\233t')"
tap_is 'list: paths as opened' "$(cut -f 5 "$work/out" | head -n 1)" \
	"$archive/sub/newer.txt"

found() {
	run 0 --list --search="$1" "$archive" && silent &&
		[ "$(wc -l <"$work/out")" -eq "$2" ]
}
holds 'search: without a mark' found 'duong pho uot' 1
holds 'search: an upper-case letter' found 'SECOND' 2
not_found() {
	run 1 --list --search="$1" "$archive" && silent && [ ! -s "$work/out" ]
}
holds 'search: a mark that is not there; status 1' \
	not_found "$(printf 's\303\253cond')"
counts() {
	run 0 --count --search=second "$archive" && [ "$(out)" = 2 ]
}
holds 'count: a number' counts
counts_none() {
	run 1 --count --search=nowhere "$archive" && [ "$(out)" = 0 ] && silent
}
holds 'count: 0 and status 1' counts_none

printed() {
	run 0 --print --width=20 "$archive/older.txt" && silent &&
		grep -q 'Two pumps' "$work/out" &&
		[ -z "$(LC_ALL=C awk 'length($0) > 20' "$work/out")" ]
}
holds 'print: at the width that was asked for' printed
raw() {
	run 0 --print --raw --width=200 "$archive/older.txt" &&
		cmp "$work/out" "$archive/older.txt"
}
holds 'print: raw is the text as stored' raw

# How an article looks. The archive has lines without a number or a mark of
# its own, so here is one with both.
looks=$work/looks.txt
{
	printf 'Looks\n\n\330\250 2024 \330\250\n\n'
	printf 'In 2024 the ferry made 17 turns more than in the years '
	printf 'before, and no one on the quay was left behind by it.\n\n'
	# beh with fatha; an override that turns "abc" around
	printf 'beh \330\250\331\216, \342\200\256abc\342\200\254.\n'
} >"$looks"
shown() {
	run 0 --print --width=40 "$@" "$looks" && silent
}
# Of the paragraph: its lines but the last are as wide as the measure.
is_filled() {
	sed -n '/^In /,/^$/p' "$work/out" | sed '/^$/d' | sed '$d' |
		awk 'length($0) != 40 { bad = 1 } END { exit bad || NR < 2 }'
}
filled() {
	shown "$@" && is_filled
}
unfilled() {
	shown "$@" && ! is_filled
}
holds 'justify: lines are as wide as the measure' filled --justify
holds 'justify: only where it is asked for' unfilled
holds 'justify: not raw text' unfilled --justify --raw
holds 'justify: the last word counts' unfilled --justify --justify=no
even() {
	shown --width=25 --even && mv "$work/out" "$work/even" &&
		shown --width=25 &&
		! cmp -s "$work/out" "$work/even" &&
		[ "$(tr -s ' \n' '\n\n' <"$work/out")" = \
		"$(tr -s ' \n' '\n\n' <"$work/even")" ]
}
holds 'even: other lines, the same words' even
# has TEXT ARGUMENT...: TEXT, of octal letters, is printed.
has() {
	text=$(printf "$1")
	shift
	shown "$@" && grep -qF -e "$text" "$work/out"
}
has_not() {
	text=$(printf "$1")
	shift
	shown "$@" && ! grep -qF -e "$text" "$work/out"
}
beh='\330\250'
holds 'digits: as written' has "$beh 2024 $beh"
holds 'digits: Arabic' has "$beh \331\242\331\240\331\242\331\244 $beh" \
	--digits=arabic
holds 'digits: Persian' has "$beh \333\262\333\260\333\262\333\264 $beh" \
	--digits=persian
holds 'digits: European in English text' has 'In 2024 ' --digits=persian
holds 'digits: not of raw text' has "$beh 2024 $beh" --digits=persian --raw
holds 'harakat: shown' has '\331\216'
holds 'harakat: hidden' has_not '\331\216' --harakat=hidden
holds 'harakat: not of raw text' has '\331\216' --harakat=hidden --raw
holds 'controls: unseen' has_not 'RLO'
holds 'controls: shown' has 'RLO' --show-controls
holds 'controls: not of raw text' has_not 'RLO' --show-controls --raw
same_list() {
	run 0 --list --digits=persian --harakat=hidden --justify \
		--show-controls --ambiguous=wide "$looks" &&
		mv "$work/out" "$work/list" && run 0 --list "$looks" &&
		cmp "$work/out" "$work/list"
}
holds 'a list is data: its looks are left alone' same_list
mkdir -p "$work/config/newspane"
configured() {
	printf '%s\n' "$1" >"$work/config/newspane/config"
	shift
	XDG_CONFIG_HOME=$work/config "$newspane" --print --width=40 "$@" \
		"$looks" >"$work/out" 2>"$work/errors"
}
same_as() {
	same_line=$1
	shift
	shown "$@" && mv "$work/out" "$work/wanted" &&
		configured "$same_line" && silent &&
		cmp "$work/out" "$work/wanted"
}
holds 'config: justify' same_as 'justify = yes' --justify
holds 'config: even' same_as 'even = yes' --even
holds 'config: digits' same_as 'digits = arabic' --digits=arabic
holds 'config: harakat' same_as 'harakat = hidden' --harakat=hidden
holds 'config: controls' same_as 'show-controls = yes' --show-controls
holds 'config: duplicates' same_as 'duplicates = show' --duplicates=show
holds 'config: ambiguous' same_as 'ambiguous = wide' --ambiguous=wide
overridden() {
	shown && mv "$work/out" "$work/wanted" &&
		configured 'justify = yes' --justify=no && silent &&
		cmp "$work/out" "$work/wanted"
}
holds 'config: an option takes precedence' overridden
for line in 'digits = roman' 'justify = maybe' 'harakat = some' 'even' \
	'show-controls = 1' 'ambiguous = 2' 'calibrate = yes'; do
	refused() {
		configured "$(printf '# one\n%s' "$line")" &&
			errors_like 'config:2: '
	}
	holds "config: '$line' is named by its line" refused
done
# CONFIG-LINE WORDS: what is wrong with it.
says_wrong() {
	configured "$1" && errors_like "config:1: $2"
}
holds 'config: which words there are' says_wrong 'digits = roman' \
	'digits: roman .* takes as-written, european, arabic, persian$'
holds 'config: what a size is' says_wrong 'memory = lots' \
	'memory: lots .* 500M or 4G$'
holds 'config: no such setting' says_wrong 'widht = 5' 'widht: there is no'
holds 'config: no setting at all' says_wrong 'nonsense' '.*NAME = VALUE'

# LINE OPTION...: --list with that for the user's labels.
labelled() {
	printf '# of our own\n%s\n' "$1" >"$work/config/newspane/labels"
	shift
	XDG_CONFIG_HOME=$work/config "$newspane" --list --json "$@" \
		"$work/labelled.txt" >"$work/out" 2>"$work/errors"
}
printf 'Boats\n\nOur man: Ann Lee\n\nThe boats stayed in all day.\n' \
	>"$work/labelled.txt"
rm -f "$work/config/newspane/config"
added() {
	labelled 'byline en Our man:' && silent &&
		grep -q '"byline":\["Ann Lee"\]' "$work/out"
}
holds 'labels: those of the user are added' added
unread() {
	labelled 'byline en Our man:' --restricted && silent &&
		grep -q '"byline":\[\]' "$work/out"
}
holds 'labels: not with --restricted' unread
misread() {
	labelled 'nonsense en Our man:' &&
		errors_like '.*/newspane/labels: line 2 '
}
holds 'labels: a bad line is named' misread
rm -f "$work/config/newspane/labels"

# WORDS OPTION...: the line that refuses them says that.
says() {
	says_what=$1
	shift
	run 2 "$@" && [ ! -s "$work/out" ] && errors_like "$says_what"
}
holds 'memory: what a size is' says 'memory: nonsense .* 500M or 4G$' \
	--memory=nonsense "$archive"
holds 'shape: which words there are' says 'shape: x .* takes auto, on, off$' \
	--shape=x "$archive"
holds 'list and print exclude each other' \
	says '--list and --print exclude' -l -p "$archive"
holds 'an archive without a name' says 'ARCHIVE is the empty word' -l ''

if perl -MJSON::PP -e 1 2>/dev/null; then
	json_filled() {
		run 0 --print --json --justify --width=40 "$looks" &&
			perl -MJSON::PP -ne '
			my @l = grep { length == 40 }
				@{decode_json($_)->{lines}};
			exit(@l >= 2 ? 0 : 1)' "$work/out"
	}
	holds 'json: the lines are filled, too' json_filled
	json_valid() {
		run 0 "$@" --json "$archive" && perl -MJSON::PP -ne '
			my $o = decode_json($_);
			for (qw(id path date language direction title label
				byline sources captions paragraphs words bytes
				encoding repeats duplicate_of similarity)) {
				die "no $_" unless exists $o->{$_};
			}
			$n++; END { exit($n == 3 ? 0 : 1) }' "$work/out"
	}
	holds 'json: three whole objects of a list' json_valid --list
	holds 'json: three whole objects of a print' json_valid --print
	# The offsets are bytes of the text, which --print hands out.
	json_matches() {
		run 0 --print --json --search=duong "$archive" &&
			perl -MJSON::PP -MEncode -ne '
			my $o = decode_json($_);
			my $m = $o->{matches}[0];
			my $t = encode("UTF-8", $o->{text});
			print substr($t, $m->{start}, $m->{end} - $m->{start});
			' "$work/out" >"$work/match" &&
			[ "$(cat "$work/match")" = "$(printf \
			'\304\220\306\260\341\273\235ng')" ]
	}
	holds 'json: matches count in bytes of the text' json_matches
else
	tap_skip 'json' 'perl has no JSON::PP'
fi

standard_input() {
	"$newspane" --list - <"$archive/older.txt" >"$work/out" \
		2>"$work/errors" && [ "$(cut -f 4 "$work/out")" = \
		'Two pumps are enough' ] && silent
}
holds 'standard input is an article' standard_input
from_environment() {
	NEWSPANE_ARCHIVE=$archive/older.txt "$newspane" --list \
		>"$work/out" 2>"$work/errors" &&
		[ "$(wc -l <"$work/out")" -eq 1 ] && silent
}
holds 'NEWSPANE_ARCHIVE is the archive where none is named' from_environment
the_sample() {
	run 0 --list && [ "$(wc -l <"$work/out")" -ge 30 ] && silent
}
holds 'the sample archive is the last resort' the_sample

missing() {
	run 2 --list "$work/missing" && errors_like missing && [ ! -s "$work/out" ]
}
holds 'a missing archive: one line, status 2' missing
one_missing() {
	run 3 --list "$archive" "$work/missing" && errors_like missing &&
		[ "$(wc -l <"$work/out")" -eq 3 ]
}
holds 'one of two missing: the other is served, status 3' one_missing
beats_no_match() {
	run 3 --list --search=nowhere "$archive" "$work/missing" &&
		errors_like missing
}
holds 'status 3 wins over 1' beats_no_match
mkdir "$work/empty"
nothing() {
	run 2 --list "$work/empty" && errors_like empty
}
holds 'nothing to read: one line, status 2' nothing

# Root can read everything, so for once it is nobody.
as_nobody=
if [ "$(id -u)" -eq 0 ]; then
	as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chmod 755 "$work"
fi
if $as_nobody test -r "$newspane" 2>/dev/null; then
	unreadable() {
		cp -r "$archive" "$work/closed" &&
			chmod 0 "$work/closed/street.txt" &&
			run 3 --list "$work/closed" && errors_like street.txt
	}
	holds 'an unreadable file: one line, status 3' unreadable
else
	tap_skip 'an unreadable file' 'nobody cannot run newspane here'
fi
as_nobody=

usage() {
	run 2 "$@" && [ ! -s "$work/out" ] && errors_like .
}
holds 'an unknown option' usage --colour
holds 'an unknown letter' usage -Z
holds 'a value missing' usage --search
holds 'a senseless width' usage --width=none "$archive"
holds 'digits of no kind' usage --print --digits=roman "$archive"
holds 'harakat of no kind' usage --print --harakat= "$archive"
holds 'neither yes nor no' usage --print --justify=maybe "$archive"
holds 'a width of no kind' usage --ambiguous=2 "$archive"
holds '--calibrate of a list' usage --list --calibrate "$archive"
holds '--calibrate with a value' usage --calibrate=yes "$archive"
holds '--json alone' usage --json "$archive"
holds '--count without a query' usage --count "$archive"
holds 'an empty query' usage --list --search= "$archive"
counted() {
	run 0 --list --count --search=second "$archive" &&
		[ "$(cat "$work/out")" = 2 ] &&
		run 0 --count --list --search=second "$archive" &&
		[ "$(cat "$work/out")" = 2 ]
}
holds '--count counts, whatever stands beside it' counted
no_input() {
	timeout 20 "$newspane" --list - <&- >"$work/out" 2>"$work/errors"
	[ $? -eq 2 ] && errors_like 'Bad file'
}
no_output() {
	"$newspane" --version >&- 2>"$work/errors"
	[ $? -eq 2 ] && errors_like output
}
holds 'standard output that is closed' no_output
names_it() {
	run 2 "$archive" "$@" && errors_like "$refused"
}
refused=--bogus
holds 'a wrong option behind a path is what is named' names_it --bogus
refused=-s
holds 'and one without its value' names_it -s
refused=-l
holds 'and one of letters that are not ASCII' names_it -lé
holds 'a query of blanks' usage --list --search='  ' "$archive"
holds '--count is no JSON' usage --count --json --search=x "$archive"
holds 'standard input that is closed' no_input
full_help() {
	"$newspane" --help >/dev/full 2>"$work/errors"
	[ $? -eq 2 ] && errors_like output
}
holds 'help that cannot be written' full_help
odd_path() {
	mkdir "$work/odd" && cp "$archive/street.txt" \
		"$work/odd/$(printf 'a\033b').txt" &&
		run 0 --list --json "$work/odd" &&
		grep -q '"path_hex":"[0-9a-f]*611b622e747874"' "$work/out"
}
holds 'a path with a control is whole in path_hex' odd_path
helped() {
	run 0 --help && grep -q -e --search "$work/out" && silent &&
		run 0 --version && grep -q '^newspane [0-9]' "$work/out" && silent
}
holds 'help and version' helped
narrow_help() {
	run 0 --help && [ -z "$(LC_ALL=C awk 'length($0) > 79' "$work/out")" ]
}
holds 'help has lines of at most 79 columns' narrow_help
same_letters() {
	"$newspane" -ls second "$archive" >"$work/short" &&
		run 0 --list --search=second "$archive" &&
		cmp "$work/out" "$work/short"
}
holds 'letters are the same options' same_letters

# The writer goes on when the reader is gone.
closed_pipe() {
	{ "$newspane" --print "$sample" "$sample" "$sample" 2>"$work/errors"
	echo $? >"$work/status"; } | head -n 1 >"$work/out"
	status=$(cat "$work/status")
	# 141: the shell's word for SIGPIPE.
	{ [ "$status" -eq 0 ] || [ "$status" -eq 141 ]; } && silent
}
holds 'a closed pipe ends it quietly' closed_pipe
full_device() {
	"$newspane" --list "$archive" >/dev/full 2>"$work/errors"
	status=$?
	[ $status -eq 2 ] && errors_like .
}
holds 'a full device: one line, status 2' full_device

no_terminal() {
	run 2 "$archive" && errors_like terminal
}
holds 'no terminal: one line, status 2' no_terminal

no_calibration() {
	run 2 --calibrate "$archive" && errors_like 'terminal' &&
		grep -q calibrate "$work/errors" && [ ! -s "$work/out" ]
}
holds '--calibrate without a terminal' no_calibration

# Locales: C, POSIX and one that this machine lacks go on with C.UTF-8.
street=$(printf '\306\260\341\273\233t')
in_locale() {
	env -u LC_ALL "$@" "$newspane" --list "$archive" >"$work/out" \
		2>"$work/errors" && grep -q "$street" "$work/out" && silent
}
holds 'no locale' in_locale -u LANG
holds 'the C locale' in_locale LC_ALL=C
holds 'the POSIX locale' in_locale LC_ALL=POSIX
holds 'a locale that is missing' in_locale LC_ALL=xx_XX.UTF-8
holds 'LANG alone is missing' in_locale LANG=xx_XX.UTF-8
if [ -f "$NEWSPANE_LOCALEDIR/vi/LC_MESSAGES/newspane.mo" ]; then
	speaks() {
		LANGUAGE=vi "$newspane" --help >"$work/vi" &&
			run 0 --help && ! cmp -s "$work/vi" "$work/out" &&
			LC_ALL=vi_VN.UTF-8 "$newspane" --help >"$work/out" &&
			cmp "$work/vi" "$work/out" &&
			LC_ALL=vi_VN.UTF-8 LANGUAGE=en "$newspane" --help \
				>"$work/out" && ! cmp -s "$work/vi" "$work/out"
	}
	holds 'the language comes from the name of the locale' speaks
fi
if localedef --no-archive -i en_US -f ISO-8859-1 "$work/en_US.ISO-8859-1" \
	>/dev/null 2>&1; then
	not_utf8() {
		LOCPATH=$work LC_ALL=en_US.ISO-8859-1 "$newspane" --list \
			"$archive" >"$work/out" 2>"$work/errors"
		status=$?
		[ $status -eq 2 ] && errors_like UTF-8 && [ ! -s "$work/out" ]
	}
	holds 'a locale that is not UTF-8 is refused' not_utf8
else
	tap_skip 'a locale that is not UTF-8' 'localedef cannot make one here'
fi

e2e_done
