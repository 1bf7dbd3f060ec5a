#include "publish/undercount_words.hpp"

#include "publish/registers.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

using analyse::RefusalReason;

std::string reason_words(Edition edition, const analyse::Refusal& refusal, const std::vector<std::string>& names)
{
    switch (refusal.reason) {
        case RefusalReason::fewer_than_three_lists: return say(edition, Label::refused_lists, whole(refusal.figure));
        case RefusalReason::list_too_small: return say(edition, Label::refused_small, names[refusal.list], whole(refusal.figure));
        case RefusalReason::empty_pair_needed: return say(edition, Label::refused_empty, names[refusal.list], names[refusal.other]);
        case RefusalReason::no_sound_model: return say(edition, Label::refused_unsound, whole(refusal.figure));
        case RefusalReason::chains_unsettled: return say(edition, Label::refused_unsettled, whole(refusal.figure));
        case RefusalReason::models_too_far_apart: break;
    }
    return say(edition, Label::refused_apart, fmt::format("{:.1f}", refusal.figure));
}

std::string public_name(Edition edition, const std::string& name, std::size_t index)
{
    // "SOHR +2": the largest source of a list and how many more are in it.
    const std::size_t more = name.rfind(" +");
    const Outlet* outlet = outlet_named(name.substr(0, more));
    if (outlet == nullptr) return say(edition, Label::unseen_list, char('A' + index));
    const std::string& shown = edition == Edition::arabic && !outlet->name_ar.empty() ? outlet->name_ar : outlet->name;
    return more == std::string::npos ? shown : shown + name.substr(more);
}

}  // namespace

Label label_of(analyse::UndercountModel model)
{
    switch (model) {
        case analyse::UndercountModel::log_linear: return Label::model_log_linear;
        case analyse::UndercountModel::graphs: return Label::model_graphs;
        case analyse::UndercountModel::latent_classes: return Label::model_latent_classes;
        case analyse::UndercountModel::stepwise: break;
    }
    return Label::model_stepwise;
}

std::vector<std::string> desk_names(Edition edition, const analyse::Undercount& undercount)
{
    auto names = undercount.table.names;
    for (std::string& name : names)
        if (name.empty()) name = say(edition, Label::unseen_others);
    return names;
}

std::vector<std::string> public_names(Edition edition, const analyse::Undercount& undercount)
{
    std::vector<std::string> names;
    for (const std::string& name : undercount.table.names)
        names.push_back(name.empty() ? say(edition, Label::unseen_others) : public_name(edition, name, names.size()));
    return names;
}

std::vector<std::string> refusal_words(Edition edition, const analyse::Undercount& undercount, const std::vector<std::string>& names)
{
    std::vector<std::string> out;
    for (const analyse::Refusal& refusal : undercount.refused) out.push_back(reason_words(edition, refusal, names));
    return out;
}

std::string range_sentence(Edition edition, const analyse::Undercount& undercount)
{
    if (undercount.is_refused() || undercount.estimates.empty()) return {};
    const auto [low, high] = undercount.span();
    double lowest = low, highest = high;
    bool bounded = true;
    for (const auto& estimate : undercount.estimates) {
        lowest = std::min(lowest, estimate.low);
        highest = std::max(highest, estimate.high.value_or(estimate.population));
        bounded = bounded && estimate.high.has_value();
    }
    const std::string top = bounded ? whole(highest) : say(edition, Label::unseen_above, whole(highest));
    return say(edition, Label::unseen_range, undercount.estimates.size(), whole(low), whole(high), whole(lowest), top);
}

std::string assumption_sentence(Edition edition, const analyse::Undercount& undercount)
{
    if (undercount.is_refused() || undercount.estimates.empty()) return {};
    const double population = undercount.estimates.front().population;
    return say(edition, Label::unseen_carries, undercount.table.lists(), whole(undercount.with_factor(population, analyse::interaction_factors.front())),
               whole(undercount.with_factor(population, analyse::interaction_factors.back())));
}

std::string pattern_words(const std::vector<std::string>& names, analyse::ListSet pattern)
{
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((pattern >> i & 1) != 0) out += (out.empty() ? "" : " + ") + names[i];
    return out;
}

std::string whole(double value) { return fmt::format("{:.0f}", value); }

}  // namespace sitrep::publish
