// Classes of words that stand beside the same classes of words, learnt from text that nobody has marked.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep::spans {

/// Coarse to fine.
inline constexpr std::array<std::uint16_t, 3> class_counts{32, 128, 512};
using WordClass = std::array<std::uint16_t, class_counts.size()>;

class WordClasses {
public:
    /// Sentences of normal forms. Words seen less than `seen_min` times have no class. The same sentences give the same classes.
    static WordClasses learn(const std::vector<std::vector<std::string>>& sentences, std::uint32_t seen_min, int passes);
    /// All zero for an unknown word.
    WordClass of(std::string_view normal) const;
    std::size_t size() const { return classes_.size(); }

    /// One word a line with its classes.
    std::string lines() const;
    static WordClasses from_lines(std::string_view lines);

private:
    std::unordered_map<std::string, WordClass> classes_;
};

/// A word as the classes know it: numbers by their digits alone.
std::string class_word(std::string_view normal);

}  // namespace sitrep::spans
