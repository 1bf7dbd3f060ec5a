// Who works at the desk, by the command line; and a server that must not listen to everybody.
#include "program.hpp"

#include <gtest/gtest.h>

namespace sitrep::test {
namespace {

TEST(Users, AreRegisteredListedAndGivenRolesInTheTerminal)
{
    const Folder folder;
    const auto added = sitrep({"users", "add", "amal", "--role", "editor"}, folder.path(), "a long password\n");
    EXPECT_EQ(added.exit_code, 0) << added.err;
    EXPECT_EQ(sitrep({"users", "add", "amal"}, folder.path(), "a long password\n").exit_code, 1);
    EXPECT_EQ(sitrep({"users", "add", "karim", "--role", "king"}, folder.path(), "a long password\n").exit_code, 1);
    EXPECT_EQ(sitrep({"users", "add", "karim"}, folder.path(), "short\n").exit_code, 1);
    EXPECT_EQ(sitrep({"users", "add", "../karim"}, folder.path(), "a long password\n").exit_code, 1);
    const auto last = sitrep({"users", "role", "amal", "--role", "monitor"}, folder.path());

    EXPECT_EQ(last.exit_code, 1);
    EXPECT_NE(last.err.find("last editor"), std::string::npos) << last.err;
    EXPECT_NE(sitrep({"users", "list"}, folder.path()).out.find("amal"), std::string::npos);
    EXPECT_EQ(sitrep({"users", "password", "amal"}, folder.path(), "another long one\n").exit_code, 0);
    EXPECT_NE(sitrep({"users", "list", "--json"}, folder.path()).out.find(R"("role":"editor")"), std::string::npos);
}

TEST(Serve, DoesNotListenToEverybodyWithoutTlsOrAnExplicitWord)
{
    const Folder folder;
    const auto refused = sitrep({"serve", "--listen", "0.0.0.0:0"}, folder.path());

    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_NE(refused.err.find("--allow-plain-http"), std::string::npos) << refused.err;
    EXPECT_EQ(sitrep({"serve", "--listen", "nonsense"}, folder.path()).exit_code, 1);
}

}  // namespace
}  // namespace sitrep::test
