// Inside read/: the reading of one input, whatever is packed into it.
#pragma once

#include "read/bounds.hpp"
#include "read/buffered.hpp"
#include "read/parts.hpp"

#include <functional>
#include <string>

namespace sitrep::read {

/// What is known of some bytes before they are read; as in Piece.
struct Frame {
    std::string origin;
    std::string name;
    std::string url;
    std::string content_type;
};

/// One input on its way to the sink, with the bounds that all its layers share.
class Run {
public:
    /// `packed` says how many bytes of the outermost input have been read. All three must outlive the run.
    Run(const Options& options, const Sink& sink, std::function<std::uint64_t()> packed);

    const Options& options() const { return options_; }
    /// For the readers of single documents; refuses reports with more words than report_text_bytes_max.
    const Sink& sink() const { return checked_; }
    void refuse(std::string where, std::string why);
    /// After the last byte: says how many refusals were not told one by one.
    void end(const std::string& origin);
    /// True when nobody wants more, or a bound of the whole input was hit.
    bool stopped() const { return stopped_; }

    /// Counts bytes that a filter or archive gave; false when they are too many for what was read.
    bool unpacked(std::uint64_t bytes);
    /// True when an archive that declares so many bytes for one member should not be unpacked at all.
    bool would_burst(std::uint64_t bytes) const;
    /// Gives up the whole input, for one reason.
    void burst(const std::string& where);

    int depth = 0;  ///< of archives and compressed files around what is being read

private:
    const Options& options_;
    const Sink& sink_;
    std::function<std::uint64_t()> packed_;
    Sink checked_;
    std::uint64_t unpacked_ = 0;
    std::size_t refused_ = 0;
    bool stopped_ = false;
};

/// Tells the type from the first bytes and reads it all: documents whole, long inputs piece by piece, packed ones layer by layer.
void read_stream(Buffered& in, const Frame& frame, Run& run);

// The layers and the long inputs, each in its own .cpp.
void read_compressed(Buffered& in, const Frame& frame, Run& run);
void read_archive(Buffered& in, const Frame& frame, Run& run);
void read_warc(Buffered& in, const Frame& frame, Run& run);
void read_mbox(Buffered& in, const Frame& frame, Run& run);
void cut_json(Buffered& in, const Frame& frame, Run& run);  ///< JSON lines; also one JSON array, or objects over several lines
void cut_rows(Buffered& in, const Frame& frame, Run& run);  ///< CSV
bool cut_telegram(Buffered& in, const Frame& frame, Run& run);  ///< false, and nothing taken, where it cannot be cut
void read_message(std::string_view bytes, const Frame& frame, Run& run);  ///< e-mail

/// Told from the first bytes of an input; `whole` when there are no more.
PieceType detect_prefix(std::string_view bytes, bool whole, const Frame& frame);

/// ICU's name of the encoding that decode() would choose; empty for plain ASCII, in which nothing shows it.
std::string encoding_of(std::string_view bytes, std::string_view declared);

/// A name as given by a stranger, fit to be printed: valid UTF-8 without line ends.
std::string one_line(std::string_view name);

/// "application/json; charset=utf-8" → "utf-8"; empty when none is declared.
std::string charset_of(std::string_view content_type);

/// Bytes of a gzip, zlib or raw deflate stream as HTTP sends it, or why they could not be unpacked.
tl::expected<std::string, std::string> inflate(std::string_view bytes, std::string_view encoding, const std::string& origin, Run& run);

}  // namespace sitrep::read
