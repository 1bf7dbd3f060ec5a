#include "understand/arabic/methods.hpp"

#include "understand/arabic/captives.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t use_window = 5;       // words between an aircraft and the act it does
constexpr std::int64_t chosen_persons_max = 2;  // more victims are no longer chosen ones

bool is_explosion_or_attack(const ActCue& act)
{
    if (act.kind == IncidentKind::security_operation) {
        return false;
    }
    return act.kind == IncidentKind::ied_or_mine || act.kind == IncidentKind::suicide_or_vehicle_bomb || act.told_as_attack || act.by_victims;
}

struct SentenceActs {
    bool exact_attack = false;  ///< an act whose method is told: an ambush, a clash, a shooting
    bool any = false;
    bool operation_only = false;  ///< forces at work and nothing that went off: their finds tell no method
};

SentenceActs acts_of(const Cues& cues, std::uint32_t sentence)
{
    SentenceActs found;
    bool operation = false, other = false;
    for (auto [at, end] = acts_in(cues, sentence); at < end; ++at) {
        const ActCue* act = &cues.acts[at];
        const bool happened = act->reality == Reality::happened && act->strength != Strength::weak;
        operation = operation || (happened && act->kind == IncidentKind::security_operation);
        other = other || (happened && is_explosion_or_attack(*act));
        found.any = found.any || act->strength != Strength::weak;
        found.exact_attack = found.exact_attack || (!act->generic_kind && act->strength != Strength::weak && act->kind != IncidentKind::shelling &&
                                                    act->kind != IncidentKind::airstrike);
    }
    found.operation_only = operation && !other;
    return found;
}

bool act_within(const std::vector<FoundAct>& acts, const Cues& cues, const Found& weapon)
{
    const std::uint32_t from = weapon.first - std::min(weapon.first, use_window);
    auto act = std::lower_bound(acts.begin(), acts.end(), from, [](const FoundAct& a, std::uint32_t w) { return a.last <= w; });
    for (; act != acts.end() && act->first < weapon.last + use_window; ++act) {
        if (act->cue != none && cues.acts[act->cue].strength != Strength::weak && !act->passive) {
            return true;
        }
    }
    return false;
}

bool tells_kind(const std::vector<FoundAct>& acts, const Cues& cues, const Found& weapon, const SentenceActs& told)
{
    if (weapon.entry->weapon_class == WeaponClass::artillery) {
        return !told.exact_attack;
    }
    if (weapon.entry->weapon_class == WeaponClass::suicide || weapon.entry->weapon_class == WeaponClass::explosive) {
        return !told.operation_only;
    }
    return weapon.entry->weapon_class != WeaponClass::aircraft || act_within(acts, cues, weapon);
}

// "مسيّرة مفخخة", "منزل مفخخ", "حقول ملغومة": no vehicle that was driven there.
bool is_trap_of_another_sort(const Reading& reading, const Found& weapon)
{
    constexpr std::array<std::string_view, 14> others{"مسيره", "مسيرات", "مسيرتين", "طائره", "طائرات", "منزل", "منازل", "مبني", "مباني",
                                                      "عبوه", "ارض", "منطقه", "حقول", "مناطق"};
    const std::string_view normal = reading.word(weapon.first).normal;
    const bool adjective = normal.find("مفخخ") != std::string_view::npos || normal.find("ملغوم") != std::string_view::npos || normal.find("محمل") != std::string_view::npos;
    if (!adjective) {
        return false;
    }
    for (std::uint32_t back = 1; back <= 2 && weapon.first >= reading.sentence_begin(weapon.first) + back; ++back) {
        const std::uint32_t at = weapon.first - back;
        if (reading.is_word_any(at, others)) {
            return true;
        }
    }
    return false;
}

// Shot or beaten to death, one or two people: "قُتل شاب برصاص مجهولين", "لاجئ … بأداة حادة", "في مخيم الهول".
class Chosen {
public:
    Chosen(const Reading& reading, const Cues& cues) : reading_(reading), cues_(cues) {}

    bool victims(CueIndex act) const
    {
        const std::uint32_t sentence = cues_.acts[act].sentence;
        constexpr std::uint32_t tokens_between = 40;
        const std::uint32_t from = cues_.acts[act].tokens.first - std::min(cues_.acts[act].tokens.first, tokens_between);
        const auto begin = std::lower_bound(cues_.tolls.begin(), cues_.tolls.end(), from, [](const TollCue& toll, std::uint32_t token) { return toll.tokens.first < token; });
        for (auto toll = begin; toll != cues_.tolls.end() && toll->sentence <= sentence && toll->tokens.first < from + 3 * tokens_between; ++toll) {
            if (toll->act != act || toll->outcome != Outcome::killed) {
                continue;
            }
            const bool people = !toll->victims || *toll->victims == TargetClass::civilian || *toll->victims == TargetClass::official ||
                                (*toll->victims == TargetClass::police && toll->low == 1);
            return people && !toll->vague && !toll->combined && !toll->of_attackers && toll->low >= 1 && toll->low <= chosen_persons_max;
        }
        return false;
    }

