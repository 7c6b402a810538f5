#include "base/case.h"

#include <algorithm>

namespace anteroom {

const Fact* Case::fact(std::string_view field) const {
  const auto found =
      std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.field == field; });
  return found == facts.end() ? nullptr : &*found;
}

}  // namespace anteroom
