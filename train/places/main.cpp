// Fits the chances of place/certainty.hpp and writes src/place/certainty_weights.hpp; docs/accuracy.md has its tables.
//   bench/places/cases.py > cases.jsonl
//   place_train cases.jsonl --gazetteer gazetteer.blob --with-villages desk.gazetteer --out src/place/certainty_weights.hpp
#include "places/examples.hpp"

#include <CLI/CLI.hpp>
#include <Eigen/Dense>
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <stdexcept>

namespace {

using namespace sitrep;
using namespace sitrep::train;
using place::sign_count;
using place::Situation;
using Weights = std::array<double, sign_count>;

struct Arguments {
    std::string cases, gazetteer, with_villages, out;
    double penalty = 1;
    std::size_t folds = 5;
    double asked_from = 0.5, told_from = 0.5;
};

/// What is held back for reporting, never fitted on.
bool is_kept(const PlaceExample& example) { return example.set.starts_with("ucdp_syria_kept"); }

/// A set counts for at most so many examples: messages on a few disasters are no better witnesses for being many.
void weigh(std::vector<PlaceExample>& examples)
{
    constexpr double most = 1000;
    std::map<std::pair<std::string, Situation>, double> sizes;
    for (const auto& example : examples) ++sizes[{example.set, example.situation}];
    for (auto& example : examples) example.weight = std::min(1.0, most / sizes[{example.set, example.situation}]);
}

/// Newton's method on the penalised likelihood (le Cessie & van Houwelingen 1992); `penalty` pulls all weights but the first to 0.
Weights fit(const std::vector<const PlaceExample*>& examples, double penalty)
{
    constexpr int steps_max = 40;
    constexpr double small_change = 1e-8;
    const auto size = static_cast<Eigen::Index>(sign_count);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(size);
    for (int step = 0; step < steps_max; ++step) {
        Eigen::VectorXd pull = Eigen::VectorXd::Constant(size, penalty);
        pull[0] = 1e-6;
        Eigen::VectorXd gradient = -pull.cwiseProduct(weights);
        Eigen::MatrixXd curvature = pull.asDiagonal();
        for (const auto* example : examples) {
            const Eigen::Map<const Eigen::VectorXd> signs(example->signs.values().data(), size);
            const double chance = 1 / (1 + std::exp(-weights.dot(signs)));
            gradient += example->weight * (example->is_right - chance) * signs;
            curvature += example->weight * chance * (1 - chance) * signs * signs.transpose();
        }
        const Eigen::VectorXd change = curvature.ldlt().solve(gradient);
        weights += change;
        if (change.norm() < small_change) break;
    }
    Weights out;
    std::copy(weights.begin(), weights.end(), out.begin());
    return out;
}

double chance(const Weights& weights, const PlaceExample& example)
{
    double sum = 0;
    for (std::size_t i = 0; i < sign_count; ++i) sum += weights[i] * example.signs.values()[i];
    return 1 / (1 + std::exp(-sum));
}

struct Held {
    const PlaceExample* example;
    double chance;
};

/// Each example's chance by weights that were fitted without its fold; what is kept, by those fitted on all the others.
std::vector<Held> held_out(const std::vector<PlaceExample>& all, Situation situation, const Arguments& arguments)
{
    std::vector<Held> out;
    for (std::size_t fold = 0; fold <= arguments.folds; ++fold) {
        const bool last = fold == arguments.folds;
        std::vector<const PlaceExample*> learnt, asked;
        for (const auto& example : all) {
            if (example.situation != situation) continue;
            if (!is_kept(example) && example.fold != fold) learnt.push_back(&example);
            if (last ? is_kept(example) : !is_kept(example) && example.fold == fold) asked.push_back(&example);
        }
        const auto weights = fit(learnt, arguments.penalty);
        for (const auto* example : asked) out.push_back({example, chance(weights, *example)});
    }
    return out;
}

void print_reliability(const std::vector<Held>& held)
{
    constexpr std::size_t bins = 10;
    struct Bin {
        double count = 0, chances = 0, right = 0;
    };
    std::array<Bin, bins> all{};
    double error = 0, count = 0;
    for (const auto& one : held) {
        auto& bin = all[std::min(bins - 1, static_cast<std::size_t>(one.chance * bins))];
        ++bin.count, bin.chances += one.chance, bin.right += one.example->is_right;
        ++count;
    }
    fmt::print("| chance | names | mean chance | right |\n| --- | --- | --- | --- |\n");
    for (std::size_t i = 0; i < bins; ++i) {
        const auto& bin = all[i];
        if (bin.count == 0) continue;
        fmt::print("| {:.1f} to {:.1f} | {} | {:.2f} | {:.2f} |\n", double(i) / bins, double(i + 1) / bins, bin.count, bin.chances / bin.count, bin.right / bin.count);
        error += std::abs(bin.chances - bin.right) / std::max(1.0, count);
    }
    fmt::print("calibration error {:.3f}\n", error);
}

void print_sets(const std::vector<Held>& held, double from)
{
    std::map<std::string, std::vector<const Held*>> sets;
    for (const auto& one : held) sets[one.example->set].push_back(&one);
    fmt::print("| set | names with a candidate | right | mean chance | answered from {:.2f} | of these right | right of all right ones | precision from 0.3 / 0.4 / 0.5 / 0.6 / 0.7 |\n", from);
    fmt::print("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (const auto& [set, members] : sets) {
        const auto count = [&](double least) {
            std::pair<double, double> answered_right{0, 0};
            for (const auto* one : members)
                if (one->chance >= least) ++answered_right.first, answered_right.second += one->example->is_right;
            return answered_right;
        };
        double chances = 0;
        for (const auto* one : members) chances += one->chance;
        const auto [all, right] = count(0);
        const auto [answered, answered_right] = count(from);
        const auto precision = [&](double least) { return count(least).second / std::max(1.0, count(least).first); };
        fmt::print("| {} | {} | {:.3f} | {:.3f} | {} | {:.3f} | {:.3f} | {:.2f} / {:.2f} / {:.2f} / {:.2f} / {:.2f} |\n", set, all, right / all, chances / all, answered,
                   answered_right / std::max(1.0, answered), answered_right / std::max(1.0, right), precision(0.3), precision(0.4), precision(0.5), precision(0.6), precision(0.7));
    }
}

void write_table(std::ofstream& out, std::string_view name, const Weights& weights)
{
    out << fmt::format("inline constexpr std::array<double, {}> {}{{\n", sign_count, name);
    for (std::size_t i = 0; i < sign_count; ++i) out << fmt::format("    {:.4f},  // {}\n", weights[i], place::name_of(static_cast<place::Sign>(i)));
    out << "};\n";
}

void write(const Arguments& arguments, const Weights& asked, const Weights& told)
{
    std::ofstream out{arguments.out};
    out << "// Weights of place/certainty.hpp in the order of Sign, written by train/places (place_train): do not edit. Fitted on half of UCDP's place names of Syria and on its\n"
           "// sample of the world (UCDP GED, CC BY 4.0), IDRISI's messages in Arabic and English (Suwaileh et al. 2023, CC BY 4.0) and the train part of data/corpus.\n"
           "#pragma once\n\n#include <array>\n\nnamespace sitrep::place {\n\n";
    write_table(out, "weights_asked", asked);
    out << fmt::format("inline constexpr double answered_from_asked = {:.2f};\n\n", arguments.asked_from);
    write_table(out, "weights_told", told);
    out << fmt::format("inline constexpr double answered_from_told = {:.2f};\n\n}}  // namespace sitrep::place\n", arguments.told_from);
    if (!out) throw std::runtime_error(arguments.out + ": cannot be written");
}

void run(const Arguments& arguments)
{
    std::vector<PlaceExample> all;
    const auto read = [&](const std::string& file, const std::string& label) {
        const auto gazetteer = place::Gazetteer::open(file);
        if (!gazetteer) throw std::runtime_error(gazetteer.error().where + ": " + gazetteer.error().why);
        for (auto& example : place_examples(arguments.cases, *gazetteer, label, arguments.folds))
            if (label.empty() || example.set.starts_with("ucdp_syria")) all.push_back(std::move(example));
    };
    read(arguments.gazetteer, "");
    if (!arguments.with_villages.empty()) read(arguments.with_villages, ", villages imported");
    weigh(all);
    std::array<Weights, 2> fitted{};
    for (const auto situation : {Situation::asked, Situation::told}) {
        const bool asked = situation == Situation::asked;
        fmt::print("\n{}\n", asked ? "asked" : "told");
        const auto held = held_out(all, situation, arguments);
        print_sets(held, asked ? arguments.asked_from : arguments.told_from);
        print_reliability(held);
        std::vector<const PlaceExample*> learnt;
        for (const auto& example : all)
            if (example.situation == situation && !is_kept(example)) learnt.push_back(&example);
        fitted[asked ? 0 : 1] = fit(learnt, arguments.penalty);
        for (std::size_t i = 0; i < sign_count; ++i) fmt::print("{} {:.2f}; ", place::name_of(static_cast<place::Sign>(i)), fitted[asked ? 0 : 1][i]);
        fmt::print("\n");
    }
    if (!arguments.out.empty()) write(arguments, fitted[0], fitted[1]);
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Fits how sure a resolved place name is\n\nExample:\n  place_train cases.jsonl --gazetteer build/release/gazetteer.blob"};
    Arguments arguments;
    app.add_option("cases", arguments.cases, "What bench/places/cases.py writes")->required()->check(CLI::ExistingFile);
    app.add_option("--gazetteer", arguments.gazetteer, "The shipped gazetteer")->required()->check(CLI::ExistingFile);
    app.add_option("--with-villages", arguments.with_villages, "The same with OCHA's list of Syria imported")->check(CLI::ExistingFile);
    app.add_option("--out", arguments.out, "The header to write");
    app.add_option("--penalty", arguments.penalty, "Pull of the weights to 0");
    app.add_option("--folds", arguments.folds, "Folds of the cross-validation");
    app.add_option("--asked-from", arguments.asked_from, "Chance from which a name that is asked for is answered");
    app.add_option("--told-from", arguments.told_from, "Chance from which a name in a text is resolved");
    CLI11_PARSE(app, argc, argv);
    try {
        run(arguments);
    } catch (const std::exception& wrong) {
        fmt::print(stderr, "{}\n", wrong.what());
        return 1;
    }
    return 0;
}
