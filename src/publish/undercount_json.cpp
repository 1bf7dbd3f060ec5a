#include "publish/undercount_json.hpp"

#include "publish/provenance_json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;
using analyse::Undercount;

Json lists_in(const std::vector<std::string>& names, analyse::ListSet pattern)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((pattern >> i & 1) != 0) out.push_back(names[i]);
    return out;
}

Json terms_json(const std::vector<std::string>& names, analyse::Terms terms)
{
    Json out = Json::array();
    for (std::size_t term = 0; term < analyse::pairs_of(names.size()); ++term)
        if ((terms >> term & 1) != 0) out.push_back(lists_in(names, analyse::lists_of_term(names.size(), term)));
    return out;
}

std::string_view code_of(analyse::UndercountModel model)
{
    static constexpr std::array<std::string_view, 4> codes{"log_linear", "decomposable_graphs", "latent_classes", "stepwise"};
    return codes[std::size_t(model)];
}

std::string_view code_of(analyse::RefusalReason reason)
{
    static constexpr std::array<std::string_view, 6> codes{"fewer_than_three_lists", "list_too_small", "empty_pair_needed", "no_sound_model", "chains_unsettled",
                                                           "models_too_far_apart"};
    return codes[std::size_t(reason)];
}

Json overlap_json(const Undercount& undercount, const std::vector<std::string>& names)
{
    Json out = Json::array();
    for (analyse::ListSet pattern = 1; pattern < undercount.table.counts.size(); ++pattern)
        if (undercount.table.counts[pattern] > 0) out.push_back({{"lists", lists_in(names, pattern)}, {"incidents", undercount.table.counts[pattern]}});
    return out;
}

Json chapman_json(const Undercount& undercount, const std::vector<std::string>& names)
{
    Json out = Json::array();
    for (const auto& pair : undercount.pairs)
        out.push_back({{"lists", {names[pair.a], names[pair.b]}}, {"n", {pair.on_a, pair.on_b}}, {"m", pair.on_both}, {"estimate", pair.population},
                       {"standard_error", std::sqrt(pair.variance)}});
    return out;
}

Json models_json(const Undercount& undercount, const std::vector<std::string>& names)
{
    Json out = Json::array();
    for (const auto& estimate : undercount.estimates)
        out.push_back({{"model", code_of(estimate.model)}, {"estimate", estimate.population}, {"low", estimate.low}, {"high", estimate.high ? Json(*estimate.high) : Json()},
                       {"two_list_terms", terms_json(names, estimate.terms)}});
    return out;
}

}  // namespace

std::string undercount_json(const Undercount& undercount)
{
    const auto names = desk_names(Edition::english, undercount);
    Json out{{"documented", undercount.documented}, {"lists", names}, {"overlap", overlap_json(undercount, names)}, {"chapman", chapman_json(undercount, names)},
             {"models", models_json(undercount, names)}};
    Json& ranked = out["log_linear"] = Json::array();
    for (const auto& model : undercount.log_linear)
        if (!undercount.is_refused())
            ranked.push_back({{"two_list_terms", terms_json(names, model.terms)}, {"estimate", model.population}, {"standard_error", model.standard_error},
                              {"deviance", model.deviance}, {"degrees_of_freedom", model.degrees_of_freedom}, {"bic", model.bic}});
    out["log_linear_tried"] = undercount.models_tried;
    out["log_linear_without_estimate"] = undercount.models_unsound;
    if (undercount.chains)
        out["chains"] = {{"split_r_hat", undercount.chains->split_r_hat}, {"effective_draws", undercount.chains->effective_draws}};
    Json& sensitivity = out["sensitivity"] = Json::array();
    if (!undercount.estimates.empty())
        for (const double factor : analyse::interaction_factors) {
            Json row{{"factor", factor}, {"best_log_linear", undercount.with_factor(undercount.estimates.front().population, factor)}};
            if (undercount.saturated) row["all_but_highest"] = double(undercount.table.documented()) + factor * undercount.saturated->unseen;
            sensitivity.push_back(std::move(row));
        }
    Json& refused = out["refused"] = Json::array();
    const auto words = refusal_words(Edition::english, undercount, names);
    for (std::size_t i = 0; i < words.size(); ++i) refused.push_back({{"reason", code_of(undercount.refused[i].reason)}, {"words", words[i]}});
    out["assumption"] = undercount.is_refused() ? Json() : Json(assumption_sentence(Edition::english, undercount));
    out["provenance"] = provenance_json<Json>(undercount.provenance);
    return out.dump();
}

}  // namespace sitrep::publish
