#include "understand/figures/standing_by.hpp"

#include <array>
#include <string_view>

#include "understand/one_of.hpp"

namespace sitrep::understand {

bool only_stands_by(const text::Document& document, Tokens figure)
{
    constexpr std::array<std::string_view, 12> holds{"carrying", "housing", "hosting", "sheltering", "transporting", "holding",
                                                      "يقل",      "تقل",     "يحرسه",   "تحرسه",      "يحرسها",       "تحرسها"};
    constexpr std::array<std::string_view, 5> kept{"guarded", "manned", "protected", "staffed", "escorted"};
    constexpr std::array<std::string_view, 24> holders{"post", "posts", "checkpoint", "base", "station", "bus", "minibus", "van", "car", "truck", "lorry", "boat",
                                                       "convoy", "house", "camp", "vehicle", "taxi", "train", "office", "building", "outpost", "barracks", "school", "church"};
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(figure.first)].first;
    const auto before = [&](std::uint32_t back) { return figure.first >= begin + back ? std::string_view(tokens[figure.first - back].normal) : std::string_view(); };
    constexpr std::array<std::string_view, 6> stand{"يتمركز", "تتمركز", "يتواجد", "تتواجد", "يرابط", "ينتشر"};
    constexpr std::array<std::string_view, 6> there{"فيه", "فيها", "به", "بها", "عليه", "عليها"};
    if (is_one_of(holds, before(1)) || (is_one_of(there, before(1)) && is_one_of(stand, before(2)))) return true;
    if (before(1) == "by" && is_one_of(kept, before(2))) return true;
    return before(1) == "with" && is_one_of(holders, before(2));
}

}  // namespace sitrep::understand
