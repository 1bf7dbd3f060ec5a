// The bounds of everything that is read: no input, however made, holds more memory or nests deeper than this.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace sitrep::read {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

/// One document, one message, what one page sends.
inline constexpr std::size_t document_bytes_max = 64 * mebibyte;
/// One line of JSON, one row of a table: eight times the longest text, and parsed in a few times its own room.
inline constexpr std::size_t line_bytes_max = 16 * mebibyte;
/// One web page: a parsed tree takes many times the room of its page.
inline constexpr std::size_t page_bytes_max = 8 * mebibyte;
/// The words of one report: 350,000 words, longer than any report and soon enough understood.
inline constexpr std::size_t report_text_bytes_max = 2 * mebibyte;
/// A text file: the longest report, as UTF-16.
inline constexpr std::size_t text_file_bytes_max = 2 * report_text_bytes_max;

/// Long inputs are handed to the readers of lines and rows in pieces of about this size.
inline constexpr std::size_t piece_bytes = mebibyte;
/// The type of an input is told from this many bytes at its beginning.
inline constexpr std::size_t peek_bytes = 64 * kibibyte;
/// What is read from a stream at a time.
inline constexpr std::size_t buffer_bytes = 256 * kibibyte;

/// A compressed input may unpack to this much whatever its size …
inline constexpr std::uint64_t unpacked_bytes_free = 16 * mebibyte;
/// … and beyond that to so many times the bytes read of it. Text packs 3 to 20 times, a bomb 1000 times.
inline constexpr std::uint64_t unpacked_ratio_max = 200;
/// Archives in archives, compressed files in archives, archives in mail.
inline constexpr int nesting_max = 6;
inline constexpr std::size_t archive_members_max = 200'000;
inline constexpr int folder_depth_max = 64;

inline constexpr std::size_t mail_parts_max = 500;
inline constexpr int mail_depth_max = 16;
inline constexpr std::size_t mail_header_bytes_max = mebibyte;
inline constexpr std::size_t warc_header_bytes_max = 64 * kibibyte;
/// Two line ends stand behind a record; some programs write a few more.
inline constexpr int warc_blank_lines_max = 1000;
inline constexpr std::size_t http_header_bytes_max = 256 * kibibyte;

inline constexpr std::size_t fetch_bytes_max = document_bytes_max;
inline constexpr int fetch_redirects_max = 5;
inline constexpr std::chrono::milliseconds fetch_connect_time{15'000};
inline constexpr std::chrono::milliseconds fetch_total_time{180'000};
/// Slower than this for so long is given up.
inline constexpr long fetch_bytes_per_second_min = 64;
inline constexpr std::chrono::seconds fetch_slow_time{30};

/// Of one input so many refusals are told one by one, the rest as a number: nobody reads a list of 100,000.
inline constexpr std::size_t refusals_told_max = 5'000;
/// Reports read ahead of whoever takes them.
inline constexpr std::size_t queue_reports_max = 64;
inline constexpr std::size_t queue_bytes_max = 16 * mebibyte;

}  // namespace sitrep::read
