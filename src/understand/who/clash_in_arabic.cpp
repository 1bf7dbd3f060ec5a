#include "understand/who/clash_in_arabic.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clitics.hpp"
#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint32_t side_words_max = 7;

template <class Words>
bool is_any(std::string_view normal, const Words& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text::matches_behind_clitics(normal, word); });
}

bool is_quote(std::string_view normal)
{
    constexpr std::array<std::string_view, 6> quotes{"«", "»", "\"", "“", "”", "'"};
    return is_one_of(quotes, normal);
}

bool is_fight(std::string_view normal)
{
    constexpr std::array<std::string_view, 17> fights{"اشتباك", "اشتباكات", "معارك", "معركه", "قتال", "مواجهات", "مواجهه", "نزاع",
                                                      "اقتتال", "شجار", "مشاجره", "تراشق", "مناوشات", "نار", "صدامات", "نيران", "عراك"};
    return is_any(normal, fights);
}

// Where the words for a side end: where, when and why they fought, what came of it, or whom they stand behind ("الموالية للمجلس").
bool ends_side(const Material& material, std::uint32_t at)
{
    constexpr std::array<std::string_view, 42> ends{"في", "علي", "عند", "قرب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي",
                                                    "وسط", "داخل", "قبل", "بعد", "منذ", "خلال", "حول", "بسبب",
                                                    "اثر", "الي", "الذين", "التي", "الذي", "اللذين", "لم", "ما", "حيث", "حين", "حتي", "يومي",
                                                    "ليله", "وفق", "بحسب", "حسب", "مع", "من", "قباله", "امام", "خارج", "بجوار"};
    constexpr std::array<std::string_view, 33> tells{"خلف", "خلفت", "اوقع", "اوقعت", "اسفر", "اسفرت", "اندلع", "اندلعت", "دار", "دارت",
                                                     "وقعت", "نشب", "نشبت", "استمر", "استمرت", "استخدمت", "استخدم", "ادت",
                                                     "ادي", "امتدت", "راح", "راحت", "حاولت", "شهدت", "انتهت", "قتل", "قتلت", "استعملت",
                                                     "اطلاق", "النار", "النيران", "القصف", "القذايف"};
    constexpr std::array<std::string_view, 10> behind{"الموال", "التابع", "المحسوب", "المدعوم", "المنشق", "تساند", "تدعم", "يدعم", "يساند",
                                                      "يويد"};
    const text::Token& token = material.document.tokens()[at];
    if (token.kind == text::TokenKind::punctuation) return !is_quote(token.normal);
    if (material.context.in_date[at] != 0 || token.kind == text::TokenKind::number || text::read_number(material.document, at)) return true;
    if (is_one_of(ends, token.normal) || is_one_of(tells, token.normal)) return true;
    if (std::ranges::any_of(behind, [&](std::string_view word) { return token.normal.starts_with(word); })) return true;
    const auto acts = cues_in(material.cues.acts, {at, at + 1});
    if (std::ranges::any_of(acts, [](const ActCue& act) { return !act.nominal; })) return true;
    return token.normal.starts_with("بال") || (token.normal.starts_with("ب") && material.context.in_place[at] != 0 && token.normal.size() > 4 &&
                                               material.context.in_place[at - 1] == 0);
}

// "مسلحين من التبو", "عناصر من سرايا المقاومة": right behind a side's first word من tells whose they are.
bool tells_whose(const Material& material, std::uint32_t first, std::uint32_t at)
{
    constexpr std::array<std::string_view, 3> parties{"جهه", "جانب", "طرف"};  // "المسلحين من جهة أخرى"
    const auto& all = material.document.tokens();
    return all[at].normal == "من" && at == first + 1 && at + 1 < all.size() && !is_one_of(parties, all[at + 1].normal);
}

