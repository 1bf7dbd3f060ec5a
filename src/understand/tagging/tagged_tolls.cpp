#include "understand/tagging/tagged_tolls.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text/numbers.hpp"
#include "understand/arabic/uncounted.hpp"
#include "understand/english/ages.hpp"
#include "understand/figures/feared.hpp"
#include "understand/figures/given_up.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::int64_t crowd_min = 100'000;  // larger numbers are populations or money

// "ولم يقتلوا [أحداً]", "بلا [خسائر بشرية]": the denial stands before the words that the tagger sees.
bool is_arabic_nobody(const text::Document& document, Tokens tokens)
{
    constexpr std::array nobody{"احد", "احدا", "اي", "ايا", "اصابات", "خساير", "قتلي", "ضحايا", "جرحي"};
    constexpr std::array denials{"لم", "ولم", "فلم", "لا", "ولا", "بلا", "دون", "ودون", "بدون", "وبدون"};
    constexpr std::uint32_t reach = 4;
    const auto& all = document.tokens();
    if (!is_one_of(nobody, all[tokens.first].normal)) return false;
    const std::uint32_t begin = document.sentences()[document.sentence_of(tokens.first)].first;
    for (std::uint32_t at = tokens.first; at-- > begin && at + reach >= tokens.first;) {
        if (all[at].kind == text::TokenKind::punctuation) return false;
        if (is_one_of(denials, all[at].normal)) return true;
    }
    return false;
}

// "no one", "not a single soul", "unhurt", دون إصابات
bool says_none(const text::Document& document, Tokens tokens)
{
    constexpr std::array none_words{"no", "none", "nobody", "not", "without", "nor", "zero", "neither", "anyone", "unhurt", "unharmed", "nil",
                                    "لا", "دون", "بدون", "عدم", "ولا", "لم", "ولم", "فلم", "بلا", "ودون", "وبدون"};
    if (is_arabic_nobody(document, tokens)) return true;
    for (std::uint32_t at = tokens.first; at < tokens.last && at < tokens.first + 2; ++at) {
        const bool at_least = at + 1 < document.tokens().size() && document.tokens()[at + 1].normal == "يقل";  // "ما لا يقل عن 14"
        if (!at_least && is_one_of(none_words, document.tokens()[at].normal)) return true;
        if (const auto number = text::read_number(document, at); number && number->value > 0) return false;  // "three, not more"
    }
    return false;
}

// A number that may count people.
std::optional<text::NumberRead> count_at(const text::Document& document, std::uint32_t at)
{
    const auto number = text::read_number(document, at);
    const bool counts = number && !number->ordinal && number->is_whole() && number->value >= 0 && number->value < static_cast<double>(crowd_min);
    return counts ? number : std::nullopt;
}

// ارتفعت, خفّضت: an Arabic word of change.
bool tells_change(std::string_view word)
{
    constexpr std::array stems{"ارتفع", "ترتفع", "يرتفع", "ارتفاع", "رفع", "يرفع", "خفض", "انخفض", "زاد", "تراجع", "تقلص",
                               "عدل", "راجع", "صحح", "قفز"};
    return std::ranges::any_of(stems, [&](std::string_view stem) { return word.starts_with(stem); });
}

// "Nine to thirteen", "seven people to nine": where the second figure of a change stands.
std::optional<std::uint32_t> second_of_change(const text::Document& document, std::uint32_t number)
{
    const auto first = count_at(document, number);
    if (!first || first->vague) return std::nullopt;
    const std::uint32_t end = document.sentences()[document.sentence_of(number)].last;
    std::uint32_t to = number + static_cast<std::uint32_t>(first->tokens);
    const auto says_to = [&](std::uint32_t at) { return at + 1 < end && (document.tokens()[at].normal == "to" || document.tokens()[at].normal == "الي"); };
    if (!says_to(to)) ++to;
    if (!says_to(to)) return std::nullopt;
    const auto second = count_at(document, to + 1);
    return second && !second->vague ? std::optional(to + 1) : std::nullopt;
}

