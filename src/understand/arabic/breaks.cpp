#include "understand/arabic/breaks.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t act_window = 8;  // words after a break in which its act stands
constexpr std::uint32_t reach = 60;      // words before and after a break that are looked at

class Breaks {
public:
    Breaks(const Reading& reading, Cues& cues) : reading_(reading), cues_(cues) {}

    void find()
    {
        for (std::uint32_t s = 0; s < reading_.sentences(); ++s) {
            const auto [begin, end] = reading_.sentence(s);
            std::uint32_t start = begin;
            for (std::uint32_t i = begin + 2; i + 1 < end; ++i) {
                const std::uint32_t from = std::max(start, i - std::min(i, reach));
                if (breaks_at(from, i, std::min(end, i + reach))) {
                    cues_.breaks.push_back(first_token(i));
                    start = i;
                }
            }
        }
    }

private:
    bool joined_by_and(std::uint32_t i) const
    {
        const Word& word = reading_.word(i);
        return word.detached.starts_with("و") || word.normal.starts_with("و") || word.normal.starts_with("ف");
    }

    bool breaks_at(std::uint32_t start, std::uint32_t i, std::uint32_t end) const
    {
        if (begins_with_date(i)) {
            return has_act(start, i) && has_act(i, std::min(end, i + act_window));
        }
        if (reading_.has(i, Class::after)) {  // "… بعد مقتل رجل وزوجته في زيدل": the cause is another incident
            return has_act(start, i) && has_act(i, std::min(end, i + act_window / 2)) && has_place(start, i) && (has_place(i, end) || outcomes(i, end)[0]);
        }
        if (reading_.has(i, Class::turns)) {
            return (has_act(start, i) && has_act(i, std::min(end, i + act_window)) && has_setting(start, i) && has_place(i, end)) || other_figure(start, i, end);
        }
        if (reading_.has(i, Class::reports) && (joined_by_and(i) || reading_.word(i).pause != Pause::nothing)) {
            return other_figure(start, i, end);
        }
        const bool verb = joined_by_and(i) && reading_.word(i).pause != Pause::nothing && starts_act(i);
        return verb && has_place(start, i) && has_place(i, end) && same_outcome(start, i, end);
    }

    // "والخميس", "، وفي 22 منه", "وفي اليوم التالي"
    bool begins_with_date(std::uint32_t i) const
    {
        if (!joined_by_and(i)) {
            return false;
        }
        const bool own = reading_.in_date(i) && !reading_.in_date(i - 1);
        const bool behind_in = !reading_.in_date(i) && (reading_.word(i).normal == "وفي" || reading_.word(i).normal == "ففي") && reading_.in_date(i + 1);
        if (!own && !behind_in) {
            return false;
        }
        // "يومي الأربعاء والخميس" is one date
        return own ? !(i > 0 && reading_.in_date(i - 1)) : true;
    }

    std::uint32_t first_token(std::uint32_t i) const
    {
        const std::uint32_t token = reading_.word(i).token;
        return reading_.word(i).detached.empty() || token == 0 ? token : token - 1;
    }

    std::uint32_t token(std::uint32_t i) const { return i < reading_.size() ? reading_.word(i).token : static_cast<std::uint32_t>(reading_.document().tokens().size()); }

    template <class Cue, class Take>
    bool any(const std::vector<Cue>& cues, std::uint32_t from, std::uint32_t to, Take take) const
    {
        auto at = std::lower_bound(cues.begin(), cues.end(), token(from), [](const Cue& cue, std::uint32_t t) { return cue.tokens.first < t; });
        for (; at != cues.end() && at->tokens.first < token(to); ++at) {
            if (take(static_cast<std::size_t>(at - cues.begin()))) {
                return true;
            }
        }
        return false;
    }

    bool has_act(std::uint32_t from, std::uint32_t to) const
    {
        return any(cues_.acts, from, to, [&](std::size_t k) {
            const ActCue& act = cues_.acts[k];
            return act.strength != Strength::weak && act.reality == Reality::happened && !act.definite;
        });
    }

    bool starts_act(std::uint32_t i) const
    {
        return any(cues_.acts, i, i + 1, [&](std::size_t k) { return !cues_.acts[k].nominal && cues_.acts[k].strength != Strength::weak; });
    }

    bool has_place(std::uint32_t from, std::uint32_t to) const
    {
        return any(reading_.context().places, from, to, [&](std::size_t k) { return cues_.places[k] == PlaceRole::event; });
    }

    bool has_setting(std::uint32_t from, std::uint32_t to) const
    {
        return has_place(from, to) || any(reading_.context().dates, from, to, [&](std::size_t k) { return cues_.dates[k] == DateRole::event; });
    }

    std::array<bool, 4> outcomes(std::uint32_t from, std::uint32_t to) const
    {
        std::array<bool, 4> found{};
        any(cues_.tolls, from, to, [&](std::size_t k) {
            const TollCue& toll = cues_.tolls[k];
            found[static_cast<std::size_t>(toll.outcome)] = found[static_cast<std::size_t>(toll.outcome)] || (!toll.vague && !toll.part && !toll.combined);
            return false;
        });
        return found;
    }

    bool same_outcome(std::uint32_t start, std::uint32_t i, std::uint32_t end) const
    {
        const auto before = outcomes(start, i);
        const auto after = outcomes(i, end);
        return before[0] && after[0];
    }

    // Another source gives another number of the same kind: "… ثلاثة، وزعم أنها أوقعت سبعة قتلى".
    bool other_figure(std::uint32_t start, std::uint32_t i, std::uint32_t end) const
    {
        const auto before = outcomes(start, i);
        const auto after = outcomes(i, end);
        return (before[0] && after[0]) || (before[1] && after[1] && !before[0]);
    }

    const Reading& reading_;
    Cues& cues_;
};

}  // namespace

void find_breaks(const Reading& reading, Cues& cues)
{
    Breaks(reading, cues).find();
}

}  // namespace sitrep::understand::arabic
