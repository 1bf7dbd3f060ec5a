#include "read/run.hpp"

#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::read {

Run::Run(const Options& options, const Sink& sink, std::function<std::uint64_t()> packed)
    : options_(options), sink_(sink), packed_(std::move(packed))
{
    checked_ = [this](Result<Received> received) {
        if (stopped_) return false;
        if (received && received->report.document.size() > report_text_bytes_max) {
            received = bad_input(received->original.origin,
                                 fmt::format("its text is longer than {} MiB. If it holds many reports, split it into one file each, or into JSON lines",
                                             report_text_bytes_max / mebibyte));
        }
        if (!received && ++refused_ > refusals_told_max) return true;
        if (!sink_(std::move(received))) stopped_ = true;
        return !stopped_;
    };
}

void Run::refuse(std::string where, std::string why) { checked_(bad_input(std::move(where), std::move(why))); }

bool Run::unpacked(std::uint64_t bytes)
{
    unpacked_ += bytes;
    return unpacked_ <= unpacked_bytes_free || unpacked_ / unpacked_ratio_max <= packed_();
}

bool Run::would_burst(std::uint64_t bytes) const { return bytes > unpacked_bytes_free && bytes / unpacked_ratio_max > packed_(); }

void Run::burst(const std::string& where)
{
    if (stopped_) return;
    sink_(bad_input(where, fmt::format("it unpacks to more than {} times its size, as only files made to do harm do. "
                                       "What was read before is kept; if you trust it, unpack it yourself and read the folder",
                                       unpacked_ratio_max)));
    stopped_ = true;
}

void Run::end(const std::string& origin)
{
    if (refused_ > refusals_told_max)
        sink_(bad_input(origin, fmt::format("{} more of its lines or parts were refused, for reasons like those above. Put the first ones right and read it again",
                                            refused_ - refusals_told_max)));
}

std::string one_line(std::string_view name)
{
    std::string line = text::to_valid_utf8(name);
    std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

}  // namespace sitrep::read
