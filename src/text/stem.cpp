// Word stems by Snowball.
#include "text/normalise.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace sitrep::text {
namespace {

struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_for(const char* language)
{
    std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(sb_stemmer_new(language, "UTF_8"));
    if (!stemmer) {
        throw std::runtime_error(std::string("libstemmer lacks ") + language);
    }
    return stemmer;
}

}  // namespace

std::string stem(std::string_view normal)
{
    // A stemmer holds the word it works on, so each thread has its own.
    thread_local const auto english = stemmer_for("english");
    thread_local const auto arabic = stemmer_for("arabic");
    const bool is_arabic = std::ranges::any_of(normal, [](char byte) { return static_cast<unsigned char>(byte) >= 0xD8 && static_cast<unsigned char>(byte) <= 0xDB; });
    sb_stemmer* stemmer = is_arabic ? arabic.get() : english.get();
    const auto* stemmed = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(normal.data()), static_cast<int>(normal.size()));
    if (stemmed == nullptr) {
        throw std::bad_alloc();
    }
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace sitrep::text
