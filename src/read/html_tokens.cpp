#include "read/html_tokens.hpp"

#include "read/ascii.hpp"
#include "text/utf8.hpp"

#include <libxml/HTMLparser.h>

#include <charconv>

namespace sitrep::read {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::size_t found_or_end(std::string_view text, std::size_t found) { return found == std::string_view::npos ? text.size() : found; }

// The code point of "#1234" or "#x4d2" or a name; 0 when it is none.
char32_t referred_to(std::string_view name)
{
    constexpr char32_t last_code_point = 0x10FFFF;
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hex = name.starts_with('x') || name.starts_with('X');
        name.remove_prefix(hex ? 1 : 0);
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
        const bool whole = error == std::errc{} && end == name.data() + name.size();
        const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
        return whole && value <= last_code_point && !surrogate && (value >= 0x20 || value == '\n' || value == '\t') ? value : 0;
    }
    if (name == "apos") {
        return U'\'';
    }
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    return entity != nullptr ? entity->value : 0;
}

}  // namespace

std::string with_references_read(std::string_view text)
{
    constexpr std::size_t name_bytes_max = 10;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t ampersand = found_or_end(text, text.find('&', at));
        out.append(text.substr(at, ampersand - at));
        at = ampersand;
        if (at == text.size()) {
            break;
        }
        const std::size_t semicolon = text.substr(at, name_bytes_max + 2).find(';');
        const char32_t value = semicolon == std::string_view::npos ? 0 : referred_to(text.substr(at + 1, semicolon - 1));
        if (value == 0) {
            out += '&';
            ++at;
        } else {
            text::append_code_point(out, value);
            at += semicolon + 1;
        }
    }
    return out;
}

const HtmlToken& HtmlTokens::next()
{
    token_.attributes.clear();
    token_.literal = false;
    if (raw_ != Tag::other) {
        return raw_text();
    }
    while (at_ < page_.size()) {
        const std::size_t angle = found_or_end(page_, page_.find('<', at_));
        if (angle > at_) {
            return text_until(angle);
        }
        if (page_.substr(at_).starts_with("<![CDATA[")) {
            const std::size_t begin = at_ + std::string_view("<![CDATA[").size();
            const std::size_t end = found_or_end(page_, page_.find("]]>", begin));
            at_ = std::min(end + 3, page_.size());
            token_.kind = HtmlToken::Kind::text;
            token_.text = page_.substr(begin, end - begin);
            token_.literal = true;
            return token_;
        }
        if (take_markup()) {
            continue;
        }
        if (take_tag()) {
            return token_;
        }
        return text_until(found_or_end(page_, page_.find('<', at_ + 1)));  // a "<" that begins nothing
    }
    token_.kind = HtmlToken::Kind::finished;
    return token_;
}

const HtmlToken& HtmlTokens::text_until(std::size_t end)
{
    token_.kind = HtmlToken::Kind::text;
    token_.text = page_.substr(at_, end - at_);
    at_ = end;
    return token_;
}

// Comments, declarations and processing instructions say nothing.
bool HtmlTokens::take_markup()
{
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
        const std::size_t end = rest.find("-->", 4);
        at_ += end == std::string_view::npos ? rest.size() : end + 3;
        return true;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?")) {
        at_ += std::min(found_or_end(rest, rest.find('>')) + 1, rest.size());
        return true;
    }
    return false;
}

bool HtmlTokens::take_tag()
{
    constexpr std::size_t name_bytes_max = 32;
    const bool ends = at_ + 1 < page_.size() && page_[at_ + 1] == '/';
    const std::size_t begin = at_ + (ends ? 2 : 1);
    if (begin >= page_.size() || !is_letter(page_[begin])) {
        return false;
    }
    const std::size_t end = found_or_end(page_, page_.find_first_of(" \t\r\n\f/>", begin));
    const std::string name = end - begin <= name_bytes_max ? lowered(page_.substr(begin, end - begin)) : std::string();
    token_.kind = ends ? HtmlToken::Kind::end : HtmlToken::Kind::start;
    token_.tag = tag_from(name);
    at_ = end;
    take_attributes();
    if (!ends && is_raw(token_.tag)) {
        raw_ = token_.tag;
        raw_name_ = name;
    }
    return true;
}

void HtmlTokens::take_attributes()
{
    while (at_ < page_.size()) {
        while (at_ < page_.size() && (is_blank(page_[at_]) || page_[at_] == '/')) {
            ++at_;
        }
        if (at_ == page_.size() || page_[at_] == '>') {
            at_ = std::min(at_ + 1, page_.size());
            return;
        }
        const std::size_t name_begin = at_;
        at_ = found_or_end(page_, page_.find_first_of(" \t\r\n\f/>=", at_ + 1));
        Attribute attribute{page_.substr(name_begin, at_ - name_begin), {}};
        const std::size_t sign = found_or_end(page_, page_.find_first_not_of(" \t\r\n\f", at_));
        if (sign < page_.size() && page_[sign] == '=') {
            at_ = found_or_end(page_, page_.find_first_not_of(" \t\r\n\f", sign + 1));
            const char quote = at_ < page_.size() ? page_[at_] : '\0';
            const bool quoted = quote == '"' || quote == '\'';
            const std::size_t value_begin = at_ + (quoted ? 1 : 0);
            const std::size_t value_end = found_or_end(page_, quoted ? page_.find(quote, value_begin) : page_.find_first_of(" \t\r\n\f>", value_begin));
            if (value_begin <= page_.size()) {
                attribute.value = page_.substr(value_begin, value_end - value_begin);
            }
            at_ = std::min(value_end + (quoted ? 1 : 0), page_.size());
        }
        if (token_.attributes.size() < attributes_max) {
            token_.attributes.push_back(attribute);
        }
    }
}

// Everything up to the end tag of the same name, which is found without regard to case.
const HtmlToken& HtmlTokens::raw_text()
{
    std::size_t end = at_;
    for (;; ++end) {
        end = found_or_end(page_, page_.find("</", end));
        if (end == page_.size() || lowered(page_.substr(end + 2, raw_name_.size())) == raw_name_) {
            break;
        }
    }
    token_.kind = HtmlToken::Kind::text;
    token_.tag = raw_;
    token_.literal = raw_ == Tag::script || raw_ == Tag::style;
    raw_ = Tag::other;
    return text_until(end);
}

}  // namespace sitrep::read
