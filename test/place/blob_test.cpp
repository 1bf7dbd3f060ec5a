// A damaged or foreign file is refused with a reason, or harmless.
#include "place/built_gazetteer.hpp"
#include "place/mentions.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <random>

#include <unistd.h>

namespace sitrep::place {
namespace {

class DamagedFile : public ::testing::Test {
protected:
    void SetUp() override
    {
        path_ = std::filesystem::temp_directory_path() / ("sitrep-blob-" + std::to_string(::getpid()));
        std::filesystem::copy_file(built_blob(), path_, std::filesystem::copy_options::overwrite_existing);
    }
    void TearDown() override { std::filesystem::remove(path_); }
    void overwrite(std::uint64_t offset, const std::string& bytes)
    {
        std::fstream file{path_, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(static_cast<std::streamoff>(offset));
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    std::string refusal() const
    {
        const auto opened = Gazetteer::open(path_);
        return opened ? std::string{} : opened.error().why;
    }
    std::filesystem::path path_;
};

TEST_F(DamagedFile, IsRefusedWhenItIsCutShort)
{
    std::filesystem::resize_file(path_, std::filesystem::file_size(path_) / 2);

    EXPECT_NE(refusal().find("cut short"), std::string::npos);
}

TEST_F(DamagedFile, IsRefusedWhenItIsAlmostEmpty)
{
    std::filesystem::resize_file(path_, 10);

    EXPECT_NE(refusal().find("too short"), std::string::npos);
}

TEST_F(DamagedFile, IsRefusedWhenItIsSomethingElse)
{
    overwrite(0, "%PDF-1.7");

    EXPECT_NE(refusal().find("not a gazetteer"), std::string::npos);
}

TEST_F(DamagedFile, IsRefusedWhenItIsOfAnotherVersion)
{
    overwrite(8, std::string("\x63\0\0\0", 4));

    EXPECT_NE(refusal().find("version 99"), std::string::npos);
}

TEST_F(DamagedFile, IsRefusedWhenASectionLiesOutside)
{
    constexpr std::uint64_t first_section_offset = 24;
    overwrite(first_section_offset, std::string(8, '\x7F'));

    EXPECT_NE(refusal().find("damaged"), std::string::npos);
}

TEST_F(DamagedFile, IsHarmlessWhenItsBodyIsNoise)
{
    constexpr std::uint64_t header_bytes = 256;
    constexpr int holes = 3000;
    std::mt19937_64 random{20240310};
    const auto size = std::filesystem::file_size(path_);
    std::uniform_int_distribution<std::uint64_t> anywhere{header_bytes, size - 200};
    for (int i = 0; i < holes; ++i) overwrite(anywhere(random), std::string(64, static_cast<char>(random())));

    const auto opened = Gazetteer::open(path_);
    if (!opened) return;
    const std::string text = "Gunmen attacked a checkpoint near Palmyra in the eastern countryside of Homs and in Deir ez-Zor.";
    const auto document = text::Document::parse(text, 0, Language::english);
    for (const auto& mention : find_places(document, *opened).mentions) EXPECT_LE(mention.span.end, text.size());
    opened->find("Damascus", {}, 10);
    opened->admin1_at(*LatLon::from_degrees(35, 40));
    opened->admin1_outlines("SY");
    opened->country_outlines();
}

TEST(GazetteerFile, IsRefusedWhenThereIsNone)
{
    const auto opened = Gazetteer::open("/nowhere/gazetteer.blob");

    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().where, "/nowhere/gazetteer.blob");
    EXPECT_NE(opened.error().why.find("cannot open"), std::string::npos);
}

TEST(GazetteerFile, IsRefusedWhenItIsAFolder)
{
    EXPECT_FALSE(Gazetteer::open(std::filesystem::temp_directory_path()).has_value());
}

}  // namespace
}  // namespace sitrep::place
