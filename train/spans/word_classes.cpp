// The exchange algorithm for bigram class models (Kneser & Ney 1993; Martin, Liermann & Ney 1998): each word moves to the class where the
// text's likelihood is best, until few move. Its classes serve as those of Brown et al. 1992 do in tagging (Miller, Guinness & Zamanian 2004).
#include "word_classes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <stdexcept>

namespace sitrep::spans {

namespace {

using Counts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // of what, how often

struct Bigrams {
    std::vector<std::string> words;     ///< by falling count; the first stands for a sentence's border, the second for rare words
    std::vector<std::uint32_t> counts;
    std::vector<Counts> before, after;  ///< neighbours of each word
};

Counts counted(std::vector<std::uint32_t>& neighbours)
{
    std::sort(neighbours.begin(), neighbours.end());
    Counts out;
    for (const auto each : neighbours) {
        if (out.empty() || out.back().first != each) out.emplace_back(each, 0);
        ++out.back().second;
    }
    return out;
}

Bigrams bigrams_of(const std::vector<std::vector<std::string>>& sentences, std::uint32_t seen_min)
{
    std::map<std::string_view, std::uint32_t> seen;
    for (const auto& sentence : sentences)
        for (const auto& word : sentence) ++seen[word];
    std::vector<std::pair<std::uint32_t, std::string_view>> frequent;
    for (const auto& [word, count] : seen)
        if (count >= seen_min) frequent.emplace_back(count, word);
    std::stable_sort(frequent.begin(), frequent.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    Bigrams out{.words = {"", ""}, .counts = {0, 0}, .before = {}, .after = {}};
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (const auto& [count, word] : frequent) {
        numbers.emplace(word, static_cast<std::uint32_t>(out.words.size()));
        out.words.emplace_back(word);
    }
    out.counts.resize(out.words.size());
    std::vector<std::vector<std::uint32_t>> before(out.words.size()), after(out.words.size());
    for (const auto& sentence : sentences) {
        std::uint32_t last = 0;
        for (std::size_t i = 0; i <= sentence.size(); ++i) {
            const auto found = i < sentence.size() ? numbers.find(sentence[i]) : numbers.end();
            const std::uint32_t now = i == sentence.size() ? 0 : found == numbers.end() ? 1 : found->second;
            before[now].push_back(last);
            after[last].push_back(now);
            ++out.counts[now];
            last = now;
        }
    }
    for (auto& each : before) out.before.push_back(counted(each));
    for (auto& each : after) out.after.push_back(counted(each));
    return out;
}

// n log n, looked up where n is small.
class Entropy {
public:
    Entropy() : small_(1U << 16U)
    {
        for (std::size_t n = 1; n < small_.size(); ++n) small_[n] = static_cast<float>(static_cast<double>(n) * std::log(static_cast<double>(n)));
    }
    double operator()(std::uint32_t n) const { return n < small_.size() ? double{small_[n]} : n * std::log(static_cast<double>(n)); }

private:
    std::vector<float> small_;
};

class Exchange {
public:
    // The border and rare words have the last two classes and keep them; the others begin dealt out by their count.
    Exchange(const Bigrams& bigrams, std::uint32_t classes)
        : bigrams_(bigrams), classes_(classes), all_(classes + 2), class_of_(bigrams.words.size()), count_(all_), pairs_(std::size_t{all_} * all_)
    {
        for (std::uint32_t word = 0; word < class_of_.size(); ++word) class_of_[word] = word < 2 ? classes + word : (word - 2) % classes;
        for (std::uint32_t word = 0; word < class_of_.size(); ++word) {
            count_[class_of_[word]] += bigrams.counts[word];
            for (const auto& [next, times] : bigrams.after[word]) pairs_[class_of_[word] * std::size_t{all_} + class_of_[next]] += times;
        }
        left_.resize(all_);
        right_.resize(all_);
    }

    /// How many words moved.
    std::size_t pass()
    {
        std::size_t moved = 0;
        for (std::uint32_t word = 2; word < class_of_.size(); ++word) moved += move(word);
        return moved;
    }
    std::uint32_t class_of(std::uint32_t word) const { return class_of_[word]; }

private:
    std::uint32_t& pair(std::uint32_t a, std::uint32_t b) { return pairs_[a * std::size_t{all_} + b]; }

    // The neighbours of a word by class; how often it follows itself is kept apart.
    void gather(std::uint32_t word)
    {
        for (const auto each : near_left_) left_[each] = 0;
        for (const auto each : near_right_) right_[each] = 0;
        near_left_.clear();
        near_right_.clear();
        self_ = 0;
        for (const auto& [other, times] : bigrams_.before[word]) {
            if (other == word) continue;
            auto& count = left_[class_of_[other]];
            if (count == 0) near_left_.push_back(class_of_[other]);
            count += times;
        }
        for (const auto& [other, times] : bigrams_.after[word]) {
            if (other == word) {
                self_ = times;
                continue;
            }
            auto& count = right_[class_of_[other]];
            if (count == 0) near_right_.push_back(class_of_[other]);
            count += times;
        }
    }

    void shift(std::uint32_t word, std::uint32_t to, std::uint32_t sign)
    {
        for (const auto each : near_left_) pair(each, to) += sign * left_[each];
        for (const auto each : near_right_) pair(to, each) += sign * right_[each];
        pair(to, to) += sign * self_;
        count_[to] += sign * bigrams_.counts[word];
    }

    // How much likelier the text is with the word in a class than with the word in none.
    double gain(std::uint32_t word, std::uint32_t to)
    {
        double sum = 0;
        for (const auto each : near_left_)
            if (each != to) sum += entropy_(pair(each, to) + left_[each]) - entropy_(pair(each, to));
        for (const auto each : near_right_)
            if (each != to) sum += entropy_(pair(to, each) + right_[each]) - entropy_(pair(to, each));
        sum += entropy_(pair(to, to) + left_[to] + right_[to] + self_) - entropy_(pair(to, to));
        return sum - 2 * (entropy_(count_[to] + bigrams_.counts[word]) - entropy_(count_[to]));
    }

    bool move(std::uint32_t word)
    {
        gather(word);
        const std::uint32_t from = class_of_[word];
        shift(word, from, ~std::uint32_t{0});  // minus one, modulo
        std::uint32_t best = from;
        double most = gain(word, from);
        for (std::uint32_t to = 0; to < classes_; ++to) {
            if (to == from) continue;
            const double now = gain(word, to);
            if (now <= most + 1e-6) continue;
            most = now;
            best = to;
        }
        shift(word, best, 1);
        class_of_[word] = best;
        return best != from;
    }

    const Bigrams& bigrams_;
    std::uint32_t classes_, all_;
    std::vector<std::uint32_t> class_of_, count_, pairs_, left_, right_, near_left_, near_right_;
    std::uint32_t self_ = 0;
    Entropy entropy_;
};

}  // namespace

std::string class_word(std::string_view normal)
{
    std::string out(normal);
    for (char& c : out)
        if (c >= '0' && c <= '9') c = '0';
    return out;
}

WordClasses WordClasses::learn(const std::vector<std::vector<std::string>>& sentences, std::uint32_t seen_min, int passes)
{
    const Bigrams bigrams = bigrams_of(sentences, seen_min);
    WordClasses out;
    for (std::size_t level = 0; level < class_counts.size(); ++level) {
        Exchange exchange(bigrams, class_counts[level]);
        for (int pass = 0; pass < passes; ++pass) {
            constexpr std::size_t few = 100;  // of a hundred words at most one still moves
            if (exchange.pass() * few < bigrams.words.size()) break;
        }
        for (std::uint32_t word = 2; word < bigrams.words.size(); ++word)
            out.classes_[bigrams.words[word]][level] = static_cast<std::uint16_t>(exchange.class_of(word) + 1);
    }
    return out;
}

WordClass WordClasses::of(std::string_view normal) const
{
    const auto found = classes_.find(class_word(normal));
    return found == classes_.end() ? WordClass{} : found->second;
}

std::string WordClasses::lines() const
{
    std::map<std::string_view, WordClass> ordered(classes_.begin(), classes_.end());
    std::string out;
    for (const auto& [word, classes] : ordered) {
        out += word;
        for (const auto each : classes) out += '\t' + std::to_string(each);
        out += '\n';
    }
    return out;
}

WordClasses WordClasses::from_lines(std::string_view lines)
{
    WordClasses out;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const std::string word(line.substr(0, line.find('\t')));
        line.remove_prefix(word.size());
        WordClass& classes = out.classes_[word];
        for (auto& each : classes) {
            if (line.empty()) throw std::runtime_error("a word has too few classes: " + word);
            line.remove_prefix(1);
            const std::string field(line.substr(0, line.find('\t')));
            each = static_cast<std::uint16_t>(std::stoul(field));
            line.remove_prefix(field.size());
        }
    }
    return out;
}

}  // namespace sitrep::spans
