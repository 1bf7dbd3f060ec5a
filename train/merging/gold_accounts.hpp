// Accounts for merging to learn from and be measured by: those that annotators marked, and those that the program reads in the same reports.
#pragma once

#include "corpus.hpp"
#include "merge/merge.hpp"
#include "pipeline/read_report.hpp"
#include "place/gazetteer.hpp"
#include "text/document.hpp"

#include <string>
#include <vector>

namespace sitrep::train {

struct KeyedAccount {
    FiledAccount filed;
    merge::Facts facts;
    std::string key;       ///< of the real incident; accounts that tell none of the annotated ones have a key of their own
    std::string document;  ///< id of the report
    bool is_made = false;  ///< changed from what the report says (made_pairs.hpp)
};

/// The accounts of one report, one after the other.
using KeyedReport = std::vector<KeyedAccount>;

/// What the annotators marked; places are resolved by the gazetteer.
KeyedReport gold_accounts(const GoldReport& gold, const pipeline::ReadReport& read, const text::Document& document, std::int64_t number,
                          const merge::Model& model = merge::shipped_model());
/// What the program reads, each with the key of the annotated incident whose words its evidence holds most of.
KeyedReport read_accounts(const GoldReport& gold, const pipeline::ReadReport& read, std::int64_t number);

/// Lines of {"id", "title", "dct", "text"} and {"id", "cluster"} as in the Gun Violence Corpus (Vossen et al. 2018): one account for each article,
/// the first that the program reads as news, or one with nothing but its words and its day.
std::vector<KeyedReport> gun_violence(const std::string& folder, const std::string& split, const place::Gazetteer& gazetteer, std::int64_t first_number,
                                      const merge::Model& model = merge::shipped_model());

}  // namespace sitrep::train
