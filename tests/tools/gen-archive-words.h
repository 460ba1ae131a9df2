#ifndef TESTS_TOOLS_GEN_ARCHIVE_WORDS_H
#define TESTS_TOOLS_GEN_ARCHIVE_WORDS_H

/*
 * The words and sentences that gen-archive composes its articles from. In a
 * template %p is a place, %n a person, %o an organisation, %t a topic, %d a
 * number and %w a day. All of it is made up.
 */

#define LIST_MAX 16

enum { TONGUE_VI, TONGUE_EN, TONGUE_AR, TONGUE_COUNT };

struct tongue {
	const char *places[LIST_MAX];
	const char *people[LIST_MAX];
	const char *offices[LIST_MAX];
	const char *topics[LIST_MAX];
	const char *days[LIST_MAX];
	const char *titles[LIST_MAX];
	const char *sentences[LIST_MAX];
	const char *captions[LIST_MAX];
	const char *byline;	/* before the name; "" where it stands alone */
	const char *source;
	const char *agencies[LIST_MAX];
	const char *dateline;	/* before the lead, with a place */
};

static const struct tongue tongues[TONGUE_COUNT] = {
	[TONGUE_VI] = {
		.places = { "Cần Thơ", "Đà Lạt", "Quy Nhơn", "Bến Tre",
			"Phú Quốc", "Hải Dương", "Sông Hậu", "Mũi Né" },
		.people = { "Lê Thu Hằng", "Trần Quốc Bảo", "Nguyễn Đức Long",
			"Phạm Ngọc Ánh", "Vũ Hải Yến", "Đỗ Tiến Dũng" },
		.offices = { "Sở Giao thông", "Viện Thủy lợi",
			"Ủy ban Đường thủy", "Hội Nông dân",
			"Trung tâm Khí tượng", "Ban Quản lý cảng" },
		.topics = { "tuyến đường sắt ven sông", "mùa nước nổi",
			"dự án điện gió", "vườn xoài xuất khẩu",
			"cây cầu dây văng", "chợ nổi", "đê biển phía tây" },
		.days = { "thứ Hai", "thứ Ba", "thứ Tư", "thứ Sáu",
			"cuối tuần", "sáng sớm" },
		.titles = { "%o công bố kế hoạch mới cho %t",
			"%p chuẩn bị đón %t", "Người dân %p nói gì về %t?",
			"Thêm %d hộ ở %p được hưởng lợi từ %t" },
		.sentences = {
			"Theo %o, %t tại %p sẽ được mở rộng thêm %d héc-ta "
			"trước khi mùa mưa bắt đầu.",
			"Ông %n cho biết đoàn khảo sát đã làm việc suốt %w và "
			"ghi nhận %d ý kiến của người dân %p.",
			"“Chúng tôi không muốn vội vàng, nhưng %t đã chờ quá "
			"lâu”, %n nói với các phóng viên.",
			"Hôm %w, mực nước ở %p dâng cao hơn năm ngoái khoảng "
			"%d xăng-ti-mét, khiến việc đi lại khó khăn.",
			"Nhiều gia đình ở %p đã đăng ký tham gia, trong khi "
			"%o vẫn đang hoàn thiện hồ sơ kỹ thuật.",
			"Kinh phí dự kiến là %d tỷ đồng, một nửa trong số đó "
			"do địa phương tự thu xếp.",
			"Bà %n nhấn mạnh rằng %t cần được theo dõi thường "
			"xuyên, nhất là vào ban đêm.",
			"Tuy nhiên, đại diện %o thừa nhận tiến độ tại %p còn "
			"chậm vì thiếu thợ lành nghề.",
			"Trường học, trạm y tế và bến đò ở %p đều nằm cách "
			"công trình chưa đầy %d ki-lô-mét." },
		.captions = { "Một góc %p vào %w. Ảnh: %n",
			"Công nhân chuẩn bị cho %t (Ảnh: %n)." },
		.byline = "", .source = "Nguồn: ",
		.agencies = { "Bản tin Sông Hậu", "Đài %p", "Reuters", "AFP" },
		.dateline = "(%p) - " },
	[TONGUE_EN] = {
		.places = { "Port Hallow", "Greyford", "Lower Camden Mill",
			"Asherton", "Saint Orrin", "Wexley", "Dunmarrow" },
		.people = { "Marian Holt", "Peter Ashgrove", "Lena Okafor",
			"Tomas Wren", "Judith Castellan", "Idris Bell" },
		.offices = { "the harbour board", "the Transport Office",
			"the Water Institute", "the farmers' union",
			"the regional assembly", "the weather service" },
		.topics = { "the coastal railway", "the new ferry line",
			"the spring flood defences", "the orchard subsidy",
			"the old market hall", "the night bus network" },
		.days = { "Monday", "Tuesday", "Wednesday", "Friday",
			"Saturday", "Sunday" },
		.titles = { "%p weighs the cost of %t",
			"Why %t divides %p", "%d more villages to join %t",
			"Officials promise answers on %t" },
		.sentences = {
			"In a statement on %w, %o said that %t would be "
			"extended to %p within %d months.",
			"\"Nobody here is against it, but we were never "
			"asked,\" said %n, who has lived in %p for %d years.",
			"The plan, first drawn up a decade ago, has been "
			"revised %d times since.",
			"%n, an engineer who advised %o, called the figures "
			"optimistic but not impossible.",
			"Residents of %p gathered outside the town hall on %w "
			"to ask how %t would be paid for.",
			"According to a report seen by this paper, %d of the "
			"bridges along the route need repair.",
			"However, %n warned that delays in %p could push the "
			"opening into the following year.",
			"The assembly is expected to vote on %t before the "
			"end of the session; a second vote may follow.",
			"Prices in %p rose by %d percent over the same "
			"period, although wages hardly moved." },
		.captions = { "A view of %p on %w. Photo: %n",
			"Workers inspect %t (Photo: %n)." },
		.byline = "By ", .source = "Source: ",
		.agencies = { "The Hallow Courier", "Reuters", "AFP",
			"Wexley Radio" },
		.dateline = "%p (Reuters) - " },
	[TONGUE_AR] = {
		.places = { "وادي النخيل", "مرسى الشمال", "تل الزيتون",
			"عين الصفا", "دار السواقي", "رأس الجسر" },
		.people = { "سامي الحداد", "ليلى منصور", "كريم الشامي",
			"هدى العلي", "ناصر البستاني" },
		.offices = { "هيئة الموانئ", "وزارة النقل", "معهد المياه",
			"اتحاد المزارعين", "مجلس الإقليم" },
		.topics = { "خط القطار الساحلي", "مشروع الري الجديد",
			"سوق المدينة القديمة", "محطة الطاقة الشمسية",
			"جسر النهر" },
		.days = { "الاثنين", "الثلاثاء", "الأربعاء", "الجمعة",
			"السبت" },
		.titles = { "%o تعلن خطة جديدة بشأن %t",
			"سكان %p يترقبون افتتاح %t", "لماذا تأخر %t في %p؟" },
		.sentences = {
			"أعلنت %o يوم %w أن العمل في %t سيبدأ قريبًا في %p، "
			"وأن كلفته لن تتجاوز %d مليون دينار.",
			"وقال %n في تصريح للصحفيين: \"لم نكن نتوقع هذا "
			"الإقبال الكبير من أهالي %p\".",
			"وأضاف التقرير أن %d قرية ستستفيد من %t خلال السنوات "
			"الخمس المقبلة، على الرغم من نقص العمال.",
			"من جهتها، دعت %n إلى مراجعة الأرقام قبل التصويت "
			"على المشروع في جلسة %w.",
			"ويعتمد كثير من سكان %p على الزراعة، ولذلك فإن %t "
			"يمثل بالنسبة إليهم مسألة حياة يومية.",
			"وكانت %o قد أجّلت الافتتاح مرتين بسبب الأمطار "
			"الغزيرة التي بلغت %d مليمترًا.",
			"ولم يصدر حتى الآن أي تعليق من %o على ما ذكرته صحيفة "
			"Hallow Courier في عددها الصادر عام 2019." },
		.captions = { "جانب من %p صباح %w. الصورة: %n",
			"عمال في موقع %t (تصوير: %n)." },
		.byline = "بقلم ", .source = "المصدر: ",
		.agencies = { "رويترز", "فرانس برس", "إذاعة %p" },
		.dateline = "%p - " },
};

#endif
