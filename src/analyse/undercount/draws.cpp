#include "analyse/undercount/draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sitrep::analyse {
namespace {

/// log(k!) less Stirling's main term, as the rejection steps need it.
double stirling_rest(std::int64_t k)
{
    static constexpr std::array rest{0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037650, 0.0166446911898211,
                                     0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.0092554621827127, 0.0083305634333628};
    if (k < std::int64_t(rest.size())) return rest[std::size_t(k)];
    const double n = double(k) + 1, squared = n * n;
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / squared) / squared) / n;
}

constexpr std::size_t layers_count = 128;
constexpr double layer_tail = 3.442619855899, layer_area = 9.91256303526217e-3;  // of 128 layers (Marsaglia & Tsang 2000)

/// Right edges of the layers under the bell; the first is as wide as its area with the tail asks for.
struct Ziggurat {
    std::array<double, layers_count + 1> edge{};
    Ziggurat()
    {
        double height = std::exp(-0.5 * layer_tail * layer_tail);
        edge[0] = layer_area / height;
        edge[1] = layer_tail;
        for (std::size_t i = 2; i < layers_count; ++i) {
            edge[i] = std::sqrt(-2 * std::log(layer_area / edge[i - 1] + height));
            height = std::exp(-0.5 * edge[i] * edge[i]);
        }
        edge[layers_count] = 0;
    }
};

const Ziggurat& ziggurat()
{
    static const Ziggurat layers;
    return layers;
}

}  // namespace

double Draws::normal()
{
    const Ziggurat& layers = ziggurat();
    for (;;) {
        // One number picks layer and sign, and what is left of it the place within: 45 bits.
        const double scaled = uniform() * (2 * layers_count);
        const auto pick = static_cast<std::size_t>(scaled);
        const std::size_t layer = pick >> 1;
        const double x = (scaled - double(pick)) * layers.edge[layer], sign = (pick & 1) != 0 ? -1 : 1;
        if (x < layers.edge[layer + 1]) return sign * x;
        if (layer == 0) {
            double beyond = 0, other = 0;
            do {
                beyond = -std::log1p(-uniform()) / layer_tail;
                other = -std::log1p(-uniform());
            } while (2 * other < beyond * beyond);
            return sign * (layer_tail + beyond);
        }
        const double high = std::exp(-0.5 * (layers.edge[layer + 1] * layers.edge[layer + 1] - x * x));
        const double low = std::exp(-0.5 * (layers.edge[layer] * layers.edge[layer] - x * x));
        if (low + uniform() * (high - low) < 1) return sign * x;
    }
}

double Draws::gamma(double shape)
{
    if (shape < 1) return std::max(gamma(shape + 1) * std::pow(1 - uniform(), 1 / shape), std::numeric_limits<double>::min());
    if (shape == 1) return -std::log1p(-uniform());
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal(), root = 1 + c * x;
        if (root <= 0) continue;
        const double v = root * root * root, u = 1 - uniform(), squared = x * x;
        if (u < 1 - 0.0331 * squared * squared || std::log(u) < 0.5 * squared + d * (1 - v + std::log(v))) return d * v;
    }
}

double Draws::beta(double a, double b)
{
    double out = 0;
    if (a == 1)
        out = b == 1 ? uniform() : 1 - std::pow(1 - uniform(), 1 / b);
    else if (b == 1)
        out = std::pow(1 - uniform(), 1 / a);
    else {
        const double x = gamma(a);
        out = x / (x + gamma(b));
    }
    constexpr double least = 1e-300, most = 1 - 0x1p-53;
    return std::clamp(out, least, most);
}

std::int64_t Draws::binomial(std::int64_t trials, double chance)
{
    if (trials <= 0 || chance <= 0) return 0;
    if (chance >= 1) return trials;
    return chance > 0.5 ? trials - binomial_half(trials, 1 - chance) : binomial_half(trials, chance);
}

std::int64_t Draws::binomial_half(std::int64_t trials, double chance)
{
    const double n = double(trials), mean = n * chance;
    constexpr double inversion_up_to = 10;
    if (mean < inversion_up_to) {
        double u = uniform();
        // (1 - p)^n is never less than the first four terms of its expansion: most zeros need no power.
        if (u < 1 - mean * (1 - 0.5 * (mean - chance) * (1 - (mean - 2 * chance) / 3))) return 0;
        const double odds = chance / (1 - chance);
        double mass = std::exp(n * std::log1p(-chance));
        std::int64_t k = 0;
        while (u > mass && k < trials) {
            u -= mass;
            ++k;
            mass *= odds * (n - double(k) + 1) / double(k);
        }
        return k;
    }
    const double deviation = std::sqrt(mean * (1 - chance)), b = 1.15 + 2.53 * deviation, a = -0.0873 + 0.0248 * b + 0.01 * chance;
    const double c = mean + 0.5, within = 0.92 - 4.2 / b, alpha = (2.83 + 5.1 / b) * deviation;
    const double odds = chance / (1 - chance), mode = std::floor((n + 1) * chance);
    for (;;) {
        const double u = uniform() - 0.5;
        double v = 1 - uniform();
        const double us = 0.5 - std::abs(u), k = std::floor((2 * a / us + b) * u + c);
        if (us >= 0.07 && v <= within) return std::int64_t(k);
        if (k < 0 || k > n) continue;
        v = std::log(v * alpha / (a / (us * us) + b));
        const double bound = (mode + 0.5) * std::log((mode + 1) / (odds * (n - mode + 1))) + (n + 1) * std::log((n - mode + 1) / (n - k + 1)) +
                             (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1)) + stirling_rest(std::int64_t(mode)) +
                             stirling_rest(std::int64_t(n - mode)) - stirling_rest(std::int64_t(k)) - stirling_rest(std::int64_t(n - k));
        if (v <= bound) return std::int64_t(k);
    }
}

std::int64_t Draws::poisson(double mean)
{
    constexpr double inversion_up_to = 10;
    if (mean <= 0) return 0;
    if (mean < inversion_up_to) {
        double u = uniform();
        if (u < 1 - mean) return 0;  // exp(-mean) is never less
        double mass = std::exp(-mean);
        std::int64_t k = 0;
        while (u > mass && mass > 0) {
            u -= mass;
            ++k;
            mass *= mean / double(k);
        }
        return k;
    }
    const double log_mean = std::log(mean), b = 0.931 + 2.53 * std::sqrt(mean), a = -0.059 + 0.02483 * b;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), within = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        const double u = uniform() - 0.5, v = 1 - uniform(), us = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= within) return std::int64_t(k);
        if (k < 0 || (us < 0.013 && v > us)) continue;
        const double log_factorial = (k + 0.5) * std::log(k + 1) - (k + 1) + 0.918938533204672742 + stirling_rest(std::int64_t(k));
        if (std::log(v * inverse_alpha / (a / (us * us) + b)) <= k * log_mean - mean - log_factorial) return std::int64_t(k);
    }
}

}  // namespace sitrep::analyse
