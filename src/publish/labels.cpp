#include "publish/labels.hpp"

#include "publish/registers.hpp"

#include <array>

namespace sitrep::publish {
namespace {

struct Phrase {
    std::string_view english, arabic;
};

constexpr Phrase phrases[] = {
#define LABEL(name, english, arabic) Phrase{english, arabic},
#include "publish/labels.def"
#undef LABEL
};

constexpr Label from_kinds = Label::armed_attack;
constexpr Label from_classes = Label::civilian;
constexpr Label from_statuses = Label::status_claimed;
constexpr Label from_dates = Label::day_precision;
constexpr Label from_places = Label::place_exact;
constexpr Label from_months = Label::january;

Label after(Label first, std::size_t steps) { return Label(std::size_t(first) + steps); }

// The labels of an enumeration stand in its order.
static_assert(std::size_t(Label::other_violence) - std::size_t(from_kinds) + 1 == incident_kinds);
static_assert(std::size_t(Label::militant) - std::size_t(from_classes) == std::size_t(TargetClass::militant));
static_assert(std::size_t(Label::status_unknown) - std::size_t(from_statuses) == std::size_t(PerpetratorStatus::unknown));
static_assert(std::size_t(Label::unknown_precision) - std::size_t(from_dates) == std::size_t(DatePrecision::unknown));
static_assert(std::size_t(Label::place_country) - std::size_t(from_places) + 1 == std::size_t(PlacePrecision::country));
static_assert(std::size_t(Label::december) - std::size_t(from_months) == 11);

void add_runs(std::string_view phrase, std::vector<std::string_view>& out)
{
    while (!phrase.empty()) {
        const std::size_t brace = phrase.find('{');
        if (brace != 0) out.push_back(phrase.substr(0, brace));
        if (brace == std::string_view::npos) return;
        const std::size_t end = phrase.find('}', brace);
        phrase.remove_prefix(end + 1);
    }
}

void add_part(std::string& place, const std::string& part, Edition edition)
{
    if (part.empty() || part == place) return;
    const bool arabic = edition == Edition::arabic;
    if (!place.empty()) place += arabic ? "، " : ", ";
    // A Latin district name must not turn the Arabic line round: RIGHT-TO-LEFT MARK, then the part in an isolate.
    place += arabic ? "\u200F\u2068" + part + "\u2069" : part;
}

}  // namespace

std::string_view words_for(Label label, Edition edition)
{
    const Phrase& phrase = phrases[std::size_t(label)];
    return edition == Edition::arabic ? phrase.arabic : phrase.english;
}

std::string isolated(Edition edition, std::string text)
{
    if (edition != Edition::arabic || text.find_first_of("0123456789") == std::string::npos) return text;
    return "\u2068" + text + "\u2069";  // FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE
}

std::vector<std::string_view> label_phrases()
{
    std::vector<std::string_view> out;
    for (const Phrase& phrase : phrases) {
        add_runs(phrase.english, out);
        add_runs(phrase.arabic, out);
    }
    return out;
}

Label label_of(IncidentKind kind) { return after(from_kinds, std::size_t(kind)); }
Label label_of(TargetClass target) { return after(from_classes, std::size_t(target)); }
Label label_of(PerpetratorStatus status) { return after(from_statuses, std::size_t(status)); }
Label label_of(DatePrecision precision) { return after(from_dates, std::size_t(precision)); }
Label label_of(PlacePrecision precision) { return after(from_places, std::size_t(precision) - 1); }

Label unit_label(std::string_view unit)
{
    static constexpr std::array<std::pair<std::string_view, Label>, 9> units{{{"attacks", Label::unit_attacks},
                                                                              {"killed", Label::unit_killed},
                                                                              {"injured", Label::unit_injured},
                                                                              {"abducted", Label::unit_abducted},
                                                                              {"arrested", Label::unit_arrested},
                                                                              {"operations", Label::unit_operations},
                                                                              {"airstrikes", Label::unit_airstrikes},
                                                                              {"targeted_killings", Label::unit_targeted_killings},
                                                                              {"incidents", Label::unit_incidents}}};
    for (const auto& [code, label] : units)
        if (code == unit) return label;
    return Label::unit_incidents;
}

std::string actor_words(Edition edition, const std::string& canonical_name)
{
    const std::string_view arabic = edition == Edition::arabic ? actor_name_ar(canonical_name) : std::string_view();
    return arabic.empty() ? canonical_name : std::string(arabic);
}

std::string claimant_words(Edition edition, std::string_view claimant)
{
    static constexpr std::array<std::pair<std::string_view, Label>, 8> roles{{{"residents", Label::role_residents},
                                                                              {"medical_source", Label::role_medical_source},
                                                                              {"police", Label::role_police},
                                                                              {"military_source", Label::role_military_source},
                                                                              {"security_source", Label::role_security_source},
                                                                              {"officials", Label::role_officials},
                                                                              {"monitors", Label::role_monitors},
                                                                              {"united_nations", Label::role_united_nations}}};
    if (claimant.empty()) return say(edition, Label::claimant_unstated);
    for (const auto& [code, label] : roles)
        if (code == claimant) return say(edition, label);
    if (const Outlet* outlet = outlet_named(claimant); edition == Edition::arabic && outlet != nullptr) return outlet->name_ar;
    return actor_words(edition, std::string(claimant));
}

std::string month_words(Edition edition, std::chrono::year_month month)
{
    return fmt::format("{} {}", words_for(after(from_months, unsigned(month.month()) - 1), edition), int(month.year()));
}

std::string range_words(const TollRange& range)
{
    return range.low == range.high ? fmt::format("{}", range.low) : fmt::format("{}–{}", range.low, range.high);
}

std::string date_words(Edition edition, const DateRange& date)
{
    if (!date.start) return say(edition, Label::undated);
    if (!date.end || *date.start == *date.end) return date.start->iso();
    return date.start->iso() + " – " + date.end->iso();
}

std::string grade_words(Edition edition, Grade grade, bool accepted)
{
    switch (grade) {
        case Grade::confirmed: return say(edition, accepted ? Label::grade_confirmed : Label::grade_by_rule);
        case Grade::fair: return say(edition, Label::grade_fair);
        case Grade::weak: return say(edition, Label::grade_weak);
        case Grade::contested: return say(edition, Label::grade_contested);
        case Grade::discounted: return say(edition, Label::grade_discounted);
        case Grade::claimed_only: break;
    }
    return say(edition, Label::grade_claimed_only);
}

std::string governorate_words(Edition edition, const PublicIncident& incident)
{
    if (edition == Edition::arabic && !incident.admin1_ar.empty()) return incident.admin1_ar;
    return incident.admin1.empty() ? incident.admin1_code : incident.admin1;
}

std::string place_words(Edition edition, const PublicIncident& incident)
{
    const bool arabic = edition == Edition::arabic;
    std::string place = arabic && !incident.place_ar.empty() ? incident.place_ar : incident.place;
    if (!place.empty() && incident.precision == PlacePrecision::near) place = say(edition, Label::near, place);
    std::string out;
    add_part(out, place, edition);
    if (incident.admin2 != incident.admin1) add_part(out, incident.admin2, edition);
    add_part(out, governorate_words(edition, incident), edition);
    if (!out.empty()) return out;
    const Area* country = area_coded(incident.country);
    if (country == nullptr) return say(edition, Label::unknown_precision);
    return arabic && !country->name_ar.empty() ? country->name_ar : country->name;
}

}  // namespace sitrep::publish
