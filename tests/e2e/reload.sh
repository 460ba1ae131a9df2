# A tree that changes while somebody reads it: r takes in what did.

. "$srcdir/tests/e2e/lib.sh"
screen_need

# write NAME DATE TITLE WORDS
write() {
	printf '%s\n\ndate %s The boats are in the harbour. %s\n' \
		"$3" "$2" "$4" >"$work/tree/$1"
}

mkdir "$work/tree"
write a 2025-03-05 'Alpha' 'The first word of it was apple.'
write b 2025-03-04 'Beta' 'The first word of it was banana.'
write c 2025-03-03 'Gamma' 'The first word of it was cherry.'

screen_start 80 24 "$work/tree"
screen_expect 'three articles' '1 of 3'
screen_keys j Enter
screen_expect 'the second one' 'banana'

write d 2025-03-06 'Delta' 'The first word of it was date.'
write b 2025-03-04 'Beta' 'The first word of it was blueberry.'
screen_keys r
screen_expect 'what was found is said' 'New: 1; changed: 1; gone: 0'
screen_expect 'the open article is what its file is now' 'blueberry'
screen_keys q l
screen_expect 'it is still the selected one' '3 of 4'

rm "$work/tree/b"
screen_keys r
screen_expect 'a file is gone' 'New: 0; changed: 0; gone: 1'
screen_keys l
screen_expect 'its neighbour is selected' '3 of 3'
screen_keys !
screen_expect 'the problems name it' 'tree/b: is not there any more'
screen_keys q r
screen_expect 'nothing to take in' 'Nothing has changed'

# Under a filter, and with a mark on what changes.
screen_keys g g f
screen_type 'cherry'
screen_keys Enter
screen_expect 'the filter finds one' '1 of 1'
write e 2025-03-07 'Epsilon' 'A cherry, too.'
screen_keys r
screen_expect 'it is found' 'New: 1'
screen_keys l
screen_expect 'and the new one' 'of 2'
rm "$work/tree/c"
screen_keys r
screen_expect 'it is gone' 'gone: 1'
screen_expect 'the other one is open' 'A cherry, too'
screen_keys l
screen_expect 'and the old one no more' 'of 1'
screen_escape
screen_expect 'the rest is there' 'of 3'
screen_keys q
screen_end 0 'it ends well'

e2e_done
