// An incident's fields one by one: the value, who states which, how sure the reading is, and what could be chosen instead.
#pragma once

#include "serve/api/app.hpp"
#include "serve/api/json.hpp"
#include "store/desk/months.hpp"

#include <map>
#include <string>

namespace sitrep::serve {

/// Documents of one call, each unpacked once.
class Documents {
public:
    explicit Documents(store::Desk& desk) : desk_(desk) {}
    const std::string& of(ReportId report)
    {
        const auto found = kept_.find(report);
        if (found != kept_.end()) return found->second;
        const auto stored = desk_.store().report(report);
        return kept_[report] = stored ? stored->report.document : std::string();
    }

private:
    store::Desk& desk_;
    std::map<ReportId, std::string> kept_;
};

Json fields_json(Call& call, const Incident& incident, Documents& documents);
Json second_reading_json(const store::SecondReading& reading);

}  // namespace sitrep::serve
