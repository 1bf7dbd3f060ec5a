#include "understand/model/hidden_layer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

#include "understand/model/stored.hpp"

namespace sitrep::understand {

namespace {

constexpr float steps_max = 127;
constexpr float finest_scale = 1.0F / (1 << 20);  // below it a row is nothing
constexpr float scale_steps = 8;  // a scale is one of so many between a number and its double

struct Header {
    std::uint32_t width = 0, classes = 0, rows = 0, slots = 0;
};

// A scale is kept in one byte, as a step of its logarithm, never smaller than asked.
std::uint8_t scale_byte(float scale)
{
    return static_cast<std::uint8_t>(std::clamp(std::ceil(std::log2(std::max(scale, finest_scale) / finest_scale) * scale_steps), 0.0F, 255.0F));
}

float scale_of(std::uint8_t byte) { return finest_scale * std::exp2(static_cast<float>(byte) / scale_steps); }

std::size_t slots_for(std::size_t rows) { return std::bit_ceil(std::max<std::size_t>(rows * 5 / 3, 16)); }

}  // namespace

std::uint32_t HiddenLayer::row_of(std::uint64_t hash) const
{
    const std::size_t mask = slots_.size() - 1;
    const auto key = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t at = static_cast<std::uint32_t>(hash) & mask; slots_[at].row != no_row; at = (at + 1) & mask)
        if (slots_[at].key == key) return slots_[at].row;
    return no_row;
}

void HiddenLayer::insert(std::uint32_t place, std::uint32_t key, std::uint32_t row)
{
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = place & mask;
    while (slots_[at].row != no_row) at = (at + 1) & mask;
    slots_[at] = {key, row};
}

HiddenLayer HiddenLayer::of(const Weights& weights)
{
    if (weights.width > width_max) throw std::logic_error("a hidden layer is too wide");
    HiddenLayer layer;
    layer.width_ = weights.width;
    layer.slots_.assign(slots_for(weights.rows.size()), Slot{});
    std::vector<std::uint64_t> hashes;  // in an order of their own, so that the same weights give the same table
    for (const auto& [hash, row] : weights.rows) hashes.push_back(hash);
    std::ranges::sort(hashes);
    for (const auto hash : hashes) {
        const auto& row = weights.rows.at(hash);
        float largest = 0;
        for (const float value : row) largest = std::max(largest, std::abs(value));
        const float scale = scale_of(scale_byte(largest / steps_max));
        layer.insert(static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(layer.scales_.size()));
        layer.scales_.push_back(scale);
        for (const float value : row) layer.rows_.push_back(static_cast<std::int8_t>(std::clamp(std::round(value / scale), -steps_max, steps_max)));
    }
    std::vector<std::uint32_t> names;
    for (const auto& [name, each] : weights.classes) names.push_back(name);
    std::ranges::sort(names);
    for (const auto name : names) {
        if (name >= Features::names_max) throw std::logic_error("a hidden layer has a class of too large a name");
        const auto& from = weights.classes.at(name);
        Class& to = layer.classes_.emplace_back(Class{.name = name, .bias = from.bias});
        std::ranges::copy(from.out, to.out.begin());
    }
    return layer;
}

void HiddenLayer::add_scores(std::span<const std::uint64_t> features, Scores& scores) const
{
    if (empty()) return;
    std::array<float, width_max> sum{};
    std::size_t known = 0;
    for (const auto hash : features) {
        const std::uint32_t row = row_of(hash);
        if (row == no_row) continue;
        ++known;
        const float scale = scales_[row];
        const std::int8_t* values = rows_.data() + std::size_t{row} * width_;
        for (std::uint32_t i = 0; i < width_; ++i) sum[i] += scale * static_cast<float>(values[i]);
    }
    const float share = 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(known, 1)));
    for (std::uint32_t i = 0; i < width_; ++i) sum[i] = std::tanh(sum[i] * share);
    for (const Class& each : classes_) {
        float score = each.bias;
        for (std::uint32_t i = 0; i < width_; ++i) score += each.out[i] * sum[i];
        scores[each.name] += static_cast<double>(score);
    }
}

std::string HiddenLayer::bytes() const
{
    std::string out;
    if (empty()) return out;
    append(out, Header{width_, static_cast<std::uint32_t>(classes_.size()), static_cast<std::uint32_t>(scales_.size()), static_cast<std::uint32_t>(slots_.size())});
    for (const Class& each : classes_) {
        append(out, each.name);
        append(out, each.bias);
        for (std::uint32_t i = 0; i < width_; ++i) append(out, each.out[i]);
    }
    // By slots, each as far from the last one as the byte says: where a row stands tells the lower half of its hash.
    std::size_t last = 0;
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        if (slots_[at].row == no_row) continue;
        for (; at - last >= 255; last += 255) append(out, std::uint8_t{255});
        append(out, static_cast<std::uint8_t>(at - last));
        last = at + 1;
        append(out, slots_[at].key);
        append(out, scale_byte(scales_[slots_[at].row]));
        out.append(reinterpret_cast<const char*>(rows_.data() + std::size_t{slots_[at].row} * width_), width_);
    }
    return out;
}

HiddenLayer HiddenLayer::from_bytes(std::string_view bytes)
{
    HiddenLayer layer;
    if (bytes.empty()) return layer;
    const auto header = take<Header>(bytes);
    if (header.width == 0 || header.width > width_max || header.classes > Features::names_max) throw std::runtime_error("a model file has a hidden layer of an impossible width");
    need(bytes, std::size_t{header.classes} * (sizeof(std::uint32_t) + sizeof(float)));
    if (!std::has_single_bit(header.slots) || header.slots <= header.rows || header.slots > header.rows * 64ULL + 64)
        throw std::runtime_error("a model file has a hidden layer of an impossible size");
    need(bytes, std::size_t{header.rows} * header.width);
    layer.width_ = header.width;
    for (std::uint32_t i = 0; i < header.classes; ++i) {
        Class& each = layer.classes_.emplace_back();
        each.name = take<std::uint32_t>(bytes);
        each.bias = take<float>(bytes);
        for (std::uint32_t k = 0; k < header.width; ++k) each.out[k] = take<float>(bytes);
        if (each.name >= Features::names_max || !std::isfinite(each.bias) || !std::ranges::all_of(each.out, [](float value) { return std::isfinite(value); }))
            throw std::runtime_error("a model file has a hidden layer with an impossible class");
    }
    layer.slots_.assign(header.slots, Slot{});
    layer.rows_.resize(std::size_t{header.rows} * header.width);
    std::size_t at = 0;
    for (std::uint32_t row = 0; row < header.rows; ++row) {
        auto gap = take<std::uint8_t>(bytes);
        for (; gap == 255; gap = take<std::uint8_t>(bytes)) at += 255;
        at += gap;
        if (at >= header.slots) throw std::runtime_error("a model file has a row outside its table");
        layer.slots_[at] = {take<std::uint32_t>(bytes), row};
        ++at;
        layer.scales_.push_back(scale_of(take<std::uint8_t>(bytes)));
        take(bytes, layer.rows_.data() + std::size_t{row} * header.width, header.width);
    }
    if (!bytes.empty()) throw std::runtime_error("a model file has the wrong length");
    return layer;
}

}  // namespace sitrep::understand
