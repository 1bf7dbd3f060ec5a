#include "understand/phrases.hpp"

#include <algorithm>

namespace sitrep::understand {

namespace {

constexpr std::uint32_t gap_tokens_max = 3;

bool ends_a_gap(const text::Token& token)
{
    if (token.kind != text::TokenKind::punctuation) return false;
    return token.normal != "-" && token.normal != "\"" && token.normal != "'" && token.normal != "(" && token.normal != ")";
}

}  // namespace

WordId Vocabulary::add(std::string_view word)
{
    return ids_.put(word, static_cast<WordId>(ids_.size() + 1));
}

WordId Vocabulary::find(std::string_view word) const
{
    const WordId* id = ids_.find(word);
    return id == nullptr ? unknown_word : *id;
}

std::vector<WordId> Vocabulary::of(const text::Document& document) const
{
    std::vector<WordId> ids;
    ids.reserve(document.tokens().size());
    for (const text::Token& token : document.tokens()) ids.push_back(find(token.normal));
    return ids;
}

PhraseTable::PhraseTable(Vocabulary& vocabulary) : vocabulary_(&vocabulary), nodes_(1) {}

std::uint32_t PhraseTable::child(std::uint32_t node, WordId word) const
{
    if (node == 0) return word < begins_.size() ? begins_[word] : 0;
    const auto& edges = nodes_[node].edges;
    const auto edge = std::lower_bound(edges.begin(), edges.end(), word, [](const Edge& each, WordId wanted) { return each.word < wanted; });
    return edge == edges.end() || edge->word != word ? 0 : edge->node;
}

std::uint32_t PhraseTable::child_or_new(std::uint32_t node, WordId word)
{
    if (const std::uint32_t known = child(node, word)) return known;
    const auto added = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    if (node == 0) {
        if (begins_.size() <= word) begins_.resize(word + 1, 0);
        begins_[word] = added;
        return added;
    }
    auto& edges = nodes_[node].edges;
    edges.insert(std::lower_bound(edges.begin(), edges.end(), word, [](const Edge& each, WordId wanted) { return each.word < wanted; }), {word, added});
    return added;
}

void PhraseTable::add(const std::vector<std::vector<Alternative>>& positions, std::uint32_t entry)
{
    add_from(positions, 0, 0, 0, entry);
}

void PhraseTable::add_from(const std::vector<std::vector<Alternative>>& positions, std::size_t position, std::uint32_t node, std::uint8_t form,
                           std::uint32_t entry)
{
    if (position == positions.size()) {
        if (nodes_[node].entry_plus_one == 0) {
            nodes_[node].entry_plus_one = entry + 1;
            nodes_[node].form = form;
        }
        return;
    }
    for (const Alternative& alternative : positions[position]) {
        const std::uint8_t now = alternative.form ? alternative.form : form;
        if (alternative.word == "~") {
            if (nodes_[node].gap == 0) {
                nodes_.emplace_back();
                nodes_[node].gap = static_cast<std::uint32_t>(nodes_.size() - 1);
            }
            add_from(positions, position + 1, nodes_[node].gap, now, entry);
            continue;
        }
        const WordId word = vocabulary_->add(alternative.word);
        add_from(positions, position + 1, child_or_new(node, word), now, entry);
    }
}

struct PhraseTable::Walk {
    const PhraseTable& table;
    const text::Document& document;
    const std::vector<WordId>& ids;
    std::uint32_t sentence_end;
    Hit best{};

    void from(std::uint32_t node, std::uint32_t token)
    {
        const Node& here = table.nodes_[node];
        if (here.entry_plus_one && token > best.last) {
            best.last = token;
            best.entry = here.entry_plus_one - 1;
            best.form = here.form;
        }
        if (token < sentence_end && ids[token] != unknown_word)
            if (const std::uint32_t next = table.child(node, ids[token])) from(next, token + 1);
        if (here.gap == 0) return;
        for (std::uint32_t skipped = 0; skipped <= gap_tokens_max && token + skipped < sentence_end; ++skipped) {
            if (skipped > 0 && ends_a_gap(document.tokens()[token + skipped - 1])) break;
            from(here.gap, token + skipped);
        }
    }
};

std::optional<Hit> PhraseTable::longest_at(const text::Document& document, const std::vector<WordId>& ids, std::uint32_t token, std::uint32_t sentence_end) const
{
    const std::uint32_t begin = ids[token] == unknown_word ? 0 : child(0, ids[token]);
    if (begin == 0) return std::nullopt;
    Walk walk{.table = *this, .document = document, .ids = ids, .sentence_end = sentence_end};
    walk.from(begin, token + 1);
    if (walk.best.last == 0) return std::nullopt;
    walk.best.first = token;
    return walk.best;
}

std::optional<Hit> PhraseTable::find_at(const text::Document& document, const std::vector<WordId>& ids, std::uint32_t token) const
{
    return longest_at(document, ids, token, document.sentences()[document.sentence_of(token)].last);
}

std::vector<Hit> PhraseTable::find(const text::Document& document, const std::vector<WordId>& ids) const
{
    std::vector<Hit> hits;
    for (const text::Sentence& sentence : document.sentences()) {
        for (std::uint32_t token = sentence.first; token < sentence.last;) {
            const auto hit = longest_at(document, ids, token, sentence.last);
            token = hit ? hit->last : token + 1;
            if (hit) hits.push_back(*hit);
        }
    }
    return hits;
}

std::vector<std::string_view> split_field(std::string_view field, char separator)
{
    std::vector<std::string_view> parts;
    while (!field.empty()) {
        const std::size_t end = std::min(field.find(separator), field.size());
        std::string_view part = field.substr(0, end);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && (part.back() == ' ' || part.back() == '\r')) part.remove_suffix(1);
        if (!part.empty()) parts.push_back(part);
        field.remove_prefix(std::min(end + 1, field.size()));
    }
    return parts;
}

std::vector<std::vector<std::string_view>> lexicon_rows(std::string_view text)
{
    std::vector<std::vector<std::string_view>> rows;
    for (const std::string_view line : split_field(text, '\n')) {
        if (line.front() == '#') continue;
        std::vector<std::string_view> fields;
        std::string_view rest = line;
        while (true) {
            const std::size_t end = std::min(rest.find('\t'), rest.size());
            fields.push_back(rest.substr(0, end));
            if (end == rest.size()) break;
            rest.remove_prefix(end + 1);
        }
        rows.push_back(std::move(fields));
    }
    return rows;
}

}  // namespace sitrep::understand
