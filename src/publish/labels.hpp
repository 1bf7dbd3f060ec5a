// The words of our own that a report prints, in both languages.
#pragma once

#include "core/date.hpp"
#include "core/incident.hpp"
#include "publish/month.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

enum class Label {
#define LABEL(name, english, arabic) name,
#include "publish/labels.def"
#undef LABEL
};

std::string_view words_for(Label label, Edition edition);

/// Text with digits, kept in its own direction inside an Arabic sentence ("2023-05-10" would be turned round there).
std::string isolated(Edition edition, std::string text);

/// The label with its places filled in.
template <class... Values>
std::string say(Edition edition, Label label, const Values&... values)
{
    return [&](const auto&... texts) { return fmt::vformat(words_for(label, edition), fmt::make_format_args(texts...)); }(
        isolated(edition, fmt::format("{}", values))...);
}

/// Every run of words in every label, both languages: what the gate knows to be ours.
std::vector<std::string_view> label_phrases();

Label label_of(IncidentKind kind);
Label label_of(TargetClass target);
Label label_of(PerpetratorStatus status);
Label label_of(DatePrecision precision);
Label label_of(PlacePrecision precision);
Label unit_label(std::string_view unit_code);                 ///< Gate::PublicTally::unit
std::string claimant_words(Edition edition, std::string_view claimant);  ///< role codes in words, names as the registers have them
std::string actor_words(Edition edition, const std::string& canonical_name);

std::string month_words(Edition edition, std::chrono::year_month month);  ///< "May 2023"
/// "3–5", "3", with Western digits in both languages.
std::string range_words(const TollRange& range);
/// "2023-05-10", "2023-05", "2023-05-01 – 2023-05-07".
std::string date_words(Edition edition, const DateRange& date);
/// The grade as it may be said: confirmed is only said of what a person accepted.
std::string grade_words(Edition edition, Grade grade, bool accepted);
/// Town, district or governorate, as far as the gate let it through.
std::string place_words(Edition edition, const PublicIncident& incident);
std::string governorate_words(Edition edition, const PublicIncident& incident);

}  // namespace sitrep::publish
