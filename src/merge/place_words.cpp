// The list of words for kinds of place, directions and what joins them.
#include "merge/place_words.hpp"

#include <unordered_set>

namespace sitrep::merge {

bool is_place_kind_word(std::string_view word)
{
    static const std::unordered_set<std::string_view> words{
        // English
        "near", "nearby", "same", "some", "remote", "there", "in", "at", "of", "the", "to", "from", "and", "between", "on", "off", "outside", "inside", "around", "towards", "km",
        "kilometres",
        "kilometers", "miles", "village", "villages", "town", "city", "district", "governorate", "province", "provinces", "region", "area", "areas",
        "county", "state", "neighbourhood", "neighborhood", "quarter", "suburb", "suburbs", "outskirts", "countryside", "desert", "steppe", "road",
        "highway", "street", "crossroads", "junction", "roundabout", "square", "camp", "sector", "section", "market", "mosque", "church", "hospital",
        "school", "airport", "airbase", "base", "checkpoint", "checkpoints", "bridge", "river", "valley", "mountain", "mountains", "hill", "plain", "field",
        "fields", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest", "southeast",
        "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "greater", "capital", "centre", "center",
        "rural", "sub", "subdistrict", "border", "coast", "island", "local", "government",
        // Countries, which every report of the country names
        "syria", "syrian", "iraq", "iraqi", "yemen", "libya", "somalia", "nigeria", "niger", "mali", "sudan", "lebanon", "turkey", "egypt", "afghanistan",
        "pakistan", "cameroon", "chad", "mozambique", "congo", "kenya", "سوريا", "سوريه", "عراق", "عراقي", "يمن", "ليبيا", "صومال",
        "نيجيريا", "نيجر",
        "مالي", "سودان", "لبنان", "تركيا", "مصر", "افغانستان", "باكستان", "فلسطين",
        // Arabic, in the form of text::name_key: without article, folded
        "قرب", "قريه", "قري", "بلده", "بلدات", "مدينه", "مدن", "حي", "احياء", "محافظه", "ولايه", "منطقه", "مناطق",
        "ناحيه", "قضاء", "قضا", "ريف", "باديه",
        "صحراء", "صحرا", "محيط", "اطراف", "ضواحي", "ضاحيه", "طريق", "شارع", "مفرق", "تقاطع", "دوار", "ساحه", "مخيم",
        "قطاع", "قسم", "سوق", "مسجد",
        "جامع", "كنيسه", "مشفي", "مستشفي", "مدرسه", "مطار", "قاعده", "حاجز", "جسر", "نهر", "وادي", "جبل", "جبال", "سهل",
        "حقل", "حقول", "شمال", "جنوب",
        "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "شماليه", "جنوبيه", "شرقيه", "غربيه", "اوسط", "وسط", "غربا",
        "شرقا", "في", "من", "الي", "بين",
        "علي", "عند", "داخل", "خارج", "باتجاه", "كم", "رئيس", "رئيسي", "رييس", "رييسي", "دولي", "مركز", "حدود", "ساحل",
        "بقرب", "بريف", "بمحيط"};
    return words.contains(word);
}

bool is_common_target_word(std::string_view word)
{
    static const std::unordered_set<std::string_view> words{
        "the", "and", "for", "from", "with", "his", "her", "their", "who", "were", "was", "people", "person", "persons", "man", "men", "woman", "women", "member",
        "members", "soldier", "soldiers", "fighter", "fighters", "force", "forces", "troops", "civilian", "civilians", "police", "policeman", "policemen",
        "officer", "officers", "security", "army", "military", "local", "others", "another", "one", "two", "three", "four", "five", "several", "group", "militant",
        "militants", "vehicle", "vehicles", "car", "cars", "checkpoint", "post", "patrol", "convoy", "regime", "government", "state", "refugee", "refugees",
        "family", "director", "وسط", "سياره", "سيارات", "حاجز", "نقطه", "دوريه", "نظام", "عسكري", "عسكريه", "عسكريين", "لاجي",
        "لاجيه", "لاجيين", "مدير", "نازح", "نازحين",
        "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره", "اثنان", "عده", "مجموعه", "قيادي", "سوري", "عراقي",
        "من", "في", "عنصر", "عناصر", "عنصرا", "عنصرين", "مدني", "مدنيين", "مدنيون", "مدنيا", "شخص", "اشخاص", "شخصا",
        "شخصين", "جندي", "جنود", "قوات",
        "قوه", "مقاتل", "مقاتلين", "شرطه", "جيش", "امن", "رجل", "شاب", "شبان", "اثنين", "ثلاثه", "اخرين", "اخر", "تابع",
        "تابعه"};
    return words.contains(word);
}

}  // namespace sitrep::merge
