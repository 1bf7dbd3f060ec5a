// What the front ends count in some words, written as an analyst would: "3 killed; 1 injured".
#pragma once

#include <string>

#include "understand/assemble.hpp"
#include "understand/tagging/tagged_tolls.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

inline std::string in_figures(const TollCue& toll)
{
    const std::string what = toll.combined ? " killed or injured" : toll.outcome == Outcome::killed ? " killed" : toll.outcome == Outcome::injured ? " injured" : " taken";
    if (toll.vague) return "some" + what;
    if (!toll.high) return std::to_string(toll.low) + "+" + what;
    const std::string high = *toll.high == toll.low ? std::string() : "-" + std::to_string(*toll.high);
    return std::to_string(toll.low) + high + what + (toll.part ? " among them" : "") + (toll.beyond ? " more" : "") + (toll.replaced ? " at first" : "") + (toll.updates ? " now" : "");
}

// All that are counted, in the order of the text: "3 killed; 1 injured".
inline std::string counted(std::string_view words, Language language)
{
    const Told report = told("Report\n" + std::string(words), language, "2024-03-05");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, language);
    const Prepared prepared = prepare(report.report, document, language, report.places, report.dates);
    std::string all;
    for (const TollCue& toll : prepared.cues.tolls) all += (all.empty() ? "" : "; ") + in_figures(toll);
    return all;
}
inline std::string english(std::string_view words) { return counted(words, Language::english); }
inline std::string arabic(std::string_view words) { return counted(words, Language::arabic); }

// What a tagged span of some words counts.
inline std::string of_span(std::string_view words, Language language)
{
    const Told report = told("Report\n" + std::string(words), language, "2024-03-05");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, language);
    const auto toll = toll_in(document, {1, static_cast<std::uint32_t>(document.tokens().size())}, 1);
    return toll ? in_figures(*toll) : "nothing";
}

}  // namespace sitrep::understand
