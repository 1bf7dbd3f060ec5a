#include <algorithm>
#include <array>
#include <utility>

#include "spaced_sentence.hpp"
#include "texts.hpp"

namespace sitrep::spans {

namespace {

std::vector<std::string> split(const std::string& line, char sign)
{
    std::vector<std::string> fields;
    std::size_t begin = 0;
    for (std::size_t end = line.find(sign); end != std::string::npos; end = line.find(sign, begin)) {
        fields.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    fields.push_back(line.substr(begin));
    return fields;
}

// A mention of GUM: "(12-person-new-…" opens, "12)" closes; several may stand at one word.
struct Mention {
    std::string number, type;
    std::uint32_t start = 0;
};

constexpr std::array nominal{"person", "place", "organization", "time", "object", "animal"};

class Mentions {
public:
    void at(const std::string& notes, const TypedSpan& word)
    {
        const auto begin = notes.find("Entity=");
        if (begin == std::string::npos) return;
        const std::string all = notes.substr(begin + 7, notes.find('|', begin) - begin - 7);
        for (std::size_t i = 0; i < all.size();) {
            if (all[i] == '(') {
                const auto end = std::min(all.find_first_of("()", i + 1), all.size());
                const auto fields = split(all.substr(i + 1, end - i - 1), '-');
                if (fields.size() > 1) open_.push_back({fields[0], fields[1], word.start});
                i = end;
                if (i < all.size() && all[i] == ')') {
                    close(open_.size() - 1, word.end);
                    ++i;
                }
            }
            else {
                const auto end = std::min(all.find(')', i), all.size());
                const std::string number = all.substr(i, end - i);
                for (std::size_t k = open_.size(); k-- > 0;)
                    if (open_[k].number == number) {
                        close(k, word.end);
                        break;
                    }
                i = end + 1;
            }
        }
    }

    /// Those that lie in no other.
    std::vector<TypedSpan> outermost()
    {
        std::sort(closed_.begin(), closed_.end(), [](const TypedSpan& a, const TypedSpan& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
        std::vector<TypedSpan> out;
        for (auto& span : closed_)
            if (out.empty() || span.start >= out.back().end) out.push_back(std::move(span));
        closed_.clear();
        open_.clear();
        return out;
    }

private:
    void close(std::size_t index, std::uint32_t end)
    {
        const Mention mention = open_[index];
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
        if (std::find(nominal.begin(), nominal.end(), mention.type) != nominal.end()) closed_.push_back({mention.start, end, mention.type});
    }
    std::vector<Mention> open_;
    std::vector<TypedSpan> closed_;
};

}  // namespace

std::vector<LabelledText> read_treebank(const std::string& path, TreebankPart part)
{
    auto file = opened(path);
    std::vector<LabelledText> out;
    SpacedSentence sentence;
    Mentions mentions;
    std::vector<TypedSpan> words;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty()) {
            auto spans = part == TreebankPart::entities ? mentions.outermost() : std::exchange(words, {});
            if (!sentence.empty()) out.push_back(sentence.finish(std::move(spans)));
            continue;
        }
        const auto fields = split(line, '\t');
        if (fields.size() < 10 || fields[0].find_first_of("-.") != std::string::npos) continue;
        TypedSpan word = sentence.add(fields[1]);
        if (part == TreebankPart::entities) mentions.at(fields[9], word);
        else {
            word.type = fields[4];
            words.push_back(word);
        }
    }
    return out;
}

}  // namespace sitrep::spans