// "him and his son", "the bride, her aunt and two guards": as many as are listed; nothing where people stand in the list without their number.
std::optional<std::int64_t> listed_in(const text::Document& document, Tokens tokens)
{
    constexpr std::array people{"men", "women", "children", "people"};
    constexpr std::array owners{"his", "her", "their", "its", "the"};
    constexpr std::array attackers{"himself", "herself", "themselves"};  // "killed himself and a policewoman"
    std::int64_t all = 0, items = 0, counted = 1;
    bool ends_list = false, empty = true;
    std::string_view last;
    bool both = false;
    const auto close = [&] {
        if (empty) return true;
        if (both && !last.ends_with("s") && !is_one_of(people, last)) counted = 1;  // "both the driver and his passenger"
        both = false;
        if (counted == 1 && (last.ends_with("s") || is_one_of(people, last))) return false;
        all += counted;
        ++items;
        counted = 1;
        empty = true;
        return true;
    };
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const std::string_view normal = document.tokens()[at].normal;
        if (normal == "between") return std::nullopt;
        if (normal == "," || normal == "and") {
            ends_list = ends_list || normal == "and";
            if (!close()) return std::nullopt;
            continue;
        }
        const auto number = count_at(document, at);
        if (number && number->vague) return std::nullopt;
        if (is_one_of(attackers, normal)) counted = 0;
        if (normal == "both" && empty) {
            both = true;
            counted = 2;
        }
        if (number && (empty || is_one_of(owners, last))) counted = number->whole();  // "34" behind a name is an age
        if (number) at += static_cast<std::uint32_t>(number->tokens) - 1;
        last = document.tokens()[at].normal;
        empty = false;
    }
    return close() && ends_list && items > 1 ? std::optional(all) : std::nullopt;
}

// "10 or 11", "20 to 40", "between 5 and 8", ثلاثة أو أربعة: the second of two numbers that a count lies between.
std::optional<std::int64_t> range_end(const text::Document& document, Tokens tokens, std::uint32_t at, const text::NumberRead& low)
{
    constexpr std::array joints{"or", "to", "-", "–", "او", "الي"};
    const std::uint32_t joint = at + static_cast<std::uint32_t>(low.tokens);
    const bool opens_range = at > 0 && (document.tokens()[at - 1].normal == "between" || document.tokens()[at - 1].normal == "بين");
    // Of "between 10 and 12" the tagger may see the first number alone.
    const std::uint32_t end = opens_range ? document.sentences()[document.sentence_of(at)].last : tokens.last;
    if (joint + 1 >= end || low.vague || is_change(document, at)) return std::nullopt;
    const std::string_view word = document.tokens()[joint].normal;
    const bool between = opens_range && (word == "and" || word == "و");
    if (!between && !is_one_of(joints, word)) return std::nullopt;
    const auto high = count_at(document, joint + 1);
    return high && !high->vague && joint + 1 + high->tokens <= end && high->value > low.value ? std::optional(high->whole()) : std::nullopt;
}

void read_english(const text::Document& document, Tokens tokens, TollCue& cue)
{
    constexpr std::array pairs{"both", "couple", "pair"};
    constexpr std::array crowds{"some", "many", "all", "tens"};
    constexpr std::array singles{"a", "an", "another", "his", "her", "him"};
    // "an unknown number of villagers", "a handful": nobody says how many.
    constexpr std::array uncounted{"number", "numbers", "handful", "unknown", "undisclosed", "unspecified", "unconfirmed"};
    const std::string_view first = document.tokens()[tokens.first].normal, last = document.tokens()[tokens.last - 1].normal;
    cue.low = is_one_of(pairs, first) || is_one_of(pairs, last) ? 2 : 1;
    const auto is_uncounted = [&](const text::Token& token) { return is_one_of(uncounted, token.normal); };
    const auto words = std::span(document.tokens()).subspan(tokens.first, tokens.last - tokens.first);
    cue.vague = cue.low == 1 && ((!is_one_of(singles, first) && last.ends_with("s")) || is_one_of(crowds, first) || std::ranges::any_of(words, is_uncounted));
}

