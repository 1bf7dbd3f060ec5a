// Harm that nobody did: floods and wolves, the drowned, burns with nothing told that burnt.
#pragma once

#include "understand/arabic/reading.hpp"

#include <cstdint>

namespace sitrep::understand::arabic {

/// "جرفت السيول سيارة وقتلت ثلاثة", "انتشل جثة غريق": an act word that tells of nature or of a mishap.
bool is_mishap(const Reading& reading, const Found& act);

/// "تحطمت مروحية بسبب عطل", "حادث سير" in words [begin, end); not "تحطم مروحية أسقطها مسلحون".
bool tells_accident(const Reading& reading, std::uint32_t begin, std::uint32_t end);

/// "أصيب طفلان بحروق في منزل": burns in a sentence that tells no weapon and no deed.
bool only_burns(const Reading& reading, std::uint32_t begin, std::uint32_t end);

}  // namespace sitrep::understand::arabic
