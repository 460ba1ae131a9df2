# C files -> "FILE:LINE:CODE" with comments taken out and strings emptied, so
# that a search finds code only.

FNR == 1 { in_comment = 0 }

{
	rest = $0
	code = ""
	while (rest != "") {
		if (in_comment) {
			at = index(rest, "*/")
			if (at == 0)
				break
			in_comment = 0
			rest = substr(rest, at + 2)
			continue
		}
		if (match(rest, /^[^"'\/]+/)) {
			code = code substr(rest, 1, RLENGTH)
		} else if (match(rest, /^"([^"\\]|\\.)*"/)) {
			code = code "\"\""
		} else if (match(rest, /^'([^'\\]|\\.)*'/)) {
			code = code "0"
		} else if (substr(rest, 1, 2) == "/*") {
			in_comment = 1
			RLENGTH = 2
		} else if (substr(rest, 1, 2) == "//") {
			break
		} else {
			code = code substr(rest, 1, 1)
			RLENGTH = 1
		}
		rest = substr(rest, RLENGTH + 1)
	}
	if (code ~ /[^ \t]/)
		print FILENAME ":" FNR ":" code
}
