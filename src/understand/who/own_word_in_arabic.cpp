#include "understand/who/own_word_in_arabic.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clitics.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/who/own_deed.hpp"

namespace sitrep::understand {

namespace {

template <class Words>
bool is_any(std::string_view normal, const Words& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text::matches_behind_clitics(normal, word); });
}

bool is_speech(std::string_view normal)
{
    constexpr std::array<std::string_view, 24> verbs{"قال", "قالت", "ذكر", "ذكرت", "اعلن", "اعلنت", "اوضح", "اوضحت", "اكد",
                                                     "اكدت", "افاد", "افادت",
                                                     "ادعي", "ادعت", "زعم", "زعمت", "بين", "بينت", "اضاف", "اضافت", "اقر",
                                                     "اقرت", "اعترف", "اعترفت"};
    return is_any(normal, verbs);
}

bool is_negation(std::string_view normal)
{
    constexpr std::array<std::string_view, 6> words{"لم", "لا", "ليس", "ليست", "لن", "دون"};
    return is_any(normal, words);
}

// What an army says of a death that it did not cause, has yet to look into, or suffered.
bool is_of_no_deed(std::string_view normal)
{
    constexpr std::array<std::string_view, 24> words{"تحقيق", "تحقيقا", "يحقق", "تحقق", "يفحص", "تفحص", "يدرس", "تدرس",
                                                     "يراجع", "تراجع", "برصاص", "بنيران",
                                                     "بصاروخ", "سقطوا", "تعرض", "تعرضت", "تعرضوا", "احبط", "احبطت",
                                                     "مدنيون", "مدنيين", "نفي", "نفت", "ربما"};
    return is_one_of(words, normal);
}

// "إنه ضرب": a deed in the past with "it" for its doer.
bool is_deed(std::string_view normal)
{
    constexpr std::array<std::string_view, 44> verbs{"ضرب", "ضربت", "قصف", "قصفت", "استهدف", "استهدفت", "قتل", "قتلت", "هاجم", "هاجمت", "اغار",
                                                     "اغارت", "صفي", "صفت", "اغتال", "اغتالت", "دمر", "دمرت", "اعتقل",
                                                     "اعتقلت", "اوقف", "اوقفت",
                                                     "ضبط", "ضبطت", "نفذ", "نفذت", "شن", "شنت", "اصاب", "اصابت", "فجر", "فجرت", "قضي", "قضت",
                                                     "داهم", "داهمت", "حيد", "حيدت", "اطلق", "اطلقت", "احرق", "احرقت", "هدم", "هدمت"};
    return is_one_of(verbs, normal);
}

bool is_that_they(std::string_view normal)
{
    constexpr std::array<std::string_view, 3> words{"انه", "انها", "انهم"};
    return is_any(normal, words);
}

bool is_that(std::string_view normal)
{
    constexpr std::array<std::string_view, 3> words{"ان", "بان", "وان"};
    return is_one_of(words, normal);
}

// "إن القتيل قيادي", "أن المستهدف مخزن": whom or what the deed hit.
bool is_the_struck(std::string_view normal)
{
    constexpr std::array<std::string_view, 14> words{"قتيل", "القتيل", "القتيلين", "القتلي", "المستهدف", "المستهدفين",
                                                     "المبني", "الموقوف", "الموقوفين",
                                                     "المعتقل", "المعتقلين", "الموقوفون", "المقبوض", "المضبوطين"};
    return is_one_of(words, normal);
}

// "أن طائراته قصفت", "إن مقاتليه اقتحموا".
bool is_own_arm(std::string_view normal)
{
    constexpr std::array<std::string_view, 10> owned{"طايراته", "طايراتها", "مدفعيته", "مدفعيتها", "مقاتلاته",
                                                     "مقاتلاتها", "مسيراته", "مسيراتها", "طيرانه", "مروحياته"};
    return is_own_men(normal) || is_one_of(owned, normal);
}

bool of_one_side(const std::string& one, const std::string& other)
{
    return !one.empty() && !other.empty() && (one == other || army_of(one) == other || army_of(other) == one);
}

// The agencies and papers that a group speaks through: "إذاعة الأندلس", "صحيفة النبأ".
struct Outlet {
    std::string_view name, medium, group;
    bool alone;  ///< no other word of the language
};

