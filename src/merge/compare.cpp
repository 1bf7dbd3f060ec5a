// The stated rule: how much speaks for two accounts telling the same event.
#include "merge/merge.hpp"
#include "merge/scoring.hpp"
#include "merge/sources.hpp"

#include "text/signature.hpp"

#include <fmt/format.h>

namespace sitrep::merge {
namespace {

constexpr double alike_from = 0.1;           // two of the sixteen hashes: agency copy reworked
constexpr double touching_from = 0.05;       // one: the same sentence somewhere
constexpr double repost_weight = 0.40, alike_weight = 0.25, touching_weight = 0.20;

void score_words(const FiledAccount& a, const FiledAccount& b, Score& score)
{
    const double shared = text::similarity(a.words, b.words);
    if (shared < touching_from) return;
    const double weight = shared >= repost_from ? repost_weight : shared >= alike_from ? alike_weight : touching_weight;
    score.add("words", weight, [shared] { return fmt::format("the reports share {:.0f} % of their words", shared * 100); });
}

}  // namespace

const NameSkeleton& NameBook::of(const AccountPlace& place)
{
    const bool resolved = place.place.is_resolved() && !place.place.name.empty();
    const std::pair<std::string_view, std::string_view> key{resolved ? place.place.name : place.text, resolved ? std::string_view() : std::string_view(place.place.admin1)};
    auto known = names_.find(key);
    if (known == names_.end()) known = names_.emplace(key, name_skeleton(place)).first;
    return known->second;
}

Weighed::Weighed(const FiledAccount& account, NameBook& book) : filed(account), when(when_of(account)), where(where_of(account)), book_(book) {}

const std::vector<std::string>& Weighed::target_stems() const
{
    if (!target_stems_) target_stems_ = target_words(filed.account);
    return *target_stems_;
}

Score score_pair(const Weighed& a, const Weighed& b, bool with_reasons)
{
    // The cheap parts first; what is left to come can add about 1.7 and take 1.3.
    constexpr double hopeless = -2.2;
    constexpr double words_matter = 0.4;  // shared words for the target decide only near the threshold
    Score score(with_reasons);
    score_time(a, b, score);
    score_kind(a.filed.account, b.filed.account, score);
    score_actors(a.filed.account, b.filed.account, score);
    score_tolls(a.filed.account, b.filed.account, score);
    score_words(a.filed, b.filed, score);
    if (score.total() < hopeless && !with_reasons) return score;
    score_place(a, b, score);
    if (with_reasons || (score.total() > same_above - words_matter && score.total() < same_above + words_matter)) score_targets(a, b, score);
    return score;
}

Comparison compare(const FiledAccount& a, const FiledAccount& b)
{
    NameBook book;
    Score score = score_pair(Weighed(a, book), Weighed(b, book), true);
    Comparison out;
    out.score = score.total();
    out.is_repost = a.report != b.report && text::similarity(a.words, b.words) >= repost_from;
    out.reasons = score.take_reasons();
    return out;
}

}  // namespace sitrep::merge
