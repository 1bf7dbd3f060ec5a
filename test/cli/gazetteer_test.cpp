// The desk's own places, from the command line: put on top, used by what is read, taken back.
#include "program.hpp"

#include <gtest/gtest.h>

namespace sitrep::test {
namespace {

constexpr const char* own_places = "name,name_ar,lat,lon,country,admin1,kind,alternates\nWells of Zubaydan,آبار زبيدان,34.62,38.91,SY,SY-HI,site,Zubaydan wells\n";

bool finds(const Folder& folder)
{
    return sitrep({"gazetteer", "find", "Wells of Zubaydan", "--near", "SY"}, folder.path()).out.find("named so by the desk's own places") != std::string::npos;
}

TEST(OwnPlaces, AreUsedOnceTheyAreImportedUntilTheyAreTakenBack)
{
    const Folder folder;
    folder.write("own.csv", own_places);
    ASSERT_FALSE(finds(folder));

    const auto imported = sitrep({"gazetteer", "import", "own.csv"}, folder.path());
    ASSERT_EQ(imported.exit_code, 0) << imported.err;
    EXPECT_EQ(imported.err, "");
    EXPECT_TRUE(finds(folder));
    const auto read = sitrep({"extract"}, folder.path(),
                             R"({"id":"a","published":"2025-11-14","language":"en","title":"","text":"Gunmen killed two shepherds on Thursday at the Wells of Zubaydan, in eastern Homs."})"
                             "\n");
    EXPECT_NE(read.out.find("desk:Wells of Zubaydan"), std::string::npos) << read.out;

    ASSERT_EQ(sitrep({"gazetteer", "undo"}, folder.path()).exit_code, 0);
    EXPECT_FALSE(finds(folder));
}

TEST(OwnPlaces, OfTheImportBeforeAreBackAfterOneUndo)
{
    const Folder folder;
    folder.write("own.csv", own_places);
    folder.write("more.csv", "name,lat,lon,country\nUpper Zubaydan,34.7,38.9,SY\n");
    ASSERT_EQ(sitrep({"gazetteer", "import", "own.csv"}, folder.path()).exit_code, 0);
    ASSERT_EQ(sitrep({"gazetteer", "import", "more.csv"}, folder.path()).exit_code, 0);
    ASSERT_EQ(sitrep({"gazetteer", "undo"}, folder.path()).exit_code, 0);

    EXPECT_TRUE(finds(folder));
    EXPECT_EQ(sitrep({"gazetteer", "find", "Upper Zubaydan", "--near", "SY"}, folder.path()).out.find("Upper Zubaydan"), std::string::npos);
}

TEST(OwnPlaces, FromAFileThatIsNoGazetteerChangeNothingAndTheFaultSaysWhatIsWanted)
{
    const Folder folder;
    folder.write("letter.txt", "Dear editor,\n");
    const auto refused = sitrep({"gazetteer", "import", "letter.txt"}, folder.path());

    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_NE(refused.err.find("GeoNames"), std::string::npos) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "desk.gazetteer"));
}

}  // namespace
}  // namespace sitrep::test
