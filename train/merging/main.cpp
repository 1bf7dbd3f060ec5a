// Trains data/models/merging.model: which pairs of accounts tell one event. `make train` runs it.
#include "command.hpp"
#include "merging/faults.hpp"
#include "merging/fit_pairs.hpp"
#include "merging/fit_weights.hpp"
#include "merging/held_back.hpp"
#include "merging/made_pairs.hpp"
#include "merge/gathering.hpp"
#include "merge/telling.hpp"
#include "text/document.hpp"
#include "text/normalise.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>

namespace {

using namespace sitrep;
using namespace sitrep::train;

/// Chosen by cross-validation on the train part, with the annotators' accounts and those as read (docs/accuracy.md). The chance is that of a pair by itself;
/// groups have to fit as well, so that far more of the links made at it are right.
constexpr merge::Thresholds chosen{.merge_from = 0.25, .propose_from = 0.1, .mean_at_least = -4, .worst_at_least = -8};

struct Arguments {
    std::vector<std::string> corpus, texts, readers;
    std::string gazetteer, out, gvc, beside;
    double penalty = 3, gvc_share = 0.5;
    std::size_t folds = 5;
    bool report_dev = false, missed = false, counts = false, faults = false;
};

/// How much a made pair counts beside one of the annotated corpus.
constexpr double reposts_share = 0.02, elsewhere_share = 0.05, without_days_share = 0.3;

struct Material {
    std::vector<GoldReport> reports;
    std::vector<KeyedReport> gold, read;  ///< by report
};

/// Twice the natural logarithm of how many documents hold a word once, at most 15.
void learn_rarity(const std::vector<GoldReport>& reports, const std::vector<std::string>& texts, merge::Model& model)
{
    std::vector<int> documents(65536, 0), last(65536, -1);
    int number = 0;
    const auto count = [&](const text::Document& document) {
        merge::for_each_telling_hash(document, [&](std::uint16_t hash) {
            if (last[hash] != number) ++documents[hash];
            last[hash] = number;
        });
        ++number;
    };
    for (const auto& gold : reports) count(text::Document::parse(gold.report.document, gold.report.text_begin, gold.report.language));
    for (const auto& path : texts) {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);) {
            const auto row = nlohmann::json::parse(line);
            Report report;
            report.set_words(text::to_valid_utf8(row.value("title", "")), text::to_valid_utf8(row.at("text").get<std::string>()));
            count(text::Document::parse(report.document, report.text_begin, Language::english));
        }
    }
    for (std::size_t hash = 0; hash < documents.size(); ++hash) {
        const double rarity = 2 * std::log(double(number + 1) / (documents[hash] + 1));
        model.set_rarity(static_cast<std::uint16_t>(hash), std::clamp(int(std::lround(rarity)), 0, 15));
    }
}

Material read_material(const std::vector<GoldReport>& reports, const place::Gazetteer& gazetteer, const merge::Model& model, const HeldBackReaders& readers = {})
{
    Material out;
    std::int64_t number = 0;
    for (const auto& gold : reports) {
        ++number;
        auto read = pipeline::read_report(gold.report, gazetteer, readers.of(gold.id));
        const auto document = text::Document::parse(gold.report.document, gold.report.text_begin, gold.report.language);
        // The shipped model knows other rarities: the words are chosen anew.
        const auto news = std::ranges::count_if(read.understanding.accounts, [](const Account& account) { return !account.background; });
        const auto told = read.telling.empty() ? std::uint8_t{0} : read.telling.front().told;
        read.telling.clear();
        for (const auto& account : read.understanding.accounts) {
            read.telling.push_back(merge::telling_words(document, news == 1 && !account.background ? std::span<const Span>() : std::span<const Span>(account.evidence), model));
            read.telling.back().told = told;
        }
        out.read.push_back(read_accounts(gold, read, number));
        out.gold.push_back(gold_accounts(gold, read, document, number, model));
    }
    out.reports = reports;
    return out;
}

std::size_t fold_of(const std::string& key, std::size_t folds)
{
    std::uint64_t value = 0xcbf29ce484222325ULL;
    for (const char byte : key) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return (value >> 20) % folds;
}

/// Reports that share an incident with each other are in one fold.
std::vector<std::size_t> folds_of(const std::vector<KeyedReport>& gold, std::size_t folds)
{
    std::vector<std::size_t> parent(gold.size());
    for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = i;
    const auto root = [&](std::size_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    };
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < gold.size(); ++i)
        for (const auto& account : gold[i]) parent[root(i)] = root(first.try_emplace(account.key, i).first->second);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < gold.size(); ++i) out.push_back(fold_of(std::to_string(root(i)), folds));
    return out;
}

std::vector<KeyedReport> part(const std::vector<KeyedReport>& reports, const std::vector<std::size_t>& folds, std::size_t fold, bool inside)
{
    std::vector<KeyedReport> out;
    for (std::size_t i = 0; i < reports.size(); ++i)
        if ((folds[i] == fold) == inside) out.push_back(reports[i]);
    return out;
}

