// Archives and compressed files, honest and hostile.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Packing;
using testing::TemporaryFolder;

TEST(Archive, GivesItsMembersWithTheirNames)
{
    const TemporaryFolder folder;
    for (const auto packing : {Packing::zip, Packing::tar, Packing::tar_gzip, Packing::seven_zip}) {
        const auto file = folder.file("march", testing::packed(packing, {{"a.txt", "Two men were shot."}, {"folder/خبر.txt", "Three men were shot."}, {"__MACOSX/._a.txt", "\x01"}}));

        const auto outcome = testing::read_all({file});

        EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot.", "Three men were shot.")) << int(packing);
        EXPECT_THAT(outcome.refused, IsEmpty());
        EXPECT_EQ(outcome.reports.at(1).original.origin, file + ":folder/خبر.txt");
        EXPECT_EQ(outcome.reports.at(1).original.bytes, "Three men were shot.");
    }
}

TEST(Archive, InAnArchiveIsReadToo)
{
    const TemporaryFolder folder;
    const std::string seven = testing::packed(Packing::seven_zip, {{"inner.txt", "Two men were shot."}});
    const std::string tar = testing::packed(Packing::tar_gzip, {{"seven.7z", seven}});
    const auto file = folder.file("outer.zip", testing::packed(Packing::zip, {{"tar.tar.gz", tar}, {"after.txt", "Three men were shot."}}));

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot.", "Three men were shot."));
    EXPECT_EQ(outcome.reports[0].original.origin, file + ":tar.tar.gz:seven.7z:inner.txt");
}

TEST(Archive, NestedWithoutEndIsRefusedAtABound)
{
    const TemporaryFolder folder;
    std::string bytes = "Two men were shot.";
    for (int i = 0; i < 30; ++i) bytes = testing::packed(Packing::zip, {{"a", bytes}, {"b.txt", "Level " + std::to_string(i) + "."}});

    const auto outcome = testing::read_all({folder.file("deep.zip", bytes)});

    EXPECT_EQ(outcome.reports.size(), 6U);
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("packed more than 6 times over"));
}

TEST(Archive, OneBadMemberStopsNothing)
{
    const TemporaryFolder folder;
    const auto file = folder.file("march.zip", testing::packed(Packing::zip, {{"empty.txt", ""}, {"noise.bin", std::string(100, '\0')}, {"good.txt", "Two men were shot."}}));

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot."));
    ASSERT_EQ(outcome.refused.size(), 2U);
    EXPECT_EQ(outcome.refused[0].where, file + ":empty.txt");
    EXPECT_EQ(outcome.refused[1].where, file + ":noise.bin");
}

TEST(Archive, CutOffGivesWhatIsBeforeTheCut)
{
    const TemporaryFolder folder;
    std::string noise;
    for (unsigned i = 0, state = 1; i < 1'000'000; ++i) noise += char('a' + ((state = state * 1103515245 + 12345) >> 16) % 26);
    const std::string tar = testing::packed(Packing::tar_gzip, {{"a.txt", "Two men were shot."}, {"b.txt", noise}});
    const auto file = folder.file("cut.tar.gz", std::string_view(tar).substr(0, tar.size() * 3 / 4));

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot."));
    EXPECT_FALSE(outcome.refused.empty());
}

TEST(Archive, ThatUnpacksToFarTooMuchIsGivenUpAndTheNextInputIsRead)
{
    const TemporaryFolder folder;
    const std::string zeros(100 << 20, 'a');
    const auto bomb = folder.file("bomb.zip", testing::packed(Packing::zip, {{"good.txt", "Before the bomb."}, {"a.txt", zeros}}));
    const auto after = folder.file("good.txt", "After the bomb.");

    const auto outcome = testing::read_all({bomb, after});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Before the bomb.", "After the bomb."));
    ASSERT_FALSE(outcome.refused.empty());
    EXPECT_THAT(outcome.refused.back().why, HasSubstr("200 times"));
}

TEST(Compressed, IsReadWhateverItsName)
{
    const TemporaryFolder folder;
    for (const auto packing : {Packing::gzip, Packing::bzip2, Packing::xz, Packing::zstd}) {
        const auto file = folder.file("report.txt", testing::packed(packing, {{"", "Two men were shot."}}));

        EXPECT_THAT(testing::texts(testing::read_all({file})), ElementsAre("Two men were shot.")) << int(packing);
    }
}

TEST(Compressed, EndlessMemberEndsAtABound)
{
    const TemporaryFolder folder;
    const std::string once = testing::packed(Packing::gzip, {{"", std::string(100 << 20, '\n')}});
    std::string endless;
    for (int i = 0; i < 20; ++i) endless += once;

    const auto outcome = testing::read_all({folder.file("endless.warc.gz", endless)});

    EXPECT_THAT(outcome.reports, IsEmpty());
    ASSERT_FALSE(outcome.refused.empty());
    EXPECT_LE(outcome.refused.size(), 2U);
}

TEST(Compressed, CutOffIsRefusedByName)
{
    const TemporaryFolder folder;
    const std::string gzip = testing::packed(Packing::gzip, {{"", "Two men were shot on Sunday near Sukhna."}});
    const auto file = folder.file("cut.txt.gz", std::string_view(gzip).substr(0, gzip.size() - 12));

    const auto outcome = testing::read_all({file});

    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_EQ(outcome.refused[0].where, file);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("Copy it again"));
}

}  // namespace
}  // namespace sitrep::read
