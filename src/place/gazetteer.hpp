// The gazetteer: every place Sitrep knows, in one memory-mapped file.
#pragma once

#include "core/place.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

/// Where a name may stand, for lookups.
struct Near {
    std::string country;      ///< ISO 3166-1 alpha-2, or empty
    std::string admin1_code;  ///< ISO 3166-2, or empty
    std::optional<LatLon> point;
};

/// Read-only and safe to share between threads. Opening maps the file and checks its header; nothing is parsed.
class Gazetteer {
public:
    static Result<Gazetteer> open(const std::filesystem::path& file);
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    /// Candidates for a name in any spelling and script, best first, at most `most`; each with its reason. The first one's score is the chance that it
    /// is the place meant, fitted on data (docs/accuracy.md); the scores after it are in proportion to what speaks for them.
    std::vector<PlaceCandidate> find(std::string_view name, const Near& near, std::size_t most) const;
    /// A first candidate whose score is less is no answer: the name is better left not resolved.
    static double sure_from();
    /// The place of an id ("geonames:172955"); looks through all of them, some milliseconds.
    std::optional<Place> by_id(std::string_view id) const;
    /// The governorate polygon that holds a point: its ISO 3166-2 code, or empty.
    std::string admin1_at(LatLon point) const;
    /// The district (second-level unit) a place lies in, in English: the one it is told with, spelt as the outline of that name in its governorate, or
    /// else the outline around its point. Outlines of districts are there once a desk has imported them; without, what the place itself says.
    std::string district_of(const Place& place) const;
    /// Outlines for drawing: first-level units of a country (ISO 3166-1), simplified to about a kilometre.
    std::vector<Outline> admin1_outlines(std::string_view country) const;
    std::vector<Outline> country_outlines() const;
    /// Districts that the desk has imported; an outline's code is "SY-DY/" and its name.
    std::vector<Outline> district_outlines(std::string_view country) const;
    /// Named regions of a country that are drawn as shapes (deserts, ranges, valleys), coarse; an open ring is a line.
    std::vector<Outline> region_outlines(std::string_view country) const;
    /// The line that anything made with this gazetteer must print: "GeoNames (CC BY 4.0), Natural Earth …".
    std::string attribution() const;
    std::size_t size() const;
    /// Who gave the places and names, in the order they were put on top of each other.
    struct Source {
        std::string name, licence;
        std::uint64_t places = 0, names = 0;
    };
    std::vector<Source> sources() const;
    /// How many settlements and sites are known of a country, how many of them with an Arabic name, and how many settlements it must have by the number of
    /// its towns (Zipf's law; place/completeness.hpp). `completeness` is the known share of these, 0..1.
    struct Coverage {
        std::string country;
        std::uint64_t settlements = 0, with_arabic = 0, expected = 0;
        double completeness = 0;
    };
    /// Countries by the number of their settlements, most first.
    std::vector<Coverage> coverage() const;

    struct Blob;
    const Blob& blob() const { return *blob_; }

private:
    explicit Gazetteer(std::unique_ptr<Blob> blob);
    std::unique_ptr<Blob> blob_;
};

}  // namespace sitrep::place
