#include "fit_tagger.hpp"

#include <algorithm>
#include <iterator>
#include <random>
#include <unordered_map>

namespace sitrep::train {

using namespace understand;

namespace {

// Weights with their running sums, so that the mean over all steps costs nothing along the way.
struct Running {
    explicit Running(std::size_t rows) : now(rows * tag_columns), sums(rows * tag_columns) {}

    void add(std::size_t at, float by, float clock)
    {
        now[at] += by;
        sums[at] += by * clock;
    }
    void add_step(std::size_t layer, std::size_t from, std::size_t to, float by, float clock)
    {
        steps[layer][from][to] += by;
        step_sums[layer][from][to] += by * clock;
    }

    std::vector<float> now, sums;
    TagSteps steps{}, step_sums{};
};

class Perceptron {
public:
    explicit Perceptron(std::size_t rows) : shared_(rows), own_(rows) {}

    /// From here on sentences are read with the weights of all, or with those and those of exemplary reports, and teach these.
    void begin(bool with_own)
    {
        with_own_ = with_own;
        steps_ = shared_.steps;
        if (with_own) for_each_step([&](std::size_t layer, std::size_t from, std::size_t to) { steps_[layer][from][to] += own_.steps[layer][from][to]; });
    }
    void score(const std::vector<std::uint32_t>& rows, TagScores& scores) const
    {
        scores.fill(0);
        for (const auto row : rows)
            for (std::size_t i = 0; i < tag_columns; ++i) scores[i] += shared_.now[row * tag_columns + i];
        if (!with_own_) return;
        for (const auto row : rows)
            for (std::size_t i = 0; i < tag_columns; ++i) scores[i] += own_.now[row * tag_columns + i];
    }
    void add(const std::vector<std::uint32_t>& rows, std::size_t column, float by)
    {
        for (const auto row : rows) {
            shared_.add(row * tag_columns + column, by, clock_);
            if (with_own_) own_.add(row * tag_columns + column, by, clock_);
        }
    }
    void add_step(std::size_t layer, std::size_t from, std::size_t to, float by)
    {
        shared_.add_step(layer, from, to, by, clock_);
        if (with_own_) own_.add_step(layer, from, to, by, clock_);
    }
    const TagSteps& steps() const { return steps_; }
    void tick() { clock_ += 1; }

    TaggerModel mean(const std::vector<std::uint64_t>& hashes, bool with_own) const
    {
        std::vector<float> rows(shared_.now.size());
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = mean_of(shared_.now[i], shared_.sums[i]) + (with_own ? mean_of(own_.now[i], own_.sums[i]) : 0);
        TagSteps steps{};
        for_each_step([&](std::size_t layer, std::size_t from, std::size_t to) {
            steps[layer][from][to] = mean_of(shared_.steps[layer][from][to], shared_.step_sums[layer][from][to]);
            if (with_own) steps[layer][from][to] += mean_of(own_.steps[layer][from][to], own_.step_sums[layer][from][to]);
        });
        return TaggerModel::of(hashes, rows, steps);
    }

private:
    template <class Do>
    static void for_each_step(Do each)
    {
        for (std::size_t layer = 0; layer < tag_layers; ++layer)
            for (std::size_t from = 0; from < states_max; ++from)
                for (std::size_t to = 0; to < states_max; ++to) each(layer, from, to);
    }
    float mean_of(float now, float sum) const { return now - sum / clock_; }

    Running shared_, own_;
    bool with_own_ = false;
    TagSteps steps_{};  ///< of this visit
    float clock_ = 1;
};

struct Numbered {
    std::vector<std::uint64_t> hashes;
    std::vector<std::vector<std::vector<std::uint32_t>>> rows;  // by document, token
};

Numbered number(const std::vector<const TaggedDocument*>& documents)
{
    constexpr std::uint32_t seen_min = 2;
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> seen;  // documents' tokens, number
    for (const auto* document : documents)
        for (const auto hash : document->features.hashes) ++seen[hash].first;
    Numbered out;
    for (auto& [hash, feature] : seen) {
        if (feature.first < seen_min) continue;
        out.hashes.push_back(hash);
        feature.second = static_cast<std::uint32_t>(out.hashes.size());
    }
    for (const auto* document : documents) {
        auto& tokens = out.rows.emplace_back();
        for (std::size_t token = 0; token < document->features.tokens(); ++token) {
            auto& rows = tokens.emplace_back();
            for (const auto hash : document->features.of(token))
                if (const auto found = seen.find(hash)->second.second; found != 0) rows.push_back(found - 1);
        }
    }
    return out;
}

// Some of the features are left out each time, others at each step, so that none leans on another that may be missing (feature bagging: Sutton,
// Sindelar & McCallum 2006; dropout: Srivastava et al. 2014). How many passes and which share: docs/decisions/0006.
std::vector<std::vector<std::uint32_t>> some_of(const std::vector<std::vector<std::uint32_t>>& rows, text::Sentence sentence, double share, std::mt19937& random)
{
    const auto below = static_cast<std::mt19937::result_type>(share * static_cast<double>(std::mt19937::max()));
    std::vector<std::vector<std::uint32_t>> kept(rows.size());
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
        std::copy_if(rows[at].begin(), rows[at].end(), std::back_inserter(kept[at]), [&](std::uint32_t) { return random() < below; });
    return kept;
}

void learn_sentence(Perceptron& perceptron, const std::vector<std::vector<std::uint32_t>>& rows, const TaggedDocument& document, text::Sentence sentence,
                    std::vector<TagScores>& scores, std::vector<TagState>& path)
{
    scores.resize(sentence.last - sentence.first);
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) perceptron.score(rows[at], scores[at - sentence.first]);
    const TagChains chains(perceptron.steps());
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        if (!document.taught[layer]) continue;
        best_path(scores, chains, layer, path);
        const auto column = tag_shapes[layer].first_column;
        TagState right_before = 0, before = 0;
        for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
            const TagState right = document.paths[layer][at], guessed = path[at - sentence.first];
            if (right != guessed) {
                perceptron.add(rows[at], column + right, 1);
                perceptron.add(rows[at], column + guessed, -1);
            }
            if (right != guessed || right_before != before) {
                perceptron.add_step(layer, right_before, right, 1);
                perceptron.add_step(layer, before, guessed, -1);
            }
            right_before = right;
            before = guessed;
        }
    }
    perceptron.tick();
}

}  // namespace

Taggers fit_tagger(const std::vector<const TaggedDocument*>& documents, const TaggerFitting& fitting)
{
    const Numbered numbered = number(documents);
    Perceptron perceptron(numbered.hashes.size());
    std::vector<std::size_t> order(documents.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(20240101);
    std::vector<TagScores> scores;
    std::vector<TagState> path;
    for (int pass = 0; pass < fitting.passes; ++pass) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto i : order)
            for (const text::Sentence& sentence : documents[i]->document->sentences()) {
                perceptron.begin(documents[i]->exemplary);
                learn_sentence(perceptron, fitting.kept < 1 ? some_of(numbered.rows[i], sentence, fitting.kept, random) : numbered.rows[i], *documents[i], sentence, scores, path);
            }
    }
    return {perceptron.mean(numbered.hashes, false), perceptron.mean(numbered.hashes, true)};
}

}  // namespace sitrep::train
