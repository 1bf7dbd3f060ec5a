// Who tells in an Arabic report what it did itself: "أعلنت وزارة الدفاع أن مقاتلاتها قصفت", "قالت شرطة البلدة إنها أوقفت".
#pragma once

#include <optional>
#include <string_view>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// "قواتها", "مقاتليه", "وحداتنا": men of whoever speaks.
bool is_own_men(std::string_view normal);

/// The words for the army, police or group that says in the episode that it or its men did it; nothing where nobody in arms says so.
std::optional<Tokens> teller_of_own_deed(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
/// Who speaks last before some words of its sentence, where that is a body in arms.
std::optional<Tokens> teller_before(const Material& material, Tokens words);

/// True where the doers are called the speaker's own and did it: "اعتقلت قواتنا شخصين"; not what is denied, nor what a witness says of them.
bool tells_what_ours_did(const Material& material, Tokens doers);

}  // namespace sitrep::understand
