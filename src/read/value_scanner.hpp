// Inside read/: where JSON values end in a stream of bytes.
#pragma once

#include <cstddef>

namespace sitrep::read {

/// Finds where JSON values end, by brackets and strings alone: whether they are good JSON is for the reader to say.
class ValueScanner {
public:
    /// True with the byte that closes a value of the outermost level (`array`: inside the one outer array).
    bool closes(char c, bool array)
    {
        if (in_string_) {
            if (escaped_) escaped_ = false;
            else if (c == '\\') escaped_ = true;
            else if (c == '"') in_string_ = false;
            return false;
        }
        if (c == '"') in_string_ = true;
        if (c == '{' || c == '[') ++depth_;
        if (c != '}' && c != ']') return false;
        if (depth_ > 0) --depth_;
        return depth_ == (array ? 1 : 0) && c == '}';
    }
    std::size_t depth() const { return depth_; }

private:
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

}  // namespace sitrep::read
