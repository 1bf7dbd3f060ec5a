#include "features.hpp"

#include <algorithm>

#include "noun_phrases.hpp"
#include "text/clitics.hpp"
#include "understand/model/features.hpp"

namespace sitrep::spans {

using understand::feature_hash;
using understand::feature_join;

namespace {

// Collects the features of one word after the other, under names that are hashed with what stands at an offset.
class Sheet {
public:
    explicit Sheet(HashedWords& words) : words_(words) {}
    void at(std::size_t word) { word_ = word; }
    void put(std::uint64_t name, std::uint64_t value) { words_[word_].push_back(feature_join(feature_join(0x5eed, name), value)); }
    void put(std::uint64_t name, std::uint64_t value, std::uint64_t second) { put(name, feature_join(value, second)); }

private:
    HashedWords& words_;
    std::size_t word_ = 0;
};

// The letters as they are written: capitals X, others x, figures 0, runs of more than two shortened.
std::uint64_t written_shape(std::string_view word)
{
    std::string shape;
    for (const char c : word) {
        const char sign = c >= 'A' && c <= 'Z' ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c >= '0' && c <= '9' ? '0' : c;
        if (shape.size() < 2 || shape.back() != sign || shape[shape.size() - 2] != sign) shape += sign;
    }
    return feature_hash(shape);
}

class Builder {
public:
    Builder(const KnownText& text, const WordClasses& classes, HashedWords& words) : text_(text), tokens_(text.document().tokens()), sheet_(words)
    {
        for (const auto& token : tokens_) classes_.push_back(classes.of(token.normal));
    }

    void put_words(const Without& without)
    {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            sheet_.at(i);
            put_spelling(i);
            if (text_.document().language() == Language::arabic) put_message(i);
            if (!without.contains("classes")) put_classes(i);
            if (!without.contains("roles")) put_roles(i);
        }
    }

    void put_opinion(const Opinion& opinion)
    {
        const std::uint64_t of = feature_hash(opinion.of);
        const auto state = [&](std::size_t i, int by) { return inside(i, by) ? opinion.path[i + static_cast<std::size_t>(by)] : 255U; };
        const std::size_t states = opinion.labels->states();
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            sheet_.at(i);
            for (int by = -2; by <= 2; ++by) sheet_.put(feature_join(of, static_cast<std::uint64_t>(by + 2)), state(i, by));
            sheet_.put(of + 10, state(i, -1), state(i, 0));
            sheet_.put(of + 11, state(i, 0), state(i, 1));
            sheet_.put(of + 12, feature_join(state(i, -1), state(i, 0)), state(i, 1));
            sheet_.put(of + 13, state(i, 0), word(i));
            sheet_.put(of + 14, state(i, 0), classes_[i][1]);
            for (std::size_t each = 0; each < states; ++each) {
                constexpr float hardly = 0.1F, likely = 0.5F, sure = 0.9F;
                const float chance = opinion.chances[i * states + each];
                if (chance < hardly) continue;
                sheet_.put(of + 15, each, chance > sure ? 2 : chance > likely ? 1 : 0);
            }
        }
    }

    // How two opinions go together.
    void put_both(const Opinion& a, const Opinion& b)
    {
        const std::uint64_t of = feature_join(feature_hash(a.of), feature_hash(b.of));
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            sheet_.at(i);
            sheet_.put(of, a.path[i], b.path[i]);
            if (i + 1 < tokens_.size()) sheet_.put(of + 1, feature_join(a.path[i], b.path[i]), feature_join(a.path[i + 1], b.path[i + 1]));
        }
    }

    // The noun phrase around a word: its head tells the type, its first words where the span begins.
    void put_phrases(const std::vector<NounPhrase>& phrases, std::uint64_t of)
    {
        for (const auto& phrase : phrases)
            for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
                sheet_.at(i);
                const std::uint64_t place = (i == phrase.first ? 0U : 1U) + (i == phrase.head ? 2U : i > phrase.head ? 4U : 0U);
                sheet_.put(of, place);
                sheet_.put(of + 1, place, stem(phrase.head));
                sheet_.put(of + 2, i == phrase.first, stem(phrase.head));
                for (std::size_t level = 0; level < class_counts.size(); ++level) sheet_.put(of + 3 + level, i == phrase.first, classes_[phrase.head][level]);
                sheet_.put(of + 6, i == phrase.first, understood(phrase.head));
                sheet_.put(of + 7, i == phrase.first, feature_join(word(phrase.first), stem(phrase.head)));
                sheet_.put(of + 8, i == phrase.first, phrase.first > 0 ? word(phrase.first - 1) : 0);
                sheet_.put(of + 9, i == phrase.first, phrase.last < tokens_.size() ? word(phrase.last) : 0);
                sheet_.put(of + 10, i == phrase.first, feature_join(word(phrase.first), classes_[phrase.head][1]));
            }
    }

