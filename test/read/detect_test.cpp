// Types are told from bytes; names only break ties.
#include "read/parts.hpp"
#include "reading.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sitrep::read {
namespace {

using namespace std::string_literals;
using testing::Packing;

PieceType type_of(std::string bytes, std::string name = {}, std::string content_type = {})
{
    Piece piece;
    piece.bytes = std::move(bytes);
    piece.name = std::move(name);
    piece.content_type = std::move(content_type);
    return detect(piece);
}

TEST(Detect, TellsPackedFilesFromTheirFirstBytesWhateverTheirName)
{
    for (const auto packing : {Packing::gzip, Packing::bzip2, Packing::xz, Packing::zstd})
        EXPECT_EQ(type_of(testing::packed(packing, {{"a", "text"}}), "a.txt"), PieceType::compressed);
    for (const auto packing : {Packing::zip, Packing::tar, Packing::seven_zip})
        EXPECT_EQ(type_of(testing::packed(packing, {{"a", "text"}}), "a.html"), PieceType::archive);
}

TEST(Detect, TellsAWordDocumentFromAnArchive)
{
    EXPECT_EQ(type_of(testing::packed(Packing::zip, {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document/>"}}), "a.zip"), PieceType::docx);
    EXPECT_EQ(type_of(testing::packed(Packing::zip, {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}})), PieceType::archive);
}

TEST(Detect, TellsDocumentsFromTheirMarks)
{
    EXPECT_EQ(type_of("%PDF-1.7\n", "a.txt"), PieceType::pdf);
    EXPECT_EQ(type_of("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), PieceType::warc);
    EXPECT_EQ(type_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc"), PieceType::binary);
    EXPECT_EQ(type_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "a.txt"), PieceType::binary);
}

TEST(Detect, TellsPagesFromFeeds)
{
    EXPECT_EQ(type_of("<!DOCTYPE html><html><body><p>Two men"), PieceType::html);
    EXPECT_EQ(type_of("<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<rss version=\"2.0\"><channel>"), PieceType::feed);
    EXPECT_EQ(type_of("\xEF\xBB\xBF<feed xmlns=\"http://www.w3.org/2005/Atom\">"), PieceType::feed);
    EXPECT_EQ(type_of("<?xml version=\"1.0\"?><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">"), PieceType::feed);
    EXPECT_EQ(type_of("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"), PieceType::html);
    EXPECT_EQ(type_of("Menu <div><p>Two men</p><span>were shot"), PieceType::html);
}

TEST(Detect, TellsJsonLinesFromATelegramExport)
{
    EXPECT_EQ(type_of(R"({"id":"1","text":"Two men were shot."})"), PieceType::json_lines);
    EXPECT_EQ(type_of(R"({"id":"1","type":"x","name":"y","text":"Two men were shot.","messages":[]})"), PieceType::json_lines);
    EXPECT_EQ(type_of("[\n {\"id\":\"1\"}]"), PieceType::json_lines);
    EXPECT_EQ(type_of("{\n \"name\": \"Eastern News\",\n \"type\": \"public_channel\",\n \"id\": 1,\n \"messages\": [\n"), PieceType::telegram_json);
    EXPECT_EQ(type_of("[Homs] Two men were shot."), PieceType::plain_text);
}

TEST(Detect, TellsTablesFromSentencesWithCommas)
{
    EXPECT_EQ(type_of("id,title,text\n1,a,b\n2,c,\"d, e\"\n"), PieceType::csv);
    EXPECT_EQ(type_of("التاريخ;النص\n2024-03-05;قتل مدنيان\n"), PieceType::csv);
    EXPECT_EQ(type_of("event_id_cnty\tevent_date\tnotes\nSYR1\t2024-03-05\ta\n"), PieceType::csv);
    EXPECT_EQ(type_of("a,b\n1,2\n", "table.csv"), PieceType::csv);
    EXPECT_EQ(type_of("On Sunday, gunmen killed two men.\nOn Monday, others fled.\n"), PieceType::plain_text);
    EXPECT_EQ(type_of("On Sunday, gunmen, in Homs\nOn Monday, others, in Hama\n"), PieceType::plain_text);
}

TEST(Detect, TellsMailFromTextWithAFrame)
{
    EXPECT_EQ(type_of("Return-Path: <a@example.org>\r\nSubject: News\r\n\r\nTwo men"), PieceType::email);
    EXPECT_EQ(type_of("From: a@example.org\nTo: b@example.org\nSubject: News\n\nTwo men"), PieceType::email);
    EXPECT_EQ(type_of("From a@example.org Tue Mar  5 10:00:00 2024\nSubject: News\n\nTwo men"), PieceType::mbox);
    EXPECT_EQ(type_of("Source: Eastern News\nDate: 2024-03-05\n\nTwo men were shot."), PieceType::plain_text);
    EXPECT_EQ(type_of("From Damascus at 10:30 in 2024:\nTwo men were shot."), PieceType::plain_text);
}

TEST(Detect, TellsChatExports)
{
    EXPECT_EQ(type_of("05/03/2024, 10:00 - Desk: Two men were shot.\n"), PieceType::whatsapp_text);
    EXPECT_EQ(type_of("\xE2\x80\x8E[05.03.24, 10:00:12] Desk: Two men were shot.\n"), PieceType::whatsapp_text);
    EXPECT_EQ(type_of("[٥/٣/٢٠٢٤، ١٠:٠٠:١٢ م] المكتب: قتل مدنيان\n"), PieceType::whatsapp_text);
    EXPECT_EQ(type_of("2024-03-05 10:00 Two men were shot.\n"), PieceType::plain_text);
}

TEST(Detect, ReadsUtf16LikeAnyText)
{
    std::string json = "\xFF\xFE";
    for (const char c : R"({"id":"1","text":"Two men were shot."})"s) json += {c, '\0'};

    EXPECT_EQ(type_of(json), PieceType::json_lines);
}

TEST(Detect, TellsNothingAndNoise)
{
    EXPECT_EQ(type_of(""), PieceType::empty);
    EXPECT_EQ(type_of(" \r\n\t "), PieceType::empty);
    EXPECT_EQ(type_of("\xEF\xBB\xBF"), PieceType::empty);
    EXPECT_EQ(type_of(std::string(1000, '\0')), PieceType::binary);
    EXPECT_EQ(type_of("Two men were shot."), PieceType::plain_text);
}

}  // namespace
}  // namespace sitrep::read
