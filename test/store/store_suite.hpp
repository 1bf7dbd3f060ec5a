// What every store must do, whatever keeps it: the tests are run against each kind of store by its own factory.
#pragma once

#include "store/store.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sitrep::store {

/// A record as simple as a record can be, so that these tests do not depend on how merging judges.
Incident plain_record(IncidentId id, std::vector<FiledAccount> accounts);

/// A document whose bytes are its text; every text is another document.
Received document(const std::string& text, const std::string& publisher = "Desert Monitor", const std::string& published = "2024-03-06");

/// A report in which nothing was found.
Understanding understood(Language language);

Place town(const std::string& name, const std::string& admin1_code, double lat, double lon);
inline const Place sukhna = town("Al-Sukhna", "SY-HI", 34.88, 38.87);
inline const Place rutba = town("Rutba", "IQ-AN", 33.03, 40.28);
Account shooting(const std::string& day, const Place& place, std::int64_t killed);

/// Opens the library at a path made by the fixture; called again for the same path it opens what is there.
using OpenStore = std::function<std::unique_ptr<Store>(const std::filesystem::path&)>;
struct StoreKind {
    std::string name;
    OpenStore open;
};

class AnyStore : public testing::TestWithParam<StoreKind> {
protected:
    AnyStore();
    ~AnyStore() override;

    void reopen();
    /// One report with one account that opens a new incident; the record is written as the pipeline does.
    IncidentId told(const std::string& text, const Account& account, const std::string& publisher = "Desert Monitor");
    /// One report with one account that joins an incident.
    AccountId told_again(IncidentId incident, const std::string& text, const Account& account, const std::string& publisher = "Steppe News");
    AccountId only_account(IncidentId incident) const;
    std::vector<std::string> faults() const;

    std::filesystem::path folder_;
    std::unique_ptr<Store> store_;
};

}  // namespace sitrep::store