    bool means(std::uint32_t sentence) const
    {
        bool chosen = false;
        const auto begin = std::lower_bound(cues_.weapons.begin(), cues_.weapons.end(), sentence, [](const WeaponCue& w, std::uint32_t s) { return w.sentence < s; });
        for (auto weapon = begin; weapon != cues_.weapons.end() && weapon->sentence == sentence; ++weapon) {
            if (weapon->kind || weapon->weapon_class == WeaponClass::explosive) {
                return false;
            }
            chosen = chosen || weapon->weapon_class == WeaponClass::firearm || weapon->weapon_class == WeaponClass::blade;
        }
        return (chosen || in_camp(sentence)) && !attacked(sentence);
    }

private:
    bool in_camp(std::uint32_t sentence) const
    {
        const auto [first, last] = reading_.sentence(sentence);
        for (std::uint32_t i = first; i < last; ++i) {
            if (reading_.in_place(i) && reading_.is_word(i, "مخيم")) {
                return true;
            }
        }
        return false;
    }

    bool attacked(std::uint32_t sentence) const
    {
        for (auto [at, end] = acts_in(cues_, sentence); at < end; ++at) {
            const ActCue& act = cues_.acts[at];
            const bool exact = act.kind == IncidentKind::clash || (act.told_as_attack && (act.generic_kind || act.kind != IncidentKind::armed_attack));
            if (act.strength != Strength::weak && exact) {
                return true;
            }
        }
        return false;
    }

    const Reading& reading_;
    const Cues& cues_;
};

// "قتلت القوات قيادياً بكمين": an operation, whatever it is called.
bool laid_by_forces(const Cues& cues, std::uint32_t sentence)
{
    const auto begin = std::lower_bound(cues.tolls.begin(), cues.tolls.end(), sentence, [](const TollCue& toll, std::uint32_t s) { return toll.sentence < s; });
    for (auto toll = begin; toll != cues.tolls.end() && toll->sentence == sentence; ++toll) {
        if (toll->outcome == Outcome::killed && toll->victims == TargetClass::militant && !toll->of_attackers) {
            return true;
        }
    }
    for (auto [at, end] = acts_in(cues, sentence); at < end; ++at) {
        const ActCue& act = cues.acts[at];
        if (act.agent == none || act.patient == none) {
            continue;
        }
        const Side agent = cues.actors[act.agent].side;
        const Side patient = cues.actors[act.patient].side;
        if ((agent == Side::state_force || agent == Side::foreign_force) && (patient == Side::insurgent || patient == Side::unnamed_insurgent)) {
            return true;
        }
    }
    return false;
}

enum class OnTheWay : std::uint8_t { other_method, not_told, told };

// Words that tell of a way ("طريق", "أثناء مرورها") and no weapon that tells another method.
OnTheWay vehicles_under_way(const Reading& reading, std::uint32_t sentence)
{
    const auto [begin, end] = reading.sentence(sentence);
    bool under_way = false;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Found* weapon = reading.find(i, Class::weapon);
        if (weapon != nullptr && (weapon->entry->weapon_kind || weapon->entry->weapon_class == WeaponClass::explosive)) {
            return OnTheWay::other_method;
        }
        under_way = under_way || reading.has(i, Class::under_way);
    }
    return under_way ? OnTheWay::told : OnTheWay::not_told;
}

bool is_attack_on_vehicle(const Reading& reading, const Cues& cues, const ActCue& cue)
{
    const bool open = cue.told_as_attack && cue.reality == Reality::happened && cue.strength != Strength::weak && (cue.generic_kind || cue.kind == IncidentKind::armed_attack);
    return open && cue.patient != none && cues.actors[cue.patient].side == Side::thing &&
           reading.has(reading.word_at(cues.actors[cue.patient].tokens.first), Class::vehicle);
}

