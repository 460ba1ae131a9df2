#ifndef LAYOUT_TAILOR_WORDS_TABLE_H
#define LAYOUT_TAILOR_WORDS_TABLE_H

/*
 * The words of layout/tailor_words.h: lower case, composed, sorted by their
 * bytes. Letters that are words are here, too: "5 m", "p. 5", "Q. 1".
 */

#include <stddef.h>

#include "layout/tailor_words.h"

/* Units, magnitudes, currencies, months, times of day. */
static const char *const after_number[] = {
	"a.m", "acres", "aed", "am", "apr", "april", "aud", "aug", "august",
	"bbl", "billion", "bn", "bpm", "bst", "cad", "cents", "chf", "cm",
	"cm2", "cm3", "cm²", "cm³", "cny", "db", "dec", "december", "dm", "eur",
	"euro", "euros", "feb", "february", "fps", "ft", "g", "gb", "gbp",
	"gbps", "ghz", "giây", "giờ", "gmt", "gw", "gwh", "h", "ha", "hectares",
	"hp", "hundred", "hz", "inr", "jan", "january", "jpy", "jul", "july",
	"jun", "june", "kb", "kg", "khz", "km", "km2", "kmh", "kms", "km²",
	"kph", "krw", "kw", "kwh", "l", "lb", "lbs", "lít", "m", "m2", "m3",
	"mar", "march", "may", "mb", "mbps", "mg", "mhz", "mi", "milliarden",
	"milliards", "million", "millionen", "millions", "mio", "ml", "mm",
	"mm2", "mm²", "mn", "mph", "mrd", "mw", "mwh", "m²", "m³", "mét",
	"nghìn", "ngàn", "nov", "november", "oct", "october", "oz", "p.m",
	"pct", "per cent", "percent", "phút", "phần nghìn", "phần trăm", "pm",
	"pt", "px", "rpm", "sar", "sep", "sept", "september", "sgd", "t", "tb",
	"thb", "thousand", "tn", "tonnes", "tons", "trillion", "triệu", "tsd",
	"twh", "tạ", "tấn", "tỉ", "tỷ", "uhr", "usd", "utc", "vnd", "vnđ", "xu",
	"yd", "°c", "°f", "đ", "đồng", "độ", "г", "га", "кг", "км", "коп", "м",
	"мин", "млн", "млрд", "мм", "руб", "см", "т", "трлн", "тыс", "ч",
	"אחוז", "אחוזים", "אלף", "דולר", "מיליארד", "מיליון", "מ׳", "ק״ג",
	"ק״מ", "שקל", "שקלים", "آب", "آبان", "آذار", "آذر", "آلاف", "آوریل",
	"أبريل", "أطنان", "أغسطس", "أكتوبر", "ألف", "ألفا", "ألفاً", "أمتار",
	"أيار", "أيلول", "إبريل", "ارب", "اردیبهشت", "اسفند", "اوت", "اکتبر",
	"بالألف", "بالمئة", "بالمائة", "برميل", "بشکه", "بهمن", "تريليون",
	"تريليونات", "تریلیون", "تشرين", "تموز", "تن", "تومان", "تیر", "جنيه",
	"جنيها", "حزيران", "خرداد", "درجة", "درصد", "درهم", "درهما", "دسامبر",
	"دلار", "دولار", "دولارا", "دولارات", "دولاراً", "ديسمبر", "دينار",
	"دينارا", "دی", "رمضان", "روپے", "ريال", "ريالا", "ریال", "سانتی‌متر",
	"سبتمبر", "سم", "سپتامبر", "شباط", "شهریور", "شوال", "ص", "صباحا",
	"صباحاً", "طن", "طنا", "فبراير", "فروردین", "فوریه", "في الألف",
	"في المئة", "في المائة", "فیصد", "كانون", "كجم", "كغ", "كغم", "كلم",
	"كم", "كيلوغرام", "كيلوغراما", "كيلومتر", "كيلومترا", "لاکھ", "ليرة",
	"م", "م.ص", "مارس", "مايو", "متر", "مترا", "محرم", "مرداد", "مساء",
	"مساءً", "ملايين", "مليار", "مليارا", "مليارات", "ملياراً", "ملياري",
	"مليون", "مليونا", "مليوناً", "مليوني", "مه", "مهر", "ميغاواط", "مگاوات",
	"میلیارد", "میلیون", "میٹر", "نوامبر", "نوفمبر", "نيسان", "هزار",
	"هكتار", "هكتارا", "هکتار", "يناير", "يورو", "يوليو", "يونيو", "ژانویه",
	"ژوئن", "ژوئیه", "کروڑ", "کلومیٹر", "کیلو", "کیلومتر", "کیلوگرم", "گرم",
	"ہزار", "یورو",
};

