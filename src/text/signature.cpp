// MinHash over three-word shingles.
#include "text/signature.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace sitrep::text {
namespace {

constexpr std::size_t words_min = 8;
constexpr std::size_t shingle_words = 3;

// The finaliser of MurmurHash3 (Appleby): every input bit reaches every output bit.
std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDull;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53ull;
    return x ^ x >> 33;
}

std::uint64_t hash_of(std::string_view word)
{
    std::uint64_t hash = 0xCBF29CE484222325ull;  // FNV-1a: signatures are stored, so std::hash will not do
    for (const char byte : word) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ull;
    }
    return mixed(hash);
}

}  // namespace

WordSignature signature_of(const Document& document)
{
    std::vector<std::uint64_t> words;
    for (const Sentence& sentence : document.sentences()) {
        for (std::size_t i = sentence.first; i < sentence.last && !sentence.in_title; ++i) {
            const Token& token = document.tokens()[i];
            if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
                words.push_back(hash_of(token.normal));
            }
        }
    }
    if (words.size() < words_min) {
        return no_words;
    }
    WordSignature signature;
    signature.fill(std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        const std::uint64_t shingle = mixed(words[i] * 3 + mixed(words[i + 1] * 5 + words[i + 2]));
        // Two halves of one hash make a family of hashes (Kirsch and Mitzenmacher 2006); the last mix makes it a permutation.
        const std::uint64_t step = mixed(shingle ^ 0x9E3779B97F4A7C15ull) | 1;
        for (std::size_t k = 0; k < signature.size(); ++k) {
            const auto value = static_cast<std::uint32_t>((shingle + k * step) >> 32);
            signature[k] = std::min(signature[k], std::max(value, 1u));  // never 0, so that no_words stays apart
        }
    }
    return signature;
}

double similarity(const WordSignature& a, const WordSignature& b)
{
    if (a.front() == 0 || b.front() == 0) {
        return 0;  // no_words: none else has a 0, and most pairs that merging looks at end here
    }
    std::size_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        equal += a[i] == b[i] ? 1 : 0;
    }
    return static_cast<double>(equal) / static_cast<double>(a.size());
}

}  // namespace sitrep::text
