// A finished report of one HTML file as a PDF, printed by a browser that this machine has.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sitrep::print {

/// Why nothing was printed, with the next step.
class PrintError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The browser that would print: the first of Chromium, Chrome and Edge found in PATH; nothing when there is none.
std::optional<std::string> printing_browser();

/// Prints a page as its own style for paper has it, right-to-left scripts shaped as on the screen. The browser runs without network, with
/// a profile of its own that is removed afterwards, and at most two minutes. The file tells neither machine, person nor hour: see without_traces().
/// Throws PrintError when there is no browser, or when it does not print.
std::string pdf_of(std::string_view html);

/// The PDF (ISO 32000-1, 14.3.3) without the entries of its information dictionary that tell of the machine: Creator, Producer, CreationDate
/// and ModDate become blanks of the same length, so that every offset in the file still holds.
std::string without_traces(std::string pdf);

}  // namespace sitrep::print
