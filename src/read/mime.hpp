// Inside read/: the structure of an Internet message (RFC 5322, RFC 2045–2047, RFC 2231).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::read {

struct HeaderField {
    std::string name;   ///< lower case
    std::string value;  ///< unfolded, still encoded
};

/// A message, or one part of it: views into the bytes it was parsed from.
struct Entity {
    std::vector<HeaderField> fields;
    std::string_view body;
    /// The first field of that name, empty when there is none.
    std::string_view field(std::string_view name) const;
};

Entity parse_entity(std::string_view bytes);

/// "text/plain; charset=utf-8; name*0*=…": type in lower case, parameters decoded to UTF-8.
struct FieldWithParameters {
    std::string type;
    std::vector<HeaderField> parameters;
    std::string_view parameter(std::string_view name) const;
};
FieldWithParameters parse_parameters(std::string_view value);

/// The parts between the boundaries of a multipart body; the last one may lack its end.
std::vector<std::string_view> multipart_parts(std::string_view body, std::string_view boundary, std::size_t parts_max);

/// The body without its transfer encoding (base64, quoted-printable); what is broken in it is passed over.
std::string transfer_decoded(std::string_view body, std::string_view encoding);

/// A header's words: "=?windows-1256?B?…?=" decoded, blanks single.
std::string header_words(std::string_view value);

}  // namespace sitrep::read