merge::Model fitted(const std::vector<KeyedReport>& gold, const std::vector<KeyedReport>& read, const std::vector<KeyedReport>& gvc, const Arguments& arguments, const merge::Model& with_rarity)
{
    merge::Model model = with_rarity;
    auto examples = pair_examples(gold, 1.0, with_rarity);
    for (auto& example : pair_examples(read, 1.0, with_rarity)) examples.push_back(std::move(example));
    const auto add = [&examples](std::vector<PairExample> more) { std::ranges::move(more, std::back_inserter(examples)); };
    add(pair_examples(gvc, arguments.gvc_share, with_rarity));
    add(repost_examples(read, reposts_share, with_rarity));
    add(elsewhere_examples(gold, elsewhere_share, with_rarity));
    for (const auto* reports : {&gold, &read}) add(pair_examples(without_days(*reports), without_days_share, with_rarity, true));
    add(pair_examples(without_days(gvc), without_days_share * arguments.gvc_share, with_rarity, true));
    fit_weights(examples, arguments.penalty, model);
    return model;
}

/// How often pairs of one event and other pairs show each feature.
void tell_counts(const char* what, const std::vector<PairExample>& examples)
{
    std::array<std::array<std::size_t, 2>, merge::features> shown{};
    for (const auto& example : examples)
        for (const auto feature : example.shown) ++shown[static_cast<std::size_t>(feature)][example.is_same ? 1 : 0];
    for (std::size_t i = 0; i < shown.size(); ++i) fmt::print("{} {} {} same {} other\n", what, merge::to_string(static_cast<merge::Feature>(i)), shown[i][1], shown[i][0]);
}

void say(const char* what, const Links& links)
{
    fmt::print("{:<28} precision {:.3f} recall {:.3f} F1 {:.3f}   across languages: {} right, {} wrong, {} missed\n", what, links.precision(), links.recall(), links.f1(),
               links.across_right, links.across_wrong, links.across_missed);
}

/// Report and number of the account in it, and the incident that another build's `sitrep extract` files it under.
std::map<std::pair<std::string, std::size_t>, std::string> groups_said(const std::string& path)
{
    std::map<std::pair<std::string, std::size_t>, std::string> out;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto row = nlohmann::json::parse(line);
        std::size_t number = 0;
        for (const auto& account : row.at("accounts")) out[{row.at("id"), number++}] = account.at("incident");
    }
    return out;
}

std::vector<std::uint32_t> groups_of(const std::vector<KeyedReport>& reports, const std::map<std::pair<std::string, std::size_t>, std::string>& said)
{
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> out;
    for (const auto& report : reports)
        for (std::size_t i = 0; i < report.size(); ++i) out.push_back(numbers.try_emplace(said.at({report[i].document, i}), numbers.size()).first->second);
    return out;
}

void cross_validate(const Material& all, const std::vector<KeyedReport>& gvc, const Arguments& arguments, const merge::Model& with_rarity)
{
    const auto folds = folds_of(all.gold, arguments.folds);
    std::vector<merge::Model> models;
    std::vector<std::vector<KeyedReport>> gold_parts, read_parts;
    for (std::size_t fold = 0; fold < arguments.folds; ++fold) {
        models.push_back(fitted(part(all.gold, folds, fold, false), part(all.read, folds, fold, false), gvc, arguments, with_rarity));
        gold_parts.push_back(part(all.gold, folds, fold, true));
        read_parts.push_back(part(all.read, folds, fold, true));
    }
    for (const double mean : {-5.0, -4.0, -3.0, -2.0})
        for (const double worst : {-10.0, -8.0})
            for (const double merge_from : {0.15, 0.2, 0.22, 0.25, 0.3, 0.4}) {
                Links gold, read, gold_together, read_together;
                const merge::Thresholds thresholds{merge_from, std::min(chosen.propose_from, merge_from), mean, worst};
                for (std::size_t fold = 0; fold < arguments.folds; ++fold) {
                    gold += merge_and_count(gold_parts[fold], thresholds, models[fold]);
                    read += merge_and_count(read_parts[fold], thresholds, models[fold]);
                    std::vector<bool> held;  // a library holds more than a fold, and more that is alike
                    for (const auto of : folds) held.push_back(of == fold);
                    gold_together += count_links(all.gold, groups_of(all.gold, thresholds, models[fold]), held);
                    read_together += count_links(all.read, groups_of(all.read, thresholds, models[fold]), held);
                }
                fmt::print("merge from {:.2f}, mean {:.0f}, worst {:.0f}\n", merge_from, mean, worst);
                say("  gold accounts", gold);
                say("  accounts as read", read);
                say("  gold, beside all others", gold_together);
                say("  as read, beside all others", read_together);
            }
    if (!arguments.beside.empty()) {
        const auto said = groups_said(arguments.beside);
        Links beside;
        for (const auto& fold : read_parts) beside += count_links(fold, groups_of(fold, said));
        say("beside, accounts as read", beside);
    }
    if (!arguments.faults) return;
    for (std::size_t fold = 0; fold < arguments.folds; ++fold) {
        fmt::print("fold {}, annotators' accounts\n", fold);
        tell_faults(gold_parts[fold], with_rarity.thresholds(), models[fold]);
        fmt::print("fold {}, accounts as read\n", fold);
        tell_faults(read_parts[fold], with_rarity.thresholds(), models[fold]);
    }
}

