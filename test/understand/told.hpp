// A report written inline for a test, with its places and dates marked in the text, and what understand() says of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/account.hpp"
#include "core/report.hpp"

namespace sitrep::understand {

/// `marked` holds {place NAME|kind|admin1|country} and {date ISO|words}, {period ISO|words}, {date ?|words} for an unresolved one.
/// Its first line is the title.
struct Told {
    Report report;
    std::vector<PlaceMention> places;
    std::vector<DateMention> dates;
};

Told told(std::string_view marked, Language language, std::string_view published);
Understanding understood(const Told& told);
Understanding understood(std::string_view marked, Language language = Language::english, std::string_view published = {});

/// A report with a title of its own in which @ stands for a town of Syria, published on 5 March 2024.
Understanding understood_in_town(std::string_view words, Language language = Language::english);

/// The answer as lines that a person can read and correct.
std::string in_words(const Told& told, const Understanding& understanding);

}  // namespace sitrep::understand
