// The sections of the monthly report, in their order. Each adds its blocks; each is a file of its own.
#pragma once

#include "publish/document.hpp"
#include "publish/record.hpp"

namespace sitrep::publish {

void add_masthead(Document& document, const Record& record);
void add_changes(Document& document, const Record& record);
void add_key_points(Document& document, const Record& record);
void add_month_paragraph(Document& document, const Record& record);
/// What stands where a section has nothing: none recorded, or that nobody was looking.
std::string none_words(const Record& record);
void add_nobody_looked(Document& document, const Record& record);
void add_table_one(Document& document, const Record& record);
void add_trend(Document& document, const Record& record);
void add_rising(Document& document, const Record& record);
void add_governorates(Document& document, const Record& record);
void add_clusters(Document& document, const Record& record);
void add_repeat(Document& document, const Record& record);
void add_kinds(Document& document, const Record& record);
void add_camps(Document& document, const Record& record);
void add_operations(Document& document, const Record& record);
void add_other_events(Document& document, const Record& record);
void add_claims(Document& document, const Record& record);
void add_conflicts(Document& document, const Record& record);
void add_tallies(Document& document, const Record& record);
void add_undercount(Document& document, const Record& record);  ///< nothing when the caller gave none
void add_method(Document& document, const Record& record);
void add_incident_list(Document& document, const Record& record);
void add_compared_list(Document& document, const Record& record);

/// False when earlier months hold so many incidents that only those of the compared months get an entry to link to.
bool lists_all_earlier(const Record& record);

/// Short ways to say what every section needs.
Cell words(std::string text);
Cell number(Inline shown);
Line one(std::string text);

}  // namespace sitrep::publish
