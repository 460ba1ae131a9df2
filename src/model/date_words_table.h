#ifndef MODEL_DATE_WORDS_TABLE_H
#define MODEL_DATE_WORDS_TABLE_H

/*
 * The words of model/date_words.h. Those of several words stand before those
 * that they begin with.
 */

#include "model/date.h"
#include "model/date_words.h"

static const struct date_word words_month[] = {
	{ "january", 1 }, { "february", 2 }, { "march", 3 }, { "april", 4 },
	{ "may", 5 }, { "june", 6 }, { "july", 7 }, { "august", 8 },
	{ "september", 9 }, { "october", 10 }, { "november", 11 },
	{ "december", 12 },
	{ "jan", 1 }, { "feb", 2 }, { "mar", 3 }, { "apr", 4 }, { "jun", 6 },
	{ "jul", 7 }, { "aug", 8 }, { "sept", 9 }, { "sep", 9 }, { "oct", 10 },
	{ "nov", 11 }, { "dec", 12 },
	/* Egypt, the Gulf, agencies */
	{ "يناير", 1 }, { "فبراير", 2 }, { "مارس", 3 }, { "ابريل", 4 },
	{ "مايو", 5 }, { "يونيو", 6 }, { "يونيه", 6 }, { "يوليو", 7 },
	{ "يوليه", 7 }, { "اغسطس", 8 }, { "سبتمبر", 9 }, { "اكتوبر", 10 },
	{ "نوفمبر", 11 }, { "ديسمبر", 12 },
	/* the Levant, Iraq */
	{ "كانون الثاني", 1 }, { "شباط", 2 }, { "اذار", 3 }, { "نيسان", 4 },
	{ "ايار", 5 }, { "حزيران", 6 }, { "تموز", 7 }, { "اب", 8 },
	{ "ايلول", 9 }, { "تشرين الاول", 10 }, { "تشرين الثاني", 11 },
	{ "كانون الاول", 12 },
	/* Algeria, Tunisia */
	{ "جانفي", 1 }, { "فيفري", 2 }, { "افريل", 4 }, { "ماي", 5 },
	{ "جوان", 6 }, { "جويليه", 7 }, { "اوت", 8 },
	/* Morocco, Mauritania */
	{ "يوليوز", 7 }, { "غشت", 8 }, { "شتنبر", 9 }, { "شتمبر", 9 },
	{ "نونبر", 11 }, { "دجنبر", 12 }, { "دجمبر", 12 },
	/* Persian */
	{ "ژانويه", 1 }, { "فوريه", 2 }, { "اوريل", 4 }, { "مه", 5 },
	{ "ژوين", 6 }, { "ژوييه", 7 }, { "جولاي", 7 }, { "سپتامبر", 9 },
	{ "اكتبر", 10 }, { "نوامبر", 11 }, { "دسامبر", 12 },
	/* Urdu */
	{ "جنوري", 1 }, { "فروري", 2 }, { "مارچ", 3 }, { "اپريل", 4 },
	{ "ميي", 5 }, { "جون", 6 }, { "جولايي", 7 }, { "اگست", 8 },
	{ "ستمبر", 9 }, { "نومبر", 11 }, { "دسمبر", 12 },
};

static const struct date_word words_month_vi[] = {
	{ "muoi mot", 11 }, { "muoi hai", 12 }, { "muoi", 10 }, { "mot", 1 },
	{ "hai", 2 }, { "ba", 3 }, { "tu", 4 }, { "nam", 5 }, { "sau", 6 },
	{ "bay", 7 }, { "tam", 8 }, { "chin", 9 },
};

static const struct date_word words_month_hijri[] = {
	{ "محرم", 1 }, { "المحرم", 1 }, { "صفر", 2 }, { "ربيع الاول", 3 },
	{ "ربيع الثاني", 4 }, { "ربيع الاخر", 4 }, { "جمادي الاولي", 5 },
	{ "جمادي الاول", 5 }, { "جمادي الاخره", 6 }, { "جمادي الثانيه", 6 },
	{ "جمادي الاخر", 6 }, { "جمادي الثاني", 6 }, { "رجب", 7 },
	{ "شعبان", 8 }, { "رمضان", 9 }, { "شوال", 10 }, { "ذو القعده", 11 },
	{ "ذي القعده", 11 }, { "ذو الحجه", 12 }, { "ذي الحجه", 12 },
	{ "ذوالقعده", 11 }, { "ذوالحجه", 12 },
	{ "muharram", 1 }, { "safar", 2 }, { "rabi al-awwal", 3 },
	{ "rabi al-thani", 4 }, { "jumada al-awwal", 5 },
	{ "jumada al-ula", 5 }, { "jumada al-thani", 6 },
	{ "jumada al-akhirah", 6 }, { "rajab", 7 }, { "shaban", 8 },
	{ "sha'ban", 8 }, { "ramadan", 9 }, { "shawwal", 10 },
	{ "dhu al-qadah", 11 }, { "dhu al-qi'dah", 11 },
	{ "dhu al-hijjah", 12 }, { "dhul hijjah", 12 },
};

