// Inside tables/: what our own exports wrote into a free column, and when a row was written.
#pragma once

#include "core/table_marks.hpp"
#include "tables/tables.hpp"

namespace sitrep::tables {

/// The marks say more exactly what the format's own codes say roughly; they win.
void take_marks(const TableMarks& marks, Span span, RowEvent& event);

/// A moment in Unix seconds ("1684491033") or a day in ISO form; nothing for anything else.
std::optional<Publication> published_at(std::string_view cell);

}  // namespace sitrep::tables
