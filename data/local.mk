# The sample archive: written for newspane, 44 articles, in the shapes that
# exports leave behind.  Bytes matter here: edit no file with a tool that
# normalises text or line ends.  (V = vi/, E = en/, A = ar/; .txt left out)
#
#   headline first, byline last but one, sources last
#                            V/bau-cu-velmaria E/comet-kovarik-haddad
#                            A/manuscripts-return
#   no headline              V/lu-tra-van V/tin-van-le-hoi E/fog
#                            E/seed-library A/library-camel A/school-garden
#   glued " date ... "       V/bao-talvira V/gia-ca-phe E/seed-library
#                            A/ferry-talvira; after a headline:
#                            V/chung-ket-cup A/cup-final fa/yalda-bookshop
#   captions                 V/bao-talvira V/bau-cu-velmaria V/bao-tang-gom
#                            V/rung-ngap-man E/comet-kovarik-haddad
#                            A/manuscripts-return
#   Credited from, repeated paragraphs       E/ferry-talvira
#   repeated paragraphs      V/lu-tra-van A/port-expansion
#   By, bylines in Arabic    E/velmaria-runoff A/velmaria-president
#   sentence cut after a lone waw            A/ferry-talvira
#   Latin names in Arabic    A/velmaria-president A/ferry-talvira A/beekeepers
#   BOM at the start         V/bao-tang-gom E/tide-gauges A/port-expansion
#   BOM inside               V/rung-ngap-man E/tide-gauges A/port-expansion
#   CRLF                     V/tau-dem-hai-lam E/bread-prices A/dates-market
#   UTF-16LE, BOM and CRLF   V/cau-ben-da
#   entities                 V/gia-ca-phe E/bread-prices A/cup-final
#   NBSP                     V/bao-tang-gom E/tide-gauges A/beekeepers
#   blanks at both ends      V/chung-ket-cup E/lighthouse
#   all in one line          V/sao-choi-kovarik-haddad E/cup-final
#                            A/comet-kovarik-haddad
#   hard wrap, indented      V/thu-vien-thuyen E/night-train
#                            A/coastal-railway
#   byline and source glued  V/tau-dem-hai-lam E/lighthouse A/beekeepers
#   datelines                V/tau-dem-hai-lam V/cau-ben-da
#                            E/velmaria-runoff E/island-vote-count
#   decomposed letters       V/gia-ca-phe A/dates-market (marks out of order)
#   LRM, RLM, LRE..PDF       A/rain-forecast E/manuscripts-returned
#   presentation forms       A/booksellers-market
#   tatweel as a dash        A/manuscripts-return
#   exact duplicates         V/cho-noi = V/tinh/cho-noi
#                            E/seed-library = E/wire/seed-library
#   near duplicates          V/gia-ca-phe ~ V/gia-ca-phe-chieu
#                            A/dates-market ~ A/dates-market-update
#   one event, more tongues  velmaria, talvira, comet, cup (vi en ar),
#                            manuscripts (en ar)
#   other scripts            V/bao-tang-gom (Chinese)
#                            E/manuscripts-returned (Hebrew, Arabic)
#                            fa/yalda-bookshop (Persian)

# The words by which articles mark their parts.
dist_pkgdata_DATA = data/labels

samplevidir = $(pkgdatadir)/sample/vi
dist_samplevi_DATA = \
	data/sample/vi/bao-talvira.txt \
	data/sample/vi/bao-tang-gom.txt \
	data/sample/vi/bau-cu-velmaria.txt \
	data/sample/vi/cau-ben-da.txt \
	data/sample/vi/cho-noi.txt \
	data/sample/vi/chung-ket-cup.txt \
	data/sample/vi/gia-ca-phe-chieu.txt \
	data/sample/vi/gia-ca-phe.txt \
	data/sample/vi/lu-tra-van.txt \
	data/sample/vi/rung-ngap-man.txt \
	data/sample/vi/sao-choi-kovarik-haddad.txt \
	data/sample/vi/tau-dem-hai-lam.txt \
	data/sample/vi/thu-vien-thuyen.txt \
	data/sample/vi/tin-van-le-hoi.txt

samplevitinhdir = $(pkgdatadir)/sample/vi/tinh
dist_samplevitinh_DATA = \
	data/sample/vi/tinh/cho-noi.txt

sampleendir = $(pkgdatadir)/sample/en
dist_sampleen_DATA = \
	data/sample/en/bread-prices.txt \
	data/sample/en/comet-kovarik-haddad.txt \
	data/sample/en/cup-final.txt \
	data/sample/en/ferry-talvira.txt \
	data/sample/en/fog.txt \
	data/sample/en/harbour-otters.txt \
	data/sample/en/island-vote-count.txt \
	data/sample/en/lighthouse.txt \
	data/sample/en/manuscripts-returned.txt \
	data/sample/en/night-train.txt \
	data/sample/en/seed-library.txt \
	data/sample/en/tide-gauges.txt \
	data/sample/en/velmaria-runoff.txt

sampleenwiredir = $(pkgdatadir)/sample/en/wire
dist_sampleenwire_DATA = \
	data/sample/en/wire/seed-library.txt

sampleardir = $(pkgdatadir)/sample/ar
dist_samplear_DATA = \
	data/sample/ar/beekeepers.txt \
	data/sample/ar/booksellers-market.txt \
	data/sample/ar/coastal-railway.txt \
	data/sample/ar/comet-kovarik-haddad.txt \
	data/sample/ar/cup-final.txt \
	data/sample/ar/dates-market-update.txt \
	data/sample/ar/dates-market.txt \
	data/sample/ar/ferry-talvira.txt \
	data/sample/ar/library-camel.txt \
	data/sample/ar/manuscripts-return.txt \
	data/sample/ar/port-expansion.txt \
	data/sample/ar/rain-forecast.txt \
	data/sample/ar/school-garden.txt \
	data/sample/ar/velmaria-president.txt

samplefadir = $(pkgdatadir)/sample/fa
dist_samplefa_DATA = \
	data/sample/fa/yalda-bookshop.txt

bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = data/completions/bash/newspane
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = data/completions/zsh/_newspane
