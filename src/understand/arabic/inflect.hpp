// Written forms of Arabic verbs and nouns, from the head words that the lists give.
#pragma once

#include "understand/arabic/lexicon.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::understand::arabic {

struct Inflected {
    std::string word;
    Shape shape;
};

/// All persons of the third person with object pronouns; past and present are normal forms, present may be empty.
std::vector<Inflected> inflect_verb(std::string_view past, std::string_view present);
/// Singular, accusative, dual, plural and possessives. A plural of "*" is the sound one in ون/ين, "-" or empty is none.
/// Acts are never put in the construct dual (قتلي would be قتلى).
std::vector<Inflected> inflect_noun(std::string_view singular, std::string_view plural, bool of_people);

}  // namespace sitrep::understand::arabic
