// Which web addresses may leave the desk: pages of public outlets, and nothing of an address that could name a reader or a person.
#pragma once

#include "publish/registers.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::publish {

/// The host of an http or https address in lower case, without port; nothing for other addresses, or with a user part.
std::optional<std::string> host_of(std::string_view url);

/// The address without query and fragment when it is a page of a listed outlet; nothing otherwise (also for a bare front page).
std::optional<std::string> public_link(std::string_view url);

/// The listed outlet behind a report: by the publisher's name, else by the address's host; nullptr when it is none.
const Outlet* outlet_behind(std::string_view publisher, std::string_view url);

}  // namespace sitrep::publish
