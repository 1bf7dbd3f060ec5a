// A trained tagger of words: which roles of the guideline they play. One linear chain per layer over shared features.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep::understand {

/// Layers are tagged independently, so that the spans of different layers may nest ("[two shepherds]" are a target, "[two]" the killed).
enum class TagLayer : std::uint8_t { act, toll, who, place, weapon, statement, person };
inline constexpr std::size_t tag_layers = 7;

/// A role, by the name it has in the corpus.
struct TagRole {
    TagLayer layer;
    std::string_view name;
};
inline constexpr std::array tag_roles{TagRole{TagLayer::act, "act"},       TagRole{TagLayer::toll, "killed"},   TagRole{TagLayer::toll, "injured"},
                                      TagRole{TagLayer::toll, "abducted"}, TagRole{TagLayer::toll, "arrested"}, TagRole{TagLayer::toll, "pkilled"},
                                      TagRole{TagLayer::who, "perp"},      TagRole{TagLayer::who, "target"},    TagRole{TagLayer::who, "actor"},
                                      TagRole{TagLayer::who, "source"},    TagRole{TagLayer::place, "place"},   TagRole{TagLayer::weapon, "weapon"},
                                      TagRole{TagLayer::statement, "claim"}, TagRole{TagLayer::statement, "tally"},
                                      TagRole{TagLayer::statement, "pattern"}, TagRole{TagLayer::person, "person"}};

constexpr std::uint8_t tag_role(std::string_view name)
{
    for (std::uint8_t role = 0; role < tag_roles.size(); ++role)
        if (tag_roles[role].name == name) return role;
    return static_cast<std::uint8_t>(tag_roles.size());
}

/// A state of a layer's chain: outside (0), or the beginning or inside of one of the layer's roles (BIO; Ramshaw & Marcus 1995).
using TagState = std::uint8_t;

struct LayerShape {
    std::size_t first_column = 0;  ///< of the rows of weights
    std::size_t states = 0;        ///< 1 + 2 per role
    std::size_t first_role = 0;
};
/// How the layers share the columns.
constexpr std::array<LayerShape, tag_layers> layer_shapes()
{
    std::array<LayerShape, tag_layers> shapes{};
    std::size_t column = 0, role = 0;
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        shapes[layer] = {column, 1, role};
        while (role < tag_roles.size() && tag_roles[role].layer == static_cast<TagLayer>(layer)) {
            shapes[layer].states += 2;
            ++role;
        }
        column += shapes[layer].states;
    }
    return shapes;
}
inline constexpr auto tag_shapes = layer_shapes();
inline constexpr std::size_t tag_columns = tag_shapes.back().first_column + tag_shapes.back().states;
inline constexpr std::size_t states_max = 16;

/// The hashed features of each token of a document, flat.
struct TokenFeatures {
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> first;  ///< one per token and one past the last
    std::span<const std::uint64_t> of(std::size_t token) const { return std::span(hashes).subspan(first[token], first[token + 1] - first[token]); }
    std::size_t tokens() const { return first.empty() ? 0 : first.size() - 1; }
};

/// Scores of all states of one token.
using TagScores = std::array<float, tag_columns>;
/// How far each role of `tag_roles` stands above no role of its layer at one token, in coarse steps from -leans_max to leans_max.
using RoleLeans = std::array<std::int8_t, tag_roles.size()>;
inline constexpr std::int8_t leans_max = 7;
RoleLeans leans_of(const TagScores& scores);

/// Weights of a step from one state of a layer to the next, by layer, from, to.
using TagSteps = std::array<std::array<std::array<float, states_max>, states_max>, tag_layers>;

/// The steps of the chains as a search for paths wants them.
struct TagChains {
    explicit TagChains(const TagSteps& steps);
    TagSteps open;                         ///< those that may not be taken are out of reach
    std::array<float, tag_layers> slack{};  ///< what the steps into a role and out of it can add at most
};

/// The best path through a layer (Viterbi) over the tokens of one sentence.
void best_path(std::span<const TagScores> scores, const TagChains& chains, std::size_t layer, std::vector<TagState>& path);

class TaggerModel {
public:
    bool empty() const { return slots_.empty(); }
    /// Whether it was taught names of persons: one learnt before they were a layer, or from reports without them, says nothing of any word.
    bool sees_persons() const { return sees_persons_; }
    /// Scores of the tokens from `first` to before `last`. A token may have some 250 features before a sum overflows.
    void score(const TokenFeatures& features, std::size_t first, std::size_t last, std::vector<TagScores>& scores) const;
    const TagSteps& steps() const { return steps_; }
    const TagChains& chains() const { return chains_; }

    static TaggerModel of(const std::vector<std::uint64_t>& hashes, const std::vector<float>& rows, const TagSteps& steps);
    std::string bytes() const;
    /// Throws std::runtime_error when the bytes are no such model.
    static TaggerModel from_bytes(std::string_view bytes);

private:
    /// Rows are padded so that the sums run in whole vectors.
    static constexpr std::size_t row_bytes = (tag_columns + 15) / 16 * 16;
    using Row = std::array<std::int8_t, row_bytes>;
    struct Slot {
        std::uint32_t key = 0;  ///< upper half of the hash
        std::uint32_t row = 0;  ///< number + 1, 0 for a free slot
    };
    void index();

    std::vector<std::uint64_t> hashes_;  ///< one per row, ascending
    std::vector<Row> rows_;
    std::vector<Slot> slots_;            ///< by the lower half of the hash, open addressing
    float step_ = 0;
    bool sees_persons_ = false;
    TagSteps steps_{};
    TagChains chains_{steps_};
};

}  // namespace sitrep::understand
