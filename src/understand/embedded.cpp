#include "understand/embedded.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

extern "C" {
extern const char sitrep_lexicon_actors[], sitrep_lexicon_actors_end[];
extern const char sitrep_lexicon_english_acts[], sitrep_lexicon_english_acts_end[];
extern const char sitrep_lexicon_english_people[], sitrep_lexicon_english_people_end[];
extern const char sitrep_lexicon_english_things[], sitrep_lexicon_english_things_end[];
extern const char sitrep_lexicon_english_weapons[], sitrep_lexicon_english_weapons_end[];
extern const char sitrep_lexicon_english_grammar[], sitrep_lexicon_english_grammar_end[];
extern const char sitrep_lexicon_english_markers[], sitrep_lexicon_english_markers_end[];
extern const char sitrep_models_english[], sitrep_models_english_end[];
extern const char sitrep_models_arabic[], sitrep_models_arabic_end[];
}

namespace sitrep::understand::embedded {

std::string_view actors()
{
    return {sitrep_lexicon_actors, sitrep_lexicon_actors_end};
}
std::string_view english_acts()
{
    return {sitrep_lexicon_english_acts, sitrep_lexicon_english_acts_end};
}
std::string_view english_people()
{
    return {sitrep_lexicon_english_people, sitrep_lexicon_english_people_end};
}
std::string_view english_things()
{
    return {sitrep_lexicon_english_things, sitrep_lexicon_english_things_end};
}
std::string_view english_weapons()
{
    return {sitrep_lexicon_english_weapons, sitrep_lexicon_english_weapons_end};
}
std::string_view english_grammar()
{
    return {sitrep_lexicon_english_grammar, sitrep_lexicon_english_grammar_end};
}
std::string_view english_markers()
{
    return {sitrep_lexicon_english_markers, sitrep_lexicon_english_markers_end};
}
std::string_view english_models()
{
    return {sitrep_models_english, sitrep_models_english_end};
}
std::string_view arabic_models()
{
    return {sitrep_models_arabic, sitrep_models_arabic_end};
}

void let_go(std::string_view bytes)
{
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = (reinterpret_cast<std::uintptr_t>(bytes.data()) + page - 1) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(bytes.data() + bytes.size()) / page * page;
    if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

}  // namespace sitrep::understand::embedded
