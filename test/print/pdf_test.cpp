// A page becomes a PDF: with its words in both scripts, and without a trace of the machine.
#include "print/pdf.hpp"

#include "read/child_process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

namespace sitrep::print {
namespace {

const std::string page = "<!doctype html><html lang=en><meta charset=utf-8><title>Situation report</title><style>@page{size:A4}</style>"
                         "<h1>Situation report: Syria, October 2025</h1><p>Twelve attacks.</p><p dir=rtl lang=ar>تقرير الوضع</p></html>";

TEST(Pdf, ThePrintedPageHoldsItsWordsAndTellsNothingOfTheMachine)
{
    if (!printing_browser()) GTEST_SKIP() << "no Chromium, Chrome or Edge here";
    const auto pdf = pdf_of(page);
    ASSERT_TRUE(pdf.starts_with("%PDF-"));
    for (const std::string trace : {"Mozilla", "Skia", "Chrom", "file://", "sitrep-print", "CreationDate", "ModDate"}) EXPECT_EQ(pdf.find(trace), std::string::npos) << trace;
    const auto words = read::run_child({"pdftotext", "-enc", "UTF-8", "-", "-"}, pdf, {.time = std::chrono::seconds(20), .output_bytes = 1 << 20, .memory_bytes = 0});
    if (words.end == read::ChildResult::End::not_found) GTEST_SKIP() << "no pdftotext to look into it";

    EXPECT_NE(words.output.find("Situation report: Syria, October 2025"), std::string::npos) << words.output;
    EXPECT_NE(words.output.find("Twelve attacks."), std::string::npos);
}

TEST(Pdf, WithoutABrowserTheErrorSaysWhatToDo)
{
    const char* before = std::getenv("PATH");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("PATH", "/nowhere", 1);
    EXPECT_FALSE(printing_browser());
    try {
        pdf_of(page);
        ADD_FAILURE() << "nothing can have printed this";
    }
    catch (const PrintError& error) {
        EXPECT_NE(std::string(error.what()).find("Install chromium"), std::string::npos) << error.what();
    }
    ::setenv("PATH", kept.c_str(), 1);
}

TEST(Pdf, TracesAreBlankedAndEveryOffsetStays)
{
    const std::string pdf = "1 0 obj\n<</Creator (Mozilla \\(X11\\) (nested) x)\n/Producer (Skia)\n/Title <FEFF> /CreationDate (D:20251101)>>\nendobj";
    const auto clean = without_traces(pdf);

    EXPECT_EQ(clean.size(), pdf.size());
    EXPECT_EQ(clean.find("endobj"), pdf.find("endobj"));
    EXPECT_NE(clean.find("/Title <FEFF>"), std::string::npos);
    for (const std::string trace : {"Mozilla", "nested", "Skia", "2025"}) EXPECT_EQ(clean.find(trace), std::string::npos) << trace;
    EXPECT_EQ(without_traces("/Creator (never closed"), "/Creator (never closed");
}

}  // namespace
}  // namespace sitrep::print
