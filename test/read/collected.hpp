// What a reader makes of some bytes: its reports and its refusals.
#pragma once

#include "read/parts.hpp"

#include <string>
#include <vector>

namespace sitrep::read {

struct Collected {
    std::vector<Received> reports;
    std::vector<BadInput> refusals;
};

using Reader = void (*)(Piece, const Options&, const Sink&);

inline Collected collected_by(Reader reader, Piece piece, const Options& options = {})
{
    Collected collected;
    reader(std::move(piece), options, [&](Result<Received> received) {
        if (received) {
            collected.reports.push_back(std::move(*received));
        } else {
            collected.refusals.push_back(received.error());
        }
        return true;
    });
    return collected;
}

inline Piece piece_with(std::string bytes, std::string name = "input")
{
    return Piece{.origin = name, .name = name, .url = {}, .content_type = {}, .bytes = std::move(bytes), .header = {}};
}

inline std::string repeated(std::string_view what, std::size_t times)
{
    std::string out;
    out.reserve(what.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        out += what;
    }
    return out;
}

}  // namespace sitrep::read
