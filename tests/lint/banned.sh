# Functions that must not be called, or only in one place.

. "$srcdir/tests/tap.sh"
here=$(cd "$srcdir/tests/lint" && pwd)
cd "$srcdir" || exit 2

code=$(find src tests -name '*.[ch]' -exec awk -f "$here/strip.awk" {} + |
	LC_ALL=C sort)

# banned WHY NAMES [EXCEPT]: calls of NAMES in files other than EXCEPT.
banned() {
	tap_report "$1" "$(printf '%s\n' "$code" |
		LC_ALL=C grep -E "(^|[^A-Za-z0-9_>.])($2)[[:space:]]*\\(" |
		grep -vE "^(${3:--}):")"
}

banned 'no function that cannot know the size of its target' \
	'strcpy|strcat|strncat|stpcpy|sprintf|vsprintf|gets|alloca'
banned 'no conversion that hides errors' 'atoi|atol|atoll|atof' \
	'tests/[^:]*'
banned 'nothing is executed' \
	'system|popen|exec[lv][pe]*|fexecve|fork|vfork|posix_spawnp?' \
	'tests/[^:]*'
banned 'no hidden static buffer' \
	'strtok|asctime|ctime|gmtime|localtime|tmpnam|tempnam|mktemp|readdir64'
banned 'the locale is set by main only' 'setlocale|newlocale|uselocale' \
	'src/(main|locale_setup)\.c|tests/[^:]*'
banned 'the archive is not mapped' mmap 'src/store/[^:]*'
banned 'memory comes from base/xalloc' \
	'malloc|calloc|realloc|reallocarray|strdup|strndup|v?asprintf' \
	'src/base/xalloc\.[ch]|tests/[^:]*'
banned 'lower layers print nothing' \
	'printf|vprintf|fprintf|vfprintf|puts|fputs|putchar|fputc|perror|fwrite' \
	'src/(cli|ui)/[^:]*|src/[a-z_]*\.[ch]|src/base/xalloc\.c|tests/[^:]*'
tap_report 'assertions stay in' \
	"$(printf '%s\n' "$code" | grep -w NDEBUG)"
tap_report 'no function is named like one of curses' \
	"$(printf '%s\n' "$code" | LC_ALL=C grep -E \
	'^src/[^:]*:[0-9]+:(move|clear|erase|refresh|echo|filter|meta|timeout|box|border|scroll|beep)[[:space:]]*\(')"
tap_report 'no .c file includes another' \
	"$(grep -rnE '^[[:space:]]*#[[:space:]]*include.*\.c[">]' \
		--include='*.[ch]' src tests)"

tap_done
