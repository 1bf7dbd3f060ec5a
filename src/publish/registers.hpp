// The public names a report may always print: outlets, actors, countries and governorates (data/lexicon).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

struct Outlet {
    std::string name;
    std::string name_ar;
    std::vector<std::string> hosts;
};

/// A country or governorate by its ISO 3166 code.
struct Area {
    std::string code;
    std::string name;
    std::string name_ar;
};

/// All of these are parsed at first use and the same for the whole run; nullptr = not in the register.
const Outlet* outlet_named(std::string_view publisher);   ///< any of its names, any spelling name_form() evens out
const Outlet* outlet_at(std::string_view host);           ///< the host itself or a host under it
const Area* area_coded(std::string_view code);
bool is_actor(std::string_view canonical_name);
bool is_force(std::string_view canonical_name);  ///< a state's, foreign or allied force: its whereabouts are nobody's business
std::string_view actor_name_ar(std::string_view canonical_name);  ///< empty when the register has none

/// Every name of all three registers.
std::vector<std::string_view> register_names();

}  // namespace sitrep::publish
