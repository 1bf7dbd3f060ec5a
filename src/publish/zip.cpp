#include "publish/zip.hpp"

#include <array>
#include <cstdint>

namespace sitrep::publish {
namespace {

/// CRC-32 of ISO 3309, as ZIP wants it.
std::uint32_t checksum(std::string_view bytes)
{
    static constexpr auto table = [] {
        constexpr std::uint32_t reversed_polynomial = 0xEDB88320;
        std::array<std::uint32_t, 256> out{};
        for (std::uint32_t i = 0; i < out.size(); ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? (value >> 1) ^ reversed_polynomial : value >> 1;
            out[i] = value;
        }
        return out;
    }();
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFF;
}

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += char((value >> (8 * i)) & 0xFF);
}

constexpr std::uint32_t member_mark = 0x04034B50, entry_mark = 0x02014B50, end_mark = 0x06054B50;
constexpr std::uint16_t version = 20, names_in_utf8 = 0x0800, first_day = 0x0021;  // 1980-01-01

// What the member's own header and its entry in the directory have in common.
void put_frame(std::string& out, const ZipMember& member, std::uint32_t crc)
{
    put(out, names_in_utf8, 2);
    put(out, 0, 2);  // stored
    put(out, 0, 2);  // midnight
    put(out, first_day, 2);
    put(out, crc, 4);
    put(out, member.bytes.size(), 4);
    put(out, member.bytes.size(), 4);
    put(out, member.name.size(), 2);
    put(out, 0, 2);  // no extra field
}

}  // namespace

std::string zip_of(const std::vector<ZipMember>& members)
{
    std::string out, directory;
    for (const ZipMember& member : members) {
        const auto crc = checksum(member.bytes);
        put(directory, entry_mark, 4);
        put(directory, version, 2);
        put(directory, version, 2);
        put_frame(directory, member, crc);
        put(directory, 0, 2);  // no remark
        put(directory, 0, 2);  // first disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, out.size(), 4);
        directory += member.name;
        put(out, member_mark, 4);
        put(out, version, 2);
        put_frame(out, member, crc);
        out += member.name;
        out += member.bytes;
    }
    const auto begin = out.size();
    out += directory;
    put(out, end_mark, 4);
    put(out, 0, 4);
    put(out, members.size(), 2);
    put(out, members.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace sitrep::publish
