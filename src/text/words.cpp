// What a word is: letters with the signs that join them, acronyms, and words broken up to hide them.
#include "text/disguises.hpp"
#include "text/scanner.hpp"

namespace sitrep::text {
namespace {

constexpr std::size_t spaced_letters_min = 4;
constexpr std::size_t spaced_letters_max = 10;

char letter_for_digit(char32_t digit)
{
    switch (digit) {
    case U'0': return 'o';
    case U'1': return 'i';
    case U'3': return 'e';
    case U'4': return 'a';
    case U'5': return 's';
    default: return '#';
    }
}

}  // namespace

void Scanner::word(const Glimpse& first)
{
    if (address(first) || acronym(first) || spaced_word(first)) {
        return;
    }
    Growing token = start();
    grow(token);
    full_stop_of(token);
    emit(token);
}

// Takes letters, digits and the signs that join them, as far as the word goes.
void Scanner::grow(Growing& token)
{
    Cursor at = token.end;
    for (Glimpse here = look(at); here.bytes != 0; here = look(at)) {
        switch (here.shape()) {
        case Shape::mark: token.end = at = past(at, here); continue;
        case Shape::format: at = past(at, here); continue;
        case Shape::space:
        case Shape::newline: return;
        case Shape::letter:
            if (token.letters > 0 && token.arabic != here.character.arabic()) {
                return;  // two scripts are two words
            }
            take(token, at, here);
            at = token.end;
            continue;
        case Shape::digit:
            if (token.arabic || broken_up(token, past(at, here))) {
                return;
            }
            take(token, at, here);
            at = token.end;
            continue;
        default: break;
        }
        const Cursor behind = past(at, here);
        if ((is_disguise(here.value) && broken_up(token, behind)) || (here.value == '@' && mail_address(token, behind))) {
            return;
        }
        if (!joins(token, here, behind)) {
            return;
        }
        append(here);
        at = behind;
    }
}

// Does an apostrophe or hyphen belong to the word it stands in?
bool Scanner::joins(const Growing& token, const Glimpse& here, Cursor behind) const
{
    if (token.arabic) {
        return false;
    }
    const Glimpse next = look(behind);
    if (here.shape() == Shape::hyphen) {
        return next.is_latin_letter() || next.shape() == Shape::digit;
    }
    return here.shape() == Shape::apostrophe && next.is_latin_letter() && !possessive(here, behind);
}

// Letters with signs between them that make a hidden word: the token becomes that word. `behind` stands after the first sign.
bool Scanner::broken_up(Growing& token, Cursor behind)
{
    if (token.tried || token.letters == 0 || look(behind).shape() != Shape::letter) {
        return false;
    }
    token.tried = true;
    joined_.clear();
    Growing whole{.begin = token.begin, .end = token.begin};
    Cursor at = token.begin;
    for (Glimpse here = look(at); whole.letters + whole.digits <= hidden_letters_max; here = look(at)) {
        const Cursor next = past(at, here);
        if (here.shape() == Shape::letter) {
            whole.capitals += here.character.upper() ? 1 : 0;
            ++whole.letters;
            characters_.append_folded(joined_, here.value);
            whole.end = next;
        } else if (here.shape() == Shape::digit && look(next).is_word()) {
            ++whole.digits;
            joined_.push_back(letter_for_digit(here.value));
        } else if (here.shape() == Shape::mark) {
            whole.end = next;
        } else if (here.shape() != Shape::format && !(is_disguise(here.value) && look(next).is_word())) {
            break;
        }
        at = next;
    }
    if (whole.letters + whole.digits > hidden_letters_max || !is_hidden_word(joined())) {
        return false;
    }
    replace_normal(joined());
    token.end = whole.end;
    token.letters = whole.letters;
    token.capitals = whole.capitals;
    return true;
}

// "k i l l e d": single letters with single spaces between, when they make a hidden word.
bool Scanner::spaced_word(const Glimpse& first)
{
    const Glimpse space = look(past(at_, first));
    if (space.value != ' ' || look(past(past(at_, first), space)).shape() != Shape::letter) {
        return false;
    }
    joined_.clear();
    Growing longest = start();
    std::uint32_t letters = 0;
    Cursor at = at_;
    Glimpse here = first;
    while (here.shape() == Shape::letter && letters < spaced_letters_max) {
        const Cursor behind = past(at, here);
        const Glimpse next = look(behind);
        if (next.is_word() || next.shape() == Shape::mark || next.shape() == Shape::apostrophe) {
            break;  // the beginning of an ordinary word
        }
        characters_.append_folded(joined_, here.value);
        ++letters;
        if (letters >= spaced_letters_min && is_hidden_word(joined())) {
            longest.end = behind;
            longest.letters = letters;
            longest.arabic = here.character.arabic();
            replace_normal(joined());
        }
        if (next.value != ' ') {
            break;
        }
        at = past(behind, next);
        here = look(at);
    }
    if (longest.letters == 0) {
        return false;
    }
    emit(longest);
    return true;
}

// "U.S.", "a.m", "J.", "د.", "I.S.I.S."
bool Scanner::acronym(const Glimpse& first)
{
    const auto is_stop = [](const Glimpse& glimpse) { return glimpse.value == '.'; };
    if (!is_stop(look(past(at_, first)))) {
        return false;
    }
    Growing token = start();
    joined_.clear();
    bool stop_at_end = false;
    Cursor at = at_;
    for (Glimpse here = first; here.shape() == Shape::letter; here = look(at)) {
        const Cursor behind = past(at, here);
        const Glimpse next = look(behind);
        if (!is_stop(next) && (next.is_word() || next.shape() == Shape::mark)) {
            break;
        }
        take(token, at, here);
        characters_.append_folded(joined_, here.value);
        out_.normal_forms.push_back('.');
        stop_at_end = is_stop(next);
        at = token.end = stop_at_end ? past(behind, next) : behind;
        if (!stop_at_end) {
            break;
        }
    }
    const Shape following = look(token.end).shape();
    const bool initial = token.letters == 1 && (token.first_is_capital || token.arabic) && (following == Shape::space || following == Shape::format);
    if (token.letters < 2 && !initial) {
        out_.normal_forms.resize(normal_begin_);
        return false;
    }
    if (initial || is_hidden_word(joined())) {
        replace_normal(joined());
    }
    const bool clock = joined() == "am" || joined() == "pm";
    const bool goes_on = joined() == "eg" || joined() == "ie";
    const FullStop kind = clock ? FullStop::clock : goes_on ? FullStop::never : FullStop::acronym;
    token.full_stop = stop_at_end ? kind : FullStop::none;
    emit(token);
    return true;
}

void Scanner::full_stop_of(Growing& token) const
{
    const Glimpse stop = look(token.end);
    if (stop.value != '.' || token.arabic || token.kind != TokenKind::word) {
        return;
    }
    const Cursor behind = past(token.end, stop);
    const Glimpse next = look(behind);
    const bool digit_follows = next.shape() == Shape::digit || (next.value == ' ' && look(past(behind, next)).shape() == Shape::digit);
    token.full_stop = abbreviation(normal(), token.first_is_capital, digit_follows);
    if (token.full_stop != FullStop::none) {
        token.end = behind;
    }
}

}  // namespace sitrep::text