// "و" that joins the other side: no letter of وحدات, nor within one name ("أهل السنة والجماعة").
bool joins(const Material& material, std::uint32_t at)
{
    constexpr std::array<std::string_view, 14> own{"وحدات", "وحده", "وزاره", "وزير", "وكاله", "وجهاء", "ولايه", "واد", "وادي", "ورشفانه",
                                                   "وفاق", "والي", "والد", "وازاليندو"};
    const std::string_view word = material.document.tokens()[at].normal;
    if (word != "و" && (!word.starts_with("و") || is_one_of(own, word))) return false;
    return std::ranges::none_of(cues_in(material.cues.actors, {at - std::min(at, side_words_max), at}),
                                [&](const ActorCue& actor) { return actor.name_words.first < at && at < actor.name_words.last; });
}

Tokens without_quotes(const Material& material, Tokens side)
{
    const auto is = [&](std::uint32_t at, std::string_view mark) { return at < material.document.tokens().size() && material.document.words(at, at + 1) == mark; };
    const auto has = [&](std::string_view mark) {
        for (std::uint32_t at = side.first; at < side.last; ++at)
            if (is(at, mark)) return true;
        return false;
    };
    if (!side.empty() && is(side.last - 1, "«")) --side.last;
    if (!side.empty() && has("«") && !has("»") && is(side.last, "»")) ++side.last;
    return side;
}

// Whether somebody stands there who can fight: a cue of people or a name that the tagger saw.
bool can_fight(const Material& material, Tokens side)
{
    const ActorCue* actor = cue_over(material.cues.actors, side);
    return actor != nullptr && actor->side != Side::thing && cue_over(material.cues.tolls, side) == nullptr;
}

// "عشيرتين", "فصيلين"
bool is_dual(std::string_view normal)
{
    constexpr std::array<std::string_view, 3> masculine{"فصيلين", "طرفين", "فريقين"};
    return normal.ends_with("تين") || is_one_of(masculine, normal);
}

std::optional<FightingSides> sides_behind(const Material& material, std::uint32_t between, std::uint32_t end)
{
    const std::uint32_t first = between + 1;
    std::uint32_t at = first;
    while (at < end && at < first + side_words_max && (at == first || !joins(material, at)) && (tells_whose(material, first, at) || !ends_side(material, at))) ++at;
    const Tokens one = without_quotes(material, {first, at});
    if (one.empty()) return std::nullopt;
    if (at >= end || !joins(material, at)) {
        const bool both = is_dual(material.document.tokens()[first].normal) || (one.last - one.first == 3 && is_dual(material.document.tokens()[first + 2].normal));
        return both && can_fight(material, one) ? std::optional(FightingSides{one, {}}) : std::nullopt;
    }
    const std::uint32_t begin = material.document.tokens()[at].normal == "و" ? at + 1 : at;
    std::uint32_t last = begin;
    while (last < end && last < begin + side_words_max && (last == begin || !joins(material, last)) &&
           (tells_whose(material, begin, last) || (last == begin && !is_quote(material.document.tokens()[last].normal)) || !ends_side(material, last)))
        ++last;
    const Tokens other = without_quotes(material, {begin, last});
    // "عائلتي الحسن والعلي", "عشيرتي الحلاف وبني مالك": one noun for both.
    constexpr std::string_view two_of = "تي";
    if (!other.empty() && material.document.tokens()[first].normal.ends_with(two_of) && can_fight(material, one)) return FightingSides{{one.first, other.last}, {}};
    const bool fight = !other.empty() && (can_fight(material, one) || can_fight(material, other)) && cue_over(material.cues.tolls, one) == nullptr &&
                       material.context.in_date[begin] == 0 && !text::read_number(material.document, begin);
    return fight ? std::optional(FightingSides{one, other}) : std::nullopt;
}