private:
    bool inside(std::size_t i, int by) const
    {
        const auto at = static_cast<std::ptrdiff_t>(i) + by;
        return at >= 0 && at < static_cast<std::ptrdiff_t>(tokens_.size());
    }
    std::uint64_t word(std::size_t i) const { return feature_hash(tokens_[i].normal); }
    std::uint64_t stem(std::size_t i) const { return text_.words().stem[i]; }
    // Whether the front end or the tagger sees anything there.
    std::uint64_t understood(std::size_t i) const
    {
        return feature_join(text_.roles()[i], text_.context().in_place[i] * 2ULL + text_.context().in_date[i]);
    }

    void put_spelling(std::size_t i)
    {
        const std::string_view written = text_.document().words(i, i + 1), normal = tokens_[i].normal;
        sheet_.put(1, feature_hash(written));
        sheet_.put(2, written_shape(written));
        for (int by = -1; by <= 1; by += 2)
            if (inside(i, by)) {
                const std::size_t other = i + static_cast<std::size_t>(by);
                sheet_.put(by < 0 ? 3 : 4, written_shape(text_.document().words(other, other + 1)));
                sheet_.put(by < 0 ? 5 : 6, written_shape(written), written_shape(text_.document().words(other, other + 1)));
            }
        for (const std::size_t length : {2U, 3U, 4U, 5U}) {
            if (normal.size() <= length) break;
            sheet_.put(10 + length, feature_hash(normal.substr(0, length)));
            sheet_.put(20 + length, feature_hash(normal.substr(normal.size() - length)));
        }
        sheet_.put(30, i == 0 ? 0 : i + 1 == tokens_.size() ? 1 : 2);
    }

    // The sign between a word and the one before: '#' opens a hashtag, '_' goes on with it, and neither is a token.
    char joint(std::size_t i) const
    {
        if (i >= tokens_.size() || tokens_[i].byte_begin == 0) return ' ';
        const char sign = text_.document().text()[tokens_[i].byte_begin - 1];
        return sign == '#' || sign == '_' ? sign : ' ';
    }

    // Arabic messages: where in a hashtag a word stands, and what it is behind its clitics.
    void put_message(std::size_t i)
    {
        const auto here = static_cast<std::uint64_t>(joint(i)), next = static_cast<std::uint64_t>(joint(i + 1));
        const std::uint64_t joints = feature_join(here, next), before = i == 0 ? 0 : static_cast<std::uint64_t>(joint(i - 1));
        sheet_.put(300, joints);
        sheet_.put(301, joints, word(i));
        sheet_.put(302, feature_join(before, joints), i + 2 < tokens_.size() ? static_cast<std::uint64_t>(joint(i + 2)) : 0);
        sheet_.put(303, joints, text_.context().in_place[i]);
        sheet_.put(304, joints, classes_[i][1]);
        if (here == '_') sheet_.put(305, word(i), word(i - 1));
        if (next == '_') sheet_.put(306, word(i), word(i + 1));
        const std::string_view normal = tokens_[i].normal;
        for (std::size_t bytes = 6; bytes <= 10 && bytes < normal.size(); bytes += 2) {
            sheet_.put(310 + bytes, feature_hash(normal.substr(0, bytes)));
            sheet_.put(330 + bytes, feature_hash(normal.substr(normal.size() - bytes)));
        }
        put_said(i);
        if (!tokens_[i].arabic) return;
        for (const auto& split : text::clitic_splits(normal)) {
            sheet_.put(307, feature_hash(split.bare));
            sheet_.put(308, split.letters, split.article);
        }
        for (int by = -2; by <= 2; ++by)
            if (by != 0 && inside(i, by)) sheet_.put(350 + static_cast<std::uint64_t>(by + 2), feature_hash(text::clitic_splits(tokens_[i + static_cast<std::size_t>(by)].normal).front().bare));
    }

    // Whether the message has said a word before: some sets mark a name once.
    void put_said(std::size_t i)
    {
        const auto said = [&](std::size_t at, std::size_t length) -> std::uint64_t {
            if (at + length > tokens_.size()) return 2;
            for (std::size_t k = 0; k < at; ++k) {
                std::size_t same = 0;
                while (same < length && tokens_[k + same].normal == tokens_[at + same].normal) ++same;
                if (same == length) return 1;
            }
            return 0;
        };
        const std::uint64_t one = said(i, 1), with_next = said(i, 2), with_last = i == 0 ? 2 : said(i - 1, 2);
        sheet_.put(370, one, feature_join(with_last, with_next));
        sheet_.put(371, one, word(i));
        sheet_.put(372, one, text_.context().in_place[i]);
    }

    void put_classes(std::size_t i)
    {
        for (std::size_t level = 0; level < class_counts.size(); ++level) {
            const std::uint64_t name = 100 + level * 20;
            const auto at = [&](int by) -> std::uint64_t { return inside(i, by) ? classes_[i + static_cast<std::size_t>(by)][level] : 9999; };
            for (int by = -2; by <= 2; ++by) sheet_.put(name + static_cast<std::uint64_t>(by + 2), at(by));
            sheet_.put(name + 5, at(-1), at(0));
            sheet_.put(name + 6, at(0), at(1));
            sheet_.put(name + 7, at(-1), at(1));
            sheet_.put(name + 8, at(0), tokens_[i].capital);
        }
    }

    void put_roles(std::size_t i)
    {
        const auto at = [&](int by) -> std::uint64_t { return inside(i, by) ? text_.roles()[i + static_cast<std::size_t>(by)] : 1U << 31U; };
        for (int by = -1; by <= 1; ++by) sheet_.put(200 + static_cast<std::uint64_t>(by + 1), at(by));
        sheet_.put(203, at(-1), at(0));
        sheet_.put(204, at(0), at(1));
    }

    const KnownText& text_;
    const std::vector<text::Token>& tokens_;
    std::vector<WordClass> classes_;
    Sheet sheet_;
};

