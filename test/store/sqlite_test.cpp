// The library in an SQLite file: the suite, and what is particular to a file.
#include "store_suite.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <fstream>
#include <random>

namespace sitrep::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::unique_ptr<Store> open_library(const std::filesystem::path& path) { return open_store(path.string(), plain_record); }

INSTANTIATE_TEST_SUITE_P(Sqlite, AnyStore, testing::Values(StoreKind{"sqlite", open_library}), [](const auto& kind) { return kind.param.name; });

class LibraryFile : public testing::Test {
protected:
    LibraryFile()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "sitrep-file-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
        folder = pattern;
        path = folder / "desk.sitrep";
    }
    ~LibraryFile() override { std::filesystem::remove_all(folder); }

    std::string refusal() const
    {
        try {
            open_library(path);
            return "it was opened";
        }
        catch (const LibraryError& error) {
            return error.what();
        }
    }
    void write(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
    std::string bytes() const
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // Returns what SQLite says against it, empty when it was done.
    std::string execute(const std::string& sql) const
    {
        sqlite3* database = nullptr;
        sqlite3_open(path.c_str(), &database);
        char* message = nullptr;
        sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
        const std::string said = message ? message : "";
        sqlite3_free(message);
        sqlite3_close(database);
        return said;
    }
    void fill() const
    {
        const auto store = open_library(path);
        for (int i = 0; i < 3; ++i)
            store->in_transaction([&] {
                const auto report = store->add_report(document("Report number " + std::to_string(i) + " of the desert."), {}, no_words);
                const auto account = store->add_account(report, shooting("2024-03-05", town("Al-Sukhna", "SY-HI", 34.88, 38.87), i), {});
                const auto incident = store->new_incident(account);
                store->set_record(plain_record(incident, store->accounts_of(incident)));
            });
        store->accept(IncidentId{1}, "editor");
    }
    std::vector<std::string> faults() const { return open_library(path)->verify({}).faults; }

    std::filesystem::path folder, path;
};

TEST_F(LibraryFile, IsNeverMadeOverAnotherFile)
{
    write("Dear editor, this is a letter.");

    EXPECT_THAT(refusal(), HasSubstr("not a Sitrep library"));
    EXPECT_EQ(bytes(), "Dear editor, this is a letter.");

    path = folder;
    EXPECT_THAT(refusal(), HasSubstr("folder"));
    path = folder / "missing" / "desk.sitrep";
    EXPECT_THAT(refusal(), HasSubstr("cannot be opened"));
}

TEST_F(LibraryFile, IsNeverMadeInAnotherProgramsDatabase)
{
    execute("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://example.org')");
    const auto before = bytes();

    EXPECT_THAT(refusal(), HasSubstr("another program"));
    EXPECT_EQ(bytes(), before);
}

TEST_F(LibraryFile, IsMadeFromAnEmptyFile)
{
    write("");

    EXPECT_EQ(open_library(path)->counts().reports, 0);
}

TEST_F(LibraryFile, OfANewerProgramIsRefused)
{
    fill();
    execute("PRAGMA user_version = 77");

    EXPECT_THAT(refusal(), HasSubstr("newer Sitrep"));
}

TEST_F(LibraryFile, CutShortIsRefusedOrFoundFaulty)
{
    fill();
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);

    std::string said = refusal();
    if (said == "it was opened") said = testing::PrintToString(faults());
    EXPECT_THAT(said, HasSubstr("damaged"));
}

TEST_F(LibraryFile, ForbidsAnyoneToRewriteHistory)
{
    fill();

    EXPECT_THAT(execute("UPDATE original SET bytes = x'00'"), HasSubstr("never change"));
    EXPECT_THAT(execute("DELETE FROM original"), HasSubstr("never deleted"));
    EXPECT_THAT(execute("UPDATE report SET url = ''"), HasSubstr("never change"));
    EXPECT_THAT(execute("UPDATE account SET kind = 'ambush'"), HasSubstr("never change"));
    EXPECT_THAT(execute("UPDATE log SET action = 'account'"), HasSubstr("append-only"));
    EXPECT_THAT(execute("DELETE FROM log"), HasSubstr("append-only"));
    EXPECT_THAT(execute("UPDATE revision SET who = 'another'"), HasSubstr("never change"));
    EXPECT_THAT(execute("DELETE FROM incident"), HasSubstr("never deleted"));
    EXPECT_THAT(faults(), IsEmpty());
}

// Whoever writes the file can drop the triggers; the log still tells.
class Tampered : public LibraryFile, public testing::WithParamInterface<const char*> {};

