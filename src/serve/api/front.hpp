// The front door: hosts, origins, sign-in, CSRF, roles and rates are checked here and nowhere else; then the resource answers.
#pragma once

#include "serve/api/app.hpp"

#include <memory>
#include <string>

namespace sitrep::serve {

/// The whole answer to one request, headers of safety included.
Response answer(App& app, store::Desk& desk, const Request& request);
/// True for a request that wants the stream of events and may have it: its head.
bool wants_events(const Request& request);
struct EventsHead {
    Response response;
    std::string who;  ///< who listens; empty when refused
};
EventsHead events_head(App& app, store::Desk& desk, const Request& request);

/// The cookie's name; with TLS a browser only takes it over TLS and for this host alone (RFC 6265bis, 4.1.3.2).
std::string cookie_name(const Options& options);
std::string cookie_for(const Options& options, const std::string& secret, store::Seconds seconds);

}  // namespace sitrep::serve
