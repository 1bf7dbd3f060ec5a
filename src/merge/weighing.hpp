// The parts of the same-event score: which features two accounts show, and what each adds.
#pragma once

#include "core/incident.hpp"
#include "merge/facts.hpp"
#include "merge/model.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// Adds up a score; words are only made when somebody will read them.
class Weighing {
public:
    explicit Weighing(const Model& model) : model_(model) {}
    Weighing(const Model& model, std::vector<Reason>* reasons, std::vector<Feature>* shown) : model_(model), reasons_(reasons), shown_(shown) {}

    template <class Words>
    void add(Feature feature, Words words)
    {
        const double weight = model_.weight(feature);
        total_ += weight;
        if (shown_) shown_->push_back(feature);
        if (reasons_) reasons_->push_back({std::string(heading_of(feature)), words(), weight});
    }
    double total() const { return total_; }

private:
    const Model& model_;
    std::vector<Reason>* reasons_ = nullptr;
    std::vector<Feature>* shown_ = nullptr;
    double total_ = 0;
};

/// Two accounts under comparison. The filed ones are there only when reasons are wanted in words.
struct Pair {
    const Facts& a;
    const Facts& b;
    const FiledAccount* filed_a = nullptr;
    const FiledAccount* filed_b = nullptr;
};

/// What the parts found, for what counts only together.
struct Found {
    bool impossible = false;  ///< no event can be told so: a report older than the event, two days weeks apart, another country
    bool same_day = false, next_day = false, no_day = false;
    bool no_time = false;     ///< one of the two has neither a day nor a day of publication
    bool same_place = false, is_city = false, other_place = false, same_area = false;
    bool kind_alike = false, other_actor = false;
    bool same_toll = false, other_toll = false;  ///< of two or more killed
    bool same_large_toll = false;                ///< of five or more
    bool same_other_toll = false;                ///< of several injured, abducted or arrested
    bool same_target_words = false;
};

void weigh_time(const Pair& pair, Weighing& weighing, Found& found);
void weigh_place(const Pair& pair, const Model& model, Weighing& weighing, Found& found);
void weigh_what(const Pair& pair, Weighing& weighing, Found& found);
void weigh_tolls(const Pair& pair, Weighing& weighing, Found& found);
void weigh_words(const Pair& pair, const Model& model, Weighing& weighing, const Found& found);
void weigh_together(const Found& found, Weighing& weighing);

/// True when the rare words of two reports, out within days of each other, have so much in common that a day, country or kind must have been misread in one of them
/// where these exclude each other.
bool words_outweigh(const Pair& pair, const Model& model);

}  // namespace sitrep::merge
