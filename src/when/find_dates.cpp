// Walks a document once, reads every date expression, then resolves them in their order.
#include "when/dates.hpp"
#include "when/found.hpp"
#include "when/timeline.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::when {
namespace {

constexpr std::size_t years_max = 64;          // distinct years of one text that are remembered
constexpr std::size_t dateline_pieces_max = 6; // "BAGHDAD, 19 February 2024 (Agency) -"

bool may_begin(const Piece& piece)
{
    return piece.word.kind != WordClass::none || piece.digits != 0 || piece.text == "moments" || piece.text == "وقت" || piece.text == "الاونه" ||
           piece.text == "الفتره" || piece.text == "more";
}

/// "3- 25 May: two shops": the number of an item of a list, written against its dash at the head of a line, is no first day of a range.
bool numbers_item(const Pieces& pieces, std::size_t i)
{
    const auto& number = pieces.at(i);
    const bool heads_line = i == 0 || pieces.at(i - 1).text.empty() || pieces.at(i - 1).paragraph != number.paragraph;
    return heads_line && number.digits > 0 && number.digits <= 2 && is_dash(pieces, i + 1) && !pieces.at(i + 1).space_before && pieces.at(i + 2).space_before;
}

/// "The 7th April Hall", "شارع 17 نيسان", "حركة 23 مارس": a day in the name of a thing dates nothing.
bool names_thing(const Pieces& pieces, std::size_t i, const Match& match)
{
    constexpr std::array<std::string_view, 15> before{"طريق", "شارع",  "ساحه", "ميدان", "جسر",  "حي",   "مستشفي", "ملعب",
                                                      "مدرسه", "جامعه", "لواء", "كتيبه", "حركه", "ثوره", "دوار"};
    constexpr std::array<std::string_view, 14> behind{"hall",    "street",   "square",   "road",    "bridge", "avenue",     "brigade",
                                                      "brigades", "movement", "hospital", "stadium", "school", "university", "mosque"};
    const auto& parts = match.meaning.parts;
    // "سوق الخميس", "نهر مايو": a weekday or a month that such a place is called by.
    constexpr std::array<std::string_view, 6> called{"سوق", "نهر", "ساحه", "شارع", "قريه", "بلده"};
    const bool one_word = match.end == i + 1 && match.meaning.basis == Basis::calendar && (parts.weekday || parts.month) && pieces.at(i).text.size() > 4;
    if (one_word && i > 0 && std::find(called.begin(), called.end(), pieces.at(i - 1).text) != called.end()) return true;
    if (!parts.month || parts.year || match.meaning.basis != Basis::calendar) return false;
    if (parts.day && i > 0 && std::find(before.begin(), before.end(), pieces.at(i - 1).text) != before.end()) return true;
    const auto is_named = [&](std::size_t at) { return pieces.at(at).capital && std::find(behind.begin(), behind.end(), pieces.at(at).text) != behind.end(); };
    constexpr std::size_t ordinal_pieces_max = 2;  // "7th"
    for (std::size_t at = match.end; at <= match.end + ordinal_pieces_max; ++at) {
        if (is_named(at)) return parts.day || at > match.end;
        if (at == match.end && pieces.at(at).digits == 0) break;
    }
    return false;
}

std::vector<Found> read_all(const Pieces& pieces)
{
    std::vector<Found> found;
    for (std::size_t i = 0; i < pieces.size();) {
        if (!may_begin(pieces.at(i)) || numbers_item(pieces, i)) {
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
        if (!names_thing(pieces, i, match)) found.push_back({i, match.end, match.meaning});
        i = match.end;
    }
    return found;
}

/// A number that could be a count is a year only where the text tells of years near it.
void drop_counts(std::vector<Found>& found)
{
    constexpr int lifetime_years = 60;
    std::vector<int> firm;
    for (const auto& one : found)
        if (one.meaning.parts.year && !one.meaning.unsure && !one.meaning.before_christ) firm.push_back(*one.meaning.parts.year);
    std::sort(firm.begin(), firm.end());
    std::erase_if(found, [&firm](const Found& one) {
        if (!one.meaning.unsure || !one.meaning.parts.year) return false;
        const auto near = std::lower_bound(firm.begin(), firm.end(), *one.meaning.parts.year - lifetime_years);
        return near == firm.end() || *near > *one.meaning.parts.year + lifetime_years;
    });
}

bool names_year(const Meaning& meaning) { return meaning.parts.year && !meaning.aside && !meaning.before_christ; }

std::vector<int> years_named(const std::vector<Found>& found)
{
    std::vector<int> years;
    for (const auto& [first, last, meaning] : found) {
        if (!names_year(meaning) || years.size() == years_max) continue;
        if (std::find(years.begin(), years.end(), *meaning.parts.year) == years.end()) years.push_back(*meaning.parts.year);
    }
    return years;
}

std::optional<int> sole_year(const std::vector<Found>& found)
{
    std::optional<int> sole;
    for (const auto& [first, last, meaning] : found) {
        if (!names_year(meaning) || (meaning.frame != Frame::at && !meaning.parts.day)) continue;
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

/// No leap year, so that no 29 February is invented.
constexpr int some_year = 2023;

std::optional<Day> with_year(const PartialDate& date, int year)
{
    const auto full = PartialDate::of(year, date.month(), date.day_of_month());
    return full ? full->full_day() : std::nullopt;
}

/// The first piece of a paragraph, as far back as a dateline reaches; `i` itself where it reaches no farther.
std::size_t paragraph_begin(const Pieces& pieces, std::size_t i, std::size_t body)
{
    std::size_t begin = i;
    while (begin > body && i - begin <= dateline_pieces_max && pieces.at(begin - 1).paragraph == pieces.at(i).paragraph && !pieces.at(begin - 1).text.empty()) --begin;
    return begin;
}

/// Whether a dash ends a dateline behind its date, the agency's name in brackets between them: "12 March 2025 (AFP) -", "(Beirut, 12 March 2025) -".
bool ends_with_dash(const Pieces& pieces, std::size_t begin, std::size_t first, std::size_t last)
{
    constexpr std::size_t agency_pieces_max = 4;
    std::size_t end = last;
    for (std::size_t i = begin; i < first; ++i)
        if (pieces.is(i, "(") && pieces.is(last, ")")) end = last + 1;
    if (pieces.is(end, "("))
        for (std::size_t i = end + 1; i <= end + agency_pieces_max; ++i)
            if (pieces.is(i, ")")) {
                end = i + 1;
                break;
            }
    return is_dash(pieces, end);
}

/// Whether a paragraph opens with names, a date and a dash: "KATSINA, Nigeria (12 March 2025) -", and not "On 12 March 2025 - the first day of the fair -".
bool opens_as_dateline(const Pieces& pieces, const Found& date, std::size_t body)
{
    const std::size_t begin = paragraph_begin(pieces, date.first, body);
    if (date.first - begin > dateline_pieces_max) return false;
    if (begin > 0 && pieces.is(begin - 1, ".") && pieces.at(begin - 1).paragraph == pieces.at(begin).paragraph) return false;
    const auto in_running_text = [&](std::size_t i) {
        const Piece& piece = pieces.at(i);
        return piece.text == "." || (!piece.capital && !piece.arabic && piece.text.front() >= 'a' && piece.text.front() <= 'z');
    };
    for (std::size_t i = begin; i < date.first; ++i)
        if (in_running_text(i)) return false;
    const auto kind = pieces.kind(date.first);
    const bool bare = pieces.at(date.first).digits > 0 || kind == WordClass::month || kind == WordClass::weekday;  // without "on"
    return bare && ends_with_dash(pieces, begin, date.first, date.last);
}

/// A dateline under a title or a writer's name that is a line like others. Where another paragraph opens in the same way it is a list of days.
bool is_dateline_below(const Pieces& pieces, const std::vector<Found>& found, const Found& date, std::size_t body)
{
    constexpr std::uint32_t paragraphs_above_max = 2;
    const auto paragraph = pieces.at(date.first).paragraph, first = pieces.at(body).paragraph;
    if (date.first <= body || paragraph == first || paragraph > first + paragraphs_above_max || !opens_as_dateline(pieces, date, body)) return false;
    return std::ranges::none_of(found, [&](const Found& other) { return pieces.at(other.first).paragraph != paragraph && opens_as_dateline(pieces, other, body); });
}

/// A report without a publication date may still name its own day: "today, Wednesday 22 February 2023", or a dateline.
/// Failing that, the first date told with its weekday fixes the other weekdays.
void find_own_day(const Pieces& pieces, const std::vector<Found>& found, std::size_t body, Anchor& anchor)
{
    for (const Found& one : found) {
        const auto& [first, last, meaning] = one;
        const auto& parts = meaning.parts;
        const auto date = parts.day && parts.month && !meaning.until && meaning.frame == Frame::at ? day_of(meaning, anchor.years) : std::nullopt;
        if (!date) continue;
        const bool pointed = meaning.basis == Basis::publication && meaning.unit == Unit::day;
        const bool at_the_head = first >= body && first - body <= dateline_pieces_max;
        const bool opens_body = at_the_head && pieces.at(first).paragraph == pieces.at(body).paragraph;
        const bool headed = (opens_body && (pieces.is(last, ":") || ends_with_dash(pieces, body, first, last))) || is_dateline_below(pieces, found, one, body);
        auto day = with_weekday(*date, parts.weekday);
        if (!day && headed && !parts.weekday) {
            // "NARATHIWAT, June 13 –": "today" is that day, though nobody knows which weekday it was.
            day = with_year(*date, some_year);
            anchor.open_weekday = day.has_value();
        }
        if (!day) continue;
        if (pointed || headed || (at_the_head && parts.year && pieces.is(last, "("))) {
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

/// A history, such as an encyclopedia's: it names years long before its publication again and again, and hardly ever speaks from its own day.
bool is_narrative(const std::vector<Found>& found, std::optional<Day> published)
{
    constexpr int years_ago_min = 2;
    constexpr std::size_t dates_min = 4, dates_per_other_min = 5;
    const int now = published ? int(std::chrono::year_month_day{*published}.year()) : 0;
    std::size_t past = 0, others = 0;
    for (const auto& [first, last, meaning] : found) {
        const bool pointed = meaning.basis == Basis::publication && (meaning.unit <= Unit::weekend || meaning.ago);
        const bool weekday = meaning.basis == Basis::calendar && meaning.parts.weekday && !meaning.parts.day;
        const bool recent = names_year(meaning) && published && *meaning.parts.year > now - years_ago_min;
        if (pointed || weekday || recent)
            ++others;
        else if (meaning.parts.year && !meaning.aside && meaning.frame == Frame::at)
            ++past;
    }
    return past >= dates_min && past >= others * dates_per_other_min;
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
    auto found = read_all(pieces);
    drop_counts(found);
    turn_to_other_events(pieces, found);
    mark_reporting_days(pieces, found);
    Anchor anchor{.today = published,
                  .years = years_named(found),
                  .sole_year = sole_year(found),
                  .day_first = document.language() == Language::arabic,
                  .narrative = is_narrative(found, published),
                  .history = is_history(found)};
    if (!published) find_own_day(pieces, found, body_begin(pieces, document), anchor);
    Timeline timeline(std::move(anchor));
    std::vector<DateMention> mentions;
    mentions.reserve(found.size());
    for (const auto& [first, last, meaning] : found) {
        auto resolved = timeline.resolve(meaning, pieces.at(first).paragraph, pieces.at(first).sentence);
        if (is_day_of_told_month(meaning) && meaning.toward == Toward::none && !resolved.range.is_known()) continue;  // "on the 5th": without a month a count of anything
        mentions.push_back({.span = {pieces.at(first).span.start, pieces.at(last - 1).span.end},
                            .type = resolved.type,
                            .value = std::move(resolved.value),
                            .range = resolved.range,
                            .undating = meaning.undating,
                            .is_period = resolved.is_period});
    }
    return mentions;
}

}  // namespace sitrep::when
