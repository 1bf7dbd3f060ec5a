// Types of spans as states of a chain: outside (0), then a beginning and an inside each (BIO), or one state each where every word has its own.
#pragma once

#include <string>
#include <vector>

#include "chain.hpp"
#include "text/document.hpp"
#include "texts.hpp"

namespace sitrep::spans {

class Labels {
public:
    Labels() = default;
    /// `single`: each span is one word, so there are no insides.
    Labels(std::vector<std::string> types, bool single) : types_(std::move(types)), single_(single) {}
    static Labels of(const std::vector<LabelledText>& texts, bool single);

    std::size_t states() const { return 1 + types_.size() * (single_ ? 1 : 2); }
    bool may_follow(State from, State to) const { return single_ || to == 0 || to % 2 == 1 || to == from || to == from + 1; }
    /// The states of a document's tokens.
    std::vector<State> states_of(const text::Document& document, const std::vector<TypedSpan>& spans) const;
    /// The other way round.
    std::vector<TypedSpan> spans_of(const text::Document& document, const std::vector<State>& states) const;
    const std::vector<std::string>& types() const { return types_; }
    bool single() const { return single_; }
    /// The type of a state other than outside.
    std::size_t type_of(State state) const { return single_ ? state - 1U : (state - 1U) / 2; }

private:
    std::vector<std::string> types_;
    bool single_ = false;
};

}  // namespace sitrep::spans
