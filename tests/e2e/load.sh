# A large archive: the list can be used while it fills.

. "$srcdir/tests/e2e/lib.sh"
screen_need

tests/tools/gen-archive -n 4000 "$work/many" || exit 2

screen_start 80 24 --duplicates=show "$work/many"
screen_expect 'the first rows' '(19|20)[0-9][0-9]-[0-9][0-9]'
screen_keys Enter
screen_until_gone '•'
title=$(screen | grep -m 1 '[^ ]')
screen_until_gone loading
screen_expect 'all is loaded' 'of 4000'
tap_is 'the article that is open stays' "$(screen | grep -m 1 '[^ ]')" "$title"
screen_keys q G
screen_expect 'the last of them' '4000 of 4000'
screen_keys g g
screen_expect 'the first' '(^| )1 of 4000'
screen_keys q
screen_end 0 'it ends well'

# Leaving while it loads does not wait for the rest.
screen_start 80 24 --duplicates=show "$work/many" "$work/many" \
	"$work/many"
screen_wait '(19|20)[0-9][0-9]-[0-9][0-9]'
screen_keys q
screen_end 0 'q while it loads'
screen_start 80 24 --duplicates=show "$work/many" "$work/many" \
	"$work/many"
screen_wait '(19|20)[0-9][0-9]-[0-9][0-9]'
screen_resize 40 12
screen_keys j j G g g
screen_expect 'keys and sizes while it loads' 'of [0-9]*000'
screen_keys q
screen_end 0 'it ends, too'

e2e_done
