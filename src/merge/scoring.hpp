// The parts of the same-event score; each adds its weight and, when asked, says why.
#pragma once

#include "core/incident.hpp"
#include "merge/facts.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// Adds up a score; words are only made when somebody will read them.
class Score {
public:
    explicit Score(bool with_reasons) : with_reasons_(with_reasons) {}
    template <class Words>
    void add(const char* what, double weight, Words words)
    {
        total_ += weight;
        if (with_reasons_) reasons_.push_back({what, words(), weight});
    }
    double total() const { return total_; }
    std::vector<Reason> take_reasons() { return std::move(reasons_); }

private:
    bool with_reasons_;
    double total_ = 0;
    std::vector<Reason> reasons_;
};

/// Name skeletons of the places met in one decision: candidates mostly name the same few, and making one is the dearest step.
class NameBook {
public:
    const NameSkeleton& of(const AccountPlace& place);

private:
    std::map<std::pair<std::string_view, std::string_view>, NameSkeleton> names_;  ///< by the words and the governorate; views of the accounts
};

/// An account and its facts, made once for many comparisons.
struct Weighed {
    Weighed(const FiledAccount& account, NameBook& book);
    const FiledAccount& filed;
    When when;
    Where where;
    const NameSkeleton& name_of(std::size_t fine_place) const { return book_.of(*where.fine[fine_place]); }
    /// Stems of the words that name who or what was hit, made when first needed.
    const std::vector<std::string>& target_stems() const;

private:
    NameBook& book_;
    mutable std::optional<std::vector<std::string>> target_stems_;
};

void score_place(const Weighed& a, const Weighed& b, Score& score);
void score_time(const Weighed& a, const Weighed& b, Score& score);
void score_kind(const Account& a, const Account& b, Score& score);
void score_actors(const Account& a, const Account& b, Score& score);
void score_targets(const Weighed& a, const Weighed& b, Score& score);
void score_tolls(const Account& a, const Account& b, Score& score);
/// The whole rule.
Score score_pair(const Weighed& a, const Weighed& b, bool with_reasons);

}  // namespace sitrep::merge
