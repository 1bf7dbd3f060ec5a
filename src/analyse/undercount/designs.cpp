// Designs of log-linear models.
#include "analyse/undercount/loglinear.hpp"

#include <bit>

namespace sitrep::analyse {

class DesignBuilder {
public:
    void begin_row(ListSet pattern) { design_.patterns_.push_back(pattern); }
    void value(double value) { design_.values_.push_back(value); }
    Design take()
    {
        design_.columns_ = design_.patterns_.empty() ? 0 : design_.values_.size() / design_.patterns_.size();
        return std::move(design_);
    }

private:
    Design design_;
};

void Design::set_apart(ListSet pattern)
{
    std::vector<double> wider;
    wider.reserve(values_.size() + patterns_.size());
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        const auto old = row(i);
        wider.insert(wider.end(), old.begin(), old.end());
        wider.push_back(patterns_[i] == pattern ? 1 : 0);
    }
    values_ = std::move(wider);
    ++columns_;
}

std::size_t pairs_of(std::size_t lists) { return lists < 2 ? 0 : lists * (lists - 1) / 2; }

ListSet lists_of_term(std::size_t lists, std::size_t term)
{
    std::size_t first = 0, left = term;
    while (left >= lists - 1 - first) left -= lists - 1 - first++;
    return (ListSet{1} << first) | (ListSet{1} << (first + 1 + left));
}

Design two_list_design(std::size_t lists, Terms terms, Terms empty_terms)
{
    std::vector<ListSet> kept, empty;
    for (std::size_t term = 0; term < pairs_of(lists); ++term) {
        if ((empty_terms >> term & 1) != 0)
            empty.push_back(lists_of_term(lists, term));
        else if ((terms >> term & 1) != 0)
            kept.push_back(lists_of_term(lists, term));
    }
    const auto left_out = [&](ListSet pattern) {
        for (const ListSet both : empty)
            if ((pattern & both) == both) return true;
        return false;
    };
    DesignBuilder builder;
    for (ListSet pattern = 1; pattern < (ListSet{1} << lists); ++pattern) {
        if (left_out(pattern)) continue;
        builder.begin_row(pattern);
        builder.value(1);
        for (std::size_t list = 0; list < lists; ++list) builder.value(pattern >> list & 1);
        for (const ListSet both : kept) builder.value((pattern & both) == both ? 1 : 0);
    }
    return builder.take();
}

Design capture_design(std::size_t lists, bool by_list, Heterogeneity heterogeneity)
{
    DesignBuilder builder;
    for (ListSet pattern = 1; pattern < (ListSet{1} << lists); ++pattern) {
        const int times = std::popcount(pattern);
        builder.begin_row(pattern);
        builder.value(1);
        if (by_list)
            for (std::size_t list = 0; list < lists; ++list) builder.value(pattern >> list & 1);
        else
            builder.value(times);
        if (heterogeneity == Heterogeneity::poisson2) builder.value(double((1U << times) - 1));
        if (heterogeneity == Heterogeneity::darroch) builder.value(double(times * times) / 2);
    }
    return builder.take();
}

}  // namespace sitrep::analyse
