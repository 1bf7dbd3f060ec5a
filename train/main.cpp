// Trains the models of one language from the annotated corpus and writes them as one file.
#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "asking.hpp"
#include "command.hpp"
#include "corpus.hpp"

namespace {

using namespace sitrep;
using namespace sitrep::train;
using understand::Models;
using understand::Question;

struct Arguments {
    std::string language = "en", gazetteer, out, held_out_list, keep;
    std::vector<std::string> corpus, names, only;
    std::size_t folds = 0, fold = 0, folds_inside = 0, most = 0, rounds = 0;
    Fitting fitting;
    TaggerFitting tagger;
};

// The probabilities that models of the other folds give to their answers about each fold.
std::vector<understand::Prediction> predictions_of(const AskedByFold& asked, std::size_t question, const Fitting& fitting)
{
    std::vector<std::vector<understand::Prediction>> by_fold(asked.size());
    over_folds(asked.size(), [&](std::size_t fold) {
        const auto model = fit_question(asked, question, fitting, fold);
        for (const auto* examples : {&asked[fold].lessons[question], &asked[fold].coverage.unanswerable[question]})
            for (const Example& example : *examples) {
                const auto all = probabilities(model, example);
                const auto best = std::max_element(all.begin(), all.end()) - all.begin();
                by_fold[fold].push_back({all[static_cast<std::size_t>(best)], std::binary_search(example.right.begin(), example.right.end(), static_cast<std::uint32_t>(best))});
            }
    });
    std::vector<understand::Prediction> predictions;
    for (const auto& own : by_fold) predictions.insert(predictions.end(), own.begin(), own.end());
    return predictions;
}

understand::Calibration calibrate(const AskedByFold& asked, std::size_t question, const Fitting& fitting)
{
    auto calibration = understand::calibrated(predictions_of(asked, question, fitting));
    double alone = 9, right = 8;  // as strong a prior as a few answers
    for (const Asked& fold : asked) {
        alone += static_cast<double>(fold.coverage.alone[question]);
        right += static_cast<double>(fold.coverage.alone_right[question]);
    }
    calibration.unasked = static_cast<float>(right / alone);
    return calibration;
}

void teach_question(std::size_t question, const AskedByFold& asked, const Fitting& fitting, Models& models)
{
    const std::vector<Example> all = others(asked, question, no_fold);
    std::size_t asked_in_all = 0, offered = 0;
    for (const Asked& fold : asked) {
        asked_in_all += fold.coverage.asked[question];
        offered += fold.coverage.offered[question];
    }
    if (all.empty()) return;
    auto model = fit_question(asked, question, fitting);
    const auto calibration = calibrate(asked, question, fitting);
    const auto number = static_cast<Question>(question);
    fmt::print("{:<12} {:>6} examples, right answer offered {:.3f}, fitted {:.3f}, {} weights, calibrated by {:.2f} {:+.2f}, alone {:.2f}\n", to_string(number), all.size(),
               asked_in_all ? double(offered) / double(asked_in_all) : 1.0, accuracy(model, all), model.size() + model.hidden().size(), calibration.slope, calibration.offset, calibration.unasked);
    models.set(number, std::move(model));
    models.set_calibration(number, calibration);
}

Models train_all(const Own& lessons, const Own& names, const Fitting& fitting, const TaggerFitting& tagger, std::size_t folds, std::uint64_t rounds)
{
    tag_across(lessons, names, tagger, folds);
    auto grouping = teach_grouping(lessons, fitting, folds);
    const float aside_above = leave_aside_above(lessons, grouping, fitting);
    fmt::print("words are left aside above {:.3f}\n", aside_above);
    auto asked = ask_across(lessons, grouping, fitting, aside_above);
    // Once more with the faults of other taggers: each report is then known in several readings that it may have.
    for (std::uint64_t round = 1; round < rounds; ++round) {
        tag_across(lessons, names, tagger, folds, round);
        auto again = teach_grouping(lessons, fitting, folds);
        add(asked, ask_across(lessons, again, fitting, aside_above));
        for (std::size_t fold = 0; fold < folds; ++fold) std::ranges::move(again[fold], std::back_inserter(grouping[fold]));
    }
    Models models = fit_grouping(grouping, fitting);
    models.set_deny_above(Question::grouping, aside_above);
    for (const auto question : {Question::target, Question::tally}) models.set_deny_above(question, deny_above(asked, static_cast<std::size_t>(question), fitting));
    fmt::print("no target above {:.3f}, no tally above {:.3f}\n", models.deny_above(Question::target), models.deny_above(Question::tally));
    models.set_tagger(fit_tags(lessons, names, tagger).of_exemplary);
    for (std::size_t question = 0; question < understand::questions; ++question)
        if (static_cast<Question>(question) != Question::grouping) teach_question(question, asked, fitting, models);
    return models;
}

void write_file(const std::string& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error(path + ": cannot be written");
}

// The models of a file with only these questions as they were learnt now.
Models with_only(const std::string& path, const std::vector<std::string>& only, const Models& learnt)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto kept = Models::from_bytes(bytes, path);
    if (!kept) throw std::runtime_error(kept.error().where + " " + kept.error().why);
    for (const std::string& name : only)
        for (std::size_t number = 0; number < understand::questions; ++number) {
            const auto question = static_cast<Question>(number);
            if (to_string(question) != name) continue;
            kept->set(question, learnt.of(question));
            kept->set_calibration(question, learnt.calibration(question));
            kept->set_deny_above(question, learnt.deny_above(question));
        }
    return std::move(*kept);
}

