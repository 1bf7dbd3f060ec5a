// One report through the rooms: words, dates, places, what it says. A pure function.
#pragma once

#include "core/account.hpp"
#include "core/incident.hpp"
#include "core/place.hpp"
#include "core/report.hpp"
#include "place/gazetteer.hpp"
#include "text/document.hpp"
#include "understand/model/models.hpp"

namespace sitrep::pipeline {

struct ReadReport {
    Understanding understanding;
    WordSignature words = no_words;
    std::vector<TellingWords> telling{};  ///< of each account, in their order
};

/// An account with the frame of its report, as merging takes it; ids are left open.
FiledAccount filed(const Report& report, const ReadReport& read, std::size_t account);

/// The report's own language is trusted only where its words do not say otherwise: pages often declare the language of their template.
Language language_to_read(const Report& report);

/// Which countries a report is likely about beside those that it names: where its groups are at home, and what its outlet is called after. The latter decides
/// among namesakes and tells no country alone.
std::vector<CountryHint> hints_of(const Report& report, const text::Document& document, const place::Gazetteer& gazetteer);

/// Safe to call from several threads at once.
ReadReport read_report(const Report& report, const place::Gazetteer& gazetteer, const understand::ModelSet& models = {});

/// Bytes a received report holds while it waits.
inline std::size_t bytes_held(const Received& received)
{
    return received.original.bytes.size() + received.report.document.size();
}

}  // namespace sitrep::pipeline