// "انفجرت قنبلة يدوية", "بقنبلة ألقاها مجهول": thrown, not laid.
bool was_thrown(const Reading& reading, const FoundAct& act)
{
    constexpr std::uint32_t window = 5;
    constexpr std::array<std::string_view, 9> throwing{"القاها", "رماها", "القوها", "رموها", "القيت", "رميت", "يدويه", "قذفها", "القاه"};
    const std::uint32_t end = std::min(reading.sentence_end(act.first), act.last + window);
    bool grenade = false;
    for (std::uint32_t i = act.last; i < end && reading.word(i).pause == Pause::nothing; ++i) {
        if (grenade && reading.is_word_any(i, throwing)) {
            return true;
        }
        grenade = grenade || reading.is_word(i, "قنبله") || reading.is_word(i, "قنابل");
    }
    return false;
}

// "انفجرت سيارة أمام مقهى", "بتفجير صهريج": a vehicle that goes off; somebody's car ("سيارته", "سيارة ضابط") is where a bomb was laid.
bool is_vehicle_that_exploded(const Reading& reading, const FoundAct& act)
{
    constexpr std::array<std::string_view, 13> vehicles{"سياره", "سيارتان", "سيارتين", "شاحنه", "شاحنتين", "صهريج", "صهريجا", "عربه",
                                                        "عربتين", "عربات", "مركبه", "سيارات", "شاحنات"};
    constexpr std::array<std::string_view, 6> hits{"استهدف", "يستهدف", "اصاب", "طال", "دمر", "ضرب"};
    constexpr std::array<std::string_view, 10> no_bomb{"عسكريه", "عسكري", "اسعاف", "اطفاء", "تقل", "يقل", "وقود", "غاز", "نفط", "محروقات"};
    const std::uint32_t end = reading.sentence_end(act.first);
    const auto before = [&](auto verb) { return reading.is_word(act.first - 1, verb); };
    if (act.first > reading.sentence_begin(act.first) && std::any_of(hits.begin(), hits.end(), before)) {
        return false;  // "استهدف تفجير شاحنة"
    }
    if (act.last >= end || reading.word(act.last).pause != Pause::nothing ||
        std::none_of(vehicles.begin(), vehicles.end(), [&](auto word) { return reading.word(act.last).normal == word; })) {
        return false;
    }
    const bool more = act.last + 1 < end && reading.word(act.last + 1).pause == Pause::nothing;
    if (more && std::find(no_bomb.begin(), no_bomb.end(), reading.word(act.last + 1).normal) != no_bomb.end()) {
        return false;  // "انفجار شاحنة وقود", "سيارة تقل ضباطاً"
    }
    const Found* owner = more ? reading.find(act.last + 1, Class::people) : nullptr;
    return owner == nullptr || !owner->clitics.empty() || reading.in_date(act.last + 1) || reading.in_place(act.last + 1);
}

// "دهم المتمردون القرية", "أوقف ملثمون شاحنتين": what forces do in operations is an attack where others do it.
bool done_by_no_force(const Reading& reading, const Cues& cues, const FoundAct& act)
{
    if (!act.found->verb || act.passive || act.last >= reading.sentence_end(act.first) || reading.word(act.last).pause != Pause::nothing) {
        return false;
    }
    const std::uint32_t token = reading.word(act.last).token;
    const auto actor = std::lower_bound(cues.actors.begin(), cues.actors.end(), token, [](const ActorCue& a, std::uint32_t t) { return a.tokens.first < t; });
    if (actor == cues.actors.end() || actor->tokens.first != token) {
        return false;
    }
    return actor->side == Side::insurgent || actor->side == Side::unnamed_insurgent || actor->side == Side::unnamed_gunmen;
}

void refine_explosion(const Reading& reading, const FoundAct& act, ActCue& cue)
{
    if (cue.kind == IncidentKind::ied_or_mine && was_thrown(reading, act)) {
        cue.kind = IncidentKind::armed_attack;
    } else if (cue.kind == IncidentKind::ied_or_mine && is_vehicle_that_exploded(reading, act)) {
        cue.kind = IncidentKind::suicide_or_vehicle_bomb;
    }
}

// "قصف المعسكر بمسيّرات", "قصفت طائرات": what was shelled from the air is an airstrike.
bool came_from_the_air(const Reading& reading, const FoundAct& act)
{
    const std::uint32_t end = std::min(reading.sentence_end(act.first), act.last + use_window);
    bool aircraft = false;
    for (std::uint32_t i = act.last; i < end && reading.word(i).pause != Pause::stop; ++i) {
        const Found* weapon = reading.find(i, Class::weapon);
        if (weapon == nullptr) {
            continue;
        }
        if (weapon->entry->weapon_class != WeaponClass::aircraft) {
            return false;
        }
        aircraft = aircraft || weapon->has_clitic("ب") || i == act.last;
    }
    return aircraft;
}

