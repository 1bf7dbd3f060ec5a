// Whether one attack brings the next: pairs near in place and time, and the self-exciting process behind a moving level.
#include "analyse/repeat/desk_repeat.hpp"
#include "publish/analysed_attacks.hpp"
#include "publish/knox_picture.hpp"
#include "publish/sections.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr int months_looked_at = 12;
constexpr std::int64_t attacks_min = 30;

// A report is made while somebody waits: of many attacks fewer random orders, which then say as much, and no fit of the sequence,
// which `sitrep repeat` makes.
constexpr std::int64_t attacks_for_999_max = 2000, attacks_for_fit_max = 5000;
constexpr std::size_t replications_of_many = 99;

// One test, named before the data were seen: within 5 km and a week. The table beside it describes.
constexpr double headline_km = 5, headline_days_below = 8;

std::string pairs_sentence(const Record& record, const analyse::KnoxCell& cell, int months)
{
    const std::string month = month_words(record.edition, record.month);
    const Label label = cell.p <= beyond_chance_p ? Label::repeat_more : Label::repeat_same;
    return record.say(label, months, month, fmt::format("{:.1f}", cell.ratio()), cell.pairs, p_equation(cell.p));
}

std::string excitation_sentence(const Record& record, const analyse::SelfExcitation& found)
{
    if (found.p > beyond_chance_p) return record.say(Label::excitation_no, p_equation(found.p));
    const Label fit = found.residuals.p > beyond_chance_p ? Label::excitation_fits : Label::excitation_fits_not;
    const std::string verdict = record.say(fit, p_equation(found.residuals.p));
    if (found.exciting.at_bound) return record.say(Label::excitation_at_bound, p_equation(found.p));
    return record.say(Label::excitation_yes, std::lround(100 * found.exciting.branching), fmt::format("{:.0f}", 1 / found.exciting.rate), p_equation(found.p)) + ' ' + verdict;
}

}  // namespace

void add_repeat(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::repeat_heading), "repeat", 2});
    const AnalysedAttacks attacks = attacks_to_analyse(record, months_looked_at);
    analyse::RepeatQuestion question{.first = attacks.first, .last = std::max(attacks.first, attacks.last)};
    constexpr std::size_t simulated_series = 39;  // enough for a p of 0.025
    question.baseline_replications = simulated_series;
    const auto number = std::int64_t(attacks.events.size());
    if (number > attacks_for_999_max) question.replications = replications_of_many;
    const auto whole = analyse::repeat_table(attacks.events, question);
    if (whole.provenance.rows_used < attacks_min) {
        document.blocks.emplace_back(Paragraph{one(record.say(Label::repeat_too_few, whole.provenance.rows_used, attacks.months)), Paragraph::Role::body});
        return;
    }
    analyse::RepeatQuestion headline = question;
    headline.distance_edges_km = {0, headline_km};
    headline.day_edges = {0, headline_days_below};
    std::string text = pairs_sentence(record, analyse::repeat_table(attacks.events, headline).table.at(0, 0), attacks.months);
    const auto excitation = number > attacks_for_fit_max ? analyse::SelfExcitationAnswer{} : analyse::self_excitation(attacks.events, question);
    if (excitation.found) text += ' ' + excitation_sentence(record, *excitation.found);
    document.blocks.emplace_back(Paragraph{one(text), Paragraph::Role::body});
    document.blocks.emplace_back(Picture{record.say(Label::knox_caption), knox_picture(whole.table, record.edition), one(record.say(Label::knox_note))});
    const auto left_out = number - whole.provenance.rows_used;
    document.blocks.emplace_back(Paragraph{one(record.say(Label::repeat_note, whole.provenance.rows_used, left_out, *whole.provenance.seed, question.replications)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
