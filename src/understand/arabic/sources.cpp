#include "understand/arabic/sources.hpp"

#include "understand/arabic/accusations.hpp"
#include "understand/arabic/names.hpp"
#include "understand/arabic/own_reports.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t source_words_max = 7;
constexpr std::uint32_t claim_window = 8;
constexpr std::uint32_t name_words_max = 3;

bool ends_source(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 16> ends{"في", "علي", "عن", "الي", "ما", "بعد", "قبل", "ان", "قوله", "قولها", "قولهم", "لم", "كما",
        "وقال", "قال", "مع"};
    const auto normal = reading.word(i).normal;
    return reading.word(i).pause != Pause::nothing || reading.in_date(i) || reading.has(i, Class::that) || reading.has(i, Class::relative_there) ||
           reading.has(i, Class::reports) || reading.has(i, Class::act) || std::find(ends.begin(), ends.end(), normal) != ends.end();
}

// "مصدر في مجلس دير الزور العسكري", "ضابط في شرطة الأنبار": the body somebody belongs to stands behind في.
bool continues_with_body(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    if (i + 1 >= end || (reading.word(i).normal != "في" && reading.word(i).normal != "من") || reading.word(i).pause != Pause::nothing) {
        return false;
    }
    return reading.has(i + 1, Class::source_noun) || name_at(reading, i + 1).has_value();
}

std::uint32_t source_end(const Reading& reading, std::uint32_t first)
{
    const std::uint32_t end = std::min(reading.sentence_end(first), first + source_words_max);
    std::uint32_t i = first + 1;
    while (i < end) {
        if (continues_with_body(reading, i, end)) {
            i += 2;
        } else if (ends_source(reading, i)) {
            break;
        } else {
            ++i;
        }
    }
    return i;
}

class Sources {
public:
    Sources(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues) : reading_(reading), actors_(actors), cues_(cues) {}

    void find()
    {
        for (std::uint32_t i = 0; i < reading_.size();) {
            const Found* reports = reading_.find(i, Class::reports);
            const Found* according = reading_.find(i, Class::according);
            const std::uint32_t after = according != nullptr ? according->last : reports != nullptr ? reports->last : i + 1;
            const auto accusation = reports != nullptr && according == nullptr ? accusation_at(reading_, actors_, cues_, i) : std::nullopt;
            const std::uint32_t taken = accusation                                    ? take_accuser(*accusation)
                                        : according != nullptr || reports != nullptr ? take_after(after)
                                                                                     : take_agency(i);
            i = std::max(taken, i + 1);
        }
    }

private:
    // The source behind "قال", "وفق", "نقلت … عن"; the first word after it.
    std::uint32_t take_after(std::uint32_t i)
    {
        if (i >= reading_.size()) {
            return i;
        }
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + 4);
        for (; i < end; ++i) {
            if (reading_.word(i).pause == Pause::stop) {
                return i;
            }
            if (const auto name = name_at(reading_, i); name && !name->actor->adjective) {
                add(i, name->last, name->actor->name);
                return name->last;
            }
            if (reading_.has(i, Class::source_noun)) {
                const std::uint32_t last = source_end(reading_, i);
                add(i, last, {});
                return last;
            }
            if (reading_.has(i, Class::that) || reading_.has(i, Class::act)) {
                return i;
            }
        }
        return i;
    }

    // Who accuses speaks; who is accused does not: "واتهم المجلس المحلي قسد", "السكان يتهمون قسد".
    std::uint32_t take_accuser(const Accusation& told)
    {
        if (told.accuser_first >= told.accuser_last) {
            return told.verb_last;
        }
        const auto name = name_at(reading_, told.accuser_first);
        const bool named = name && !name->actor->adjective;
        if (named || reading_.has(told.accuser_first, Class::source_noun)) {
            const std::uint32_t last = named ? name->last : source_end(reading_, told.accuser_first);
            add(told.accuser_first, std::min(last, told.accuser_last), named ? name->actor->name : std::string());
        }
        return std::max(told.verb_last, told.accuser_last);
    }

    // A monitor or agency named anywhere speaks.
    std::uint32_t take_agency(std::uint32_t i)
    {
        if (const auto name = name_at(reading_, i); name && name->actor->source_only) {
            add(i, name->last, name->actor->name);
            return name->last;
        }
        return i + 1;
    }

    void add(std::uint32_t first, std::uint32_t last, std::string name)
    {
        last = std::max(last, first + 1);
        cues_.sources.push_back({reading_.tokens(first, last), reading_.word(first).sentence, std::move(name)});
    }

    const Reading& reading_;
    const std::vector<FoundActor>& actors_;
    Cues& cues_;
};

