#include "store/sqlite/tokenizer.hpp"

#include "store/store.hpp"
#include "text/clitics.hpp"
#include "text/disguises.hpp"
#include "text/normalise.hpp"
#include "text/utf8.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <new>
#include <unordered_map>

namespace sitrep::store {
namespace {

constexpr std::size_t chunk_bytes_max = 512;         // longer runs without a space are cut: no word is that long
constexpr std::size_t cached_chunk_bytes_max = 48;
constexpr std::size_t cached_chunks_max = 16384;     // about 2 MB
constexpr std::size_t term_bytes_max = 64;
constexpr std::size_t hidden_bytes_max = text::hidden_letters_max * 2;  // two bytes an Arabic letter
constexpr std::size_t arabic_letters_bytes_min = 4;  // a rest of one letter is no reading

// Before each term in a chunk's list stands one byte: its length, and whether it is another reading of the word before.
constexpr unsigned char another_reading = 0x80;
static_assert(term_bytes_max < another_reading);

// Never inside a word, however it is spelt. Hyphens, stars, dots, strokes and apostrophes are not here: "kil-led", "IS*IS".
constexpr auto ascii_separators = [] {
    std::array<bool, 128> table{};
    for (std::size_t c = 0; c <= 0x20; ++c) table[c] = true;
    for (const char c : std::string_view(",;:!?()[]{}\"<>\\`=&%#@^$")) table[std::size_t(c)] = true;
    return table;
}();

bool separates(char32_t c)
{
    if (c < ascii_separators.size()) return ascii_separators[c];
    switch (c) {
        case 0xA0: case 0xAB: case 0xBB: case 0x60C: case 0x61B: case 0x61F: case 0x66B: case 0x66C: case 0x6D4:
        case 0x2018: case 0x201C: case 0x201D: case 0x201E: case 0x2026: case 0x2039: case 0x203A: case 0x3000: case 0x3001: case 0x3002: return true;
        default: return c >= 0x2012 && c <= 0x2015;
    }
}

bool is_arabic(std::string_view term)
{
    const auto lead = static_cast<unsigned char>(term.front());
    return lead >= 0xD8 && lead <= 0xDB;
}

std::string_view cut(std::string_view term)
{
    if (term.size() <= term_bytes_max) return term;
    std::size_t end = term_bytes_max;
    while (end > 0 && text::is_continuation(term[end])) --end;
    return term.substr(0, end);
}

class Terms {
public:
    void add_word(std::string_view word)
    {
        word = cut(word);
        const std::size_t begin = list_.size();
        add(text::stem(word), begin);
        if (!is_arabic(word)) return;
        for (const auto& split : text::clitic_splits(word))
            if (split.bare.size() >= arabic_letters_bytes_min) add(text::stem(split.bare), begin);
    }
    std::string take() { return std::move(list_); }

private:
    void add(const std::string& stem, std::size_t begin)
    {
        const auto term = cut(stem);
        if (term.empty()) return;
        for (std::size_t at = begin; at < list_.size();) {
            const std::size_t size = static_cast<unsigned char>(list_[at]) & ~another_reading;
            if (std::string_view(list_).substr(at + 1, size) == term) return;
            at += 1 + size;
        }
        list_ += char(term.size() | (list_.size() == begin ? 0u : another_reading));
        list_ += term;
    }
    std::string list_;
};

// The terms of one run of characters between separators.
std::string terms_of(std::string_view chunk)
{
    const auto is_word_byte = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
    };
    const std::string normal = text::normalise(chunk);
    Terms terms;
    std::string joined;
    std::ranges::copy_if(normal, std::back_inserter(joined), is_word_byte);
    if (joined.size() < normal.size() && joined.size() <= hidden_bytes_max && text::is_hidden_word(joined)) {
        terms.add_word(joined);
        return terms.take();
    }
    for (std::size_t at = 0; at < normal.size();) {
        std::size_t end = at;
        while (end < normal.size() && is_word_byte(normal[end])) ++end;
        if (end > at) terms.add_word(std::string_view(normal).substr(at, end - at));
        at = end + 1;
    }
    return terms.take();
}

struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view view) const { return std::hash<std::string_view>{}(view); }
};

class Tokenizer {
public:
    /// Calls sink(term, is_another_reading, begin, end) until it returns something else than SQLITE_OK.
    template <class Sink>
    int tokenize(std::string_view text, Sink sink)
    {
        for (std::size_t at = 0; at < text.size();) {
            const auto point = text::code_point_at(text, at);
            if (separates(point.value)) {
                at += point.bytes;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && end - at < chunk_bytes_max) {
                const auto next = text::code_point_at(text, end);
                if (separates(next.value)) break;
                end += next.bytes;
            }
            if (const int code = hand_over(terms(text.substr(at, end - at)), at, end, sink); code != SQLITE_OK) return code;
            at = end;
        }
        return SQLITE_OK;
    }

private:
    template <class Sink>
    int hand_over(std::string_view list, std::size_t begin, std::size_t end, Sink& sink)
    {
        while (!list.empty()) {
            const auto mark = static_cast<unsigned char>(list.front());
            const std::size_t size = mark & ~another_reading;
            if (const int code = sink(list.substr(1, size), (mark & another_reading) != 0, begin, end); code != SQLITE_OK) return code;
            list.remove_prefix(1 + size);
        }
        return SQLITE_OK;
    }

    const std::string& terms(std::string_view chunk)
    {
        if (chunk.size() > cached_chunk_bytes_max) return uncached_ = terms_of(chunk);
        if (const auto found = cache_.find(chunk); found != cache_.end()) return found->second;
        if (cache_.size() >= cached_chunks_max) cache_.clear();
        return cache_.emplace(chunk, terms_of(chunk)).first->second;
    }

    std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>> cache_;
    std::string uncached_;
};

int create(void*, const char**, int, Fts5Tokenizer** out)
{
    *out = reinterpret_cast<Fts5Tokenizer*>(new (std::nothrow) Tokenizer);
    return *out ? SQLITE_OK : SQLITE_NOMEM;
}

void destroy(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<Tokenizer*>(tokenizer); }

using Token = int (*)(void*, int, const char*, int, int, int);

int tokenize(Fts5Tokenizer* tokenizer, void* context, int, const char* text, int size, Token token)
{
    try {
        return reinterpret_cast<Tokenizer*>(tokenizer)->tokenize(
            std::string_view(text, std::size_t(size)), [&](std::string_view term, bool is_another_reading, std::size_t begin, std::size_t end) {
                return token(context, is_another_reading ? FTS5_TOKEN_COLOCATED : 0, term.data(), int(term.size()), int(begin), int(end));
            });
    }
    catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;  // no exception may pass through SQLite's C
    }
}

}  // namespace

void register_tokenizer(sqlite3* database)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (!api) throw LibraryError("this SQLite has no full-text search (FTS5); install one that has");
    fts5_tokenizer ours{create, destroy, tokenize};
    if (api->xCreateTokenizer(api, "sitrep", nullptr, &ours, nullptr) != SQLITE_OK)
        throw LibraryError("SQLite refused the tokenizer of the full-text search");
}

std::vector<std::string> search_terms(std::string_view text)
{
    std::vector<std::string> terms;
    Tokenizer{}.tokenize(text, [&](std::string_view term, bool, std::size_t, std::size_t) {
        terms.emplace_back(term);
        return SQLITE_OK;
    });
    return terms;
}

}  // namespace sitrep::store
