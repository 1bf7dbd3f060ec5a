// A tagger learnt from another public set, whose output is knowledge for the one that is wanted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chain.hpp"
#include "labels.hpp"

namespace sitrep::spans {

struct Auxiliary {
    std::string name;  ///< what it was learnt from: "word_class", "entities", or a set's own name
    Labels labels;
    Chain chain;

    std::string bytes() const;
    static Auxiliary from_bytes(std::string_view bytes);
};

/// What an auxiliary tagger says of the words of a sentence.
struct Opinion {
    std::string_view of;            ///< the tagger's name
    const Labels* labels = nullptr;
    std::vector<State> path;
    std::vector<float> chances;     ///< states() a word
};
Opinion opinion_of(const Auxiliary& auxiliary, const HashedWords& words);

}  // namespace sitrep::spans