bool is_outlet_of(const Material& material, std::uint32_t at, std::string_view group)
{
    constexpr std::array<Outlet, 7> outlets{{{"اعماق", "وكاله", "ISIS", true},
                                             {"النبا", "صحيفه", "ISIS", false},
                                             {"البتار", "موسسه", "ISIS", true},
                                             {"الفرقان", "موسسه", "ISIS", false},
                                             {"الاندلس", "اذاعه", "al-Shabaab", false},
                                             {"شهاده", "وكاله", "al-Shabaab", false},
                                             {"الزلاقه", "موسسه", "JNIM", true}}};
    const auto& all = material.document.tokens();
    return std::ranges::any_of(outlets, [&](const Outlet& outlet) {
        if (outlet.group != group || all[at].normal != outlet.name) return false;
        return outlet.alone || (at > 0 && text::matches_behind_clitics(all[at - 1].normal, outlet.medium));
    });
}

bool is_army(const ActorCue& actor) { return actor.side == Side::state_force || actor.side == Side::foreign_force; }

// Whether no army or police but the doer's has a name in the report.
bool is_only_force(const Material& material, const std::string& name)
{
    return std::ranges::none_of(material.cues.actors, [&](const ActorCue& actor) { return is_army(actor) && !actor.name.empty() && !of_one_side(actor.name, name); });
}

struct Said {
    Tokens speaker;
    std::uint32_t that = 0;
    std::uint32_t end = 0;  ///< of what is said
};

std::string_view without_article(std::string_view normal)
{
    constexpr std::string_view article = "ال";
    if (normal.starts_with(article)) normal.remove_prefix(article.size());
    return normal;
}

// "متحدث عسكري إسرائيلي" of "الطيران الإسرائيلي", "البنتاغون" of an American strike.
bool is_of_nation(const Material& material, Tokens speaker, const ActorCue& doer)
{
    constexpr std::array<std::string_view, 8> offices{"متحدث", "متحدثه", "ناطق", "ناطقه", "مسوول", "ضابط", "دفاع", "جيش"};
    constexpr std::array<std::string_view, 3> american{"البنتاغون", "سنتكوم", "بنتاغون"};
    constexpr std::string_view state = "United States";
    const auto& all = material.document.tokens();
    const auto words = std::ranges::subrange(all.begin() + speaker.first, all.begin() + speaker.last);
    const bool of_us = doer.name == state || army_of(state) == doer.name;
    if (of_us && std::ranges::any_of(words, [&](const text::Token& token) { return is_any(token.normal, american); })) return true;
    const bool ministry = all[speaker.first].normal.ends_with("وزاره") && speaker.last - speaker.first > 1 && all[speaker.first + 1].normal == "الدفاع";
    if (!ministry && !is_any(all[speaker.first].normal, offices)) return false;
    const std::string_view nation = without_article(all[doer.tokens.last - 1].normal);
    constexpr std::string_view of = "ي", of_her = "يه";
    if (!nation.ends_with(of) && !nation.ends_with(of_her)) return false;
    const std::string_view stem = nation.ends_with(of_her) ? nation.substr(0, nation.size() - std::string_view("ه").size()) : nation;
    return std::any_of(words.begin() + 1, words.end(), [&](const text::Token& token) {
        const std::string_view word = without_article(token.normal);
        return word == stem || (word.starts_with(stem) && word.substr(stem.size()) == "ه");
    });
}

// An office that is not in arms speaks for nobody in arms: "وزارة الصحة التابعة لحماس", "وسائل إعلام إسرائيلية".
bool is_unarmed(const Material& material, Tokens speaker)
{
    constexpr std::array<std::string_view, 13> unarmed{"صحه", "خارجيه", "اسعاف", "اعلام", "صحيفه", "اذاعه", "قناه", "وكاله",
                                                       "وسايل", "مستشفي", "هييه", "عايله", "موقع"};
    const auto& all = material.document.tokens();
    return std::any_of(all.begin() + speaker.first, all.begin() + speaker.last, [&](const text::Token& token) { return is_any(token.normal, unarmed); });
}

// "إنه أغار على منزل".
bool tells_of_bombing(const Material& material, const Said& said)
{
    constexpr std::array<std::string_view, 8> verbs{"قصف", "قصفت", "اغار", "اغارت", "استهدف", "استهدفت", "صفي", "اغتال"};
    const auto& all = material.document.tokens();
    return is_that_they(all[said.that].normal) && said.that + 1 < said.end && is_one_of(verbs, all[said.that + 1].normal);
}

