// What an English sentence names a place for.
#include <gtest/gtest.h>

#include "understand/assemble.hpp"
#include "understand/english/place_roles.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// The role of the first place that is marked.
PlaceRole role_in(std::string_view sentence)
{
    const Told report = told("Report\n" + std::string(sentence), Language::english, {});
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, report.report.language);
    return prepare(report.report, document, Language::english, report.places, report.dates).cues.places.front();
}

}  // namespace

TEST(EnglishPlaceRoles, AreNotTheEventsWhereThingsCameFrom)
{
    EXPECT_EQ(role_in("The rocket was fired from a grove near {place Kerem|settlement|Idlib|SY} and hit a school."), PlaceRole::other);
    EXPECT_EQ(role_in("The monitor, based in {place Kerem|settlement|Idlib|SY}, counted two dead."), PlaceRole::other);
    EXPECT_EQ(role_in("The blast was heard in Bolo and as far as {place Kerem|settlement|Idlib|SY}."), PlaceRole::other);
    EXPECT_EQ(role_in("Villagers fleeing {place Kerem|settlement|Idlib|SY} were shot on the road."), PlaceRole::relative);
}

TEST(EnglishPlaceRoles, AreTheEventsWhereItHappened)
{
    EXPECT_EQ(role_in("Gunmen killed two soldiers in {place Kerem|settlement|Idlib|SY}."), PlaceRole::event);
    EXPECT_EQ(role_in("Gunmen shot two soldiers near a grove in {place Kerem|settlement|Idlib|SY}."), PlaceRole::event);
    EXPECT_EQ(role_in("Three children were kidnapped from {place Kerem|settlement|Idlib|SY} on Monday."), PlaceRole::event);
}

TEST(EnglishPlaceRoles, OfADispatchAreItsDateline)
{
    EXPECT_EQ(role_in("{place KEREM|settlement|Idlib|SY} – Gunmen shot two soldiers on the road to Bolo."), PlaceRole::dateline);
}

}  // namespace sitrep::understand