std::vector<std::string> question_names()
{
    std::vector<std::string> names;
    for (std::size_t number = 0; number < understand::questions; ++number) names.emplace_back(to_string(static_cast<Question>(number)));
    return names;
}

void run(const Arguments& arguments)
{
    std::string held_out;
    School school = school_of(arguments.corpus, arguments.language, arguments.most, arguments.gazetteer, [&](const GoldReport& report) {
        if (arguments.folds == 0 || fold_of(report, arguments.folds) != arguments.fold) return true;
        held_out += report.id + "\n";
        return false;
    });
    add_names(school, arguments.names, arguments.language, arguments.gazetteer);
    const Own lessons = school.all();
    fmt::print("{} reports, {} sentences with names\n", lessons.size(), school.name_lessons.size());
    const std::size_t inside = arguments.folds_inside ? arguments.folds_inside : folds_inside;
    const std::size_t rounds = arguments.rounds ? arguments.rounds : arguments.language == "en" ? 2 : 1;
    Fitting fitting = arguments.fitting;
    fitting.readings = static_cast<std::uint32_t>(rounds);
    Models models = train_all(lessons, school.names(), fitting, arguments.tagger, inside, rounds);
    if (!arguments.keep.empty()) models = with_only(arguments.keep, arguments.only, models);
    const std::string bytes = models.to_bytes();
    write_file(arguments.out, bytes);
    if (!arguments.held_out_list.empty()) write_file(arguments.held_out_list, held_out);
    fmt::print("{}: {:.2f} MB\n", arguments.out, static_cast<double>(bytes.size()) / 1e6);
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App program("Train Sitrep's models of one language from the annotated corpus");
    Arguments arguments;
    program.add_option("corpus", arguments.corpus, "Files of annotated reports; only their train part is used")->required()->check(CLI::ExistingFile);
    program.add_option("--language", arguments.language, "Language to train")->check(CLI::IsMember({"en", "ar"}));
    program.add_option("--gazetteer", arguments.gazetteer, "Gazetteer blob")->required();
    program.add_option("--names", arguments.names, "Files of sentences in this language with the names of persons marked: words and labels, or JSON lines")->check(CLI::ExistingFile);
    program.add_option("--out", arguments.out, "Model file to write")->required();
    program.add_option("--folds", arguments.folds, "Leave out one of so many folds, for cross-validation");
    program.add_option("--fold", arguments.fold, "The one to leave out, from 0");
    program.add_option("--held-out", arguments.held_out_list, "File for the ids of the reports left out");
    program.add_option("--most", arguments.most, "Use at most so many reports, for learning curves");
    program.add_option("--rounds", arguments.rounds, "How often each report is read by other taggers; without it what cross-validation chose, 2 for English and 1 for Arabic");
    program.add_option("--folds-inside", arguments.folds_inside, "Folds of which models of the others answer for each; without it what cross-validation chose, 8");
    program.add_option("--passes", arguments.fitting.passes, "Passes over the examples");
    program.add_option("--tagger-passes", arguments.tagger.passes, "Passes of the tagger over the reports");
    program.add_option("--tagger-kept", arguments.tagger.kept, "Share of its features that each step of the tagger sees")->check(CLI::Range(0.05, 1.0));
    program.add_option("--rate", arguments.fitting.rate, "First step");
    program.add_option("--decay", arguments.fitting.decay, "Part of each weight taken away by a pass");
    program.add_option("--seen", arguments.fitting.seen_min, "Least number of examples a feature must be in");
    program.add_option("--hidden-from", arguments.fitting.hidden_from, "Examples from which on kinds are told by a hidden layer; with fewer by a linear choice like the rest");
    auto* keep = program.add_option("--keep", arguments.keep, "Model file of which everything but the questions of --only stays as it is")->check(CLI::ExistingFile);
    auto* only = program.add_option("--only", arguments.only, "Questions to learn anew, by the names of the table that is printed")->check(CLI::IsMember(question_names()));
    keep->needs(only);
    only->needs(keep);
    CLI11_PARSE(program, argc, argv);
    return sitrep::train::run_or_explain([&] { run(arguments); });
}
