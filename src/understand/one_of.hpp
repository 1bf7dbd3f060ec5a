// Whether a word is one of a short list.
#pragma once

#include <algorithm>
#include <string_view>

namespace sitrep::understand {

/// `words` is a handful: they are compared one by one.
template <class Words>
bool is_one_of(const Words& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace sitrep::understand
