// The gate reads whatever was written: any bytes, and addresses of any shape.
#include "publish/gate.hpp"
#include "publish/links.hpp"
#include "publish/private_marks.hpp"
#include "publish/words.hpp"

#include <cstdint>
#include <cstdlib>

using namespace sitrep;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const publish::Gate gate({"Qasim al-Tayyar", "\u0642\u0627\u0633\u0645 \u0627\u0644\u0637\u064A\u0627\u0631"}, *day_from_iso("2023-06-05"));
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    // What a link rule lets through, the scan must let through: else one address could stop a whole report.
    if (const auto link = publish::public_link(text); link && publish::private_mark_in(*link)) std::abort();
    gate.may_leave(text);
    if (!publish::name_words(text).empty() && publish::name_form(text).empty()) std::abort();
    return 0;
}
