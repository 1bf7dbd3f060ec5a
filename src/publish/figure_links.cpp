#include "publish/figure_links.hpp"

namespace sitrep::publish {

std::string FigureLinks::anchor_for(const std::vector<IncidentId>& from)
{
    if (from.size() == 1) return to_string(from.front());
    const auto [place, is_new] = known_.emplace(from, lists_.size());
    if (is_new) lists_.push_back({"n" + std::to_string(lists_.size() + 1), from});
    return lists_[place->second].anchor;
}

}  // namespace sitrep::publish
