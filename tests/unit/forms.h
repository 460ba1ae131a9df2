#ifndef TESTS_UNIT_FORMS_H
#define TESTS_UNIT_FORMS_H

/*
 * Articles of one form: the same sentences every time, with other numbers
 * (%d), names (%n) and, above an imprint, another brief (%b). Made up.
 */

struct form {
	int corpus;		/* its language: en, vi, ar */
	const char *text;
};

static const struct form forms[] = {
	{ 0, "Weather for %n. The day begins with mist along the river and "
	"clears by noon. The highest temperature will be %d degrees, the "
	"lowest %d degrees, with a humidity of %d percent. Winds from the "
	"south-west reach %d kilometres an hour, in gusts up to %d. The "
	"sun rises at %d:%d and sets at %d:%d. High water at the pier is "
	"expected at %d:%d. Fishermen are asked to keep to the harbour if "
	"waves exceed %d metres, and drivers to mind wet leaves on the "
	"hill roads." },
	{ 0, "The family of the late %n %n announce with sorrow that she "
	"died peacefully at home after a short illness, surrounded by "
	"those who loved her. She was born in %n, taught at the school "
	"there for many years and was known to all for her patience and "
	"her garden. She is survived by her husband %n and her daughters "
	"%n and %n. The service will be held in the chapel of %n on "
	"Thursday at eleven, and tea will be served afterwards in the "
	"parish hall. The family asks for no flowers; gifts may be made to "
	"the lifeboat station instead." },
	{ 0, "%b\n\nThis brief was compiled by our night desk from reports "
	"of local correspondents. Readers who notice a mistake are asked "
	"to write to the editor, who answers every letter. Copies of "
	"earlier numbers can be had at the counter in the main street, or "
	"by post against two stamps. No part of this paper may be printed "
	"elsewhere without leave. The opinions of correspondents are their "
	"own. Advertisements are taken until noon of the day before. The "
	"paper is delivered before seven in town and before nine in the "
	"villages along the line; where it is late, the agent at the "
	"station should be told. Subscriptions run for a quarter, a half "
	"or a whole year and may begin with any number. Printed and "
	"published by the proprietors at their own works, who are members "
	"of the association of country papers and follow its rules on "
	"corrections." },
	{ 1, "Dự báo thời tiết %n. Sáng sớm có sương mù nhẹ, trưa hửng "
	"nắng, chiều tối có mưa rào và dông vài nơi. Nhiệt độ cao nhất %d "
	"độ, thấp nhất %d độ, độ ẩm trung bình %d phần trăm. Gió đông bắc "
	"cấp %d, vùng ven biển có lúc giật cấp %d. Mực nước trên sông lúc "
	"%d giờ %d phút ở mức %d mét. Bà con cần che chắn chuồng trại, "
	"kiểm tra bờ bao và không ra khơi khi sóng cao trên %d mét cho đến "
	"khi có thông báo mới." },
	{ 1, "Giá nông sản sáng nay tại chợ đầu mối: lúa khô %d đồng một "
	"ký, gạo thơm %d đồng, cà phê nhân %d đồng, hồ tiêu %d đồng. "
	"Thương lái cho biết sức mua chậm vì ghe hàng về muộn, trong khi "
	"kho dự trữ còn %d tấn. So với tuần trước giá tăng %d phần trăm. "
	"Chủ vựa ở cuối chợ nói rằng nếu trời tiếp tục mưa thì việc phơi "
	"sấy sẽ khó khăn và giá có thể còn thay đổi trong những ngày tới, "
	"nên người bán cần cân nhắc trước khi chốt hợp đồng với khách." },
	{ 1, "Gia đình chúng tôi vô cùng thương tiếc báo tin: cụ bà %n %n, "
	"quê ở làng %n, đã từ trần tại nhà riêng sau một thời gian lâm "
	"bệnh, hưởng thọ tuổi trời. Lễ viếng bắt đầu từ sáng thứ Bảy tại "
	"nhà văn hóa %n, lễ truy điệu và đưa tang vào chiều Chủ nhật, an "
	"táng tại nghĩa trang quê nhà %n. Trưởng nam %n cùng toàn thể con "
	"cháu kính báo đến họ hàng, bạn bè gần xa và xin miễn phúng điếu, "
	"mọi sơ suất mong được lượng thứ." },
	{ 2, "حالة الطقس في %n: يبدأ النهار بضباب خفيف فوق النهر ثم تشرق "
	"الشمس قبل الظهر. تبلغ درجة الحرارة العظمى %d درجة والصغرى %d "
	"درجة، ونسبة الرطوبة %d في المئة. تهب رياح شمالية غربية سرعتها %d "
	"كيلومترًا في الساعة وقد تصل إلى %d. تشرق الشمس عند الساعة %d:%d "
	"وتغيب عند الساعة %d:%d. وتنصح الهيئة الصيادين بالبقاء في الميناء "
	"إذا تجاوز ارتفاع الموج %d أمتار، كما تنصح السائقين بالحذر على "
	"الطرق الجبلية." },
	{ 2, "تنعى عائلة %n إلى الأهل والأصدقاء فقيدتها المرحومة %n %n "
	"التي توفيت في بيتها بعد مرض قصير. ولدت الفقيدة في قرية %n وعملت "
	"في مدرستها سنوات طويلة وعرفها الجميع بصبرها وحديقتها. وهي والدة "
	"كل من %n و%n وزوجة المرحوم %n. تقام الصلاة في مسجد %n بعد صلاة "
	"العصر، وتقبل التعازي في قاعة البلدة ثلاثة أيام للرجال والنساء. "
	"وترجو العائلة عدم إرسال الزهور والتبرع بثمنها لدار الأيتام، ولكم "
	"الأجر والثواب من بعده." },
};

enum { FORM_COUNT = sizeof(forms) / sizeof(*forms) };

/* What names are made of, by language; they begin with a capital. */
static const char *const name_parts[3][2][8] = {
	{ { "Mar", "Hol", "Wex", "Ash", "Dun", "Pel", "Tor", "Gri" },
	  { "bury", "ley", "wick", "ster", "mont", "by", "dale", "ford" } },
	{ { "Thu", "Hoa", "Minh", "Lan", "Phú", "An", "Tân", "Bình" },
	  { " Giang", " Phong", " Khê", " Thịnh", " Lộc", " Vân", " Sơn",
	    " Hải" } },
	{ { "سل", "كر", "نع", "رش", "جم", "حس", "فا", "مر" },
	  { "مان", "يم", "يمة", "اد", "الة", "نات", "روق", "وان" } },
};

#endif