// "تعرضت دورية لإطلاق نار": the vehicle undergoes it.
bool is_undergone(const Reading& reading, const FoundAct& act)
{
    constexpr std::uint32_t window = 8;
    constexpr std::array<std::string_view, 4> undergoes{"تعرض", "تعرضت", "يتعرض", "تتعرض"};
    if (!act.found->has_clitic("ل")) {
        return false;
    }
    for (std::uint32_t back = 1; back <= window && act.first >= reading.sentence_begin(act.first) + back; ++back) {
        if (reading.is_word_any(act.first - back, undergoes)) {
            return true;
        }
    }
    return false;
}

// What every act of a sentence shares.
struct SentenceFacts {
    bool laid_by_forces = false;
    bool chosen_means = false;
    OnTheWay under_way = OnTheWay::not_told;
};

}  // namespace

void find_weapons(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    std::uint32_t read = reading.sentences();
    SentenceActs told;
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        const Found* weapon = reading.in_place(i) ? nullptr : reading.find(i, Class::weapon);
        if (weapon == nullptr) {
            continue;
        }
        WeaponCue cue{reading.tokens(weapon->first, weapon->last), reading.word(i).sentence, weapon->entry->weapon_class, weapon->entry->weapon_kind};
        if (cue.sentence != read) {
            read = cue.sentence;
            told = acts_of(cues, read);
        }
        if (cue.kind && (!tells_kind(acts, cues, *weapon, told) || is_trap_of_another_sort(reading, *weapon))) {
            cue.kind.reset();
        }
        cues.weapons.push_back(cue);
        i = weapon->last - 1;
    }
}

void refine_kinds(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    const Chosen chosen(reading, cues);
    std::uint32_t read = reading.sentences();
    SentenceFacts facts;
    for (const FoundAct& act : acts) {
        if (act.cue == none) {
            continue;
        }
        ActCue& cue = cues.acts[act.cue];
        if (cue.sentence != read) {
            read = cue.sentence;
            facts = {laid_by_forces(cues, read), chosen.means(read), vehicles_under_way(reading, read)};
        }
        refine_explosion(reading, act, cue);
        if (cue.kind == IncidentKind::security_operation && done_by_no_force(reading, cues, act)) {
            const bool stopped = reading.word(act.first).normal.find("وقف") != std::string_view::npos;
            cue.kind = stopped ? IncidentKind::checkpoint_or_raid_by_group : IncidentKind::armed_attack;
            cue.generic_kind = !stopped;
            cue.told_as_attack = true;
        }
        if (cue.kind == IncidentKind::ambush && facts.laid_by_forces) {
            cue.generic_kind = true;
        }
        if (cue.kind == IncidentKind::shelling && came_from_the_air(reading, act)) {
            cue.kind = IncidentKind::airstrike;
        }
        const bool moving = facts.under_way == OnTheWay::told || (facts.under_way == OnTheWay::not_told && is_undergone(reading, act));
        if (moving && is_attack_on_vehicle(reading, cues, cue)) {
            cue.kind = IncidentKind::ambush;
            cue.generic_kind = false;
        }
        if (act.found->is(Prop::body) && facts.chosen_means) {
            cue.kind = IncidentKind::assassination_or_targeted_killing;
        }
        if ((cue.generic_kind || act.found->is(Prop::body)) && kills_captives(reading, acts, cues, act)) {
            cue.kind = IncidentKind::execution;
            cue.generic_kind = false;
            continue;
        }
        if (act.outcome != Outcome::killed || !cue.generic_kind) {
            continue;
        }
        if (facts.chosen_means && chosen.victims(act.cue)) {
            cue.kind = IncidentKind::assassination_or_targeted_killing;
            cue.generic_kind = false;
        }
    }
}

void note_methods(const Reading& reading, Cues& cues)
{
    constexpr std::array<std::string_view, 19> of_protests{"تظاهر", "مظاهر", "احتج", "محتج", "اعتصام", "معتصم", "مسيره", "مسيرات", "وقفه", "هتف",
                                                           "هتاف",  "شغب",   "اضراب", "موكب", "مواكب",  "تنديد", "شعارات", "انتفاض", "حراك"};
    const std::uint32_t protest = 1U << static_cast<unsigned>(IncidentKind::protest);
    const auto protests = [](const ActCue& act) { return act.kind == IncidentKind::protest && act.strength != Strength::weak; };
    if (std::ranges::any_of(cues.acts, protests)) return;
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        const std::string_view word = reading.word(i).normal;
        if (std::ranges::any_of(of_protests, [&](std::string_view stem) { return word.find(stem) != std::string_view::npos; })) return;
    }
    cues.methods &= ~protest;
}

}  // namespace sitrep::understand::arabic
