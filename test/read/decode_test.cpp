// Encodings: declared, marked, or told from the bytes.
#include "read/parts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sitrep::read {
namespace {

using namespace std::string_literals;

const std::string sentence = "قُتل مدنيان في هجوم قرب مدينة السخنة يوم الأحد";
// The same without the vowel sign, which ISO-8859-6 has and Windows-1256 has elsewhere.
const std::string bare = "قتل مدنيان في هجوم قرب مدينة السخنة يوم الأحد";
const std::string bare_1256 = "\xDE\xCA\xE1 \xE3\xCF\xE4\xED\xC7\xE4 \xDD\xED \xE5\xCC\xE6\xE3 \xDE\xD1\xC8 \xE3\xCF\xED\xE4\xC9 \xC7\xE1\xD3\xCE\xE4\xC9 \xED\xE6\xE3 \xC7\xE1\xC3\xCD\xCF"s;
const std::string bare_8859_6 = "\xE2\xCA\xE4 \xE5\xCF\xE6\xEA\xC7\xE6 \xE1\xEA \xE7\xCC\xE8\xE5 \xE2\xD1\xC8 \xE5\xCF\xEA\xE6\xC9 \xC7\xE4\xD3\xCE\xE6\xC9 \xEA\xE8\xE5 \xC7\xE4\xC3\xCD\xCF"s;

std::string utf16(const std::string& utf8, bool little)
{
    std::string out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        unsigned unit = c;
        if (c >= 0xC0) unit = (c & 0x1FU) << 6 | (static_cast<unsigned char>(utf8[i + 1]) & 0x3FU);
        i += c >= 0xC0 ? 2 : 1;
        const char high = char(unit >> 8), low = char(unit & 0xFF);
        out += little ? low : high;
        out += little ? high : low;
    }
    return out;
}

TEST(Decode, LeavesUtf8AsItIsAndTakesItsMarkOff)
{
    EXPECT_EQ(decode(sentence, ""), sentence);
    EXPECT_EQ(decode("\xEF\xBB\xBF" + sentence, ""), sentence);
}

TEST(Decode, TellsArabicCodePagesFromTheirLetters)
{
    EXPECT_EQ(decode(bare_1256, ""), bare);
    EXPECT_EQ(decode(bare_8859_6, ""), bare);
}

TEST(Decode, TellsWesternLettersFromArabicOnes)
{
    EXPECT_EQ(decode("Les forces ont tu\xE9 trois hommes \x96 \xE0 Raqqa", ""), "Les forces ont tué trois hommes – à Raqqa");
}

TEST(Decode, ReadsUtf16ByItsMarkAndWithoutOne)
{
    EXPECT_EQ(decode("\xFF\xFE" + utf16(bare, true), ""), bare);
    EXPECT_EQ(decode("\xFE\xFF" + utf16(bare, false), ""), bare);
    EXPECT_EQ(decode(utf16(bare, true), ""), bare);
    EXPECT_EQ(decode(utf16("Two men were shot dead on Sunday.", false), ""), "Two men were shot dead on Sunday.");
}

TEST(Decode, FollowsWhatIsDeclaredUnlessTheBytesSayOtherwise)
{
    EXPECT_EQ(decode(bare_1256, "windows-1256"), bare);
    EXPECT_EQ(decode(bare, "windows-1256"), bare);
    EXPECT_EQ(decode(bare_1256, "utf-8"), bare);
    EXPECT_EQ(decode("plain", "no-such-encoding"), "plain");
    EXPECT_EQ(decode("plain", "UTF-16"), "plain");
}

TEST(Decode, KeepsTheGoodOfDamagedUtf8)
{
    EXPECT_EQ(decode(sentence + "\xFF", "utf-8"), sentence + "\xEF\xBF\xBD");
}

TEST(Decode, MakesAllLineEndsNewlines)
{
    EXPECT_EQ(decode("a\r\nb\rc\n", ""), "a\nb\nc\n");
}

TEST(Decode, GivesValidUtf8ForEveryByte)
{
    std::string all;
    for (int i = 0; i < 256; ++i) all += char(i);

    for (const auto* declared : {"", "utf-8", "utf-16", "windows-1256", "iso-8859-6", "gb18030", "iso-2022-jp", "ibm037", "utf-7"})
        EXPECT_EQ(decode(decode(all, declared), "utf-8"), decode(all, declared)) << declared;
}

}  // namespace
}  // namespace sitrep::read
