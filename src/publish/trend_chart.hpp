// The bar charts of the report: months along the bottom, one colour for each part of a bar.
#pragma once

#include "publish/record.hpp"

#include <string>
#include <vector>

namespace sitrep::publish {

/// The months drawn: at least 13, back to the first with data, this month last.
std::vector<Month> charted_months(const Record& record);
std::string attacks_chart(const Record& record);
std::string operations_chart(const Record& record);

}  // namespace sitrep::publish