void read_arabic(std::string_view first, TollCue& cue)
{
    constexpr std::string_view dual = "ان", feminine_dual = "تين", oblique = "ين";
    // Of words whose plural is a broken one the ending of duals is no plural's: جنديين are two, not "soldiers" (جنود).
    constexpr std::array broken{"جندي", "شخص", "رجل", "طفل", "ولد", "شاب", "ضابط", "عنصر", "قتيل", "جريح", "شهيد",
                                "طالب", "عامل", "تلميذ", "شيخ", "حارس", "طبيب"};
    const bool two_of_broken = first.ends_with(oblique) && std::ranges::any_of(broken, [&](std::string_view word) {
        const std::string_view stem = first.substr(0, first.size() - oblique.size());
        return stem == word || (stem.starts_with("و") && stem.substr(std::string_view("و").size()) == word);
    });
    const bool two = first.ends_with(dual) || first.ends_with(feminine_dual) || two_of_broken;
    cue.low = two ? 2 : 1;
    constexpr std::array uncounted{"عدد",    "عددا", "بعض",  "مجموعه", "الجميع", "جميعهم", "جميعا",  // عدد غير معروف من المدنيين
                                   "كلهم", "كل",   "الكل", "غيرهم",  "البقيه"};
    cue.vague = !two && (first.ends_with("ون") || first.ends_with("ين") || first.ends_with("ات") || is_one_of(uncounted, first));
}

// "Nine sheep", "230 olive trees", "200 spent cartridges", 14 رأس غنم; but "nine sheep farmers" are people.
bool counts_things(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array many{"goats", "cows", "camels", "donkeys", "horses", "pigs", "dogs", "chickens", "animals", "trees", "saplings", "palms",
                              "cartridges", "casings", "rounds", "rifles", "guns", "motorcycles", "vehicles", "cars", "tents", "راس", "راسا", "غنمه",
                              "خروفا", "خراف", "بقره", "ابقار", "ناقه", "جملا", "شجره", "اشجار", "نخله", "حمارا", "حصانا"};
    constexpr std::array whole{"sheep", "cattle", "livestock", "poultry"};
    constexpr std::uint32_t reach = 2;  // "olive trees"
    const std::uint32_t end = behind < document.tokens().size() ? document.sentences()[document.sentence_of(behind)].last : behind;
    for (std::uint32_t at = behind; at < std::min(end, behind + reach); ++at) {
        const std::string_view word = document.tokens()[at].normal;
        if (is_one_of(many, word)) return true;
        if (!is_one_of(whole, word)) continue;
        const std::string_view next = at + 1 < end ? document.tokens()[at + 1].normal : std::string_view();
        return !next.ends_with("ers") && !next.ends_with("men") && !next.ends_with("ves");
    }
    return false;
}

}  // namespace

bool is_change(const text::Document& document, std::uint32_t number)
{
    constexpr std::array changes{"rose", "risen", "rise", "rises", "rising", "raised", "raising", "climbed", "climbs",
                                 "jumped", "increased", "increasing", "revised", "lowered", "went", "gone", "grew", "grown"};
    constexpr std::array beside{"up", "down", "cut", "fell"};
    constexpr std::uint32_t reach = 14;
    const auto& tokens = document.tokens();
    if (number < 2) return false;
    const bool arabic = tokens[number].arabic || tokens[number - 1].arabic;
    if (tokens[number - 1].normal != (arabic ? "من" : "from") || !second_of_change(document, number)) return false;
    const std::uint32_t begin = std::max(document.sentences()[document.sentence_of(number)].first, number > reach ? number - reach : 0);
    if (!arabic && is_one_of(beside, tokens[number - 2].normal)) return true;
    for (std::uint32_t at = number - 1; at-- > begin;) {
        const std::string_view word = tokens[at].normal;
        if (arabic ? tells_change(word) : is_one_of(changes, word)) return true;
    }
    return false;
}