void run(const Arguments& arguments)
{
    const auto gazetteer = place::Gazetteer::open(arguments.gazetteer);
    if (!gazetteer) throw std::runtime_error(gazetteer.error().where + ": " + gazetteer.error().why);
    std::vector<GoldReport> train, dev;
    for (const auto& path : arguments.corpus)
        for (auto& report : read_corpus(path)) (report.split == "dev" ? dev : train).push_back(std::move(report));
    auto model = std::make_unique<merge::Model>(merge::shipped_model());
    model->set_thresholds(chosen);
    if (!arguments.texts.empty()) learn_rarity(train, arguments.texts, *model);
    const auto all = read_material(train, *gazetteer, *model, HeldBackReaders(arguments.readers));
    std::vector<KeyedReport> gvc;
    if (!arguments.gvc.empty()) gvc = gun_violence(arguments.gvc, "train", *gazetteer, 1'000'000, *model);
    const auto blocking = blocking_of(all.gold), blocking_read = blocking_of(all.read);
    fmt::print("{} reports; pairs of one event that share a key: {} of {} gold, {} of {} as read\n", train.size(), blocking.found, blocking.pairs, blocking_read.found, blocking_read.pairs);
    if (arguments.missed) tell_missed(all.gold);
    if (arguments.counts) {
        tell_counts("gold", pair_examples(all.gold, 1, *model));
        tell_counts("read", pair_examples(all.read, 1, *model));
        tell_counts("gvc", pair_examples(gvc, 1, *model));
    }
    if (arguments.folds > 1) cross_validate(all, gvc, arguments, *model);
    const auto final_model = fitted(all.gold, all.read, gvc, arguments, *model);
    if (!arguments.out.empty()) {
        std::ofstream file(arguments.out, std::ios::binary);
        file << final_model.to_text();
        if (!file.flush()) throw std::runtime_error(arguments.out + ": cannot be written");
    }
    if (!arguments.report_dev) return;
    const auto held = read_material(dev, *gazetteer, final_model);
    const auto found = blocking_of(held.gold);
    fmt::print("dev: {} reports; {} of {} pairs of one event share a key\n", dev.size(), found.found, found.pairs);
    say("  gold accounts", merge_and_count(held.gold, final_model.thresholds(), final_model));
    say("  accounts as read", merge_and_count(held.read, final_model.thresholds(), final_model));
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App program("Train which pairs of accounts tell one event, from the annotated corpus");
    Arguments arguments;
    program.add_option("corpus", arguments.corpus, "Files of annotated reports; only their train part is learnt from")->required()->check(CLI::ExistingFile);
    program.add_option("--gazetteer", arguments.gazetteer, "Gazetteer blob")->required();
    program.add_option("--out", arguments.out, "Model file to write");
    program.add_option("--gvc", arguments.gvc, "Folder of the Gun Violence Corpus, whose train part is learnt from too");
    program.add_option("--texts", arguments.texts, "Lines of {\"title\", \"text\"} in English: how rare words are is learnt anew from these and the corpus")
        ->check(CLI::ExistingFile);
    program.add_option("--readers", arguments.readers, "Folders of models, each with the ids of the reports held back from them (LANGUAGE.held_out): those are read by these")
        ->check(CLI::ExistingDirectory);
    program.add_option("--gvc-share", arguments.gvc_share, "How much a pair of it counts beside one of the annotated corpus");
    program.add_option("--penalty", arguments.penalty, "Pull of the weights towards 0");
    program.add_option("--folds", arguments.folds, "Folds of the cross-validation; 0 for none");
    program.add_option("--beside", arguments.beside, "What `sitrep extract` of another build says of the same reports: its links are counted with ours");
    program.add_flag("--counts", arguments.counts, "List how often each feature is shown by pairs of one event and by others");
    program.add_flag("--missed", arguments.missed, "List pairs of one event that share no key");
    program.add_flag("--faults", arguments.faults, "List what held-back folds merge wrongly, with the reasons");
    program.add_flag("--dev", arguments.report_dev, "Measure on the dev part at the end");
    CLI11_PARSE(program, argc, argv);
    return sitrep::train::run_or_explain([&] { run(arguments); });
}
