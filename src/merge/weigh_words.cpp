// Words: copied text, and rare words and names that two accounts have in common.
#include "merge/weighing.hpp"

#include "text/signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::merge {
namespace {

/// Shared words, each by how rare it is, beside what the shorter of the two lists has to share.
struct Shared {
    int rarity = 0;
    int possible = 0;
    std::size_t count = 0;
};

template <std::size_t N>
Shared shared_between(const std::array<std::uint16_t, N>& a, const std::array<std::uint16_t, N>& b, const Model& model)
{
    Shared out;
    int of_a = 0, of_b = 0;
    std::size_t i = 0, j = 0;
    while (i < N && a[i] != 0 && j < N && b[j] != 0) {
        if (a[i] < b[j]) of_a += model.rarity(a[i++]);
        else if (b[j] < a[i]) of_b += model.rarity(b[j++]);
        else {
            const int rarity = model.rarity(a[i]);
            out.rarity += rarity;
            of_a += rarity;
            of_b += rarity;
            ++out.count;
            ++i, ++j;
        }
    }
    for (; i < N && a[i] != 0; ++i) of_a += model.rarity(a[i]);
    for (; j < N && b[j] != 0; ++j) of_b += model.rarity(b[j]);
    out.possible = std::min(of_a, of_b);
    return out;
}

// Rarities added up: a word of one in fifty reports weighs 8, one of two reports in a thousand 12.
constexpr int some_rarity = 20, much_rarity = 45, most_rarity = 90;

/// 0 none, 1 few, 2 some, 3 many, 4 most.
int level_of(const Shared& shared)
{
    if (shared.count == 0 || shared.possible == 0) return 0;
    const int percent = 100 * shared.rarity / shared.possible;
    if (percent < 8) return 0;
    if (percent < 18) return 1;
    if (percent < 35) return 2;
    return percent < 60 ? 3 : 4;
}

void weigh_copies(const Pair& pair, Weighing& weighing)
{
    const double same = text::similarity(pair.a.words, pair.b.words);
    if (same == 0) return;
    const auto feature = same >= 0.7 ? Feature::same_words : same >= 0.3 ? Feature::many_same_words : same >= 0.1 ? Feature::some_same_words : Feature::one_same_phrase;
    weighing.add(feature, [same] { return fmt::format("the reports share {:.0f} % of their phrases", same * 100); });
}

}  // namespace

void weigh_words(const Pair& pair, const Model& model, Weighing& weighing, const Found& found)
{
    const Facts &a = pair.a, &b = pair.b;
    const bool across = a.language != b.language;
    if (!across) weigh_copies(pair, weighing);
    if (a.telling.names[0] != 0 && b.telling.names[0] != 0) {
        static constexpr std::array within{Feature::no_rare_names, Feature::few_rare_names, Feature::some_rare_names, Feature::many_rare_names, Feature::most_rare_names};
        static constexpr std::array between{Feature::no_rare_names_across, Feature::few_rare_names_across, Feature::some_rare_names_across, Feature::some_rare_names_across,
                                            Feature::some_rare_names_across};
        const auto shared = shared_between(a.telling.names, b.telling.names, model);
        const auto level = static_cast<std::size_t>(level_of(shared));
        weighing.add(across ? between[level] : within[level], [&] { return fmt::format("{} in common{}", shared.count, across ? ", between two languages" : ""); });
        if (!across && shared.rarity >= some_rarity)
            weighing.add(shared.rarity >= much_rarity ? Feature::rare_names_weigh_much : Feature::rare_names_weigh_some, [] { return std::string("found in few other accounts"); });
        if (found.no_day && level >= 2) weighing.add(Feature::names_without_day, [] { return std::string("rare names in common, the day not known of both"); });
    }
    if (!across && a.telling.words[0] != 0 && b.telling.words[0] != 0) {
        static constexpr std::array by_level{Feature::no_rare_words, Feature::few_rare_words, Feature::some_rare_words, Feature::many_rare_words, Feature::most_rare_words};
        const auto shared = shared_between(a.telling.words, b.telling.words, model);
        weighing.add(by_level[static_cast<std::size_t>(level_of(shared))], [&] { return fmt::format("{} in common", shared.count); });
        if (shared.rarity >= some_rarity)
            weighing.add(shared.rarity >= most_rarity ? Feature::rare_words_weigh_most : shared.rarity >= much_rarity ? Feature::rare_words_weigh_much : Feature::rare_words_weigh_some,
                         [] { return std::string("found in few other accounts"); });
    }
    if (a.when.background || b.when.background)
        weighing.add(a.when.background && b.when.background ? Feature::both_are_background : Feature::one_is_background, [] { return std::string("told as background"); });
}

}  // namespace sitrep::merge
