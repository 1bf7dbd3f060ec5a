#include "labels.hpp"

#include <algorithm>
#include <set>

namespace sitrep::spans {

Labels Labels::of(const std::vector<LabelledText>& texts, bool single)
{
    std::set<std::string> types;
    for (const auto& text : texts)
        for (const auto& span : text.spans) types.insert(span.type);
    return {std::vector<std::string>(types.begin(), types.end()), single};
}

std::vector<State> Labels::states_of(const text::Document& document, const std::vector<TypedSpan>& spans) const
{
    std::vector<State> states(document.tokens().size());
    std::size_t at = 0;
    for (const auto& span : spans) {
        const auto type = static_cast<std::size_t>(std::find(types_.begin(), types_.end(), span.type) - types_.begin());
        while (at < states.size() && document.tokens()[at].end <= span.start) ++at;
        if (type == types_.size()) continue;
        for (bool first = true; at < states.size() && document.tokens()[at].begin < span.end; ++at, first = false)
            states[at] = static_cast<State>(single_ ? type + 1 : type * 2 + (first ? 1 : 2));
    }
    return states;
}

std::vector<TypedSpan> Labels::spans_of(const text::Document& document, const std::vector<State>& states) const
{
    std::vector<TypedSpan> spans;
    for (std::size_t at = 0; at < states.size(); ++at) {
        if (states[at] == 0) continue;
        const bool goes_on = !single_ && states[at] % 2 == 0;
        if (goes_on) spans.back().end = document.tokens()[at].end;
        else spans.push_back({document.tokens()[at].begin, document.tokens()[at].end, types_[type_of(states[at])]});
    }
    return spans;
}

}  // namespace sitrep::spans