namespace {

// "The toll later rose to seven"
bool has_risen_to(const text::Document& document, std::uint32_t number)
{
    constexpr std::array risen{"rose", "risen", "rises", "climbed", "climbs", "jumped", "increased", "grew", "grown"};
    constexpr std::uint32_t reach = 4;
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    if (number == begin || tokens[number - 1].normal != "to") return false;
    for (std::uint32_t at = number - 1; at > begin && number - at < reach && tokens[at - 1].kind != text::TokenKind::punctuation; --at)
        if (is_one_of(risen, tokens[at - 1].normal)) return true;
    return false;
}

}  // namespace

std::optional<TollCue> toll_in(const text::Document& document, Tokens tokens, std::uint32_t sentence)
{
    if (tokens.empty()) return std::nullopt;
    TollCue cue;
    cue.tokens = tokens;
    cue.sentence = sentence;
    cue.added = true;
    if (says_none(document, tokens)) {
        cue.high = 0;
        return cue;
    }
    if (const auto listed = listed_in(document, tokens)) {
        cue.low = *listed;
        cue.high = cue.low;
        return cue;
    }
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const auto number = count_at(document, at);
        if (!number || english::is_age(document, at)) continue;
        const std::uint32_t behind = at + static_cast<std::uint32_t>(number->tokens);
        if (counts_things(document, behind) || arabic::counts_no_victims(document, {at, behind}) || is_feared(document, at)) return std::nullopt;
        cue.updates = has_risen_to(document, at);
        cue.low = number->whole();
        cue.high = range_end(document, tokens, at, *number).value_or(cue.low);
        cue.vague = number->vague;
        cue.replaced = is_change(document, at) || told_first(document, at);
        return cue;
    }
    const text::Token& first = document.tokens()[tokens.first];
    if (first.arabic) read_arabic(first.normal, cue);
    else read_english(document, tokens, cue);
    cue.high = cue.low;
    cue.one_person = cue.low == 1 && !cue.vague;
    return cue;
}

namespace {

// "Prices rose from 30 to 35 dollars" counts nobody.
bool measures(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array units{"%",     "percent", "per",    "dollars", "euros",  "degrees", "kilometres", "kilometers", "metres", "years",
                               "دولار", "دولارا",  "دينار", "دينارا",  "ليره", "بالميه", "كيلومترا",   "متر",        "سنه"};
    if (behind >= document.tokens().size()) return false;
    const bool in_hundred = document.tokens()[behind].normal == "في" && behind + 1 < document.tokens().size() && document.tokens()[behind + 1].normal == "الميه";
    return in_hundred || is_one_of(units, document.tokens()[behind].normal);
}

std::string_view without_clitic(std::string_view word)
{
    for (const std::string_view clitic : {"و", "ل", "ب"})
        if (word.starts_with(clitic) && word.size() > 8) return word.substr(clitic.size());
    return word;
}

std::optional<Outcome> outcome_told_by(std::string_view word)
{
    constexpr std::array dead{"toll",  "dead", "deaths", "killed",  "fatalities", "حصيله",   "قتلي",    "القتلي",
                              "قتيلا", "قتيل", "ضحايا",  "الضحايا", "شهداء",      "الشهداء", "الوفيات", "لقتلي"};
    constexpr std::array hurt{"wounded", "injured", "injuries", "جرحي", "الجرحي", "جريح", "جريحا", "مصابا",
                              "مصابين", "المصابين", "مصابون", "اصابات", "الاصابات", "لجرحي"};
    if (is_one_of(hurt, word)) return Outcome::injured;
    return is_one_of(dead, word) ? std::optional(Outcome::killed) : std::nullopt;
}

// "The number of truffle hunters killed": the words before "killed".
bool counts_those(const text::Document& document, std::uint32_t begin, std::uint32_t told)
{
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t at = told; at > begin + 1 && told - at < reach; --at)
        if (document.tokens()[at - 1].normal == "of") return document.tokens()[at - 2].normal == "number";
    return false;
}