// Whether the speaker of some words is the doer's own side.
bool is_of_doer(const Material& material, const Said& said, const ActorCue& doer)
{
    const Tokens speaker = said.speaker;
    constexpr std::array<std::string_view, 8> bare{"الجيش", "الناطق", "المتحدث", "الناطقه", "المتحدثه", "متحدثه", "ناطقه", "متحدثها"};
    constexpr std::uint32_t alone = 2;
    const auto& all = material.document.tokens();
    const auto actors = cues_in(material.cues.actors, speaker);
    if (is_unarmed(material, speaker) || std::ranges::any_of(actors, [&](const ActorCue& actor) { return !actor.name.empty() && !of_one_side(actor.name, doer.name); })) return false;
    if (std::ranges::any_of(actors, [&](const ActorCue& actor) { return of_one_side(actor.name, doer.name); })) return true;
    if (!is_army(doer)) return false;
    // Where a foreign force strikes, "the army" may be the one at home: that did not bomb its own.
    if (speaker.last - speaker.first <= alone && is_one_of(bare, all[speaker.first].normal))
        return is_only_force(material, doer.name) && (doer.side == Side::state_force || tells_of_bombing(material, said));
    return is_of_nation(material, speaker, doer);
}

// "القوات المسلحة", "خلية الإعلام الأمني": forces of the report's own country, of no name, that tell what "الجيش" or "قوة مشتركة" did.
bool is_of_home_forces(const Material& material, Tokens speaker)
{
    const auto& all = material.document.tokens();
    const auto actors = cues_in(material.cues.actors, speaker);
    if (std::ranges::any_of(actors, [](const ActorCue& actor) { return !actor.name.empty() && actor.side != Side::state_force; })) return false;
    constexpr std::array<std::string_view, 5> security{"الامني", "الداخليه", "داخليه", "الدفاع", "المسلحه"};
    return std::any_of(all.begin() + speaker.first, all.begin() + speaker.last, [&](const text::Token& token) { return is_any(token.normal, security); });
}

bool is_home_force(std::string_view first, std::string_view second)
{
    constexpr std::array<std::string_view, 6> forces{"الجيش", "القوات", "قوه", "وحدات", "قوات", "وحده"};
    constexpr std::array<std::string_view, 10> kinds{"الوطني", "المسلحه", "مشتركه", "المشتركه", "خاصه", "عسكريه", "امنيه",
                                                     "الامن", "الجيش", "الحرس"};
    return is_one_of(forces, first) && (is_one_of(kinds, second) || is_deed(second));
}

// What is said from a verb of speech on: "وقال [الجيش] [إن] القتيل …"; nothing where it is denied or asked.
std::optional<Said> said_from(const Material& material, std::uint32_t verb, std::uint32_t end)
{
    constexpr std::uint32_t window = 9, clause = 24;
    const auto& all = material.document.tokens();
    if (verb > 0 && is_negation(all[verb - 1].normal)) return std::nullopt;
    for (std::uint32_t at = verb + 1; at < std::min(end, verb + window); ++at) {
        if (is_that(all[at].normal) || is_that_they(all[at].normal)) {
            Tokens speaker{verb + 1, at};
            const ActorCue* before = speaker.last > speaker.first || verb == 0 ? nullptr : cue_over(material.cues.actors, {verb - 1, verb});
            if (before != nullptr) speaker = before->tokens;  // "التحالف قال إنه"
            if (speaker.last <= speaker.first) return std::nullopt;
            Said said{speaker, at, std::min(end, at + clause)};
            for (std::uint32_t stop = at; stop < said.end; ++stop)
                if (const auto mark = material.document.words(stop, stop + 1); mark == "." || mark == "؛" || mark == "،" || is_speech(all[stop].normal)) said.end = stop;
            return said;
        }
        if (all[at].kind == text::TokenKind::punctuation && material.document.words(at, at + 1) == ".") return std::nullopt;
    }
    return std::nullopt;
}

// Whether what somebody else has done, or nobody, is all that is said.
bool is_no_word_of_deed(const Material& material, const Said& said)
{
    const auto& all = material.document.tokens();
    return std::any_of(all.begin() + said.that, all.begin() + said.end, [](const text::Token& token) { return is_negation(token.normal) || is_of_no_deed(token.normal); });
}

