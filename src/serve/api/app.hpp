// What the resources of the API share: the running server, the asker, one call.
#pragma once

#include "serve/api/attempts.hpp"
#include "serve/api/events.hpp"
#include "serve/api/intake.hpp"
#include "serve/api/kept.hpp"
#include "serve/api/totals.hpp"
#include "serve/board/board.hpp"
#include "serve/http/message.hpp"
#include "serve/server.hpp"
#include "store/desk/desk.hpp"

#include <nlohmann/json_fwd.hpp>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sitrep::serve {

/// The last `sitrep verify` that was asked for in the browser.
struct Verification {
    std::mutex mutex;
    bool running = false;
    double progress = 0;
    std::string at;
    store::VerifyResult result;
};

struct App {
private:
    mutable std::mutex gazetteer_mutex_;
    std::shared_ptr<const place::Gazetteer> gazetteer_;

public:
    App(Options given, std::string word);
    Options options;
    std::string set_up_word;         ///< empty once somebody is registered
    std::mutex set_up_mutex;
    Board board;                     ///< asks the gazetteer for districts
    Events events;
    Turns turns;                     ///< people's changes go before reading in
    Attempts attempts;
    Memo memo{64};
    Kept<nlohmann::ordered_json> registers{8};  ///< rows of actors and sources
    InboxTotals inbox_totals;
    SourceTotals source_totals;
    Memo reports{16384};             ///< rows of the inbox as text, half a kilobyte each
    Memo rows{16384};                ///< rows of lists as text, by the incident's version: a kilobyte each
    Verification verification;
    std::jthread verifying;
    Intake intake;                   ///< last: its thread uses all the others
    /// The one in use: the one the server was started with, until the desk's own places are put on top of it.
    std::shared_ptr<const place::Gazetteer> gazetteer() const;
    void use(std::shared_ptr<const place::Gazetteer> gazetteer);
    store::Seconds now() const;
    Day today() const;
    std::unique_ptr<store::Desk> open_desk() const;
};

/// Who asks.
struct Asker {
    std::string name;  ///< "who" of every revision
    store::Role role = store::Role::auditor;
    bool by_token = false;
    std::int64_t user = 0;
    Sha256 session{};
    std::string csrf;
    store::Seconds expires = 0;
};

struct Call {
    App& app;
    store::Desk& desk;
    const Request& request;
    std::optional<Asker> asker;            ///< none only where a route is open to all
    std::vector<std::string> parameters;   ///< of the path, decoded
    const std::string& who() const { return asker->name; }
    std::int64_t number(std::size_t at) const;   ///< a parameter that is a number; 404 when it is none
    IncidentId incident(std::size_t at) const;   ///< "I42"; 404
};

using Handle = Response (*)(Call&);

/// Who may ask: a set of roles, or everybody.
enum Allowed : unsigned {
    anyone = 0,  ///< without signing in too
    of_monitor = 1, of_editor = 2, of_keeper = 4, of_auditor = 8,
    all_roles = 15, desk_roles = of_monitor | of_editor, editors = of_editor, keepers = of_editor | of_keeper, overseers = of_editor | of_auditor
};

struct Route {
    Method method;
    std::string_view pattern;  ///< "/incidents/{id}/accept", below /api/v1
    unsigned allowed;
    Handle handle;
    std::string_view body_type = "application/json";  ///< of what a changing request may carry
    bool waits_for_nobody = false;                    ///< changes nothing that others change too, or takes long
};
using Routes = std::vector<Route>;

/// All routes of the API, as the contract names them.
const Routes& routes();

// One function a resource.
void add_session(Routes& routes);
void add_users(Routes& routes);
void add_desk(Routes& routes);
void add_inbox(Routes& routes);
void add_feeds(Routes& routes);
void add_reports(Routes& routes);
void add_review(Routes& routes);
void add_second_readings(Routes& routes);
void add_incidents(Routes& routes);
void add_changes(Routes& routes);
void add_views(Routes& routes);
void add_map(Routes& routes);
void add_sources(Routes& routes);
void add_places(Routes& routes);
void add_actors(Routes& routes);
void add_months(Routes& routes);
void add_editions(Routes& routes);
void add_gate(Routes& routes);
void add_tallies(Routes& routes);
void add_audit(Routes& routes);

/// One at a time in the whole server: a month's report holds the incidents of 25 months, an export all that a filter shows.
std::mutex& heavy_work();

/// Whoever asks for this stream gets events until the connection ends.
inline constexpr std::string_view events_pattern = "/events";

}  // namespace sitrep::serve
