// Public sets of sentences with typed spans, read into one form. Of the sets only what is counted here enters a model; no text is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"

namespace sitrep::spans {

/// Code points, end exclusive.
struct TypedSpan {
    std::uint32_t start = 0, end = 0;
    std::string type;
    friend bool operator==(const TypedSpan&, const TypedSpan&) = default;
};

/// One sentence; its spans do not overlap and stand in the order of the text.
struct LabelledText {
    std::string id, text;
    std::vector<TypedSpan> spans;
    std::optional<std::size_t> part = {};  ///< of its set, where the set keeps alike texts together
};

/// What is read out of a treebank in CoNLL-U.
enum class TreebankPart : std::uint8_t {
    word_class,  ///< a span a word: its Penn tag (column XPOS)
    entities     ///< the outermost nominal mentions that people, places, bodies, times and things have in GUM (Zeldes 2017)
};

/// One JSON object a line with "id", "text", "spans" and perhaps "part". Throws std::runtime_error naming the file and line of a fault, as do all here.
std::vector<LabelledText> read_json_lines(const std::string& path);
/// A word and its label (IO or BIO) a line, sentences between empty lines.
std::vector<LabelledText> read_columns(const std::string& path);
std::vector<LabelledText> read_treebank(const std::string& path, TreebankPart part);
/// The words alone of any file of public or own text that holds one: JSON lines ("text", "doctext", or this project's markup), CoNLL-U or columns (.txt).
/// Of this project's texts those in the language.
std::vector<std::string> read_words(const std::string& path, Language language);

/// With spaces around every hyphen between letters, as the sets of sentences are written.
std::string apart(std::string_view text);

std::string to_json_line(const LabelledText& text);

}  // namespace sitrep::spans
