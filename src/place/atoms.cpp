#include "place/atoms.hpp"

#include <algorithm>

namespace sitrep::place {
namespace {

constexpr std::string_view dash = "-";

bool is_dash(std::string_view words) { return words == dash || words == "–" || words == "—" || words == "/" || words == "ـ"; }

/// ASCII capitals and those of Latin-1 and Latin Extended-A, which lie at even code points or in C3 80..9E.
bool begins_with_capital(std::string_view written)
{
    if (written.empty()) return false;
    const auto a = static_cast<unsigned char>(written[0]);
    if (a >= 'A' && a <= 'Z') return true;
    if (written.size() < 2) return false;
    const auto b = static_cast<unsigned char>(written[1]);
    return (a == 0xC3 && b >= 0x80 && b <= 0x9E) || ((a == 0xC4 || a == 0xC5) && b % 2 == 0) || (a == 0xE1 && b >= 0xB8);
}

std::uint32_t code_points(std::string_view text)
{
    std::uint32_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

/// The cue of a word; an Arabic one may stand behind و ف and ب ل ك ("وبريف").
void read_cue(Atom& atom)
{
    constexpr std::size_t letter_bytes = 2;
    constexpr std::size_t shortest_cue_bytes = 2 * letter_bytes;
    atom.cue = cue_of(atom.normal);
    atom.cue_trim = 0;
    if (atom.cue != Cue::none || !atom.arabic) return;
    auto rest = atom.normal;
    for (std::uint32_t trim = 1; trim <= 2 && rest.size() >= letter_bytes + shortest_cue_bytes; ++trim) {
        const auto letter = rest.substr(0, letter_bytes);
        const bool conjunction = letter == "و" || letter == "ف";
        const bool preposition = letter == "ب" || letter == "ل" || letter == "ك";
        if (!preposition && !(conjunction && trim == 1)) return;
        rest.remove_prefix(letter_bytes);
        if (const auto cue = cue_of(rest); cue != Cue::none) {
            atom.cue = cue;
            atom.cue_trim = trim;
            return;
        }
    }
}

/// The parts of a token between its hyphens; one part where written and normal form do not have the same hyphens.
void add_word(const text::Document& document, const text::Token& token, Atom atom, std::vector<Atom>& atoms)
{
    const auto written = document.text().substr(token.byte_begin, token.byte_end - token.byte_begin);
    std::size_t written_at = 0;
    std::size_t normal_at = 0;
    std::uint32_t begin = token.begin;
    while (true) {
        const auto written_end = written.find('-', written_at);
        const auto normal_end = token.normal.find('-', normal_at);
        const bool last = written_end == std::string_view::npos || normal_end == std::string_view::npos;
        const auto part = written.substr(written_at, last ? std::string_view::npos : written_end - written_at);
        atom.begin = begin;
        atom.end = last ? token.end : begin + code_points(part);
        atom.normal = token.normal.substr(normal_at, last ? std::string_view::npos : normal_end - normal_at);
        atom.capital = begins_with_capital(part);
        read_cue(atom);
        atom.demonym = atom.capital || atom.arabic ? demonym_country(atom.normal) : std::string_view{};
        if (!atom.normal.empty() && atom.begin < atom.end) atoms.push_back(atom);
        if (last) return;
        written_at = written_end + dash.size();
        normal_at = normal_end + dash.size();
        begin = atom.end + 1;
        atom.joined = true;
        atom.first = false;
    }
}

/// Counts hashtags: "#" and "_" are no tokens, so that "#حفر_الباطن" is two words of one hashtag.
class Hashtags {
public:
    explicit Hashtags(std::string_view text) : text_(text) {}

    std::uint32_t of(const text::Token& token)
    {
        const auto between = text_.substr(end_, token.byte_begin - end_);
        const bool goes_on = inside_ && between.find_first_not_of('_') == std::string_view::npos;
        const bool opens = token.byte_begin > 0 && text_[token.byte_begin - 1] == '#';
        inside_ = (opens || goes_on) && (token.kind == text::TokenKind::word || token.kind == text::TokenKind::number);
        end_ = token.byte_end;
        if (opens && inside_) ++count_;
        return inside_ ? count_ : 0;
    }

private:
    std::string_view text_;
    std::size_t end_ = 0;
    std::uint32_t count_ = 0;
    bool inside_ = false;
};

}  // namespace

std::vector<Atom> atoms_of(const text::Document& document)
{
    std::vector<Atom> atoms;
    atoms.reserve(document.tokens().size() + document.tokens().size() / 8);
    std::uint32_t number = 0;
    Hashtags hashtags(document.text());
    for (const auto& sentence : document.sentences()) {
        bool first = true;
        for (auto i = sentence.first; i < sentence.last; ++i) {
            const auto& token = document.tokens()[i];
            Atom atom;
            atom.sentence = number;
            atom.hashtag = hashtags.of(token);
            atom.arabic = token.arabic;
            atom.word = token.kind == text::TokenKind::word || token.kind == text::TokenKind::number;
            atom.number = token.kind == text::TokenKind::number;
            atom.all_caps = token.all_caps;
            atom.first = first && atom.word;
            if (atom.word) first = false;
            atom.possessive = token.normal == "'s" || token.normal == "’s";
            if (atom.word && !atom.possessive) {
                add_word(document, token, atom, atoms);
                continue;
            }
            atom.word = false;
            atom.begin = token.begin;
            atom.end = token.end;
            atom.normal = token.normal;
            atom.dash = is_dash(token.normal);
            atom.comma = token.normal == "," || token.normal == "،" || token.normal == "(";
            atoms.push_back(atom);
        }
        ++number;
    }
    return atoms;
}

void give_capitals(std::vector<Atom>& atoms, std::vector<Span> names)
{
    std::ranges::sort(names);
    auto next = names.begin();
    std::uint32_t reach = 0;  // the furthest end of the names that have begun: a long text with many names is gone through once
    for (auto& atom : atoms) {
        for (; next != names.end() && next->start <= atom.begin; ++next) reach = std::max(reach, next->end);
        if (!atom.word || atom.arabic) continue;
        atom.demonym = demonym_country(atom.normal);
        const bool may_be_name = atom.cue == Cue::none || is_everyday(atom.cue);
        if (may_be_name && !atom.number && atom.end <= reach) atom.capital = true;
    }
}

}  // namespace sitrep::place
