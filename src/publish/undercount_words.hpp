// What an undercount says, in sentences of both languages: for the report, the picture and the terminal alike.
#pragma once

#include "analyse/undercount/undercount.hpp"
#include "publish/labels.hpp"

namespace sitrep::publish {

Label label_of(analyse::UndercountModel model);
/// Names of the lists as given, for the desk itself.
std::vector<std::string> desk_names(Edition edition, const analyse::Undercount& undercount);
/// Public outlets by their name, every other list by a letter.
std::vector<std::string> public_names(Edition edition, const analyse::Undercount& undercount);

/// Why no estimate is given; one entry a reason, none when one is.
std::vector<std::string> refusal_words(Edition edition, const analyse::Undercount& undercount, const std::vector<std::string>& names);
/// The range over all models, and over their own intervals; empty when refused.
std::string range_sentence(Edition edition, const analyse::Undercount& undercount);
/// Which assumption carries the estimate, with what happens when it is off by two; empty when refused.
std::string assumption_sentence(Edition edition, const analyse::Undercount& undercount);
/// "EXH + HRW"
std::string pattern_words(const std::vector<std::string>& names, analyse::ListSet pattern);
/// Whole numbers: an estimate has no digits behind the point.
std::string whole(double value);

}  // namespace sitrep::publish
