// Originals and texts are kept compressed (zstd), the text against its own original, of which it is mostly a part.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace sitrep::store {

/// Working memory of the compressor, made once and used for every document.
class Compression {
public:
    Compression();
    ~Compression();
    /// The view is good until the next call.
    std::string_view packed(std::string_view bytes, std::string_view prefix);
    /// Throws LibraryError when the bytes are damaged. `prefix` as it was when they were packed.
    std::string unpacked(std::string_view packed, std::string_view prefix) const;

private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
        void operator()(ZSTD_DCtx_s* context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> compress_;
    std::unique_ptr<ZSTD_DCtx_s, Free> decompress_;
    std::string buffer_;
};

}  // namespace sitrep::store
