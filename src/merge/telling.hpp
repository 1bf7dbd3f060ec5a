// The rare words around an account, kept as short hashes: what two accounts of one event have in common beside place and time.
#pragma once

#include "core/incident.hpp"
#include "merge/model.hpp"
#include "text/document.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace sitrep::merge {

/// Those of the words inside `spans` that are rarest by the model; of the whole document when there are no spans.
TellingWords telling_words(const text::Document& document, std::span<const Span> spans, const Model& model = shipped_model());

/// The hash of a name by its skeleton (text::skeleton), as it stands among an account's rare names.
std::uint16_t telling_name(std::string_view skeleton);

/// Calls `use` with each hash that telling_words would look at, once for each token: what rarity is learnt from.
void for_each_telling_hash(const text::Document& document, const std::function<void(std::uint16_t)>& use);

}  // namespace sitrep::merge