CueIndex actor_near(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t from, std::uint32_t to, std::uint32_t at)
{
    const auto begin = std::lower_bound(actors.begin(), actors.end(), from, [](const FoundActor& a, std::uint32_t w) { return a.first < w; });
    CueIndex best = none;
    std::uint32_t distance = reading.size();
    for (auto actor = begin; actor != actors.end() && actor->first < to; ++actor) {
        const auto index = static_cast<CueIndex>(actor - actors.begin());
        const Side side = cues.actors[index].side;
        if (side == Side::civilians || side == Side::thing || side == Side::official || side == Side::other) {
            continue;
        }
        const std::uint32_t gap = actor->first >= at ? actor->first - at : at - actor->first + 1;
        if (gap < distance) {
            distance = gap;
            best = index;
        }
    }
    return best;
}

// "لم يكن التنظيم قد تبنى العملية", "من دون أن تتبناها"
bool is_denied_claim(const Reading& reading, std::uint32_t i)
{
    constexpr std::uint32_t reach = 6;
    if (i >= reading.sentence_begin(i) + 2 && reading.is_word(i - 1, "ان") && reading.is_word(i - 2, "دون")) {
        return true;
    }
    for (std::uint32_t back = 1; back <= reach && i >= reading.sentence_begin(i) + back; ++back) {
        const std::uint32_t at = i - back;
        const bool was = reading.is_word(at, "يكن") || reading.is_word(at, "تكن") || reading.is_word(at, "يسبق");
        if (was || back == 1) {
            const std::uint32_t negation = was ? at - 1 : at;
            if (at >= reading.sentence_begin(i) + was && reading.has(negation, Class::negation)) {
                return true;
            }
        }
        if (reading.word(at + 1).pause != Pause::nothing) {
            return false;
        }
    }
    return false;
}

// "نفت قسد مسؤوليتها عن القصف", "لم يعلن داعش مسؤوليته": whose responsibility is denied, or was never told.
std::optional<Claiming> refused_before(const Reading& reading, std::uint32_t i)
{
    constexpr std::uint32_t reach = 6;
    constexpr std::array<std::string_view, 3> own{"مسووليت", "وقوف", "انه"};
    if (std::none_of(own.begin(), own.end(), [&](auto begin) { return reading.word(i).normal.starts_with(begin); })) {
        return std::nullopt;
    }
    for (std::uint32_t back = 1; back <= reach && i >= reading.sentence_begin(i) + back && reading.word(i - back + 1).pause == Pause::nothing; ++back) {
        const std::uint32_t at = i - back;
        if (reading.has(at, Class::denies)) {
            return Claiming::denies;
        }
        const bool tells = reading.is_word(at, "يعلن") || reading.is_word(at, "تعلن");
        if (tells && at > reading.sentence_begin(i) && reading.has(at - 1, Class::negation)) {
            return Claiming::unclaimed;
        }
    }
    return std::nullopt;
}

std::optional<Claiming> claiming_at(const Reading& reading, std::uint32_t i, std::uint32_t& last)
{
    if (const Found* found = reading.find(i, Class::unclaimed)) {
        last = found->last;
        return Claiming::unclaimed;
    }
    if (const Found* found = reading.find(i, Class::claims)) {
        last = found->last;
        if (const auto refused = refused_before(reading, i)) {
            return refused;
        }
        return is_denied_claim(reading, i) ? Claiming::unclaimed : Claiming::claims;
    }
    const bool announces = reading.is_word(i, "اعلن") || reading.is_word(i, "اعلنت") || reading.is_word(i, "تعلن") || reading.is_word(i, "يعلن");
    if (announces) {
        const std::uint32_t end = std::min(reading.sentence_end(i), i + claim_window);
        for (std::uint32_t k = i + 1; k < end && reading.word(k).pause != Pause::stop; ++k) {
            const bool own = reading.is_word(k, "مسووليته") || reading.is_word(k, "مسووليتها") || reading.is_word(k, "مسووليتهم") || reading.is_word(k, "وقوفه");
            if (own) {
                last = i + 1;
                const bool negated = i > 0 && reading.has(i - 1, Class::negation);
                return negated ? Claiming::unclaimed : Claiming::claims;
            }
        }
    }
    if (const Found* found = reading.find(i, Class::denies)) {
        last = found->last;
        return Claiming::denies;
    }
    if (const Found* found = reading.find(i, Class::blames)) {
        last = found->last;
        if (const auto refused = refused_before(reading, i)) {
            return refused;
        }
        return Claiming::blamed;
    }
    return std::nullopt;
}

}  // namespace