static const struct date_word words_month_persian[] = {
	{ "فروردين", 1 }, { "ارديبهشت", 2 }, { "خرداد", 3 }, { "تير", 4 },
	{ "مرداد", 5 }, { "شهريور", 6 }, { "مهر", 7 }, { "ابان", 8 },
	{ "اذر", 9 }, { "دي", 10 }, { "بهمن", 11 }, { "اسفند", 12 },
};

static const struct date_word words_weekday[] = {
	{ "thu hai", 1 }, { "thu ba", 2 }, { "thu tu", 3 }, { "thu nam", 4 },
	{ "thu sau", 5 }, { "thu bay", 6 }, { "chu nhat", 0 },
	{ "t2", 1 }, { "t3", 2 }, { "t4", 3 }, { "t5", 4 }, { "t6", 5 },
	{ "t7", 6 }, { "cn", 0 },
	{ "sunday", 0 }, { "monday", 1 }, { "tuesday", 2 }, { "wednesday", 3 },
	{ "thursday", 4 }, { "friday", 5 }, { "saturday", 6 },
	{ "sun", 0 }, { "mon", 1 }, { "tue", 2 }, { "tues", 2 }, { "wed", 3 },
	{ "thu", 4 }, { "thur", 4 }, { "thurs", 4 }, { "fri", 5 }, { "sat", 6 },
	{ "الاحد", 0 }, { "الاثنين", 1 }, { "الثلاثاء", 2 }, { "الاربعاء", 3 },
	{ "الخميس", 4 }, { "الجمعه", 5 }, { "السبت", 6 },
	{ "يكشنبه", 0 }, { "دوشنبه", 1 }, { "سهشنبه", 2 }, { "سه شنبه", 2 },
	{ "چهارشنبه", 3 }, { "پنجشنبه", 4 }, { "پنج شنبه", 4 }, { "جمعه", 5 },
	{ "شنبه", 6 },
	{ "اتوار", 0 }, { "پير", 1 }, { "منگل", 2 }, { "بده", 3 },
	{ "جمعرات", 4 }, { "هفته", 6 },
};

/* 1: a number of two parts behind it is a day. */
static const struct date_word words_lead[] = {
	{ "rang sang", 1 }, { "trong ngay", 1 }, { "ngay", 1 }, { "hom", 1 },
	{ "sang", 1 }, { "trua", 1 }, { "chieu", 1 }, { "toi", 1 },
	{ "dem", 1 }, { "khuya", 1 }, { "mung", 1 }, { "mong", 1 },
	{ "on", 0 }, { "the", 0 },
	{ "يوم", 1 }, { "بتاريخ", 1 }, { "تاريخ", 1 }, { "في", 0 },
	{ "صباح", 1 }, { "مساء", 1 }, { "فجر", 1 }, { "ظهر", 1 },
	{ "ليله", 1 }, { "روز", 1 },
};

static const struct date_word words_offset[] = {
	{ "day before yesterday", -2 }, { "yesterday", -1 }, { "today", 0 },
	{ "tomorrow", 1 },
	{ "hom kia", -2 }, { "hom qua", -1 }, { "hom nay", 0 },
	{ "sang nay", 0 }, { "trua nay", 0 }, { "chieu nay", 0 },
	{ "toi nay", 0 }, { "dem nay", 0 }, { "dem qua", -1 },
	{ "toi qua", -1 }, { "ngay mai", 1 },
	{ "اول امس", -2 }, { "امس الاول", -2 }, { "قبل امس", -2 },
	{ "امس", -1 }, { "البارحه", -1 }, { "اليوم", 0 }, { "بعد غد", 2 },
	{ "غدا", 1 }, { "ديروز", -1 }, { "امروز", 0 }, { "فردا", 1 },
};

