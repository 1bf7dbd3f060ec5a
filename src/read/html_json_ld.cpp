// schema.org metadata of news pages, as JSON-LD.
#include "read/html_facts.hpp"

#include "read/html_tokens.hpp"
#include "read/parts.hpp"

#include <simdjson.h>

#include <algorithm>

namespace sitrep::read {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int depth_max = 8;

std::string_view string_at(const object& owner, std::string_view key)
{
    std::string_view value;
    return owner.at_key(key).get(value) == simdjson::SUCCESS ? value : std::string_view();
}

bool is_article(const object& thing)
{
    const auto names_article = [](std::string_view type) {
        return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" || type == "SocialMediaPosting";
    };
    if (names_article(string_at(thing, "@type"))) {
        return true;
    }
    array types;
    if (thing.at_key("@type").get(types) != simdjson::SUCCESS) {
        return false;
    }
    return std::ranges::any_of(types, [&](const element& type) {
        std::string_view name;
        return type.get(name) == simdjson::SUCCESS && names_article(name);
    });
}

void take_article(const object& article, PageFacts& facts)
{
    facts.title = with_references_read(string_at(article, "headline"));
    facts.published = publication_from(string_at(article, "datePublished"));
    facts.body = with_references_read(string_at(article, "articleBody"));
    object publisher;
    if (article.at_key("publisher").get(publisher) == simdjson::SUCCESS) {
        facts.publisher = with_references_read(string_at(publisher, "name"));
    } else {
        facts.publisher = with_references_read(string_at(article, "publisher"));
    }
}

// The first article in a thing, a list of things, or a graph.
bool find_article(const element& thing, PageFacts& facts, int depth)
{
    if (depth > depth_max) {
        return false;
    }
    array list;
    if (thing.get(list) == simdjson::SUCCESS) {
        return std::ranges::any_of(list, [&](const element& each) { return find_article(each, facts, depth + 1); });
    }
    object one;
    if (thing.get(one) != simdjson::SUCCESS) {
        return false;
    }
    if (is_article(one)) {
        take_article(one, facts);
        return true;
    }
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        element inner;
        if (one.at_key(key).get(inner) == simdjson::SUCCESS && find_article(inner, facts, depth + 1)) {
            return true;
        }
    }
    return false;
}

}  // namespace

PageFacts facts_of_json_ld(std::string_view json)
{
    // Pages put raw line breaks into strings, which JSON forbids.
    std::string mended(json);
    std::ranges::replace_if(mended, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    simdjson::dom::parser parser;
    element thing;
    PageFacts facts;
    if (parser.parse(mended).get(thing) == simdjson::SUCCESS) {
        find_article(thing, facts, 0);
    }
    return facts;
}

}  // namespace sitrep::read
