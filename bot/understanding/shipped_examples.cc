#include "bot/understanding/shipped_examples.h"

#include <cstdlib>
#include <map>

#include "bot/understanding/classifier/examples.h"
#include "understanding/examples_en.inc.h"
#include "understanding/examples_es.inc.h"
#include "understanding/red_flag_examples_en.inc.h"
#include "understanding/red_flag_examples_es.inc.h"

namespace anteroom::understanding {
namespace {

using classifier::Example;

// A mistake in a shipped file is a bug: it stops the process.
void read(std::string_view name, std::string_view bytes, std::vector<Example>& examples) {
  Diagnostics found;
  for (auto& one : classifier::read_examples(std::string(name), bytes, found))
    examples.push_back(std::move(one.example));
  if (found.has_errors()) std::abort();
}

template <class Files>
std::vector<Example> read_all(const Files& files) {
  std::vector<Example> examples;
  for (const auto& file : files) read(file.name, file.bytes, examples);
  return examples;
}

using ByLanguage = std::map<std::string, std::vector<Example>, std::less<>>;

const std::vector<Example>& of(const ByLanguage& all, std::string_view language) {
  static const std::vector<Example> kNone;
  const auto found = all.find(language);
  return found == all.end() ? kNone : found->second;
}

}  // namespace

const std::vector<std::string>& shipped_languages() {
  static const std::vector<std::string> kLanguages{"en", "es"};
  return kLanguages;
}

const std::vector<Example>& topic_examples(std::string_view language) {
  static const ByLanguage kAll{{"en", read_all(embedded_examples_en::kFiles)},
                               {"es", read_all(embedded_examples_es::kFiles)}};
  return of(kAll, language);
}

const std::vector<Example>& red_flag_examples(std::string_view language) {
  static const ByLanguage kAll{{"en", read_all(embedded_red_flag_examples_en::kFiles)},
                               {"es", read_all(embedded_red_flag_examples_es::kFiles)}};
  return of(kAll, language);
}

}  // namespace anteroom::understanding
