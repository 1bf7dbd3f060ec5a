#include "understand/told.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "text/document.hpp"
#include "text/normalise.hpp"
#include "understand/understand.hpp"

namespace sitrep::understand {

namespace {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts{std::string()};
    for (const char letter : text) {
        if (letter == separator)
            parts.emplace_back();
        else
            parts.back() += letter;
    }
    return parts;
}

Span span_of(const std::string& before, const std::string& words)
{
    const auto start = static_cast<std::uint32_t>(text::length(before));
    return {start, start + static_cast<std::uint32_t>(text::length(words))};
}

PlaceMention place_from(const std::vector<std::string>& fields, Span span)
{
    PlaceMention mention;
    mention.span = mention.name_span = span;
    const std::string kind = fields.size() > 1 ? fields[1] : "settlement";
    mention.place.kind = kind == "settlement"    ? PlaceKind::settlement
                         : kind == "governorate" ? PlaceKind::governorate
                         : kind == "country"     ? PlaceKind::country
                                                 : PlaceKind::region;
    mention.place.precision = kind == "settlement"    ? PlacePrecision::exact
                              : kind == "governorate" ? PlacePrecision::governorate
                              : kind == "country"     ? PlacePrecision::country
                                                      : PlacePrecision::region;
    if (kind == "settlement") mention.place.point = LatLon::from_degrees(35.8, 36.6).value();
    mention.place.name = fields[0];
    mention.place.gazetteer_id = "test:" + fields[0];
    mention.place.admin1 = fields.size() > 2 ? fields[2] : "";
    mention.place.country = fields.size() > 3 ? fields[3] : "";
    if (kind == "unknown") {  // a name that no gazetteer has
        mention.place.gazetteer_id.clear();
        mention.place.kind = PlaceKind::unknown;
        mention.place.precision = PlacePrecision::governorate;
    }
    return mention;
}

DateMention date_from(const std::string& iso, Span span, bool is_period)
{
    DateMention mention;
    mention.span = span;
    mention.is_period = is_period;
    mention.value = iso == "?" ? "XXXX-WXX-7" : iso;  // a weekday that nothing resolves
    if (const auto date = PartialDate::from_iso(iso)) mention.range = DateRange::at(*date);
    return mention;
}

}  // namespace

Told told(std::string_view marked, Language language, std::string_view published)
{
    Told told;
    std::string plain;
    while (!marked.empty()) {
        const std::size_t open = std::min(marked.find('{'), marked.size());
        plain += marked.substr(0, open);
        marked.remove_prefix(open);
        if (marked.empty()) break;
        const std::size_t close = marked.find('}');
        if (close == std::string_view::npos) throw std::invalid_argument("a mark is not closed");
        const std::string_view mark = marked.substr(1, close - 1);
        const std::size_t space = mark.find(' ');
        const std::string_view layer = mark.substr(0, space);
        const auto fields = split(mark.substr(space + 1), '|');
        const std::string& words = layer == "place" ? fields.front() : fields.back();
        const Span span = span_of(plain, words);
        if (layer == "place")
            told.places.push_back(place_from(fields, span));
        else
            told.dates.push_back(date_from(fields.front(), span, layer == "period"));
        plain += words;
        marked.remove_prefix(close + 1);
    }
    const std::size_t line = plain.find('\n');
    if (line == std::string::npos)
        told.report.set_words("", plain);
    else
        told.report.set_words(plain.substr(0, line), plain.substr(line + 1));
    told.report.language = language;
    if (const auto day = day_from_iso(published)) told.report.published = Publication{.day = *day, .time_of_day = std::nullopt};
    return told;
}

Understanding understood(const Told& told)
{
    const auto document = text::Document::parse(told.report.document, told.report.text_begin, told.report.language);
    return understand(told.report, document, {told.places, {}}, told.dates);
}

Understanding understood(std::string_view marked, Language language, std::string_view published)
{
    return understood(told(marked, language, published));
}

namespace {

std::string number(const Toll& toll)
{
    if (!toll.high) return fmt::format("at least {}", toll.low);
    return *toll.high == toll.low ? fmt::format("{}", toll.low) : fmt::format("{} to {}", toll.low, *toll.high);
}

void add_toll(std::string& lines, std::string_view label, const std::optional<Toll>& toll)
{
    if (toll) lines += fmt::format("  {:<10} {}\n", label, number(*toll));
}

std::string account_in_words(const Account& account)
{
    std::string lines = fmt::format("{}{}\n", to_string(account.kind), account.background ? " (background)" : "");
    if (account.date.start) lines += fmt::format("  {:<10} {} ({})\n", "date", account.date.start->iso(), to_string(account.date.precision));
    for (const AccountPlace& place : account.places) lines += fmt::format("  {:<10} {}\n", "place", place.text);
    if (!account.perpetrator.text.empty())
        lines +=
            fmt::format("  {:<10} {} [{}] {}\n", "by", account.perpetrator.text, account.perpetrator.name, to_string(account.perpetrator.status));
    for (const Target& target : account.targets)
        lines += fmt::format("  {:<10} {} [{}]\n", "target", target.text, target.target_class ? to_string(*target.target_class) : "");
    if (account.weapon) lines += fmt::format("  {:<10} {} [{}]\n", "weapon", account.weapon->text, to_string(account.weapon->weapon_class));
    add_toll(lines, "killed", account.killed);
    add_toll(lines, "injured", account.injured);
    add_toll(lines, "abducted", account.abducted);
    add_toll(lines, "arrested", account.arrested);
    add_toll(lines, "own dead", account.perpetrators_killed);
    for (const Attribution& attribution : account.attribution)
        lines += fmt::format("  {:<10} {}{}\n", "says", attribution.text, attribution.name.empty() ? "" : " [" + attribution.name + "]");
    return lines;
}

}  // namespace

Understanding understood_in_town(std::string_view words, Language language)
{
    const bool arabic = language == Language::arabic;
    std::string marked(arabic ? "خبر\n" : "Report\n");
    for (const char letter : words)
        if (letter == '@') marked += arabic ? "{place داعل|settlement|Daraa|SY}" : "{place Ariha|settlement|Idlib|SY}";
        else marked += letter;
    return understood(marked, language, "2024-03-05");
}

std::string in_words(const Told& told, const Understanding& understanding)
{
    std::string lines;
    for (const Account& account : understanding.accounts) lines += account_in_words(account);
    for (const Tally& tally : understanding.tallies)
        lines += fmt::format("tally {} {}; {}; {}; {}\n", tally.quantity, tally.unit, tally.scope_place, tally.period_text, tally.claimant);
    for (const Pattern& pattern : understanding.patterns) lines += fmt::format("pattern {}; {}; {}\n", pattern.what, pattern.place, pattern.claimant);
    const auto document = text::Document::parse(told.report.document, told.report.text_begin, told.report.language);
    for (const Mention& mention : understanding.mentions)
        if (mention.layer == MentionLayer::person) lines += fmt::format("person {}\n", document.words(mention.span));
    return lines;
}

}  // namespace sitrep::understand
