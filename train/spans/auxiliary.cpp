#include "auxiliary.hpp"

#include <sstream>
#include <stdexcept>

namespace sitrep::spans {

std::string Auxiliary::bytes() const
{
    std::string out = name + " " + (labels.single() ? "single" : "spans");
    for (const auto& type : labels.types()) out += " " + type;
    return out + "\n" + chain.bytes();
}

Auxiliary Auxiliary::from_bytes(std::string_view bytes)
{
    const auto end = bytes.find('\n');
    if (end == std::string_view::npos) throw std::runtime_error("an auxiliary tagger has no first line");
    std::istringstream line{std::string(bytes.substr(0, end))};
    std::string name, form, type;
    std::vector<std::string> types;
    line >> name >> form;
    while (line >> type) types.push_back(type);
    Auxiliary out{name, Labels(std::move(types), form == "single"), Chain::from_bytes(bytes.substr(end + 1))};
    if (out.chain.states() != out.labels.states()) throw std::runtime_error("an auxiliary tagger has other states than labels: " + name);
    return out;
}

Opinion opinion_of(const Auxiliary& auxiliary, const HashedWords& words)
{
    return {auxiliary.name, &auxiliary.labels, auxiliary.chain.best_path(words), auxiliary.chain.chances(words)};
}

}  // namespace sitrep::spans
