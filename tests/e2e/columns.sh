# Where a terminal puts the cursor after the clusters that terminals disagree
# about, and where newspane thinks it is.

. "$srcdir/tests/e2e/lib.sh"
screen_need

ask=$(pwd)/tests/tools/ask-columns

has_asked() {
	[ "$(tail -n 1 "$work/columns" 2>/dev/null)" = done ]
}

screen_run 80 24 "'$ask' '$work/columns'; exec sleep 1000"
wait_until has_asked
tap_is 'the terminal was asked' "$(tail -n 1 "$work/columns" 2>/dev/null)" done
for way in visual logical; do
	tap_report "$way: it takes as many columns as newspane counts" \
		"$(grep -a "^not ok $way" "$work/columns")"
	tap_is "$way: it was asked about all" \
		"$(grep -ac "^ok $way" "$work/columns")" \
		"$(grep -ac "ok $way" "$work/columns")"
done

e2e_done
