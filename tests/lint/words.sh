# The translations: nothing forgotten, nothing stale.

. "$srcdir/tests/tap.sh"
here=$(cd "$srcdir/tests/lint" && pwd)
cd "$srcdir" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

find src -name '*.[ch]' ! -path src/base/i18n.h \
	-exec awk -f "$here/strip.awk" {} + |
	LC_ALL=C grep -E '(^|[^A-Za-z0-9_])(_|N_|ngettext)\(' |
	cut -d : -f 1 | LC_ALL=C sort -u >"$work/marked"
grep -vE '^(#|$)' po/POTFILES.in | LC_ALL=C sort >"$work/listed"
tap_report 'po/POTFILES.in lists the files with messages' \
	"$(diff "$work/marked" "$work/listed")"
tap_is 'po/LINGUAS lists every translation' \
	"$(tr -s ' \n' '\n\n' <po/LINGUAS | sed '/^$/d' | LC_ALL=C sort)" \
	"$(cd po && ls -- *.po | sed 's/\.po$//' | LC_ALL=C sort)"

if ! command -v msgfmt >/dev/null || ! command -v xgettext >/dev/null; then
	tap_skip 'translations are complete' 'gettext is not installed'
	tap_done
	exit
fi

xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 \
	--files-from=po/POTFILES.in -o "$work/all.pot"
for language in $(cat po/LINGUAS); do
	tap_report "$language: msgfmt accepts it" \
		"$(msgfmt -c -o /dev/null "po/$language.po" 2>&1)"
	tap_report "$language: every message is translated" \
		"$(msgcmp "po/$language.po" "$work/all.pot" 2>&1)"
	tap_report "$language: no message is fuzzy or out of use" \
		"$(msgattrib --only-fuzzy "po/$language.po" 2>&1
		msgattrib --only-obsolete "po/$language.po" 2>&1)"
done

tap_done
