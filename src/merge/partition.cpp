#include "merge/grouping.hpp"

#include <unordered_map>

namespace sitrep::merge {

std::vector<std::size_t> partition(std::span<const Facts* const> accounts, std::span<const Tie> ties, const Rulings& rulings, const Thresholds& thresholds, const Model& model)
{
    Grouping groups(thresholds, model);
    for (const auto* facts : accounts) groups.add(facts);
    for (const auto& tie : ties) groups.tie(static_cast<Grouping::Number>(tie.a), static_cast<Grouping::Number>(tie.b), static_cast<float>(tie.score));
    if (rulings.apart) groups.set_apart([&](Grouping::Number a, Grouping::Number b) { return rulings.apart(a, b); });
    std::vector<std::pair<Grouping::Number, Grouping::Number>> together;
    for (const auto& [a, b] : rulings.together) together.emplace_back(a, b);
    groups.settle_all(1, together);
    std::vector<std::size_t> out(accounts.size());
    std::unordered_map<Grouping::Number, std::size_t> numbers;
    for (Grouping::Number account = 0; account < accounts.size(); ++account) out[account] = numbers.try_emplace(groups.group_of(account), numbers.size()).first->second;
    return out;
}

}  // namespace sitrep::merge
