// From the library's incidents to lists of independent sources: what `undercount` and the report estimate from.
#pragma once

#include "analyse/undercount/undercount.hpp"
#include "store/store.hpp"

namespace sitrep::serve {

/// The undercount of these incidents (background and withdrawn ones are left out and counted). Who quotes whom is read from each
/// incident's reports by merge/sources.
analyse::Undercount undercount_of(const std::vector<Incident>& incidents, const store::Store& library, const analyse::UndercountOptions& options);

}  // namespace sitrep::serve
