// Words that people break up to pass a platform's filter, English and Arabic, in normal form.
#include "text/disguises.hpp"

#include "text/clitics.hpp"

#include <algorithm>
#include <array>

namespace sitrep::text {
namespace {

constexpr auto hidden_words = std::to_array<std::string_view>({
    "abduct", "abducted", "abducting", "abduction", "abductions", "airstrike", "airstrikes", "ambush", "ambushed", "ambushes", "ammunition",
    "assassinate", "assassinated", "assassinating", "assassination", "assassinations", "attack", "attacked", "attacker", "attackers",
    "attacking", "attacks", "behead", "beheaded", "beheading", "beheadings", "blast", "blasts", "blood", "bloody", "bodies", "body", "bomb",
    "bombard", "bombarded", "bombardment", "bombed", "bomber", "bombers", "bombing", "bombings", "bombs", "casualties", "casualty",
    "corpse", "corpses", "daesh", "dead", "deadly", "death", "deaths", "die", "died", "dies", "drone", "drones", "dying", "execute",
    "executed", "executes", "executing", "execution", "executions", "explode", "exploded", "explodes", "exploding", "explosion",
    "explosions", "explosive", "explosives", "grenade", "grenades", "gun", "gunfire", "gunman", "gunmen", "gunned", "guns", "hamas",
    "hezbollah", "hostage", "hostages", "hts", "ied", "ieds", "injure", "injured", "injuries", "injuring", "injury", "isil", "isis",
    "jihad", "jihadi", "jihadis", "jihadist", "jihadists", "kidnap", "kidnapped", "kidnapping", "kidnappings", "kidnaps", "kill", "killed",
    "killer", "killers", "killing", "killings", "kills", "landmine", "landmines", "massacre", "massacred", "massacres", "militant",
    "militants", "mine", "mines", "missile", "missiles", "mortar", "mortars", "murder", "murdered", "murderer", "murderers", "murdering",
    "murders", "pkk", "qaeda", "raid", "raided", "raids", "rape", "raped", "raping", "rifle", "rifles", "rocket", "rockets", "sdf", "shell",
    "shelled", "shelling", "shells", "shoot", "shooting", "shootings", "shoots", "shot", "slaughter", "slaughtered", "stab", "stabbed",
    "stabbing", "stabbings", "suicide", "suicides", "taliban", "terror", "terrorism", "terrorist", "terrorists", "terrorize", "terrorized",
    "torture", "tortured", "victim", "victims", "weapon", "weapons", "wound", "wounded", "wounding", "wounds", "ypg", "احراق",
    "اختطاف", "اختطف", "اختطفت", "اختطفوا", "ارهاب", "ارهابي", "ارهابيه", "ارهابيون",
    "ارهابيي", "ارهابيين", "استشهاد", "استشهد", "استشهدوا", "اسلحه", "اشتباك",
    "اشتباكات", "اصابات", "اصابه", "اصيب", "اصيبوا", "اطلاق", "اعتقال", "اعتقالات",
    "اعتقل", "اعتقلوا", "اعدام", "اعدامات", "اعدم", "اعدمت", "اعدموا", "اغتال",
    "اغتالوا", "اغتصاب", "اغتيال", "اغتيالات", "اغتيل", "اقتتال", "الجولاني", "الغام",
    "القاعده", "النصره", "انتحار", "انتحاري", "انتحاريه", "انتحاريون", "انتحاريين",
    "انفجار", "انفجارات", "انفجر", "انفجرت", "بنادق", "بندقيه", "تعذيب", "تفجير",
    "تفجيرا", "تفجيرات", "تقتل", "تقتيل", "تنظيم", "جبهه", "جثث", "جثه", "جرحي", "جريح",
    "جريحا", "جريحين", "جهاد", "جهادي", "جهاديين", "حرق", "حرقوا", "حماس", "خطف", "خطفت",
    "خطفوا", "خلافه", "داعش", "داعشي", "داعشيه", "دم", "دماء", "دواعش", "ذبح", "ذبحت",
    "ذبحوا", "رشاش", "رشاشات", "رصاص", "رصاصه", "رهاين", "رهينه", "سلاح", "شهداء", "شهيد",
    "صاروخ", "صواريخ", "ضحايا", "ضحيه", "عبوات", "عبوه", "عنف", "فجر", "فجروا", "قاتل",
    "قتال", "قتل", "قتلا", "قتلت", "قتله", "قتلهم", "قتلوا", "قتلي", "قتيل", "قتيلا",
    "قتيلان", "قتيله", "قتيلين", "قذايف", "قذيفه", "قصف", "قصفت", "قصفوا", "قنابل",
    "قنبله", "كماين", "كمين", "لغم", "مات", "ماتوا", "متفجرات", "متفجره", "مجازر", "مجزره",
    "مخطوف", "مخطوفين", "مذبحه", "مسلح", "مسلحون", "مسلحي", "مسلحين", "مصاب", "مصابين",
    "مفخخات", "مفخخه", "مقاتل", "مقاتلون", "مقاتلي", "مقاتلين", "مقتل", "مقتول", "مهاجم",
    "مهاجمون", "مهاجمين", "موت", "موتي", "ميت", "ناسفه", "نحر", "نصره", "هاجم", "هاجمت",
    "هاجموا", "هاون", "هجمات", "هجوم", "هجوما", "وفاه", "يقتل", "يقتلون"});
static_assert(std::ranges::is_sorted(hidden_words));

}  // namespace

bool is_hidden_word(std::string_view joined)
{
    const auto listed = [](std::string_view word) { return std::ranges::binary_search(hidden_words, word); };
    if (listed(joined)) {
        return true;
    }
    const bool latin = joined.empty() || static_cast<unsigned char>(joined.front()) < 0x80;
    return !latin && std::ranges::any_of(clitic_splits(joined), [&](const CliticSplit& split) { return listed(split.rest) || listed(split.bare); });
}

}  // namespace sitrep::text
