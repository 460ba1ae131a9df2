# Directory = layer: who may include whom, and which one sees which library.

. "$srcdir/tests/tap.sh"
cd "$srcdir/src" || exit 2

# "FILE:LINE: file" of every include that LAYER must not have.
wrong_includes() {
	grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' \
		--include='*.[ch]' "$1" |
	grep -vE "\"($2)/[a-z0-9_]+\\.[h]\""
}

model='model|text|base'
upper='layout|search|store|model|text|base'
while read -r layer allowed; do
	tap_report "$layer includes its own layer and lower ones only" \
		"$(wrong_includes "$layer" "$allowed")"
done <<END
base base
text text|base
model $model
search search|$model
store store|$model
layout layout|$model
cli cli|$upper
ui ui|$upper
END

tap_report 'every directory is a layer that is checked here' \
	"$(find . -mindepth 1 -type d | grep -vE \
		'^\./(base|text|model|search|store|layout|cli|ui)(/\.deps)?$')"

# only_in WHAT HEADERS FILES (patterns both): no other file includes these.
only_in() {
	tap_report "$1" "$(grep -rnE \
		"^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($2)[>\"]" \
		--include='*.[ch]' . | grep -vE "^\./($3):")"
}

only_in 'ncurses is seen by ui/term only' \
	'(ncursesw?/)?(n?curses|ncurses_dll|panel|menu|form|unctrl)\.h' \
	'ui/term[a-z_]*\.c'
only_in 'terminfo, whose macros take common names, is seen by one file' \
	'(ncursesw?/)?term\.h' 'ui/term_caps\.c'
only_in 'FriBidi is seen by layout/bidi only' 'fribidi.*' \
	'layout/bidi[a-z_]*\.c'
only_in 'SQLite is seen by store only' 'sqlite3.*' 'store/[a-z_]+\.c'
only_in 'libunistring is seen by text only' \
	'uni(str|lbrk|gbrk|wbrk|norm|case|width|ctype|conv|stdio|name|types)\.h' \
	'text/[a-z_]+\.[ch]'
only_in 'config.h is included by no header' 'config\.h' '.*\.c'
only_in 'gettext comes in by base/i18n.h only' 'libintl\.h|gettext\.h' \
	'base/i18n\.h|locale_setup\.c|main\.c'
only_in 'lower layers translate nothing' 'base/i18n\.h' \
	'(ui|cli)/[a-z_]+\.c|[a-z_]+\.c'
tap_report 'config.h is the first include of every .c' \
	"$(find . -name '*.c' | while read -r file; do
		grep -m 1 '#include' "$file" | grep -q '<config\.h>' ||
			echo "$file"
	done)"

tap_done
