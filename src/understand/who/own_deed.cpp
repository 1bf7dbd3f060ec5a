#include "understand/who/own_deed.hpp"

#include <algorithm>
#include <array>

#include "text/clitics.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

template <class Words>
bool is_any(std::string_view normal, const Words& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text::matches_behind_clitics(normal, word); });
}

// What people in arms are called that have a name: of the bodies that others have too, only theirs ("وزارة الدفاع", not "وزارة الصحة").
bool begins_armed_body(std::string_view first, std::string_view second)
{
    constexpr std::array<std::string_view, 31> armed{"جيش",   "قوات", "شرطه", "حرس",  "درك",  "خفر",  "قوه",    "لواء",  "فرقه",   "كتيبه",
                                                       "كتايب", "سرايا", "حركه", "جماعه",  "حزب",     "تنظيم",
                                                     "جبهه", "فصيل", "فصايل", "بحريه", "استخبارات", "مخابرات", "امن", "اسايش", "ميليشيا",
                                                     "مليشيا", "داخليه", "دفاع", "اركان", "بنتاغون", "مقاومه"};
    constexpr std::array<std::string_view, 9> of_state{"وزاره", "قياده", "وكاله", "جهاز", "مديريه", "هييه", "رياسه", "اداره", "قسم"};
    constexpr std::array<std::string_view, 21> in_arms{"دفاع", "داخليه", "استخبارات", "مخابرات", "امن", "شرطه", "جيش", "قوات", "عمليات",
                                                       "عامه", "اركان", "مركزيه", "عسكريه", "مشتركه", "ردع", "مكافحه", "حرس",
                                                       "درك", "بحريه", "منطقه", "شرق"};
    if (second == "المدني" || second == "المدنيه") return false;  // "الدفاع المدني" goes unarmed
    return is_any(first, armed) || (is_any(first, of_state) && is_any(second, in_arms));
}

bool is_office(std::string_view normal)
{
    constexpr std::array<std::string_view, 11> offices{"قايد", "بيان", "ناطق", "ناطقا", "متحدث", "متحدثا", "اعلامي", "عسكري", "رسمي", "مكتب",
                                                       "مدير"};
    return is_any(normal, offices);
}

bool is_rank(std::string_view normal)
{
    constexpr std::array<std::string_view, 7> ranks{"العميد", "العقيد", "اللواء", "الرايد", "المقدم", "النقيب", "الفريق"};
    return is_one_of(ranks, normal);
}

// "الناطق باسم القوات المسلحة العميد": the body that somebody speaks for, or nothing.
std::optional<Tokens> body_of(const Material& material, const SourceCue& source)
{
    constexpr std::array<std::string_view, 4> behind{"(", "في", "امس", "اليوم"};
    const auto& all = material.document.tokens();
    Tokens words = source.tokens;
    for (std::uint32_t at = words.first; at + 1 < words.last; ++at)
        if (all[at].normal == "باسم" || all[at].normal == "بلسان") words.first = at + 1;
    while (words.first + 1 < words.last && is_office(all[words.first].normal)) ++words.first;
    for (std::uint32_t at = words.first + 1; at < words.last; ++at)
        if (is_rank(all[at].normal) || is_one_of(behind, all[at].normal) || material.context.in_date[at] != 0) words.last = at;
    const std::string_view second = words.first + 1 < words.last ? all[words.first + 1].normal : std::string_view();
    const ActorCue* actor = cue_over(material.cues.actors, words);
    const bool known = actor != nullptr && !actor->name.empty() && words.first >= actor->tokens.first && (is_force(actor->side) || is_insurgent(actor->side));
    if (known || begins_armed_body(all[words.first].normal, second)) return words;
    return std::nullopt;
}

// One of some nouns with a pronoun for its owner.
template <class Words>
bool is_owned(std::string_view normal, const Words& nouns)
{
    constexpr std::array<std::string_view, 4> theirs{"ه", "ها", "هم", "نا"};
    for (const auto& split : text::clitic_splits(normal))
        for (const std::string_view noun : nouns)
            if (!split.article && split.rest.starts_with(noun) && is_one_of(theirs, split.rest.substr(noun.size()))) return true;
    return false;
}

// "طائراته", "مدفعيتها"
bool is_own_machine(std::string_view normal)
{
    constexpr std::array<std::string_view, 4> machines{"طايرات", "مدفعيت", "طيران", "مروحيات"};
    return is_owned(normal, machines);
}

// A verb that somebody did something, in the very next words.
bool acts_in(const Material& material, Tokens words)
{
    const auto acts = cues_in(material.cues.acts, words);
    return std::ranges::any_of(acts, [](const ActCue& act) { return !act.nominal && !act.by_victims && act.reality == Reality::happened; });
}

