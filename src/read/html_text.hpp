// Inside read/: running text gathered line by line, blanks collapsed, no empty lines.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::read {

class TextLines {
public:
    void add(std::string_view text)
    {
        constexpr std::string_view no_break_space = "\u00A0";
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space_due_ = true;
            } else if (text.substr(at).starts_with(no_break_space)) {
                space_due_ = true;
                ++at;
            } else {
                put(c);
            }
        }
    }
    /// What follows stands on a new line.
    void end_line()
    {
        line_due_ = !text_.empty();
        space_due_ = false;
    }
    bool empty() const { return text_.empty(); }
    std::string take() { return std::move(text_); }

private:
    void put(char c)
    {
        if (line_due_) {
            text_ += '\n';
        } else if (space_due_ && !text_.empty()) {
            text_ += ' ';
        }
        line_due_ = false;
        space_due_ = false;
        text_ += c;
    }

    std::string text_;
    bool space_due_ = false;
    bool line_due_ = false;
};

}  // namespace sitrep::read