const Opinion* named(const std::vector<Opinion>& opinions, std::string_view name)
{
    const auto found = std::find_if(opinions.begin(), opinions.end(), [&](const Opinion& each) { return each.of == name; });
    return found == opinions.end() ? nullptr : &*found;
}

}  // namespace

HashedWords word_features(const KnownText& text, const WordClasses& classes, const Without& without)
{
    HashedWords words(text.document().tokens().size());
    constexpr std::size_t of_words = 21;  // tag_features puts those of words first, those of what the front end found after them
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto seen = text.features().of(i);
        if (without.contains("front")) seen = seen.first(std::min(seen.size(), of_words));
        words[i].assign(seen.begin(), seen.end());
    }
    Builder(text, classes, words).put_words(without);
    return words;
}

HashedWords span_features(const KnownText& text, const WordClasses& classes, const HashedWords& words, const std::vector<Opinion>& opinions, const Without& without)
{
    HashedWords out = words;
    Builder builder(text, classes, out);
    for (const auto& opinion : opinions) builder.put_opinion(opinion);
    const Opinion* tags = named(opinions, "word_class");
    const Opinion* entities = named(opinions, "entities");
    if (tags && entities) builder.put_both(*tags, *entities);
    if (without.contains("heads")) return out;
    if (tags) builder.put_phrases(noun_phrases(*tags, text.document()), 0x1000);
    if (tags && entities) builder.put_phrases(phrases_of(*entities, *tags, text.document()), 0x2000);
    return out;
}

}  // namespace sitrep::spans
