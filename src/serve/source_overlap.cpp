#include "serve/source_overlap.hpp"

#include "analyse/undercount/source_lists.hpp"
#include "merge/sources.hpp"

#include <algorithm>
#include <map>

namespace sitrep::serve {
namespace {

/// The sources of an incident, each once, with the group that its reports are in.
analyse::Telling telling_of(const Incident& incident)
{
    const auto groups = merge::source_groups(incident.accounts);
    std::map<SourceId, std::size_t> group_of;
    for (std::size_t i = 0; i < groups.size(); ++i) group_of.emplace(incident.accounts[i].source, groups[i]);
    analyse::Telling out;
    for (const auto& [source, group] : group_of) {
        out.sources.push_back(source);
        out.group.push_back(group);
    }
    return out;
}

}  // namespace

analyse::Undercount undercount_of(const std::vector<Incident>& incidents, const store::Store& library, const analyse::UndercountOptions& options)
{
    std::map<SourceId, std::string> names;
    for (const auto& row : library.sources()) names[row.id] = row.name.empty() ? "source " + std::to_string(std::int64_t(row.id)) : row.name;
    analyse::Provenance provenance;
    std::vector<analyse::Telling> tellings;
    for (const Incident& incident : incidents) {
        if (incident.withdrawn)
            provenance.leave_out("withdrawn");
        else if (incident.background_only)
            provenance.leave_out("told only as background");
        else
            tellings.push_back(telling_of(incident));
    }
    const auto name = [&](SourceId id) { return names[id]; };
    const auto lists = analyse::source_lists(tellings, name, provenance);
    return analyse::undercount(lists.table, lists.documented, std::move(provenance), options);
}

}  // namespace sitrep::serve
