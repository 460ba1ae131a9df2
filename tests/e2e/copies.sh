# Copies of articles, in the list and in JSON.

. "$srcdir/tests/e2e/lib.sh"
screen_need

archive=$work/archive
mkdir "$archive"
story() {
	cat <<END_OF_STORY
Lamps for the new pier

2024-03-0$1

The ferry to the islands will leave an hour later from next week, because the
new pier is still without lamps. The captain does not want to look for it in
the $2 with a hundred people on board, and the harbour office agrees: nobody is
in such a hurry, it said, that an hour would matter much in winter.
END_OF_STORY
}
story 4 dark >"$archive/a.txt"
story 4 dark | tr '\n' ' ' >"$archive/b.txt"
story 4 fog >"$archive/c.txt"
printf 'Rain\n\n2024-03-05\n\nIt rained on the lake.\n' >"$archive/d.txt"

"$newspane" --list "$archive" >"$work/list"
tap_is 'a list names every copy' "$(wc -l <"$work/list" | tr -d ' ')" 4
"$newspane" --list --json "$archive" >"$work/json"
id=$(sed -n 's/^{"id":"\([0-9a-f]*\)",.*a\.txt.*/\1/p' "$work/json")
# copy FILE: the id of the article that it is a copy of, and how much it is.
copy() {
	sed -n "/$1/"'s/.*"duplicate_of":\(.*\),"similarity":\(.*\)}$/\1 \2/p' \
		"$work/json"
}
tap_is 'json: the first is no copy' "$(copy a.txt)" 'null null'
tap_is 'json: an exact copy' "$(copy b.txt)" "\"$id\" 1"
tap_is 'json: a near one' "$(copy c.txt)" "\"$id\" 0.98"
tap_is 'json: another article' "$(copy d.txt)" 'null null'

screen_start 100 24 "$archive"
screen_expect 'the list has one row for all copies' '×3 Lamps'
screen_expect 'and counts rows' '1 of 2'
screen_type jx
screen_expect 'x unfolds them' '2 of 4'
screen_type x
screen_expect 'and folds them' '2 of 2'
screen_type =
screen_expect 'the details count them' 'exact: 1, near: 1'
screen_expect 'and say how alike they are' '98%.*c.txt'
screen_type =
screen_keys q
screen_end 0 'and is left'

screen_start 100 24 --duplicates=show "$archive"
screen_expect '--duplicates=show has a row for each' '1 of 4'
screen_keys q
screen_end 0 'and is left'

e2e_done
