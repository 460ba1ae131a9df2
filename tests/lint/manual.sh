# The manual pages and the completions: well formed, and complete against the
# program's tables.

. "$srcdir/tests/tap.sh"
cd "$srcdir" || exit 2
page=man/newspane.1
config_page=man/newspane.5

if ! command -v mandoc >/dev/null; then
	tap_skip_all 'mandoc is not installed'
fi
tap_report 'mandoc finds nothing wrong' \
	"$(mandoc -T lint -W warning $page $config_page 2>&1)"

# Bold and underline are made with backspaces.
show() {
	mandoc -T utf8 -O width=78 "$1" | sed "s/.$(printf '\b')//g"
}
text=$(show $page)
config_text=$(show $config_page)
section() {
	printf '%s\n' "$text" | awk -v name="$1" '
	/^[^ ]/ { is_in = ($0 == name) }
	is_in'
}

# The long names in the option table: second strings of its rows.
options=$(sed -n '/ option_table\[\]/,/^};/s/^.*{ [^"]*, "\([a-z-]*\)",.*/\1/p' \
	src/options.c)
# "NAME WORD..." of the table of settings, with the words that it takes.
settings=$(awk '
	/^static const struct choice / { table = $5; sub(/\[.*/, "", table) }
	/^} settings\[\]/ { table = "settings" }
	/^};/ { table = "" }
	table && /^\t[{] "/ {
		gsub(/[{}",]/, "")
		if (table == "settings")
			print $1 words[$2]
		else
			words[table] = words[table] " " $1
	}' src/settings.c)
# "NAME KEY..." of the command table.
commands=$(sed -n '/ commands\[COMMAND_COUNT\]/,/^};/s/^.* = { "\([a-z-]*\)", "\(.*\)",$/\1 \2/p' \
	src/ui/command.c)

tap_is 'the tables were found' \
	"$([ "$(echo "$options" | wc -l)" -gt 10 ] && echo "$options" |
		grep -x restricted
	[ "$(echo "$commands" | wc -l)" -gt 30 ] && echo "$commands" |
		grep -x 'go-to-mark .*'
	[ "$(echo "$settings" | wc -l)" -gt 8 ] && echo "$settings" |
		grep -x 'harakat .*')" \
	"restricted
go-to-mark '
harakat shown hidden"

missing_options() {
	for option in $options; do
		printf '%s\n' "$text" |
			grep -qE "(^|[^a-z-])--$option([^a-z-]|\$)" ||
			echo "--$option"
	done
}

# A key stands for itself, between blanks, commas or brackets.
missing_keys() {
	keys=$(section KEYS | tr ', ' '\n\n' |
		sed 's/^[(]//; s/[).]$//' | LC_ALL=C sort -u)
	echo "$commands" | while read -r name row; do
		set -f
		for key in $row; do
			printf '%s\n' "$keys" | grep -qxF -e "$key" ||
				echo "$name: $key"
		done
	done
}

uncompleted_options() {
	for option in $options; do
		for shell in bash/newspane zsh/_newspane; do
			grep -qE -e "--$option([^a-z-]|\$)" \
				"data/completions/$shell" ||
				echo "$shell: --$option"
		done
	done
}

has_word() {
	grep -qE -e "(^|[^a-z-])$1([^a-z-]|\$)"
}

# The config file takes each setting, and some that are no choice of words.
missing_settings() {
	printf '%s\n' archive width memory "$settings" |
	while read -r name words; do
		for word in $name $words; do
			printf '%s\n' "$config_text" | has_word "$word" ||
				echo "$name: $word"
		done
		for shell in bash/newspane zsh/_newspane; do
			for word in $words; do
				grep -e "--$name" "data/completions/$shell" |
					has_word "$word" ||
					echo "$shell: $name: $word"
			done
		done
	done
}

tap_report 'every setting is described and completed with its values' \
	"$(missing_settings)"
tap_report 'every option is described' "$(missing_options)"
tap_report 'every option is completed' "$(uncompleted_options)"
tap_report 'every command is described with its keys' "$(missing_keys)"

tap_done
