// Input may be broken: a bad document is a value, never an exception.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace sitrep {

/// Why one piece of input was refused, in words a person can act on.
struct BadInput {
    std::string where;  ///< what a person would search for: file, line, URL, archive member
    std::string why;
    friend bool operator==(const BadInput&, const BadInput&) = default;
};

/// A value, or the reason the input gave none. A run that cannot go on throws instead.
template <class T>
using Result = tl::expected<T, BadInput>;

inline tl::unexpected<BadInput> bad_input(std::string where, std::string why)
{
    return tl::unexpected<BadInput>(BadInput{std::move(where), std::move(why)});
}

}  // namespace sitrep
