// Learns typed spans from marked sentences with what Sitrep knows of them, and marks others: bench/re3d/README.md.
#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "command.hpp"
#include "span_tagger.hpp"

namespace {

using namespace sitrep::spans;
using sitrep::Language;

std::string read_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(path + ": cannot be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error(path + ": cannot be written");
}

struct Arguments {
    std::vector<std::string> inputs, auxiliaries, without;
    Language language = Language::english;
    std::string out, classes, gazetteer, part = "columns", name, train;
    std::uint32_t seen_min = 3;
    int class_passes = 12;
    std::size_t folds = 5;
    ChainFitting chain;
    SpanFitting fitting;
};

Knowledge knowledge_of(const Arguments& arguments)
{
    Knowledge knowledge(arguments.gazetteer, arguments.language);
    if (!arguments.classes.empty()) knowledge.classes = WordClasses::from_lines(read_file(arguments.classes));
    knowledge.without = {arguments.without.begin(), arguments.without.end()};
    for (const auto& path : arguments.auxiliaries) {
        auto auxiliary = Auxiliary::from_bytes(read_file(path));
        if (!knowledge.without.contains(auxiliary.name)) knowledge.auxiliaries.push_back(std::move(auxiliary));
    }
    return knowledge;
}

void learn_classes(const Arguments& arguments)
{
    std::vector<std::vector<std::string>> sentences;
    std::size_t words = 0;
    for (const auto& path : arguments.inputs)
        for (const auto& text : read_words(path, arguments.language))
            for (auto& sentence : class_words(text, arguments.language)) {
                words += sentence.size();
                sentences.push_back(std::move(sentence));
            }
    const auto classes = WordClasses::learn(sentences, arguments.seen_min, arguments.class_passes);
    write_file(arguments.out, classes.lines());
    fmt::print("{} words, {} of them different with a class\n", words, classes.size());
}

void learn_auxiliary(const Arguments& arguments)
{
    const Knowledge knowledge = knowledge_of(arguments);
    std::vector<LabelledText> texts;
    for (const auto& path : arguments.inputs) {
        auto more = arguments.part == "columns"      ? read_columns(path)
                    : arguments.part == "json"       ? read_json_lines(path)
                    : arguments.part == "word_class" ? read_treebank(path, TreebankPart::word_class)
                                                     : read_treebank(path, TreebankPart::entities);
        texts.insert(texts.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    const bool single = arguments.part == "word_class";
    const auto auxiliary = learn_auxiliary_from(texts, arguments.name.empty() ? arguments.part : arguments.name, single, knowledge, arguments.chain);
    write_file(arguments.out, auxiliary.bytes());
    fmt::print("{} sentences, {} states\n", texts.size(), auxiliary.labels.states());
}

void predict(const Arguments& arguments)
{
    const Knowledge knowledge = knowledge_of(arguments);
    const auto tagger = SpanTagger::learn(study(read_json_lines(arguments.train), knowledge), arguments.fitting);
    std::string lines;
    for (const auto& path : arguments.inputs)
        for (const auto& each : study(read_json_lines(path), knowledge)) lines += to_json_line({each.text.id, "", tagger.spans_of(each)});
    write_file(arguments.out, lines);
}

// Writes what taggers of the other folds say of each sentence, to be scored as a whole.
void cross_validate(const Arguments& arguments)
{
    const Knowledge knowledge = knowledge_of(arguments);
    const auto all = study(read_json_lines(arguments.train), knowledge);
    std::string lines;
    SpanScore score;
    for (std::size_t fold = 0; fold < arguments.folds; ++fold) {
        std::vector<Studied> learnt, left_out;
        for (std::size_t i = 0; i < all.size(); ++i) (all[i].text.part.value_or(i) % arguments.folds == fold ? left_out : learnt).push_back(all[i]);
        const auto tagger = SpanTagger::learn(learnt, arguments.fitting);
        for (const auto& each : left_out) {
            const auto spans = tagger.spans_of(each);
            score.add(each.text.spans, spans);
            lines += to_json_line({each.text.id, "", spans});
        }
    }
    fmt::print("P {:.2f} R {:.2f} F1 {:.2f}\n", 100 * score.precision(), 100 * score.recall(), 100 * score.f1());
    if (!arguments.out.empty()) write_file(arguments.out, lines);
}

void add_chain(CLI::App& command, ChainFitting& fitting)
{
    command.add_option("--passes", fitting.passes, "Passes over the sentences");
    command.add_option("--rate", fitting.rate, "First step");
    command.add_option("--decay", fitting.decay, "L2");
    command.add_option("--dropout", fitting.dropout, "Part of the features that a step does not see")->check(CLI::Range(0.0, 0.95));
    command.add_option("--seen", fitting.seen_min, "Least number of words a feature must be at");
}

void add_fitting(CLI::App& command, SpanFitting& fitting)
{
    add_chain(command, fitting.chain);
    command.add_option("--seeds", fitting.seeds, "Taggers whose mean is taken")->check(CLI::PositiveNumber);
    command.add_option("--outside", fitting.outside, "Added to the score of words outside of spans");
}

void add_knowledge(CLI::App& command, Arguments& arguments)
{
    command.add_option("--gazetteer", arguments.gazetteer, "Gazetteer blob")->required();
    command.add_option("--classes", arguments.classes, "Word classes");
    command.add_option("--auxiliary", arguments.auxiliaries, "Auxiliary taggers");
    command.add_option("--without", arguments.without, "Parts left out");
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App program("Learn typed spans from marked sentences");
    program.require_subcommand(1);
    Arguments arguments;
    std::string language = "en";
    program.add_option("--language", language, "Of all texts")->check(CLI::IsMember({"en", "ar"}))->capture_default_str();
    auto& classes = *program.add_subcommand("classes", "Learn word classes from unmarked text");
    classes.add_option("inputs", arguments.inputs)->required()->check(CLI::ExistingFile);
    classes.add_option("--out", arguments.out)->required();
    classes.add_option("--seen", arguments.seen_min, "Least count of a word");
    classes.add_option("--passes", arguments.class_passes, "Most passes over the words");
    auto& auxiliary = *program.add_subcommand("auxiliary", "Learn an auxiliary tagger");
    auxiliary.add_option("inputs", arguments.inputs)->required()->check(CLI::ExistingFile);
    auxiliary.add_option("--out", arguments.out)->required();
    auxiliary.add_option("--part", arguments.part)->check(CLI::IsMember({"columns", "json", "word_class", "entities"}));
    auxiliary.add_option("--name", arguments.name, "Name of a set in columns");
    auto& predicting = *program.add_subcommand("predict", "Learn from one file, mark others");
    predicting.add_option("inputs", arguments.inputs)->required()->check(CLI::ExistingFile);
    predicting.add_option("--train", arguments.train)->required();
    predicting.add_option("--out", arguments.out)->required();
    auto& crossing = *program.add_subcommand("crossvalidate", "Learn from parts of one file, mark the rest of it");
    crossing.add_option("--train", arguments.train)->required();
    crossing.add_option("--folds", arguments.folds);
    crossing.add_option("--out", arguments.out);
    for (auto* command : {&auxiliary, &predicting, &crossing}) {
        add_knowledge(*command, arguments);
        if (command == &auxiliary) add_chain(*command, arguments.chain);
        else add_fitting(*command, arguments.fitting);
    }
    CLI11_PARSE(program, argc, argv);
    arguments.language = sitrep::language_from_code(language);
    return sitrep::train::run_or_explain([&] {
        if (classes.parsed()) learn_classes(arguments);
        else if (auxiliary.parsed()) learn_auxiliary(arguments);
        else if (predicting.parsed()) predict(arguments);
        else cross_validate(arguments);
    });
}
