// Inside read/: HTML cut into tags and text, in one pass whatever the page is made of.
#pragma once

#include "read/html_tags.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::read {

struct Attribute {
    std::string_view name;   ///< as written
    std::string_view value;  ///< as written, character references not yet read
};

struct HtmlToken {
    enum class Kind : std::uint8_t { text, start, end, finished };
    Kind kind = Kind::finished;
    Tag tag = Tag::other;
    bool literal = false;   ///< text in which references mean nothing: scripts, CDATA
    std::string_view text;  ///< of a text: as written
    std::vector<Attribute> attributes;  ///< of a start tag, at most attributes_max
};

/// Libraries that build the whole tree of a page take quadratic time on hostile ones (a hundred thousand open elements, one tag with a
/// million attributes); this reads each byte once and holds no more than one tag.
class HtmlTokens {
public:
    explicit HtmlTokens(std::string_view page) : page_(page) {}
    /// The next token; valid until the next call.
    const HtmlToken& next();

private:
    static constexpr std::size_t attributes_max = 64;

    const HtmlToken& text_until(std::size_t end);
    bool take_markup();
    bool take_tag();
    void take_attributes();
    std::size_t tag_end_after(std::size_t at) const;
    const HtmlToken& raw_text();

    std::string_view page_;
    std::size_t at_ = 0;
    Tag raw_ = Tag::other;  // inside such an element
    std::string raw_name_;
    HtmlToken token_;
};

/// Text with its character references ("&amp;", "&#x623;", "&rsquo;") read.
std::string with_references_read(std::string_view text);

}  // namespace sitrep::read
