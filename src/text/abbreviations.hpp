// Words whose full stop does not end a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::text {

/// What a full stop after a token tells about the sentence.
enum class FullStop : std::uint8_t {
    none,      ///< the token has no full stop of its own
    never,     ///< "Gen.", "Mr.": the sentence goes on
    calendar,  ///< "Jan.", "Mon.": it ends when a capital follows
    clock,     ///< "a.m.": it ends when a capital follows that is no weekday or month
    acronym    ///< "U.S.", "J.": it ends when a word follows that usually begins sentences
};

/// How a word (normal form, without its full stop) is abbreviated; `capital` and `digit_follows` tell "No. 5" from "no".
FullStop abbreviation(std::string_view normal, bool capital, bool digit_follows);

/// "the", "in", "he" …: words that begin sentences, and hardly ever follow an acronym in capitals otherwise.
bool begins_sentences(std::string_view normal);

/// "Meanwhile", "elsewhere": words that link a sentence to the one before; with a capital they look like names.
bool links_sentences(std::string_view normal);

/// Weekdays and months in English.
bool is_calendar_word(std::string_view normal);

}  // namespace sitrep::text
