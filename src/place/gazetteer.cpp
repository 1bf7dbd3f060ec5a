#include "place/gazetteer.hpp"

#include "place/asking.hpp"
#include "place/blob.hpp"

#include <algorithm>
#include <functional>

namespace sitrep::place {

Gazetteer::Gazetteer(std::unique_ptr<Blob> blob) : blob_(std::move(blob)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& file)
{
    auto blob = Blob::map(file);
    if (!blob) return tl::unexpected(blob.error());
    return Gazetteer{std::move(*blob)};
}

std::vector<PlaceCandidate> Gazetteer::find(std::string_view name, const Near& near, std::size_t most) const
{
    auto candidates = ask(*blob_, name, near).candidates;
    if (candidates.size() > most) candidates.resize(most);
    return candidates;
}

double Gazetteer::sure_from() { return answered_from(Situation::asked); }

std::optional<Place> Gazetteer::by_id(std::string_view id) const
{
    const auto places = blob_->places();
    for (std::uint32_t i = 0; i < places.size(); ++i)
        if (!id.empty() && blob_->string(places[i].id) == id) return blob_->made(i);
    return std::nullopt;
}

std::string Gazetteer::attribution() const { return std::string{blob_->attribution()}; }
std::vector<Gazetteer::Source> Gazetteer::sources() const
{
    std::vector<Source> all;
    for (const auto& row : blob_->sources()) all.push_back({std::string(blob_->string(row.name)), std::string(blob_->string(row.licence)), row.places, row.names});
    return all;
}

std::vector<Gazetteer::Coverage> Gazetteer::coverage() const
{
    constexpr std::size_t letters = 26;
    const auto& inventories = blob_->inventories();
    std::vector<Coverage> all;
    for (std::size_t i = 0; i < inventories.size(); ++i) {
        const auto& one = inventories[i];
        if (one.settlements == 0) continue;
        all.push_back({{static_cast<char>('A' + i / letters), static_cast<char>('A' + i % letters)}, one.settlements, one.with_arabic,
                       static_cast<std::uint64_t>(one.expected()), one.completeness()});
    }
    std::ranges::stable_sort(all, std::greater{}, &Coverage::settlements);
    return all;
}

std::size_t Gazetteer::size() const { return blob_->places().size(); }

}  // namespace sitrep::place