// "اشتبك خفر السواحل مع مهربي وقود": the subject beside the verb, and whom it fights; told apart only where one of them is the state's.
std::optional<FightingSides> sides_of_verb(const Material& material, std::uint32_t verb, std::uint32_t end)
{
    constexpr std::uint32_t reach = 14;
    const auto& all = material.document.tokens();
    const auto actors = cues_in(material.cues.actors, {verb + 1, verb + 2});
    if (actors.empty()) return std::nullopt;
    const Tokens one = actors.front().tokens;
    for (std::uint32_t at = one.last; at + 1 < std::min(end, verb + reach); ++at) {
        if (all[at].normal != "مع") continue;
        std::uint32_t last = at + 1;
        while (last < end && last < at + 1 + side_words_max && (tells_whose(material, at + 1, last) || !ends_side(material, last))) ++last;
        const Tokens other = without_quotes(material, {at + 1, last});
        if (other.empty() || is_side_of_state(material, one) == is_side_of_state(material, other)) return std::nullopt;
        return FightingSides{one, other};
    }
    return std::nullopt;
}

// "تبادل مهربون وجنود إطلاق النار"
bool is_exchange(const Material& material, std::uint32_t at, std::uint32_t end)
{
    constexpr std::array<std::string_view, 3> verbs{"تبادل", "تبادلت", "يتبادل"};
    constexpr std::array<std::string_view, 6> fire{"اطلاق", "النار", "النيران", "القصف", "القذايف", "نيران"};
    constexpr std::uint32_t reach = 12;
    const auto& all = material.document.tokens();
    return is_any(all[at].normal, verbs) &&
           std::any_of(all.begin() + at + 1, all.begin() + std::min(end, at + reach), [&](const text::Token& token) { return is_one_of(fire, token.normal); });
}

}  // namespace

std::optional<FightingSides> sides_in_arabic(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr std::uint32_t before = 12;
    constexpr std::array<std::string_view, 3> verbs{"اشتبك", "اشتبكت", "تشتبك"};
    const auto& all = material.document.tokens();
    for (const std::uint32_t index : episode.segments) {
        const Tokens words = segments[index].tokens;
        for (std::uint32_t at = words.first; at + 1 < words.last; ++at) {
            if (is_any(all[at].normal, verbs)) {
                if (const auto sides = sides_of_verb(material, at, words.last)) return sides;
                continue;
            }
            if (all[at].normal != "بين" && !is_exchange(material, at, words.last)) continue;
            const std::uint32_t from = std::max(words.first, at - std::min(at, before));
            const bool fight = std::any_of(all.begin() + from, all.begin() + at, [](const text::Token& token) { return is_fight(token.normal); });
            if (!fight && all[at].normal == "بين") continue;
            if (const auto sides = sides_behind(material, at, words.last)) return sides;
        }
    }
    return std::nullopt;
}

bool is_side_of_state(const Material& material, Tokens side)
{
    constexpr std::array<std::string_view, 9> alone{"الجيش", "شرطه", "حرس", "جنود", "درك", "امن", "خفر", "دوريه", "فوج"};
    constexpr std::array<std::string_view, 4> units{"قوات", "قوي", "وحدات", "الويه"};
    constexpr std::array<std::string_view, 12> of_state{"جيش", "شرطه", "امن", "حرس", "حكومه", "حكوميه", "امنيه", "رياسي", "رياسيه", "نظاميه",
                                                        "درك", "مسلحه"};
    for (const ActorCue& actor : cues_in(material.cues.actors, {side.first - std::min(side.first, side_words_max), side.last}))
        if (!actor.name.empty() && actor.tokens.overlaps(side)) return actor.side == Side::state_force || actor.side == Side::foreign_force;
    const auto& all = material.document.tokens();
    if (is_any(all[side.first].normal, alone)) return true;
    return is_any(all[side.first].normal, units) &&
           std::any_of(all.begin() + side.first + 1, all.begin() + side.last, [&](const text::Token& token) { return is_any(token.normal, of_state); });
}

}  // namespace sitrep::understand
