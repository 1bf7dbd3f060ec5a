// The last line of defence: finished output is read once more.
#include "publish/gate.hpp"
#include "publish/labels.hpp"
#include "publish/made_up.hpp"

#include <gtest/gtest.h>

namespace sitrep::publish {
namespace {

bool stops(const std::string& output, std::vector<std::string> persons = {})
{
    return !Gate(std::move(persons), today).may_leave(output);
}

class PrivateMark : public testing::TestWithParam<const char*> {};
TEST_P(PrivateMark, StopsTheOutput)
{
    const Gate gate({}, today);

    EXPECT_THROW(gate.scan(std::string("<td>") + GetParam() + "</td>"), GateError);
}
INSTANTIATE_TEST_SUITE_P(Marks, PrivateMark,
                         testing::Values("+963 933 123 456", "00963933123456", "0933-123-456", "+964 (770) 123-4567", "٠٩٣٣١٢٣٤٥٦", "933123456", "call 555-123-4567",
                                         "someone@example.org", "someone&#64;example.org", "someone%40example.org", "@steppe_witness", "t.me/steppe_witness",
                                         "https://x.com/steppe", "34.886912", "34.886,38.872", "-12.3456", "35°12'34\"N", "٣٤٫٨٨٦٩", "/home/desk/notes.txt",
                                         "C:\\Users\\desk", "file:///srv/x", "12 933123456 12345678", "2023-05-10 +963933123456"));

class Ordinary : public testing::TestWithParam<const char*> {};
TEST_P(Ordinary, PassesTheScan)
{
    EXPECT_NO_THROW(Gate({}, today).scan(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Texts, Ordinary,
                         testing::Values("2023-05-10", "2023-05-10 1204 reports", "2023-05-01 – 2023-05-31", "34.89,38.87", "1204 reports", "--05-10", "p = 0.89", "I1234567", "45–72 (7–30)",
                                         "https://npasyria.com/en/76476/", "https://www.bbc.com/news/world-middle-east-68012345", "M12.3,4.5L100.1,33Z",
                                         "viewBox=\"0,0,920,416\"", "v9f3a01234567", "100 %", "<a href=\"#I42\">1</a><a href=\"#I43\">2</a>",
                                         "https://example.org/2024/05/10/a-title"));

TEST(PersonWords, AreFoundInEverySpellingThatTheFoldEvensOut)
{
    const std::vector<std::string> persons{"Qasim al-Tayyar", "قاسم الطيّار"};

    EXPECT_TRUE(stops("QASIM  AL TAYYAR", persons));
    EXPECT_TRUE(stops("Qāsim al-Ṭayyār", persons));
    EXPECT_TRUE(stops("says Qasim Tayyar", persons));
    EXPECT_TRUE(stops("https://npasyria.com/en/qasim-al-tayyar/", persons));
    EXPECT_TRUE(stops("وقاسم الطيار", persons));
    EXPECT_TRUE(stops("قاسـم طيار", persons));
    EXPECT_FALSE(stops("Qasim</td><td>al-Tayyar", persons));
    EXPECT_FALSE(stops("Qasimiyah", persons));
}

TEST(PersonWords, ThatAreAPublicNameByMistakeDoNotStopAReport)
{
    EXPECT_FALSE(stops("Islamic State in Homs, May 2023, SOHR", {"Islamic State", "Homs", "May", "May 2023", "SOHR", "Deir ez-Zor", "Li"}));
    EXPECT_FALSE(stops("2023", {"2023"}));
}

TEST(PersonWords, InsideAPublicNameAreInnocentAndElsewhereAreNot)
{
    const Gate gate = Gate({"Steppe"}, today).knowing({{"Steppe Monitoring Desk"}, {}});

    EXPECT_TRUE(gate.may_leave("Steppe Monitoring Desk"));
    EXPECT_FALSE(gate.may_leave("Steppe said so"));
}

TEST(PersonWords, AreNotFoundInAnyLabelOfOurs)
{
    // Words that a careless extractor takes for persons: every capitalised word of our own.
    std::vector<std::string> persons;
    std::string all;
    for (const std::string_view phrase : label_phrases()) {
        persons.emplace_back(phrase.substr(0, phrase.find(' ')));
        all += std::string(phrase) + "\n";
    }

    EXPECT_NO_THROW(Gate(persons, today).scan(all));
}

TEST(GateError, NamesTheRuleAndNotTheWords)
{
    try {
        Gate({"Qasim al-Tayyar"}, today).scan("seen by Qasim al-Tayyar");
        FAIL();
    } catch (const GateError& error) {
        EXPECT_NE(std::string(error.what()).find("P1"), std::string::npos);
        EXPECT_EQ(std::string(error.what()).find("Qasim"), std::string::npos);
    }
}

TEST(Scan, IsLinearInHostileOutput)
{
    const std::string digits(2'000'000, '1'), names = [] {
        std::string out;
        for (int i = 0; i < 300'000; ++i) out += "qasim ";
        return out;
    }();

    std::string pairs;
    for (int i = 0; i < 500'000; ++i) pairs += "1 ";

    EXPECT_TRUE(stops(digits));
    EXPECT_FALSE(stops(pairs));
    EXPECT_FALSE(stops(names, {"Qasim al-Tayyar"}));
}

}  // namespace
}  // namespace sitrep::publish
