#include "serve/api/app.hpp"

#include "merge/merge.hpp"
#include "serve/api/batch_json.hpp"
#include "serve/api/own_places.hpp"

#include <charconv>

namespace sitrep::serve {
namespace {

constexpr int reader_cache_kib = 8000;

IntakeRooms rooms_of(App& app)
{
    IntakeRooms rooms;
    rooms.library = app.options.library;
    rooms.gazetteer = [&app](store::Desk& desk) {
        put_own_places_on(app, desk);
        return app.gazetteer();
    };
    rooms.models = app.options.models;
    rooms.threads = app.options.reading_threads;
    rooms.turns = &app.turns;
    rooms.open_desk = [&app] { return app.open_desk(); };
    rooms.tell = [&app](const Batch& batch) { app.events.tell("batch", batch_json(batch).dump(-1, ' ', false, Json::error_handler_t::replace)); };
    return rooms;
}

}  // namespace

App::App(Options given, std::string word)
    : options(std::move(given)), set_up_word(std::move(word)), board([this](const Place& place) { return gazetteer()->district_of(place); }),
      intake(rooms_of(*this))
{
}

std::shared_ptr<const place::Gazetteer> App::gazetteer() const
{
    const std::lock_guard lock(gazetteer_mutex_);
    if (gazetteer_) return gazetteer_;
    return {std::shared_ptr<void>(), options.gazetteer};  // the caller's: nobody here deletes it
}

void App::use(std::shared_ptr<const place::Gazetteer> gazetteer)
{
    const std::lock_guard lock(gazetteer_mutex_);
    gazetteer_ = std::move(gazetteer);
}

store::Seconds App::now() const
{
    const auto now = options.now ? options.now() : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return now.time_since_epoch().count();
}

Day App::today() const { return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{now()}}); }

std::unique_ptr<store::Desk> App::open_desk() const { return std::make_unique<store::Desk>(options.library, merge::consolidate, reader_cache_kib); }

std::int64_t Call::number(std::size_t at) const
{
    const auto& text = parameters.at(at);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) throw Problem(404, "not_there", "There is nothing of that number.");
    return number;
}

IncidentId Call::incident(std::size_t at) const
{
    const auto id = incident_id_from(parameters.at(at));
    if (!id) throw Problem(404, "not_there", "An incident's id looks like I42; /incidents lists them.");
    return *id;
}

const Routes& routes()
{
    static const Routes all = [] {
        Routes made;
        for (auto add : {add_session, add_users, add_desk, add_inbox, add_feeds, add_reports, add_review, add_second_readings, add_incidents, add_changes,
                         add_views, add_map, add_sources, add_places, add_actors, add_months, add_editions, add_gate, add_tallies, add_audit})
            add(made);
        return made;
    }();
    return all;
}

}  // namespace sitrep::serve
