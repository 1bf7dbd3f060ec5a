// Compares the shipped kind of model (a linear choice; for the kind of incident a hidden layer) with a small neural one that scores each answer by itself:
// by cross-validation on the train part, question by question.
#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <chrono>
#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

#include "asking.hpp"
#include "command.hpp"
#include "corpus.hpp"
#include "neural.hpp"

namespace {

using namespace sitrep;
using namespace sitrep::train;

struct Arguments {
    std::string language = "en", gazetteer;
    std::vector<std::string> corpus;
    std::size_t most = 0;
    bool linear_only = false;
    NeuralFitting neural;
};

struct Answered {
    std::size_t right = 0, asked = 0;
    double loss = 0;
    void note(const Example& example, const std::vector<double>& all)
    {
        const auto best = static_cast<std::uint32_t>(std::max_element(all.begin(), all.end()) - all.begin());
        double good = 1e-9;
        for (const auto i : example.right) good += all[i];
        right += std::binary_search(example.right.begin(), example.right.end(), best);
        loss -= std::log(std::min(1.0, good));
        ++asked;
    }
};

struct Measured {
    Answered all;
    Answered restated;  ///< of those, about reports that tell facts of public ones, whose manner the dev part has
    double fit_seconds = 0, answer_seconds = 0;
};

// Fits on the other folds and answers each fold; `fit_model` is told which one is left out.
template <class Fit>
Measured measure(const AskedByFold& asked, std::size_t question, Fit fit_model)
{
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](Clock::duration time) { return std::chrono::duration<double>(time).count(); };
    Measured measured;
    for (std::size_t fold = 0; fold < asked.size(); ++fold) {
        const auto begin = Clock::now();
        const auto answer = fit_model(fold);
        const auto fitted = Clock::now();
        for (const Example& example : asked[fold].lessons[question]) {
            const auto chances = answer(example);
            measured.all.note(example, chances);
            if (example.weight >= 1) measured.restated.note(example, chances);
        }
        measured.fit_seconds += seconds(fitted - begin);
        measured.answer_seconds += seconds(Clock::now() - fitted);
    }
    return measured;
}

void say(const Answered& answered)
{
    const auto asked = std::max(1.0, static_cast<double>(answered.asked));
    fmt::print(" {:.3f} | {:.3f} |", double(answered.right) / asked, answered.loss / asked);
}

void say(const Measured& m)
{
    say(m.all);
    say(m.restated);
    fmt::print(" {:.1f} | {:.0f} |", m.fit_seconds, m.answer_seconds / static_cast<double>(m.all.asked) * 1e6);
}

void run(const Arguments& arguments)
{
    School school = school_of(arguments.corpus, arguments.language, arguments.most, arguments.gazetteer, [](const GoldReport&) { return true; });
    const Own lessons = school.all();
    tag_across(lessons, {}, {}, folds_inside);
    const auto grouping = teach_grouping(lessons, {}, folds_inside);
    const auto asked = ask_across(lessons, grouping, {}, leave_aside_above(lessons, grouping, {}));
    fmt::print("{} reports\n\n| question | asked | shipped: right | loss | of restated: right | loss | fit, s | answer, µs |", lessons.size());
    if (!arguments.linear_only) fmt::print(" rival: right | loss | of restated: right | loss | fit, s | answer, µs |");
    fmt::print("\n| --- | --- | --- | --- | --- | --- | --- | --- |{}\n", arguments.linear_only ? "" : " --- | --- | --- | --- | --- | --- |");
    for (std::size_t question = 0; question < understand::questions; ++question) {
        const auto linear = measure(asked, question, [&](std::size_t fold) {
            return [model = fit_question(asked, question, {}, fold)](const Example& example) { return understand::probabilities(model, example); };
        });
        constexpr std::size_t few = 100;  // too few to tell one from the other
        if (linear.all.asked < few) continue;
        fmt::print("| {} | {} |", to_string(static_cast<understand::Question>(question)), linear.all.asked);
        say(linear);
        if (!arguments.linear_only)
            say(measure(asked, question, [&](std::size_t fold) {
                return [model = std::make_shared<NeuralModel>(others(asked, question, fold), arguments.neural)](const Example& example) { return model->probabilities(example); };
            }));
        fmt::print("\n");
    }
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App program("Compare the shipped kind of model with a small neural one by cross-validation on the train part of the corpus");
    Arguments arguments;
    program.add_option("corpus", arguments.corpus, "Files of annotated reports")->required()->check(CLI::ExistingFile);
    program.add_option("--language", arguments.language, "Language")->check(CLI::IsMember({"en", "ar"}));
    program.add_option("--gazetteer", arguments.gazetteer, "Gazetteer blob")->required();
    program.add_option("--most", arguments.most, "Use at most so many reports, for learning curves");
    program.add_flag("--linear-only", arguments.linear_only, "Without the neural model: how the questions of reports not seen are answered");
    program.add_option("--width", arguments.neural.width, "Width of embeddings and hidden layer");
    program.add_option("--passes", arguments.neural.passes, "Passes of the neural model");
    program.add_option("--rate", arguments.neural.rate, "Its first step");
    program.add_option("--decay", arguments.neural.decay, "Its decay");
    program.add_flag("!--deep-only", arguments.neural.wide, "Without the linear score beside the hidden layer");
    CLI11_PARSE(program, argc, argv);
    return sitrep::train::run_or_explain([&] { run(arguments); });
}
