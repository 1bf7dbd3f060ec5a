// Every version of every field, and what has become history.
#include "merge/accounts.hpp"
#include "merge/merge.hpp"
#include "merge/versions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::merge {
namespace {

const FieldVersions& field(const std::vector<FieldVersions>& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &FieldVersions::field);
    if (found == fields.end()) throw std::runtime_error(std::string(name) + " is not there");
    return *found;
}

TEST(AFigureItsOwnSourceReplaced, IsShownAsHistoryAndLeavesTheRange)
{
    auto first = told(1, "North Post"), corrected = told(2, "North Post"), other = told(3, "Desert Monitor");
    first.account.killed = Toll{9, 9, {}};
    corrected.account.killed = Toll{4, 4, {}};
    corrected.published = Publication{first.published->day + std::chrono::days{1}, std::nullopt};
    other.account.killed = Toll{5, std::nullopt, {}};

    const auto fields = versions_of(consolidate(IncidentId{1}, {first, corrected, other}), {});
    const auto& killed = field(fields, "killed");

    EXPECT_EQ(killed.range, (TollRange{4, 5}));
    ASSERT_EQ(killed.versions.size(), 3u);
    for (const auto& version : killed.versions) EXPECT_EQ(version.stands(), version.value != "9") << version.value;
    EXPECT_TRUE(killed.contested);
}

TEST(AnOlderVersionOfATablesRow, IsHistoryInEveryField)
{
    auto now = told(2, "UCDP GED"), before = told(1, "UCDP GED");
    before.account.kind = IncidentKind::clash;
    now.account.kind = IncidentKind::ambush;

    const auto fields = versions_of(consolidate(IncidentId{1}, {now}), std::vector{before});

    for (const auto& version : field(fields, "kind").versions) EXPECT_EQ(version.stands(), version.value == "ambush");
    EXPECT_FALSE(field(fields, "kind").contested);
}

TEST(APerpetratorThatDenies, IsContestedWithWhoSaysWhat)
{
    auto claim = told(1, "North Post"), denial = told(2, "Desert Monitor");
    claim.account.perpetrator = {"the group", "ISIS", PerpetratorStatus::claimed, std::nullopt};
    denial.account.perpetrator = {"the group", "ISIS", PerpetratorStatus::attributed, std::nullopt};
    denial.account.denied = true;

    const auto fields = versions_of(consolidate(IncidentId{1}, {claim, denial}), {});
    const auto& perpetrator = field(fields, "perpetrator");

    EXPECT_TRUE(perpetrator.contested);
    ASSERT_EQ(perpetrator.versions.size(), 1u);
    EXPECT_EQ(perpetrator.versions[0].said[0].how, "claimed");
    EXPECT_EQ(perpetrator.versions[0].said[1].how, "denied");
}

TEST(KindsThatDiffer, StandSideBySide)
{
    auto shells = told(1, "North Post"), guns = told(2, "Desert Monitor");
    shells.account.kind = IncidentKind::shelling;
    guns.account.kind = IncidentKind::armed_attack;

    const auto fields = versions_of(consolidate(IncidentId{1}, {shells, guns}), {});

    EXPECT_EQ(field(fields, "kind").versions.size(), 2u);
    EXPECT_TRUE(field(fields, "kind").contested);
}

}  // namespace
}  // namespace sitrep::merge