// What two figures of a change count: told right behind the second ("إلى 5 قتلى"), else between the word of change and the first (Arabic), else as a
// toll or number of them before ("the death toll has risen", "the number of wounded rose").
std::optional<Outcome> counted_by(const text::Document& document, std::uint32_t number, std::uint32_t behind)
{
    constexpr std::array tolls{"toll", "deaths", "fatalities", "injuries"};
    const auto& tokens = document.tokens();
    if (measures(document, behind)) return std::nullopt;
    if (behind < tokens.size())
        if (const auto told = outcome_told_by(tokens[behind].normal)) return told;
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    for (std::uint32_t at = number - 1; at-- > begin;) {
        const std::string_view word = without_clitic(tokens[at].normal);
        const auto told = outcome_told_by(word);
        const bool arabic = tokens[at].arabic;
        const bool as_number = at > begin && (tokens[at - 1].normal == "of" || tokens[at - 1].normal == "the" || counts_those(document, begin, at));
        if (told && (arabic || as_number || is_one_of(tolls, word))) return told;
        if (arabic && tells_change(tokens[at].normal)) return std::nullopt;  // "تراجعت الليرة من 1500 إلى 3000"
    }
    return std::nullopt;
}

}  // namespace

void add_changed_tolls(const text::Document& document, const std::vector<TallyCue>& tallies, std::vector<TollCue>& tolls)
{
    constexpr std::size_t changes_max = 48;  // bounds the work on hostile text
    std::size_t changes = 0;
    for (std::uint32_t at = 2; at + 2 < document.tokens().size() && changes < changes_max; ++at) {
        const std::string_view before = document.tokens()[at - 1].normal;
        if ((before != "from" && before != "من") || !is_change(document, at)) continue;
        ++changes;
        const std::uint32_t now = *second_of_change(document, at);
        const auto earlier = count_at(document, at), later = count_at(document, now);
        const auto outcome = counted_by(document, at, now + static_cast<std::uint32_t>(later->tokens));
        if (!outcome) continue;
        const Tokens first{at, at + static_cast<std::uint32_t>(earlier->tokens)}, second{now, now + static_cast<std::uint32_t>(later->tokens)};
        if (std::ranges::any_of(tallies, [&](const TallyCue& tally) { return tally.tokens.overlaps(first) || tally.tokens.overlaps(second); })) continue;
        const auto taken = [&](const TollCue& toll) { return toll.tokens.overlaps(first) || toll.tokens.overlaps(second); };
        const bool of_attackers = std::ranges::any_of(tolls, [&](const TollCue& toll) { return taken(toll) && toll.of_attackers; });
        std::erase_if(tolls, taken);
        const auto sentence = static_cast<std::uint32_t>(document.sentence_of(at));
        const auto put = [&](Tokens tokens, std::int64_t people, bool replaced) {
            TollCue toll;
            toll.tokens = tokens;
            toll.sentence = sentence;
            toll.outcome = *outcome;
            toll.of_attackers = of_attackers;
            toll.low = people;
            toll.high = people;
            toll.replaced = replaced;
            toll.updates = !replaced;
            toll.added = true;
            const auto behind = std::ranges::find_if(tolls, [&](const TollCue& other) { return other.tokens.first > tokens.first; });
            tolls.insert(behind, std::move(toll));
        };
        put(first, earlier->whole(), true);
        put(second, later->whole(), false);
    }
}

}  // namespace sitrep::understand
