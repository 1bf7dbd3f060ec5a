// The rule by which groups grow: which tie comes first, and which two groups may become one.
#pragma once

#include "merge/grouping.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace sitrep::merge {

/// Asks a grouping for facts, ties and what people have told apart. Changes nothing: where no account is on the shelf, several threads may ask at once.
class GroupingRule {
public:
    using Number = Grouping::Number;
    using Union = Grouping::Union;
    /// Of a group, by content, so that what is looked at does not depend on how the group came about.
    using Members = std::span<const Number>;
    explicit GroupingRule(const Grouping& grouping) : all_(grouping) {}

    bool comes_before_by_content(Number x, Number y) const { return std::tuple(all_.content(x), x) < std::tuple(all_.content(y), y); }
    /// The stronger tie first; of two that are as strong, what the accounts say decides.
    bool goes_before(const Union& x, const Union& y) const
    {
        if (x.score != y.score) return x.score > y.score;
        const auto content = [this](const Union& tie) {
            const auto p = all_.content(tie.a), q = all_.content(tie.b);
            return std::pair(std::min(p, q), std::max(p, q));
        };
        return std::tuple(content(x), x.a, x.b) < std::tuple(content(y), y.a, y.b);
    }
    /// A tie with half of what decides between most that are as strong (the same words told again), so that the accounts need not be looked at.
    struct Turn : Union {
        std::uint32_t content;
    };
    Turn turn_of(const Union& tie) const
    {
        constexpr unsigned half = 32;
        return {tie, static_cast<std::uint32_t>(std::min(all_.content(tie.a), all_.content(tie.b)) >> half)};
    }
    /// The same order.
    bool goes_before(const Turn& x, const Turn& y) const
    {
        if (x.score != y.score) return x.score > y.score;
        return x.content == y.content ? goes_before(static_cast<const Union&>(x), static_cast<const Union&>(y)) : x.content < y.content;
    }
    /// True when they can never be one, whatever their accounts give each other: two of them are told as two, or a person has told them apart.
    bool exclude(Members x, Members y) const;
    /// True when they give each other enough to be one, if they do not exclude each other.
    bool fit(Members x, Members y) const;
    /// Before exclude() and fit(): accounts of a group lie all over the memory.
    void fetch_ahead(Members members) const;

private:
    double mean_asked_of(std::size_t pairs) const;
    std::optional<float> tie_between(Number a, Number b) const;
    bool told_apart(Members x, Members y) const;

    const Grouping& all_;
};

}  // namespace sitrep::merge
