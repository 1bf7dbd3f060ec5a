// Walks a document once, reads every date expression, then resolves them in their order.
#include "when/dates.hpp"
#include "when/grammar.hpp"
#include "when/timeline.hpp"

#include <algorithm>

namespace sitrep::when {
namespace {

constexpr std::size_t years_max = 64;          // distinct years of one text that are remembered
constexpr std::size_t dateline_pieces_max = 6; // "BAGHDAD, 19 February 2024 (Agency) -"

struct Found {
    std::size_t first = 0, last = 0;  ///< pieces
    Meaning meaning;
};

bool may_begin(const Piece& piece)
{
    return piece.word.kind != WordClass::none || piece.digits != 0 || piece.text == "وقت" || piece.text == "الاونه" ||
           piece.text == "الفتره" || piece.text == "more";
}

std::vector<Found> read_all(const Pieces& pieces)
{
    std::vector<Found> found;
    for (std::size_t i = 0; i < pieces.size();) {
        if (!may_begin(pieces.at(i))) {
            ++i;
            continue;
        }
        auto match = pieces.at(i).arabic ? arabic_date(pieces, i) : english_date(pieces, i);
        if (pieces.at(i).digits != 0) {
            const auto arabic = arabic_date(pieces, i);
            if (arabic.end > match.end) match = arabic;
        }
        if (!match) {
            ++i;
            continue;
        }
        found.push_back({i, match.end, match.meaning});
        i = match.end;
    }
    return found;
}

std::vector<int> years_named(const std::vector<Found>& found)
{
    std::vector<int> years;
    for (const auto& [first, last, meaning] : found) {
        if (!meaning.parts.year || years.size() == years_max) continue;
        if (std::find(years.begin(), years.end(), *meaning.parts.year) == years.end()) years.push_back(*meaning.parts.year);
    }
    return years;
}

std::optional<int> sole_year(const std::vector<Found>& found)
{
    std::optional<int> sole;
    for (const auto& [first, last, meaning] : found) {
        if (!meaning.parts.year || (meaning.frame != Frame::at && !meaning.parts.day)) continue;
        if (sole && *sole != *meaning.parts.year) return std::nullopt;
        sole = meaning.parts.year;
    }
    return sole;
}

/// A day in calendar words, as far as the text alone fixes it.
std::optional<PartialDate> day_of(const Meaning& meaning, const std::vector<int>& years)
{
    Meaning calendar = meaning;
    calendar.basis = Basis::calendar;
    const auto range = Timeline{Anchor{.years = years}}.resolve(calendar, 0).range;
    return range.precision == DatePrecision::day && range.start == range.end ? range.start : std::nullopt;
}

/// The day itself, or for an open year the last one before 2025 on which the weekday falls right: what counts is the weekday.
std::optional<Day> with_weekday(const PartialDate& date, std::optional<unsigned> weekday)
{
    if (date.year()) return date.full_day();
    constexpr int newest = 2024, cycle_years = 28;
    for (int year = newest; weekday && year > newest - cycle_years; --year) {
        const auto full = PartialDate::of(year, date.month(), date.day_of_month());
        const auto day = full ? full->full_day() : std::nullopt;
        if (day && std::chrono::weekday{*day}.iso_encoding() == *weekday) return day;
    }
    return std::nullopt;
}

/// A report without a publication date may still name its own day: "today, Wednesday 22 February 2023", or a dateline.
/// Failing that, the first date told with its weekday fixes the other weekdays.
void find_own_day(const Pieces& pieces, const std::vector<Found>& found, std::size_t body, Anchor& anchor)
{
    for (const auto& [first, last, meaning] : found) {
        const auto& parts = meaning.parts;
        const auto date = parts.day && parts.month && !meaning.until && meaning.frame == Frame::at ? day_of(meaning, anchor.years) : std::nullopt;
        if (!date) continue;
        const auto day = with_weekday(*date, parts.weekday);
        if (!day) continue;
        const bool pointed = meaning.basis == Basis::publication && meaning.unit == Unit::day;
        const bool at_the_head = first >= body && first - body <= dateline_pieces_max && parts.year;
        const bool closed = pieces.is(last, "(") || pieces.is(last, ":") || is_dash(pieces, last);
        if (pointed || (at_the_head && closed)) {
            anchor.today = *day - std::chrono::days{pointed ? meaning.amount : 0};
            anchor.open_year = !date->year();
            return;
        }
        if (anchor.weekday || !parts.weekday) continue;
        anchor.weekday = day;
        anchor.open_year = !date->year();
    }
}

/// A text whose every date is in calendar words does not speak from its own day.
bool is_history(const std::vector<Found>& found)
{
    return std::none_of(found.begin(), found.end(), [](const Found& one) {
        const auto& meaning = one.meaning;
        const bool pointed = meaning.basis == Basis::publication && meaning.unit <= Unit::month;
        return pointed || (meaning.parts.weekday && !meaning.parts.day && meaning.basis == Basis::calendar);
    });
}

/// First piece of the body: where the title's paragraph is over.
std::size_t body_begin(const Pieces& pieces, const text::Document& document)
{
    std::uint32_t start = 0;
    for (const auto& sentence : document.sentences()) {
        if (sentence.in_title || sentence.first >= sentence.last) continue;
        start = document.tokens()[sentence.first].begin;
        break;
    }
    std::size_t i = 0;
    while (i < pieces.size() && pieces.at(i).span.end <= start) ++i;
    return i;
}

}  // namespace

std::vector<DateMention> find_dates(const text::Document& document, std::optional<Day> published)
{
    const Pieces pieces(document);
    const auto found = read_all(pieces);
    Anchor anchor{.today = published, .years = years_named(found), .sole_year = sole_year(found), .day_first = document.language() == Language::arabic, .history = is_history(found)};
    if (!published) find_own_day(pieces, found, body_begin(pieces, document), anchor);
    Timeline timeline(std::move(anchor));
    std::vector<DateMention> mentions;
    mentions.reserve(found.size());
    for (const auto& [first, last, meaning] : found) {
        auto resolved = timeline.resolve(meaning, pieces.at(first).paragraph);
        mentions.push_back({.span = {pieces.at(first).span.start, pieces.at(last - 1).span.end},
                            .type = resolved.type,
                            .value = std::move(resolved.value),
                            .range = resolved.range,
                            .is_period = resolved.is_period});
    }
    return mentions;
}

}  // namespace sitrep::when
