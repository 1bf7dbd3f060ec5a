#include "understand/figures/fate_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sitrep::understand {

namespace {

using Words = std::span<const std::string_view>;

// English: words that begin so, and whole words.
constexpr std::array<std::string_view, 75> death_begins{
    "kill",    "dead",     "death",    "slay",      "slain",   "slew",    "murder",   "massacr",  "butcher", "execut",     "behead",  "decapitat", "throat", "corpse", "bodies",
    "buri",    "bury",     "grave",    "fatal",     "martyr",  "fallen",  "mourn",    "funeral",  "perish",  "victim",     "casualt", "assassinat", "slaughter", "lynch", "shot",
    "shoot",   "gunned",   "mow",      "neutrali",  "eliminat", "liquidat", "coffin", "morgue",   "remains", "succumb",    "burn",    "drown",     "suffocat", "crush", "stab",
    "strangl", "dismember", "stoned",  "garrot",    "wiped",   "lifeless", "widow",   "orphan",   "mortal",  "sacrific",   "decease", "headless",  "shroud", "incinerat", "vapori",
    "trampl",  "riddl",    "chop",     "machet",    "chok",    "poison",  "torch",    "demise",   "expire",  "veergati",   "felled",  "necks",
    "slump", "severed", "breathed"};
constexpr std::array<std::string_view, 54> death_whole{
    "die",    "died",   "dies",    "dying",   "body",     "life",     "lives",  "fell",   "falls",  "lost",   "lose",     "loses",     "losing",  "loss",
    "losses", "blown",  "blew",    "torn",    "cost",     "picked",   "breath", "price",  "blood",  "survive", "survived", "survivor", "survivors", "survives",
    "downed", "finished", "hang",  "hanged",  "hangs",    "hanging",  "hack",   "hacked", "hacks",  "hacking", "toll",   "tolls",     "kia",     "slit",
    "ablaze", "alive",  "saved",   "fate",    "maker",    "hell",     "ended",  "recovered", "retrieved", "dispatched", "gone", "save"};
constexpr std::array<std::string_view, 61> wound_begins{
    "wound",   "injur",   "hurt",    "bleed",  "bled",    "hospital", "clinic",  "treat",    "burn",     "surg",   "operat", "stitch",  "bandag",   "splint", "limb",
    "amputat", "shrapnel", "glass",  "scratch", "bruis",  "graz",     "maim",    "critical", "serious",  "casualt", "shot",  "beat",    "stab",     "unconscious", "doctor",
    "ambulanc", "blind",  "cripp",   "knif",   "victim",  "slash",    "hack",    "concuss",  "suffer",   "flog",   "lash",   "whip",    "tortur",   "suffocat", "asphyxi",
    "inhal",   "recover", "evacuat", "nurse",  "medic",   "smoke",    "fractur", "fragment", "pellet",   "paraly", "surviv",
    "crush", "infirmar", "intensive", "disfigur", "limp"};
constexpr std::array<std::string_view, 45> wound_whole{
    "leg",   "legs",   "arm",   "arms",   "eye",    "eyes", "hand", "hands",  "foot",    "feet",   "head",    "heads", "knee",  "knees", "cut",
    "cuts",  "hit",    "struck", "shock", "lost",   "lose", "losing", "punched", "kicked", "clubbed", "clubs", "broke", "broken", "harm",  "harmed",
    "danger", "care",  "flown", "ward",   "wards",  "beds", "light", "lightly", "pain",   "aid",    "icu",     "condition", "bullet", "bullets", "wia"};

// Arabic, bare of hamza and diacritics: roots near the beginning of a word; and words that begin so, perhaps behind a clitic and the letter of an imperfect.
constexpr std::array<std::string_view, 63> arabic_death{
    "قتل", "قتيل", "مقتل", "وفيات", "وفاه", "وفاته", "شهيد", "شهداء", "استشهد", "استشهاد", "مصرع", "صريع",
    "جثه", "جثث", "جثمان", "جثامين", "اعدم", "اعدام", "ذبح", "مذبوح", "مجزر", "مذبح", "اغتال", "اغتيال",
    "ضحايا", "شنق", "خنق", "مخنوق", "هالك", "دفن", "مدفون", "تشييع", "شيع", "ارتق", "اجهز", "اجهاز", "رفات",
    "اشلاء", "حصد", "حصيله", "نعوش", "مقابر", "مقبره", "جندل", "تفحم", "هامد", "توابيت", "مغدور", "اموات",
    "طمر", "ارواح", "رقاب", "اعناق", "بالرصاص", "منحور", "كاتم", "دموي", "شهاده", "مرحوم", "قاتل", "اكياس",
    "ناجين", "ناجون"};
constexpr std::array<std::string_view, 44> arabic_death_begins{
    "مات", "موت", "توفيت", "توفوا", "حتفه", "حتفهم", "حتفها", "نحر", "نحروا", "ضحيه", "اودت", "حياه", "حياته",
    "حياتهم", "حياتها", "حياتهن", "اردي", "اردت", "اردوا", "ردي", "هلك", "هلاك", "قضوا", "سقط", "اسقط", "سقوط",
    "غرق", "حرق", "احرق", "فقدت", "فقدوا", "فقدان", "فقداء", "خسر", "خساير", "خساره", "رميا", "ابيد", "اباد",
    "حيدت", "حيدوا", "تحييد", "تصفيه", "صفوا"};
constexpr std::array<std::string_view, 27> arabic_death_whole{
    "توفي", "للموت", "يفقد", "تفقد", "كبد", "كلف", "نسف", "اودي", "قضي", "قضت", "يقضي", "تقضي", "القضاء", "حيد",
    "صفي", "نعي", "نعت", "راح", "راحوا", "راحت", "ربهم", "تودي", "يودي", "نج", "نجو", "نجا", "نجوا"};
constexpr std::array<std::string_view, 30> arabic_wound{
    "جرح",  "جريح", "جراح", "جروح", "مجروح", "اصيب", "اصاب", "مصاب", "يصاب", "تصاب", "اسعف", "اسعاف", "مشف",  "مستشف", "علاج",
    "عولج", "شظ",   "نزف",  "نزيف", "كسور",  "رضوض", "حرق",  "حروق", "اختنا", "حرج",  "خطر",  "طبيب",  "اطباء", "عنايه", "خدش"};
constexpr std::array<std::string_view, 25> arabic_wound_begins{
    "بترت", "بتروا", "كسر",  "ضربا", "ضربوا", "ضربوه", "ضرب",  "جلدوا", "جلده", "جلدت", "طعن", "كدم",  "ساقه", "يده", "عينه",
    "فقدت", "فقدوا", "بليغ", "طفيف", "تعذيب", "عذب",   "دهس",  "صدم",   "نقلوا", "بحال"};
constexpr std::array<std::string_view, 4> arabic_wound_whole{"يصب", "تصب", "بتر", "جلد"};

bool is_among(Words words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

bool begins_among(Words beginnings, std::string_view word)
{
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return word.starts_with(beginning); });
}

