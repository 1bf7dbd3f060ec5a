// The desk's spellings and places put into its gazetteer, so that the next report read in already knows them.
#pragma once

#include "serve/api/app.hpp"

namespace sitrep::serve {

/// Puts what was added since the last time on top of the gazetteer in use, in the desk's own gazetteer beside the library (as `sitrep gazetteer
/// import` does), and uses that from now on. Where that fails the gazetteer in use stays, and it is tried again the next time.
void put_own_places_on(App& app, store::Desk& desk);
bool is_in_use(store::Desk& desk, const store::Spelling& spelling);

}  // namespace sitrep::serve
