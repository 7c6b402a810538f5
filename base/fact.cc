#include "base/fact.h"

#include "base/names.h"

namespace anteroom {
namespace {

constexpr Names<Source, 4> kSources{{"page", "inferred", "stated", "agent"}};

}  // namespace

std::string_view to_text(Source source) { return kSources.of(source); }
std::optional<Source> parse_source(std::string_view text) { return kSources.parse(text); }

}  // namespace anteroom
