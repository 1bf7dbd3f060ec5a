#include "pipeline/read_report.hpp"

#include "merge/telling.hpp"
#include "place/mentions.hpp"
#include "text/document.hpp"
#include "text/signature.hpp"
#include "understand/understand.hpp"
#include "understand/where/homelands.hpp"
#include "when/dates.hpp"
#include "when/local_day.hpp"

#include <algorithm>
#include <iterator>

namespace sitrep::pipeline {
namespace {

/// All of a report's words tell of its only news; of several events each has its own sentences.
std::vector<TellingWords> telling_words(const Understanding& understanding, const text::Document& document)
{
    const auto news = std::ranges::count_if(understanding.accounts, [](const Account& account) { return !account.background; });
    std::vector<TellingWords> out;
    for (const Account& account : understanding.accounts) {
        const bool alone = news == 1 && !account.background;
        out.push_back(merge::telling_words(document, alone ? std::span<const Span>() : std::span<const Span>(account.evidence)));
        out.back().told = static_cast<std::uint8_t>(std::min<std::size_t>(understanding.accounts.size(), TellingWords::told_max));
    }
    return out;
}

std::vector<Span> unresolved_places(const Understanding& understanding)
{
    std::vector<Span> spans;
    for (const Account& account : understanding.accounts)
        for (const auto& place : account.places)
            if (!place.place.is_resolved()) spans.push_back(place.span);
    return spans;
}

// Where nobody took any words of a message without capitals for places, those where places are told; only towns and units that many know, since "near
// home" and "in broad daylight" are no places.
std::vector<Span> well_known_places(const text::Document& document, const place::Gazetteer& gazetteer, std::span<const DateMention> dates)
{
    constexpr std::int64_t many = 30'000;
    const auto names = place::names_behind_prepositions(document);
    if (names.empty()) return {};
    std::vector<Span> known;
    for (const PlaceMention& mention : place::find_places(document, gazetteer, {}, names).mentions) {
        const auto behind = std::ranges::partition_point(dates, [&](const DateMention& date) { return date.span.end <= mention.name_span.start; });
        const bool dated = behind != dates.end() && behind->span.overlaps(mention.name_span);
        if (!dated && mention.place.is_resolved() && mention.place.population >= many) known.push_back(mention.name_span);
    }
    return known;
}

}  // namespace

Language language_to_read(const Report& report)
{
    const Language language = understand::detect_language(report.document);
    return language == Language::unknown ? report.language : language;
}

std::vector<CountryHint> hints_of(const Report& report, const text::Document& document, const place::Gazetteer& gazetteer)
{
    constexpr double weight_of_outlet = 0.35;
    auto hints = understand::homelands_of(document);
    const auto outlet = text::Document::parse(report.publisher, 0, Language::unknown);
    std::ranges::move(place::countries_of_name(outlet, gazetteer, weight_of_outlet), std::back_inserter(hints));
    return hints;
}

ReadReport read_report(const Report& report, const place::Gazetteer& gazetteer, const understand::ModelSet& models)
{
    ReadReport out;
    const Language language = language_to_read(report);
    const auto document = text::Document::parse(report.document, report.text_begin, language);
    out.words = text::signature_of(document);
    if (!is_read(language)) {
        out.understanding.language = language;
        return out;
    }
    const auto hints = hints_of(report, document, gazetteer);
    auto places = place::find_places(document, gazetteer, hints);
    auto dates = when::find_dates(document, report.published ? std::optional{when::day_in(*report.published, country_most_named(places.mentions))} : std::nullopt);
    out.understanding = understand::understand(report, document, std::move(places), dates, models);
    // A message without capitals: what the tagger takes for places is looked up, or the words where places are told, and the report read again with
    // what is known of them.
    std::vector<Span> names = unresolved_places(out.understanding);
    if (!place::lacks_capitals(document)) names.clear();
    else if (names.empty()) names = well_known_places(document, gazetteer, dates);
    if (!names.empty())
        out.understanding = understand::understand(report, document, place::find_places(document, gazetteer, hints, names), std::move(dates), models);
    out.understanding.language = language;
    out.telling = telling_words(out.understanding, document);
    return out;
}

FiledAccount filed(const Report& report, const ReadReport& read, std::size_t account)
{
    FiledAccount out;
    out.publisher = report.publisher;
    out.url = report.url;
    out.published = report.published;
    out.language = read.understanding.language;
    out.words = read.words;
    out.account = read.understanding.accounts[account];
    if (account < read.telling.size()) out.telling = read.telling[account];
    return out;
}

}  // namespace sitrep::pipeline
