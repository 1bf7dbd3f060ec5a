#include "place/cues.hpp"

#include <unordered_map>

namespace sitrep::place {
namespace {

using Table = std::unordered_map<std::string_view, Cue>;

void enter(Table& table, Cue cue, std::initializer_list<std::string_view> words)
{
    for (const auto word : words) table.emplace(word, cue);
}

/// English words are lower case; Arabic ones in the normal form of text::Token (ة is ه, ى is ي, hamza on alif gone).
Table english_cues()
{
    Table table;
    enter(table, Cue::in, {"in", "at", "from", "to", "into", "across", "inside", "within", "through", "throughout", "towards", "toward", "on", "for", "between", "via", "entering", "reached"});
    enter(table, Cue::of, {"of"});
    enter(table, Cue::article, {"the"});
    enter(table, Cue::near, {"near", "outside", "around", "beside", "nearby"});
    enter(table, Cue::direction,
          {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
           "southeastern", "southwestern", "central", "rural", "upper", "lower"});
    enter(table, Cue::countryside, {"countryside", "outskirts", "outskirt", "suburb", "suburbs", "edge", "environs", "vicinity", "periphery", "hinterland", "entrance", "centre", "center", "mouth"});
    enter(table, Cue::desert, {"desert", "badia", "deserts", "steppe"});
    enter(table, Cue::area, {"area", "areas", "region", "regions", "axis", "coast", "border", "pocket", "peninsula", "belt"});
    enter(table, Cue::settlement, {"village", "villages", "town", "towns", "city", "cities", "hamlet", "settlement", "capital"});
    enter(table, Cue::district, {"district", "subdistrict", "county", "township", "municipality", "lga", "territory", "commune", "cercle", "canton", "groupment", "groupement", "division", "ward", "tehsil"});
    enter(table, Cue::governorate, {"governorate", "province", "state", "governate", "oblast", "department"});
    enter(table, Cue::site,
          {"base", "airbase", "camp", "prison", "field", "oilfield", "gasfield", "bridge", "airport", "crossing", "hotel", "mosque", "hospital", "market", "square", "roundabout", "junction",
           "dam", "forest", "cemetery", "mall", "church", "park", "stadium", "refinery", "checkpoint", "island", "islands", "mine", "palace", "cathedral", "monastery", "theatre", "station"});
    enter(table, Cue::quarter, {"neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "quarter", "quarters"});
    enter(table, Cue::water, {"river", "valley", "lake", "wadi", "basin", "valleys"});
    enter(table, Cue::mountain, {"mountain", "mountains", "mount", "jabal", "jebel", "mt", "hills", "hill"});
    enter(table, Cue::road, {"road", "highway", "expressway", "motorway", "street", "route"});
    enter(table, Cue::unit_of_length, {"km", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "metres", "meters", "kms", "m"});
    enter(table, Cue::organisation,
          {"council", "brigade", "brigades", "university", "observatory", "army", "forces", "front", "movement", "party", "agency", "news", "times", "post", "network", "tv", "television", "radio",
           "ministry", "organisation", "organization", "association", "union", "battalion", "regiment", "corps", "committee", "command", "intelligence", "bank", "company", "corporation", "institute", "centre",
           "foundation", "league", "tribe", "clan", "militia", "group", "alliance", "coalition", "faction", "legion", "hawks", "shield", "club", "fc", "protocol", "agreement", "accord", "media", "press",
           "service", "department", "administration", "mission", "embassy", "parliament", "assembly", "office", "journal", "herald", "today", "watch", "monitor", "tribune", "rescue"});
    enter(table, Cue::person,
          {"mr", "mrs", "ms", "dr", "sheikh", "imam", "colonel", "col", "general", "gen", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "president", "minister", "commander",
           "spokesman", "spokesperson", "spokeswoman", "mohammed", "muhammad", "mohamed", "mohammad", "ahmed", "ahmad", "ali", "hassan", "hussein", "abdullah", "mustafa", "mahmoud", "ibrahim", "khalid", "khaled",
           "omar", "umar", "yusuf", "yousef", "abdul", "abdel", "bin", "ibn", "saint", "san", "brigadier", "prof", "professor", "judge", "mayor", "mukhtar", "activist", "leader"});
    enter(table, Cue::common,
          {"i", "a", "as", "is", "it", "he", "she", "we", "they", "an", "this", "that", "these", "those", "there", "some", "many", "most", "all", "no", "not", "one", "two", "three", "four", "five", "six", "ten",
           "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
           "islamic", "police", "military", "security", "civil", "defense", "defence", "national", "federal", "international", "popular", "mobilization", "kurdish", "arab", "turkish", "american", "russian", "us", "un",
           "isis", "isil", "is", "daesh", "sdf", "pkk", "ypg", "hts", "sna", "asayish", "sohr", "amaq", "un", "eu", "nato", "al", "el", "of", "and", "or", "but", "if", "when", "while", "after", "before", "since", "until",
           "his", "her", "their", "its", "our", "my", "so", "then", "also", "both", "each", "other", "another", "such", "more", "less", "least", "about", "over", "under", "up", "down", "by", "with", "without",
           "killed", "dead", "wounded", "attack", "attacks", "gunmen", "soldiers", "troops", "fighters", "militants", "civilians", "officials", "residents", "sources", "source", "witnesses", "local", "locals",
           "ied", "ramadan", "eid", "al-qaeda", "qaeda", "hezbollah", "hamas", "houthi", "houthis", "taliban", "peshmerga", "boko", "haram", "shabaab", "monday's", "men", "man", "women", "woman", "children", "people",
           "prime", "interior", "deputy", "chief", "head", "new", "old", "red", "black", "white", "green", "blue", "golden", "crescent", "cross", "human", "rights", "democratic", "free", "republic", "kingdom", "emirate", "caliphate",
           "article", "operation", "resolve", "inherent", "will", "can", "did", "was", "were", "has", "had", "have", "be", "been", "being", "who", "what", "where", "which", "why", "how", "god", "union", "university", "media", "ms", "st",
           "medina", "victoria", "nice", "bath", "reading", "mobile", "date", "sale", "van", "along", "hit", "best", "man", "bar", "bam", "bor", "bari", "ban", "buy", "call", "can", "cop", "dan", "day", "due", "ever", "far", "fort", "gap", "mary", "marina", "maria", "david",
           "george", "jordan's", "charlotte", "sidney", "independence", "liberty", "hope", "union", "center", "normal", "commerce", "enterprise", "progress", "victory", "moscow's", "police's"});
    return table;
}

Table arabic_cues()
{
    Table table;
    enter(table, Cue::in, {"في", "من", "الي", "علي", "عند", "داخل", "نحو", "باتجاه", "صوب", "عبر", "ضمن", "لدي"});
    enter(table, Cue::near, {"قرب", "بالقرب", "محيط", "جوار", "قريب", "مشارف", "ضواحي", "خارج", "حوالي"});
    enter(table, Cue::between, {"بين"});
    enter(table, Cue::direction,
          {"شرق", "شرقي", "غرب", "غربي", "شمال", "شمالي", "جنوب", "جنوبي", "وسط", "الشرقي", "الغربي", "الشمالي", "الجنوبي", "الشرقيه", "الغربيه", "الشماليه", "الجنوبيه", "الاوسط", "الوسطي", "اقصي"});
    enter(table, Cue::countryside, {"ريف", "ارياف", "ريفي", "اطراف", "مدخل", "مداخل", "تخوم", "ضاحيه", "مركز"});
    enter(table, Cue::desert, {"باديه", "بوادي", "صحراء", "باديتي", "صحاري"});
    enter(table, Cue::area, {"منطقه", "مناطق", "حوض", "ساحل", "اقليم", "حدود"});
    enter(table, Cue::settlement, {"قريه", "بلده", "مدينه", "القريه", "قري", "بلدات", "مدن", "بلدتي", "قريتي", "مدينتي", "عاصمه", "العاصمه"});
    enter(table, Cue::district, {"قضاء", "ناحيه", "مديريه", "محليه", "مقاطعه", "لواء"});
    enter(table, Cue::governorate, {"محافظه", "ولايه", "محافظتي", "محافظات", "محافظتا", "ولايتي"});
    enter(table, Cue::site,
          {"مخيم", "حقل", "سجن", "جسر", "مطار", "معبر", "قاعده", "سد", "مشفي", "مستشفي", "مسجد", "جامع", "سوق", "دوار", "ساحه", "حاجز", "فندق", "كنيسه", "مدرسه", "مزارع", "جزيره", "منفذ", "مزرعه", "محطه", "ميناء", "بوابه", "مرقد", "مفرق"});
    enter(table, Cue::quarter, {"حي", "احياء", "حيي"});
    enter(table, Cue::water, {"نهر", "وادي", "بحيره"});
    enter(table, Cue::mountain, {"جبل", "جبال", "سلسله", "تلال"});
    enter(table, Cue::road, {"طريق", "اوتوستراد", "شارع", "الطريق"});
    enter(table, Cue::unit_of_length, {"كم", "كيلومتر", "كيلومترا", "كيلومترات", "متر"});
    enter(table, Cue::organisation, {"مجلس", "جامعه", "لواء", "كتيبه", "جيش", "فرقه", "حركه", "جبهه", "حزب", "وكاله", "قناه", "صحيفه", "شبكه", "مرصد", "منظمه", "هيئه", "رئيس", "سفاره", "حكومه"});
    enter(table, Cue::person, {"محمد", "احمد", "الشيخ", "العميد", "العقيد", "اللواء", "النقيب", "الملازم", "الرائد", "الدكتور", "السيد", "ابن", "بن", "الرئيس", "الوزير", "القيادي", "المدعو", "خالد", "حسين", "حسن", "عبد", "ابراهيم", "يوسف", "محمود", "مصطفي", "الشاب", "ال"});
    return table;
}

const Table& cues()
{
    static const Table table = [] {
        auto all = english_cues();
        all.merge(arabic_cues());
        return all;
    }();
    return table;
}

}  // namespace

Cue cue_of(std::string_view normal)
{
    const auto found = cues().find(normal);
    return found == cues().end() ? Cue::none : found->second;
}

}  // namespace sitrep::place