// "إن الهجوم انتقام لعملية الجيش", "إن الكمين جاء رداً": who says why it was done.
bool gives_reason(std::string_view first, std::string_view second, std::string_view third)
{
    constexpr std::array<std::string_view, 8> deeds{"الهجوم", "العمليه", "التفجير", "الكمين", "الغزوه", "الضربه", "القصف", "المداهمه"};
    constexpr std::array<std::string_view, 8> reasons{"انتقام", "انتقاما", "رد", "ردا", "ثار", "ثارا", "عقاب", "عقابا"};
    constexpr std::array<std::string_view, 4> came{"جاء", "جاءت", "كان", "كانت"};
    return is_one_of(deeds, first) && (is_one_of(reasons, second) || (is_one_of(came, second) && is_one_of(reasons, third)));
}

bool tells_deed(const Material& material, const Said& said, const ActorCue& doer, IncidentKind kind)
{
    const auto& all = material.document.tokens();
    const auto normal = [&](std::uint32_t at) { return at < said.end ? std::string_view(all[at].normal) : std::string_view(); };
    const std::uint32_t next = said.that + 1;
    if (is_that_they(normal(said.that))) return is_deed(normal(next));
    const bool air_force = normal(next) == "سلاح" && normal(next + 1) == "الجو" && kind == IncidentKind::airstrike;
    if (air_force || is_own_arm(normal(next))) return is_deed(normal(next + 1)) || is_deed(normal(next + 2));
    const ActorCue* subject = cue_over(material.cues.actors, {next, next + 1});
    if (subject != nullptr && of_one_side(subject->name, doer.name)) return is_deed(normal(subject->tokens.last));
    return gives_reason(normal(next), normal(next + 1), normal(next + 2));
}

// What only who struck can say: whom it meant to hit. It may stand where another deed is told.
bool tells_whom_it_struck(const Material& material, const Said& said, const ActorCue& doer, IncidentKind kind)
{
    constexpr std::array<IncidentKind, 4> of_forces{IncidentKind::airstrike, IncidentKind::shelling, IncidentKind::security_operation,
                                                    IncidentKind::assassination_or_targeted_killing};
    return is_army(doer) && said.that + 1 < said.end && is_the_struck(material.document.tokens()[said.that + 1].normal) && std::ranges::find(of_forces, kind) != of_forces.end();
}

// "أعلن المركز الإعلامي للقوات المسلحة أن الجيش الوطني هاجم".
bool tells_of_home_force(const Material& material, const Said& said, const ActorCue& doer)
{
    const auto& all = material.document.tokens();
    const std::uint32_t next = said.that + 1;
    if (next + 1 >= said.end || !doer.tokens.overlaps({next, next + 1}) || !is_home_force(all[next].normal, all[next + 1].normal)) return false;
    return is_deed(all[next + 1].normal) || (next + 2 < said.end && is_deed(all[next + 2].normal)) || (next + 3 < said.end && is_deed(all[next + 3].normal));
}

// "وفق الحركة", "بحسب الجيش الإسرائيلي": the doer itself is who the deed's own words are taken from.
bool is_told_after_doer(const Material& material, std::uint32_t at, const ActorCue& doer)
{
    constexpr std::array<std::string_view, 4> according{"وفق", "وفقا", "بحسب", "حسب"};
    const auto& all = material.document.tokens();
    if (at + 1 >= all.size() || !is_one_of(according, all[at].normal)) return false;
    const ActorCue* teller = cue_over(material.cues.actors, {at + 1, at + 2});
    return teller != nullptr && !teller->name.empty() && of_one_side(teller->name, doer.name) && !is_unarmed(material, {at + 1, teller->tokens.last});
}

// "أعلنت أعماق أن", "أعماق: هاجم جنود الخلافة": a group's own outlet tells of the group's deed.
bool is_told_by_outlet(const Material& material, std::uint32_t at, const ActorCue& doer)
{
    constexpr std::uint32_t before = 3, behind = 6;
    if (!is_outlet_of(material, at, doer.name)) return false;
    const auto& all = material.document.tokens();
    const text::Sentence& sentence = material.document.sentences()[material.document.sentence_of(at)];
    const std::uint32_t first = std::max(sentence.first, at - std::min(at, before)), last = std::min(sentence.last, at + behind);
    return std::none_of(all.begin() + first, all.begin() + last, [](const text::Token& token) { return is_negation(token.normal); });
}

