// What holds for every text, however hostile.
#include "processor_time.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"
#include "text/normalise.hpp"
#include "text/numbers.hpp"
#include "text/signature.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sitrep::text {
namespace {

// Everything that a Document promises.
::testing::AssertionResult is_sound(const Document& document, std::string_view text)
{
    std::uint32_t byte = 0;
    std::uint32_t point = 0;
    for (const Token& token : document.tokens()) {
        if (token.byte_begin < byte || token.byte_end <= token.byte_begin || token.byte_end > text.size()) {
            return ::testing::AssertionFailure() << "bytes of a token at " << token.byte_begin;
        }
        if (token.begin != point + length(text.substr(byte, token.byte_begin - byte)) ||
            token.end != token.begin + length(text.substr(token.byte_begin, token.byte_end - token.byte_begin))) {
            return ::testing::AssertionFailure() << "code points of a token at " << token.byte_begin;
        }
        if (token.normal.empty() || !is_valid_utf8(token.normal)) {
            return ::testing::AssertionFailure() << "normal form of a token at " << token.byte_begin;
        }
        byte = token.byte_end;
        point = token.end;
    }
    std::size_t token = 0;
    for (std::size_t i = 0; i < document.sentences().size(); ++i) {
        const Sentence& sentence = document.sentences()[i];
        if (sentence.first != token || sentence.last <= sentence.first || document.sentence_of(sentence.first) != i || document.sentence_of(sentence.last - 1) != i) {
            return ::testing::AssertionFailure() << "sentence " << i;
        }
        token = sentence.last;
    }
    return token == document.tokens().size() ? ::testing::AssertionSuccess() : ::testing::AssertionFailure() << "tokens outside sentences";
}

// Text made of what matters here, rather than of random bytes.
std::string text_of(const std::vector<std::uint8_t>& choices)
{
    static const std::vector<std::string> pieces{
        "a", "K", "'s", "’", "-", ".", "*", "_", "#", "@", "/", ":", ",", " ", "\n", "1", "23", "٤", "U.S.", "Gen", "p.m", "www.", "http://",
        "kil", "led", "ي", "و", "ال", "قت", "ل", "ـ", "\u064B", "\u200B", "\u200F", "\u00AD", "😀", "؟", "،", "\u0301", "\uFDFA", "漢", "\uFFFD", "\u3164", "한", "twenty", "مئة"};
    std::string text;
    for (const std::uint8_t choice : choices) {
        text += pieces[choice % pieces.size()];
    }
    return text;
}

RC_GTEST_PROP(Documents, AreSoundForAnyText, (const std::vector<std::uint8_t>& choices))
{
    const std::string text = text_of(choices);

    const Document document = Document::parse(text, 0, Language::unknown);

    RC_ASSERT(static_cast<bool>(is_sound(document, text)));
    for (std::size_t i = 0; i < document.tokens().size(); ++i) {
        RC_ASSERT(document.words(document.span(i, i + 1)) == document.words(i, i + 1));
        const auto number = read_number(document, i);
        // RC_ASSERT takes its expression apart and would look at both sides of ||.
        const bool fits = !number || (number->tokens > 0 && i + number->tokens <= document.tokens().size());
        RC_ASSERT(fits);
        RC_ASSERT(clitic_splits(document.tokens()[i].normal).size() <= 6);
    }
}

RC_GTEST_PROP(Documents, AreSoundForAnyBytesMadeValid, (const std::string& bytes))
{
    const std::string text = to_valid_utf8(bytes);

    RC_ASSERT(is_valid_utf8(text));
    RC_ASSERT(to_valid_utf8(text) == text);
    RC_ASSERT(static_cast<bool>(is_sound(Document::parse(text, 0, Language::unknown), text)));
}

RC_GTEST_PROP(Normalise, IsTheSameTwice, (const std::vector<std::uint8_t>& choices))
{
    const std::string once = normalise(text_of(choices));

    RC_ASSERT(normalise(once) == once);
}

RC_GTEST_PROP(Skeleton, IsThatOfTheNormalForm, (const std::vector<std::uint8_t>& choices))
{
    const std::string name = text_of(choices);

    RC_ASSERT(skeleton(normalise(name)) == skeleton(name));
}

class HostileText : public testing::TestWithParam<std::string> {};

TEST_P(HostileText, IsParsedInLinearTime)
{
    constexpr std::size_t megabyte = 1'000'000;
    std::string text;
    while (text.size() < megabyte) {
        text += GetParam();
    }

    const double seconds = processor_seconds([&] {
        const Document document = Document::parse(text, 0, Language::english);
        (void)signature_of(document);
        (void)name_key(text);
        (void)skeleton(text);
        for (std::size_t i = 0; i < document.tokens().size(); ++i) {
            (void)read_number(document, i);
        }
        EXPECT_TRUE(is_sound(document, text));
    });

    EXPECT_LT(seconds, 30);
}

INSTANTIATE_TEST_SUITE_P(Megabytes, HostileText,
                         testing::Values("a", "A.", "a b ", "k-", "k*", "1", "1,", "1-", "1.1/", "'", "'s", "\"", ".", "\n", " ", "-", "_", "#", "@a", "www.", "http://",
                                         "ب", "ب ", "ـ", "\u0301", "\u200F", "\u202E", "😀", "\uFDFA", "and ", "twenty ", "hundred ", "one hundred and ", "مئة ", "و ", "واحد و", "2 000 ", "1st", "al ", "al-", "ال"));

}  // namespace
}  // namespace sitrep::text
