// The lexicons of data/lexicon and the models of data/models that are built into the program.
#pragma once

#include <string_view>

namespace sitrep::understand::embedded {

std::string_view actors();
std::string_view english_acts();
std::string_view english_people();
std::string_view english_things();
std::string_view english_weapons();
std::string_view english_grammar();
std::string_view english_markers();

std::string_view english_models();
std::string_view arabic_models();

/// Gives back the memory of bytes that have been read and are not needed soon; they come again from the program's file when they are.
void let_go(std::string_view bytes);

}  // namespace sitrep::understand::embedded