// The sentences of an incident from its first words on, and the one right behind them; of those only what tells of no other incident.
std::vector<Tokens> words_about(const Material& material, const std::vector<Segment>& segments, const Episode& episode, bool even_told_elsewhere)
{
    const auto& sentences = material.document.sentences();
    const std::uint32_t behind = std::min(segments[episode.segments.back()].sentence + 1, static_cast<std::uint32_t>(sentences.size()) - 1);
    std::vector<Tokens> words;
    for (const std::uint32_t segment : episode.segments) words.push_back(segments[segment].tokens);
    for (std::uint32_t each = episode.segments.front() + 1; each < segments.size() && segments[each].sentence <= behind; ++each) {
        const bool own = std::ranges::find(episode.segments, each) != episode.segments.end();
        if (!own && (!segments[each].eventful || even_told_elsewhere)) words.push_back(segments[each].tokens);
    }
    return words;
}

}  // namespace

bool speaks_of_own_deed(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex perpetrator)
{
    if (material.document.language() != Language::arabic || perpetrator == none) return false;
    const ActorCue& doer = material.cues.actors[perpetrator];
    if (!(is_force(doer.side) || is_insurgent(doer.side)) || kind == IncidentKind::clash || kind == IncidentKind::protest) return false;
    for (const bool elsewhere : {false, true})
        for (const Tokens words : words_about(material, segments, episode, elsewhere))
            for (std::uint32_t at = words.first; at < words.last; ++at) {
                if (!elsewhere && !doer.name.empty() && (is_told_by_outlet(material, at, doer) || is_told_after_doer(material, at, doer))) return true;
                if (!is_speech(material.document.tokens()[at].normal)) continue;
                const auto said = said_from(material, at, material.document.sentences()[material.document.sentence_of(at)].last);
                if (!said || is_no_word_of_deed(material, *said)) continue;
                if (!elsewhere && is_force(doer.side) && is_of_home_forces(material, said->speaker) && tells_of_home_force(material, *said, doer)) return true;
                if (doer.name.empty() || !is_of_doer(material, *said, doer)) continue;
                if (tells_whom_it_struck(material, *said, doer, kind) || (!elsewhere && tells_deed(material, *said, doer, kind))) return true;
            }
    return false;
}

bool only_forces_claim(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator)
{
    const ActorCue& group = material.cues.actors[perpetrator];
    if (material.document.language() != Language::arabic || !is_insurgent(group.side)) return false;
    const auto speaks = [&](const SourceCue& source) {
        return std::ranges::any_of(cues_in(material.cues.actors, source.tokens), [&](const ActorCue& actor) { return is_insurgent(actor.side); });
    };
    bool any = false;
    for (const Tokens words : words_about(material, segments, episode, true)) {
        if (std::ranges::any_of(cues_in(material.cues.sources, words), speaks)) return false;
        for (const ClaimCue& claim : cues_in(material.cues.claims, words)) {
            if (claim.claiming != Claiming::claims) continue;
            if (claim.added || claim.actor == none || !is_force(material.cues.actors[claim.actor].side)) return false;
            any = true;
        }
    }
    return any;
}

bool only_tells_of_bomb(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex perpetrator)
{
    const bool bomb = kind == IncidentKind::ied_or_mine || kind == IncidentKind::suicide_or_vehicle_bomb;
    if (!bomb || material.document.language() != Language::arabic || perpetrator == none) return false;
    const ActorCue& teller = material.cues.actors[perpetrator];
    if (!is_force(teller.side) || teller.role == ActorCue::Role::agent || speaks_of_own_deed(material, segments, episode, kind, perpetrator)) return false;
    constexpr std::uint32_t reach = 12;
    const auto sources = cues_in(material.cues.sources, {teller.tokens.first - std::min(teller.tokens.first, reach), teller.tokens.last});
    return std::ranges::any_of(sources, [&](const SourceCue& source) { return source.tokens.overlaps(teller.tokens); });
}

bool only_armed_bodies_speak(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr std::array<std::string_view, 8> offices{"البيان", "الناطق", "المتحدث", "ناطق", "متحدث", "داخليه", "دفاع", "شرطه"};
    if (material.document.language() != Language::arabic) return false;
    bool any = false;
    for (const Tokens words : words_about(material, segments, episode, false))
        for (const SourceCue& source : cues_in(material.cues.sources, words)) {
            const auto actors = cues_in(material.cues.actors, source.tokens);
            const bool force = std::ranges::any_of(actors, [](const ActorCue& actor) { return is_force(actor.side); });
            const bool office = source.tokens.last - source.tokens.first == 1 && is_any(material.document.tokens()[source.tokens.first].normal, offices);
            if (!force && !office && !body_in_arms(material, source)) return false;
            any = true;
        }
    return any;
}

}  // namespace sitrep::understand