void find_sources(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues)
{
    Sources(reading, actors, cues).find();
}

void find_claims(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
{
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        std::uint32_t last = i + 1;
        const auto claiming = claiming_at(reading, i, last);
        if (!claiming) {
            if (const CueIndex own = own_report_at(reading, acts, actors, cues, i); own != none) {
                cues.claims.push_back({reading.tokens(i, last), reading.word(i).sentence, Claiming::claims, own});
            }
            continue;
        }
        ClaimCue cue{reading.tokens(i, last), reading.word(i).sentence, *claiming, none};
        const std::uint32_t begin = std::max(reading.sentence_begin(i), i - std::min(i, claim_window));
        const std::uint32_t end = std::min(reading.sentence_end(i), i + claim_window);
        if (*claiming == Claiming::blamed) {
            const auto accusation = accusation_at(reading, actors, cues, i);
            if (!accusation) {
                continue;
            }
            cue.actor = accusation->accused;
        } else if (*claiming != Claiming::unclaimed) {
            cue.actor = actor_near(reading, actors, cues, begin, end, i);
        }
        cues.claims.push_back(cue);
        i = last - 1;
    }
}

namespace {

// Small words that end a name.
constexpr std::array<std::string_view, 22> behind_name{"في", "من", "علي", "وهو", "وهي", "مع", "البالغ", "الي", "عن", "عبر", "قبل", "بعد", "خلال",
                                                       "بمساعده", "متهم", "ذاته", "نفسه", "الاول", "الثاني", "الثالث", "الخامس", "الثامن"};

bool is_name(const Reading& reading, std::uint32_t i)
{
    if (i >= reading.size() || reading.word(i).pause != Pause::nothing || reading.in_place(i) || reading.in_date(i) || reading.number(i)) {
        return false;
    }
    for (const Class cls : {Class::act, Class::reports, Class::that, Class::people, Class::relative_there}) {
        if (reading.has(i, cls)) {
            return false;
        }
    }
    const std::string_view word = reading.word(i).normal;
    // "بالتحرك": a preposition with the article.
    return !word.starts_with("بال") && std::find(behind_name.begin(), behind_name.end(), word) == behind_name.end();
}

// A quotation mark or bracket between two words ends a name.
bool is_cut_off(const Reading& reading, std::uint32_t i)
{
    return i > 0 && reading.tokens(i - 1, i).last < reading.tokens(i, i + 1).first;
}

}  // namespace

void find_persons(const Reading& reading, Cues& cues)
{
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        const Found* title = reading.find(i, Class::title);
        const Found* called = reading.find(i, Class::called);
        const Found* kunya = reading.find(i, Class::kunya);
        if ((title == nullptr && called == nullptr && kunya == nullptr) || reading.in_place(i)) {
            continue;
        }
        const std::uint32_t first = kunya != nullptr ? i : (title != nullptr ? title->last : called->last);
        const std::uint32_t end = first < reading.size() ? std::min(reading.sentence_end(i), first + name_words_max) : first;
        std::uint32_t last = kunya != nullptr ? first + 1 : first;
        while (last < end && is_name(reading, last) && !is_cut_off(reading, last)) {
            ++last;
        }
        // One noun with the article behind a title ("قائد القناص") names nobody.
        const bool one_word = last == first + 1;
        if (last <= first || (one_word && (kunya != nullptr || reading.word(first).normal.starts_with("ال")))) {
            continue;
        }
        const bool speaks = i > 0 && reading.has(i - 1, Class::reports);
        cues.persons.push_back({reading.tokens(first, last), reading.word(first).sentence, speaks});
        i = last - 1;
    }
}

}  // namespace sitrep::understand::arabic
