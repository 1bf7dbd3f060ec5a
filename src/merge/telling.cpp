#include "merge/telling.hpp"

#include "merge/hashes.hpp"
#include "text/normalise.hpp"
#include "text/word_table.hpp"

#include <algorithm>
#include <vector>

namespace sitrep::merge {
namespace {

constexpr std::size_t letters_min = 3, skeleton_min = 3, word_bytes_max = 60;
constexpr std::size_t tokens_max = 600;  // a long text tells its events early
constexpr int rarity_min = 4;            // a word in every seventh report tells nothing

std::uint16_t hash_16(std::uint64_t seed, std::string_view text)
{
    const auto value = static_cast<std::uint16_t>(mixed(hash_of(text) + seed));
    return value == 0 ? 1 : value;
}

}  // namespace

std::uint16_t telling_name(std::string_view skeleton) { return hash_16(1, skeleton); }

namespace {

/// A name in either script by its consonants.
std::uint16_t name_hash(std::string_view normal)
{
    const auto skeleton = text::skeleton(text::name_key(normal));
    return skeleton.size() < skeleton_min ? std::uint16_t{0} : telling_name(skeleton);
}

std::uint16_t word_hash(std::string_view normal) { return text::length(normal) < letters_min ? std::uint16_t{0} : hash_16(3, text::stem(normal)); }

/// Reports say the same words again and again: their hashes are kept.
class KnownWords {
public:
    struct Known {
        std::uint16_t name = 0, word = 0;
    };
    const Known& of(std::string_view normal)
    {
        constexpr std::size_t words_max = 30'000;  // a language's everyday words; about 2 MB
        if (const Known* known = words_.find(normal)) return *known;
        if (words_.size() >= words_max) words_.clear();
        return words_.put(normal, {name_hash(normal), word_hash(normal)});
    }

private:
    text::WordTable<Known> words_;
};

struct Hashes {
    std::vector<std::uint16_t> names, words;
};

void add_token(const text::Token& token, Hashes& out)
{
    if (token.normal.size() > word_bytes_max) return;
    if (token.kind == text::TokenKind::number && token.normal.size() >= 2) out.words.push_back(hash_16(2, token.normal));
    if (token.kind != text::TokenKind::word) return;
    thread_local KnownWords words;
    const auto& known = words.of(token.normal);
    // A word of Latin script names something only when it is written with a capital.
    if (known.name != 0 && (token.capital || token.arabic)) out.names.push_back(known.name);
    if (known.word != 0) out.words.push_back(known.word);
}

Hashes hashes_in(const text::Document& document, std::span<const Span> spans)
{
    Hashes out;
    const auto& tokens = document.tokens();
    if (spans.empty()) {
        for (std::size_t i = 0; i < std::min(tokens.size(), tokens_max); ++i) add_token(tokens[i], out);
        return out;
    }
    std::size_t seen = 0;
    for (const Span span : spans)
        for (auto i = document.token_at(span.start); i < tokens.size() && tokens[i].begin < span.end && seen < tokens_max; ++i, ++seen) add_token(tokens[i], out);
    return out;
}

/// The rarest, ascending, zeros last.
template <std::size_t N>
std::array<std::uint16_t, N> rarest(std::vector<std::uint16_t> hashes, const Model& model)
{
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    std::erase_if(hashes, [&](std::uint16_t hash) { return model.rarity(hash) < rarity_min; });
    std::stable_sort(hashes.begin(), hashes.end(), [&](std::uint16_t a, std::uint16_t b) { return model.rarity(a) > model.rarity(b); });
    if (hashes.size() > N) hashes.resize(N);
    std::sort(hashes.begin(), hashes.end());
    std::array<std::uint16_t, N> out{};
    std::copy(hashes.begin(), hashes.end(), out.begin());
    return out;
}

}  // namespace

TellingWords telling_words(const text::Document& document, std::span<const Span> spans, const Model& model)
{
    auto hashes = hashes_in(document, spans);
    TellingWords out;
    out.names = rarest<std::tuple_size_v<decltype(out.names)>>(std::move(hashes.names), model);
    out.words = rarest<std::tuple_size_v<decltype(out.words)>>(std::move(hashes.words), model);
    return out;
}

void for_each_telling_hash(const text::Document& document, const std::function<void(std::uint16_t)>& use)
{
    const auto hashes = hashes_in(document, {});
    for (const auto* list : {&hashes.names, &hashes.words})
        for (const auto hash : *list) use(hash);
}

}  // namespace sitrep::merge