TEST_P(Tampered, IsFound)
{
    fill();
    ASSERT_THAT(faults(), IsEmpty());
    execute("DROP TRIGGER original_stays; DROP TRIGGER original_is_kept; DROP TRIGGER report_stays; DROP TRIGGER report_is_kept;"
            "DROP TRIGGER account_stays; DROP TRIGGER account_is_kept; DROP TRIGGER revision_stays; DROP TRIGGER revision_is_kept;"
            "DROP TRIGGER effect_stays; DROP TRIGGER effect_is_kept; DROP TRIGGER log_stays; DROP TRIGGER log_is_kept;");

    ASSERT_EQ(execute(GetParam()), "");

    EXPECT_THAT(faults(), Not(IsEmpty())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    Sqlite, Tampered,
    testing::Values("UPDATE original SET bytes = (SELECT bytes FROM original WHERE id = 2) WHERE id = 1", "UPDATE original SET hash = zeroblob(32) WHERE id = 1",
                    "UPDATE original SET origin = 'elsewhere' WHERE id = 3", "UPDATE report SET publisher = 'Steppe News' WHERE id = 1",
                    "UPDATE report SET published_day = published_day + 1 WHERE id = 1", "UPDATE report SET received_at = '2020-01-01T00:00:00Z' WHERE id = 2",
                    "UPDATE source SET name = 'Steppe News'", "UPDATE account SET kind = 'ambush' WHERE id = 1", "UPDATE account SET kind = 'nothing' WHERE id = 1",
                    "UPDATE account SET confidence = confidence + 1e-12 WHERE id = 2", "UPDATE account SET tolls = replace(tolls, 'killed', 'injured')",
                    "UPDATE account SET tolls = '[]'", "UPDATE account SET tolls = json_set(tolls, '$[0][2]', 9)",
                    "UPDATE account SET evidence = json_set(evidence, '$[0][1]', 7)", "UPDATE account SET places = json_set(places, '$[0][1]', 'Al-Sukhnah')",
                    "UPDATE account SET places = '[[77,\"Al-Sukhna\",0,9]]'", "UPDATE account SET targets = 'no list'", "UPDATE place SET lat = lat + 0.01",
                    "UPDATE revision SET who = 'someone' WHERE id = 4", "UPDATE revision_effect SET after = '0' WHERE revision = 4",
                    "UPDATE log SET at = '2020-01-01T00:00:00Z' WHERE id = 2", "DELETE FROM log WHERE id = 3", "DELETE FROM log WHERE id = (SELECT max(id) FROM log)",
                    "UPDATE log SET content = zeroblob(32) WHERE id = 1", "UPDATE incident_account SET incident = 2 WHERE account = 1",
                    "UPDATE incident SET accepted = 0", "INSERT INTO correction VALUES (1, 'killed', '0')", "INSERT INTO forward VALUES (1, 2)",
                    "INSERT INTO refusal (at, place, why) VALUES ('now', 'a', 'b')"));

TEST_F(LibraryFile, WithOneByteChangedAnywhereInItsOriginalsIsFound)
{
    fill();
    const auto whole = bytes();
    // The first bytes of the stored words of the second report, found by its compressed frame's own text.
    const auto at = whole.find("Report number 1");
    ASSERT_NE(at, std::string::npos);
    auto changed = whole;
    changed[at + 3] ^= 1;
    write(changed);

    EXPECT_THAT(testing::PrintToString(faults()), HasSubstr("original 2 is not as it was received"));
}

// All that the log answers for, as SQLite reads it; what cannot be read is part of the answer.
std::string protected_content(const std::filesystem::path& path)
{
    sqlite3* database = nullptr;
    sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    std::string content;
    for (const char* table : {"original", "report", "mentions", "account", "tally", "pattern", "revision", "revision_effect", "log", "refusal", "judgement", "reason"}) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(database, (std::string("SELECT * FROM ") + table).c_str(), -1, &statement, nullptr);
        while (statement && sqlite3_step(statement) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                content += char('0' + sqlite3_column_type(statement, column));
                const void* bytes = sqlite3_column_blob(statement, column);
                if (bytes) content.append(static_cast<const char*>(bytes), std::size_t(sqlite3_column_bytes(statement, column)));
                content += '\n';
            }
        content += sqlite3_errmsg(database);
        sqlite3_finalize(statement);
    }
    sqlite3_close(database);
    return content;
}

TEST_F(LibraryFile, WithAnyByteChangedIsFoundOrSaysTheSame)
{
    constexpr unsigned draws_from = 77;
    constexpr int changes = 300;
    fill();
    open_library(path)->refuse({"broken.csv, line 4", "the date is on no calendar"});
    const auto whole = bytes();
    const auto content = protected_content(path);
    std::mt19937 random(draws_from);
    int told_something_else = 0;
    for (int change = 0; change < changes; ++change) {
        auto changed = whole;
        const auto at = random() % whole.size();
        changed[at] = char(changed[at] ^ (1 << random() % 8));
        write(changed);
        if (protected_content(path) == content) continue;  // between the rows, or in what follows from them
        ++told_something_else;
        bool found = false;
        try {
            const auto store = open_library(path);
            found = !store->verify({}).faults.empty();
        }
        catch (const LibraryError&) {
            found = true;
        }
        EXPECT_TRUE(found) << "seed " << draws_from << ", change " << change << " at byte " << at;
    }
    EXPECT_GT(told_something_else, 10);
}

}  // namespace
}  // namespace sitrep::store
