// Where a number leads: to its incident, or to the list of incidents that it counts.
#pragma once

#include "core/incident.hpp"

#include <map>
#include <string>
#include <vector>

namespace sitrep::publish {

class FigureLinks {
public:
    /// "I42" for one incident, "n7" for a list. The same incidents always give the same list. `from` is not empty.
    std::string anchor_for(const std::vector<IncidentId>& from);

    struct List {
        std::string anchor;
        std::vector<IncidentId> incidents;
    };
    const std::vector<List>& lists() const { return lists_; }

private:
    std::map<std::vector<IncidentId>, std::size_t> known_;
    std::vector<List> lists_;
};

}  // namespace sitrep::publish
