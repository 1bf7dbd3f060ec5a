#include "store/sqlite/compression.hpp"

#include "store/store.hpp"

#include <fmt/core.h>
#include <zstd.h>

namespace sitrep::store {
namespace {

constexpr int level = 1;
constexpr unsigned long long unpacked_bytes_max = 1ull << 31;  // more than any reader lets in: the frame is damaged

std::size_t checked(std::size_t result)
{
    if (ZSTD_isError(result)) throw LibraryError(fmt::format("a compressed text is damaged ({})", ZSTD_getErrorName(result)));
    return result;
}

}  // namespace

void Compression::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }
void Compression::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

Compression::Compression() : compress_(ZSTD_createCCtx()), decompress_(ZSTD_createDCtx())
{
    checked(ZSTD_CCtx_setParameter(compress_.get(), ZSTD_c_compressionLevel, level));
}

Compression::~Compression() = default;

std::string_view Compression::packed(std::string_view bytes, std::string_view prefix)
{
    if (const auto bound = ZSTD_compressBound(bytes.size()); buffer_.size() < bound) buffer_.resize(bound);
    checked(ZSTD_CCtx_refPrefix(compress_.get(), prefix.data(), prefix.size()));
    const auto size = checked(ZSTD_compress2(compress_.get(), buffer_.data(), buffer_.size(), bytes.data(), bytes.size()));
    return std::string_view(buffer_).substr(0, size);
}

std::string Compression::unpacked(std::string_view packed, std::string_view prefix) const
{
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > unpacked_bytes_max) throw LibraryError("a compressed text is damaged (no size)");
    std::string bytes(size, '\0');
    checked(ZSTD_DCtx_refPrefix(decompress_.get(), prefix.data(), prefix.size()));
    const auto written = checked(ZSTD_decompressDCtx(decompress_.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
    if (written != size) throw LibraryError("a compressed text is damaged (too short)");
    return bytes;
}

}  // namespace sitrep::store