/* What counts the number after it. */
static const char *const before_number[] = {
	"art", "aud", "ca", "cad", "ch", "cny", "eur", "fig", "figs", "gbp",
	"inr", "jpy", "krw", "no", "nos", "nr", "num", "p", "pp", "rm", "rs",
	"sec", "sgd", "thb", "tr", "usd", "v", "ver", "vnd", "vol", "vols",
	"абз", "гл", "рис", "ст", "стр", "رقم", "شماره", "ص",
};

/* Months, and short for them. */
static const char *const before_day[] = {
	"apr", "april", "aug", "august", "dec", "december", "feb", "february",
	"jan", "january", "jul", "july", "jun", "june", "mar", "march", "may",
	"nov", "november", "oct", "october", "sep", "sept", "september",
};

/* Titles, and what stands before the name of a place. */
static const char *const before_name[] = {
	"adm", "amb", "bs", "capt", "cmdr", "cn", "col", "cpl", "det", "dr",
	"dña", "fr", "ft", "gen", "gov", "gs", "h", "hon", "hr", "insp", "ks",
	"kts", "ls", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms",
	"mt", "mx", "nsnd", "nsưt", "p", "pgs", "pres", "prof", "q", "rep",
	"reps", "rev", "sec", "sen", "sens", "sgt", "sr", "sra", "srta", "st",
	"ste", "supt", "ths", "tp", "ts", "tt", "tx", "x", "đ", "г", "д", "им",
	"пл", "пр", "ул", "أ", "ا", "د", "م",
};

/* The last part of a host, where no path follows. */
static const char *const domain[] = {
	"ae", "app", "ar", "asia", "at", "au", "be", "biz", "br", "ca", "cat",
	"ch", "cn", "co", "com", "cz", "de", "dev", "dk", "edu", "eg", "es",
	"eu", "fi", "fr", "gov", "gr", "hk", "hu", "id", "ie", "il", "in",
	"info", "int", "io", "iq", "ir", "is", "it", "jo", "jp", "ke", "kr",
	"kw", "lb", "ly", "ma", "me", "mil", "mx", "my", "net", "news", "ng",
	"nl", "no", "nz", "om", "online", "org", "ph", "pk", "pl", "pro", "ps",
	"pt", "qa", "ro", "ru", "sa", "se", "sg", "sy", "th", "tn", "tr", "tv",
	"tw", "ua", "uk", "us", "vn", "xyz", "ye", "za",
};

static const struct {
	const char *const *at;
	size_t count;
} word_lists[] = {
	[WORDS_AFTER_NUMBER] = { after_number,
		sizeof(after_number) / sizeof(*after_number) },
	[WORDS_BEFORE_NUMBER] = { before_number,
		sizeof(before_number) / sizeof(*before_number) },
	[WORDS_BEFORE_DAY] = { before_day,
		sizeof(before_day) / sizeof(*before_day) },
	[WORDS_BEFORE_NAME] = { before_name,
		sizeof(before_name) / sizeof(*before_name) },
	[WORDS_DOMAIN] = { domain, sizeof(domain) / sizeof(*domain) },
};

#endif