bool is_suffered(std::string_view normal)
{
    constexpr std::array<std::string_view, 10> words{"تعرض", "تعرضت", "تعرضوا", "لم", "لا", "وقع", "وقعت", "وقعوا", "ليس", "ليست"};
    return is_one_of(words, normal);
}

// "كشفت وكالة الاستخبارات عن القبض على خمسة", "أعلنت الشرطة ضبط خلية": what only forces do, told by them as a noun.
bool tells_arrest(const Material& material, Tokens source)
{
    constexpr std::array<std::string_view, 7> deeds{"القبض", "ضبط", "توقيف", "اعتقال", "تفكيك", "تصفيه", "تحييد"};
    constexpr std::uint32_t between = 4;
    const auto& all = material.document.tokens();
    const std::uint32_t end = std::min(material.document.sentences()[material.document.sentence_of(source.first)].last, source.last + between);
    for (std::uint32_t at = source.last; at < end && all[at].kind == text::TokenKind::word; ++at) {
        if (is_one_of(deeds, all[at].normal)) return true;
        if (all[at].normal != "عن" && material.context.in_date[at] == 0) return false;
    }
    return false;
}

// "أن قواتها داهمت", "إنه أوقف": what is said tells of the speaker's own deed.
bool tells_own_deed(const Material& material, Tokens source)
{
    constexpr std::array<std::string_view, 3> that{"ان", "بان", "وان"}, that_they{"انها", "انه", "انهم"};
    constexpr std::uint32_t between = 10, near = 3;
    const auto& all = material.document.tokens();
    const std::uint32_t end = material.document.sentences()[material.document.sentence_of(source.first)].last;
    for (std::uint32_t at = source.last; at < std::min(end, source.last + between); ++at) {
        const bool they = is_any(all[at].normal, that_they);
        if (!they && !is_one_of(that, all[at].normal)) continue;
        const std::uint32_t subject = at + 1, behind = they ? subject : subject + 1;
        if (!they && (subject >= end || !(is_own_men(all[subject].normal) || is_own_machine(all[subject].normal)))) return false;
        const Tokens next{behind, std::min(end, behind + near)};
        const bool suffered = std::any_of(all.begin() + next.first, all.begin() + std::max(next.first, next.last), [](const text::Token& token) { return is_suffered(token.normal); });
        return next.first < next.last && !suffered && acts_in(material, next);
    }
    return false;
}

}  // namespace

bool is_own_men(std::string_view normal)
{
    constexpr std::array<std::string_view, 15> men{"قوات", "جنود", "مقاتلي", "مقاتلو", "عناصر", "رجال", "ضباط", "مجاهدي", "مجاهدو",
                                                   "ابطال", "مسلحي", "مسلحو", "وحدات", "مقاتلات", "مفارز"};
    return is_owned(normal, men);
}

std::optional<Tokens> teller_of_own_deed(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    for (const std::uint32_t segment : episode.segments)
        for (const SourceCue& source : cues_in(material.cues.sources, segments[segment].tokens)) {
            const auto body = body_of(material, source);
            if (body && (tells_own_deed(material, source.tokens) || tells_arrest(material, source.tokens))) return body;
        }
    return std::nullopt;
}

std::optional<Tokens> teller_before(const Material& material, Tokens words)
{
    const text::Sentence& sentence = material.document.sentences()[material.document.sentence_of(words.first)];
    std::optional<Tokens> teller;
    for (const SourceCue& source : cues_in(material.cues.sources, {sentence.first, words.first}))
        if (const auto body = body_of(material, source)) teller = body;
    return teller;
}

bool tells_what_ours_did(const Material& material, Tokens doers)
{
    constexpr std::string_view our = "نا";
    constexpr std::array<std::string_view, 5> negations{"لم", "لا", "ما", "لن", "ولم"};
    const auto& all = material.document.tokens();
    const text::Sentence& sentence = material.document.sentences()[material.document.sentence_of(doers.first)];
    const std::string_view first = all[doers.first].normal;
    if (!first.ends_with(our) || !is_own_men(first)) return false;
    const bool before = doers.first > sentence.first && acts_in(material, {doers.first - 1, doers.first});
    const bool behind = doers.last < sentence.last && acts_in(material, {doers.last, doers.last + 1});
    if (!before && !behind) return false;
    for (std::uint32_t at = sentence.first; at < doers.last + 1 && at < sentence.last; ++at)
        if (is_one_of(negations, all[at].normal)) return false;
    return std::ranges::all_of(cues_in(material.cues.sources, {sentence.first, doers.first}), [&](const SourceCue& source) {
        const auto words = std::ranges::subrange(all.begin() + source.tokens.first, all.begin() + source.tokens.last);
        return std::ranges::any_of(words, [](const text::Token& token) { return is_office(token.normal); }) || body_of(material, source).has_value();
    });
}

}  // namespace sitrep::understand