static const struct date_word words_ordinal[] = {
	{ "الاول", 1 }, { "الحادي", 1 }, { "الثاني", 2 }, { "الثالث", 3 },
	{ "الرابع", 4 }, { "الخامس", 5 }, { "السادس", 6 }, { "السابع", 7 },
	{ "الثامن", 8 }, { "التاسع", 9 }, { "العاشر", 10 },
};

static const struct date_word words_noon[] = {
	{ "a.m.", 0 }, { "p.m.", 1 }, { "a.m", 0 }, { "p.m", 1 }, { "am", 0 },
	{ "pm", 1 }, { "sang", 0 }, { "trua", 1 }, { "chieu", 1 },
	{ "toi", 1 }, { "dem", 1 }, { "ص", 0 }, { "م", 1 }, { "صباحا", 0 },
	{ "مساء", 1 }, { "ظهرا", 1 }, { "فجرا", 0 }, { "ليلا", 1 },
	{ "عصرا", 1 },
};

static const struct date_word words_zone[] = {
	{ "gio dia phuong", 0 }, { "gio viet nam", 0 }, { "gio ha noi", 0 },
	{ "local time", 0 }, { "gmt", 0 }, { "utc", 0 }, { "ut", 0 },
	{ "z", 0 }, { "est", 0 }, { "edt", 0 }, { "et", 0 }, { "cst", 0 },
	{ "cdt", 0 }, { "ct", 0 }, { "mst", 0 }, { "mdt", 0 }, { "mt", 0 },
	{ "pst", 0 }, { "pdt", 0 }, { "pt", 0 }, { "bst", 0 }, { "cet", 0 },
	{ "cest", 0 }, { "eet", 0 }, { "eest", 0 }, { "msk", 0 }, { "ast", 0 },
	{ "gst", 0 }, { "ict", 0 }, { "ist", 0 }, { "pkt", 0 }, { "sgt", 0 },
	{ "jst", 0 }, { "kst", 0 }, { "aest", 0 }, { "aedt", 0 },
	{ "بتوقيت غرينتش", 0 }, { "بتوقيت جرينتش", 0 },
	{ "بتوقيت غرينيتش", 0 }, { "بتوقيت مكه المكرمه", 0 },
	{ "بتوقيت مكه", 0 }, { "بتوقيت القاهره", 0 }, { "بتوقيت القدس", 0 },
	{ "بتوقيت بغداد", 0 }, { "بتوقيت دمشق", 0 }, { "بتوقيت بيروت", 0 },
	{ "توقيت مكه", 0 }, { "مكه المكرمه", 0 }, { "توقيت غرينتش", 0 },
	{ "بالتوقيت المحلي", 0 }, { "غرينتش", 0 }, { "جرينتش", 0 },
};

static const struct date_word words_before_time[] = {
	{ "vao luc", 0 }, { "luc", 0 }, { "at", 0 }, { "في الساعه", 0 },
	{ "الساعه", 0 }, { "علي الساعه", 0 }, { "ساعت", 0 },
};

static const struct date_word words_era[] = {
	{ "ad", CALENDAR_GREGORIAN }, { "ce", CALENDAR_GREGORIAN },
	{ "م", CALENDAR_GREGORIAN }, { "ميلادي", CALENDAR_GREGORIAN },
	{ "ميلاديه", CALENDAR_GREGORIAN }, { "للميلاد", CALENDAR_GREGORIAN },
	{ "duong lich", CALENDAR_GREGORIAN },
	{ "ah", CALENDAR_HIJRI }, { "a.h.", CALENDAR_HIJRI },
	{ "ه", CALENDAR_HIJRI }, { "هجري", CALENDAR_HIJRI },
	{ "هجريه", CALENDAR_HIJRI }, { "للهجره", CALENDAR_HIJRI },
	{ "ه.ش", CALENDAR_PERSIAN }, { "ش", CALENDAR_PERSIAN },
	{ "شمسي", CALENDAR_PERSIAN }, { "خورشيدي", CALENDAR_PERSIAN },
	{ "am lich", CALENDAR_LUNAR },
};

static const struct date_word words_beside[] = {
	{ "الموافق في", 0 }, { "الموافق ل", 0 }, { "الموافق", 0 },
	{ "الموافقه", 0 }, { "corresponding to", 0 }, { "مطابق با", 0 },
	{ "برابر با", 0 }, { "tuc ngay", 0 }, { "tuc", 0 },
};

#endif