bool near_begin(Words roots, std::string_view word)
{
    constexpr std::string_view uprooted = "قتلع", letter = "و";
    constexpr std::size_t near = 4 * letter.size();
    return std::ranges::any_of(roots, [&](std::string_view root) {
        const std::size_t at = word.substr(0, root.size() + near).find(root);
        return at != std::string_view::npos && !word.substr(at).starts_with(uprooted);
    });
}

// With what may stand before a verb or a noun taken off: a clitic or an article, and then the letter of an imperfect.
template <class Test>
bool in_some_form(std::string_view word, const Test& test)
{
    constexpr std::array<std::string_view, 9> clitics{"", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل"};
    constexpr std::array<std::string_view, 3> imperfects{"", "ي", "ت"};
    return std::ranges::any_of(clitics, [&](std::string_view clitic) {
        if (!word.starts_with(clitic)) return false;
        const std::string_view rest = word.substr(clitic.size());
        return std::ranges::any_of(imperfects, [&](std::string_view letter) { return rest.starts_with(letter) && test(rest.substr(letter.size())); });
    });
}

bool tells_in_arabic(std::string_view word, Outcome outcome)
{
    const bool hurt = outcome == Outcome::injured;
    if (near_begin(hurt ? Words(arabic_wound) : Words(arabic_death), word)) return true;
    return in_some_form(word, [&](std::string_view bare) {
        return begins_among(hurt ? Words(arabic_wound_begins) : Words(arabic_death_begins), bare) || is_among(hurt ? Words(arabic_wound_whole) : Words(arabic_death_whole), bare);
    });
}

}  // namespace

bool tells_fate(const text::Token& token, Outcome outcome)
{
    const std::string_view word = token.normal;
    if (token.arabic) return tells_in_arabic(word, outcome);
    if (outcome == Outcome::injured) return is_among(wound_whole, word) || begins_among(wound_begins, word);
    return is_among(death_whole, word) || begins_among(death_begins, word);
}

}  // namespace sitrep::understand
