#include "pipeline/read_report.hpp"

#include "place/mentions.hpp"
#include "text/document.hpp"
#include "text/signature.hpp"
#include "understand/understand.hpp"
#include "when/dates.hpp"
#include "when/local_day.hpp"

namespace sitrep::pipeline {

Language language_to_read(const Report& report)
{
    const Language language = understand::detect_language(report.document);
    return language == Language::unknown ? report.language : language;
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
    auto places = place::find_places(document, gazetteer);
    auto dates = when::find_dates(document, report.published ? std::optional{when::day_in(*report.published, country_most_named(places))} : std::nullopt);
    out.understanding = understand::understand(report, document, std::move(places), std::move(dates), models);
    out.understanding.language = language;
    return out;
}

}  // namespace sitrep::pipeline
