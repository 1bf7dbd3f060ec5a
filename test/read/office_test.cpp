// PDF and Word documents.
#include "read/child_process.hpp"
#include "read/collected.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace sitrep::read {
namespace {

std::string zip_of(const std::string& name, const std::string& content)
{
    std::string out(content.size() + 65536, '\0');
    std::size_t used = 0;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_memory(zip, out.data(), out.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(zip, entry);
    archive_write_data(zip, content.data(), content.size());
    archive_entry_free(entry);
    archive_write_close(zip);
    archive_write_free(zip);
    out.resize(used);
    return out;
}

TEST(Word, GivesItsParagraphs)
{
    const std::string xml =
        "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Two </w:t></w:r><w:r><w:t xml:space='preserve'>killed</w:t></w:r><w:del><w:r><w:delText>not this</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:t>قتل اثنان</w:t><w:br/><w:t>next</w:t></w:r></w:p></w:body></w:document>";

    const auto collected = collected_by(read_docx, piece_with(zip_of("word/document.xml", xml), "a.docx"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.text(), "Two killed\nقتل اثنان\nnext");
    EXPECT_EQ(collected.reports[0].original.format, Format::docx);
}

TEST(Word, ThatIsDamagedIsRefused)
{
    EXPECT_EQ(collected_by(read_docx, piece_with("PK\3\4 nonsense")).refusals.size(), 1u);
    EXPECT_EQ(collected_by(read_docx, piece_with(zip_of("word/document.xml", "<w:p><w:t>cut"))).refusals.size(), 1u);
    EXPECT_EQ(collected_by(read_docx, piece_with(zip_of("other.xml", "<a/>"))).refusals.size(), 1u);
    EXPECT_EQ(collected_by(read_docx, piece_with(zip_of("word/document.xml", repeated("<a>", 100'000)))).refusals.size(), 1u);
}

// A page of print with the given lines, as small as a PDF can be; readers mend its missing table.
std::string pdf_of(const std::vector<std::string>& lines)
{
    std::string content = "BT /F1 12 Tf 50 750 Td 14 TL ";
    for (const std::string& line : lines) {
        content += "(" + line + ") Tj T* ";
    }
    content += "ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length " +
           std::to_string(content.size()) + ">>stream\n" + content + "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
}

bool has_pdftotext() { return run_child({"pdftotext", "-v"}, "", {.time = std::chrono::milliseconds(5000), .output_bytes = 4096, .memory_bytes = std::size_t{1} << 30}).end == ChildResult::End::finished; }

TEST(Pdf, GivesItsParagraphsNotItsLines)
{
    if (!has_pdftotext()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    const auto collected = collected_by(read_pdf, piece_with(pdf_of({"Gunmen attacked a checkpoint east of the town on Sunday,", "killing two soldiers.", "They fled into the desert after the attack on motorcycles."}), "a.pdf"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.text(), "Gunmen attacked a checkpoint east of the town on Sunday, killing two soldiers.\nThey fled into the desert after the attack on motorcycles.");
}

TEST(Pdf, ThatIsDamagedIsRefused)
{
    const auto collected = collected_by(read_pdf, piece_with("%PDF-1.4\n" + repeated("x", 1'000'000), "a.pdf"));

    ASSERT_EQ(collected.refusals.size(), 1u);
    EXPECT_EQ(collected.refusals[0].where, "a.pdf");
}

constexpr ChildBounds small{.time = std::chrono::milliseconds(500), .output_bytes = 1000, .memory_bytes = std::size_t{1} << 30};

TEST(ChildProcess, GivesWhatItWrites)
{
    const std::string input = repeated("a", 900);

    EXPECT_EQ(run_child({"cat"}, input, small).output, input);
}

TEST(ChildProcess, IsEndedAtItsBounds)
{
    EXPECT_EQ(run_child({"sleep", "60"}, "", small).end, ChildResult::End::too_slow);
    EXPECT_EQ(run_child({"cat", "/dev/zero"}, "", small).end, ChildResult::End::too_much);
    EXPECT_EQ(run_child({"false"}, "", small).end, ChildResult::End::failed);
    EXPECT_EQ(run_child({"sitrep-has-no-such-program"}, "", small).end, ChildResult::End::not_found);
}

TEST(ChildProcess, MayLeaveItsInputUnread) { EXPECT_EQ(run_child({"true"}, repeated("a", 1'000'000), small).end, ChildResult::End::finished); }

}  // namespace
}  // namespace sitrep::read
