#include "understand/anaphor.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "understand/one_of.hpp"

namespace sitrep::understand {

bool means_last_doer(const Material& material, const ActorCue& actor)
{
    constexpr std::array<std::string_view, 2> same{"same", "selfsame"};
    if (!actor.name.empty() || material.document.language() != Language::english) return false;
    const text::Sentence& sentence = material.document.sentences()[actor.sentence];
    const std::uint32_t first = actor.tokens.first > sentence.first ? actor.tokens.first - 1 : actor.tokens.first;  // "same" may stand before the words that a cue has
    for (std::uint32_t at = first; at < actor.tokens.last; ++at)
        if (is_one_of(same, material.document.tokens()[at].normal)) return true;
    return false;
}

void take_doer_of(const Account& before, Account& account)
{
    const Perpetrator& doer = before.perpetrator;
    if (doer.status == PerpetratorStatus::unknown) {
        account.perpetrator.status = PerpetratorStatus::unknown;
        return;
    }
    account.perpetrator.name = doer.name;
    account.perpetrator.local_name = doer.local_name;
    if (!doer.name.empty()) return;
    account.perpetrator.text = doer.text;
    account.perpetrator.span = doer.span;
}

}  // namespace sitrep::understand
