#include "bot/understanding/classifier/corpus.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "bot/understanding/classifier/hashing.h"
#include "bot/understanding/classifier/side_by_side.h"

namespace anteroom::classifier {
namespace {

constexpr std::size_t kPart = 512;  // rows that one thread makes at a time

std::vector<std::string> labels_of(const std::vector<Example>& examples,
                                   std::vector<std::string> known) {
  std::vector<std::string> labels;
  for (const Example& example : examples) {
    if (std::find(known.begin(), known.end(), example.label) == known.end())
      labels.push_back(example.label);
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  known.insert(known.end(), labels.begin(), labels.end());
  return known;
}

}  // namespace

Corpus::Corpus(const std::vector<Example>& examples, const Analyzer& analyzer,
               std::vector<std::string> known, const SecondReader& second)
    : x_labels(labels_of(examples, std::move(known))) {
  x_rows.resize(examples.size());
  const std::size_t parts = (examples.size() + kPart - 1) / kPart;
  side_by_side(parts, [&](std::size_t part) {
    Tokens tokens;
    const std::size_t end = std::min(examples.size(), (part + 1) * kPart);
    for (std::size_t i = part * kPart; i < end; ++i)
      x_rows[i] = row_of(examples[i], analyzer, second, tokens);
  });
  // By hash, so that the classes are mixed; the rest only breaks ties.
  const auto order = [](const Row& row) {
    return std::tuple(hash_of(row.normal), std::string_view(row.normal), std::string_view(row.text),
                      row.label);
  };
  std::sort(x_rows.begin(), x_rows.end(),
            [&](const Row& a, const Row& b) { return order(a) < order(b); });
}

Row Corpus::row_of(const Example& example, const Analyzer& analyzer, const SecondReader& second,
                   Tokens& tokens) const {
  Row row;
  row.text = example.text;
  row.label = label(example.label);
  row.hard = example.hard;
  const std::string text = folded(example.text);
  keys_of(text, analyzer, tokens, row.keys);
  if (second) {
    const SecondLook look = second(text);
    row.caught = look.caught;
    row.settled = look.settled;
    row.keys.insert(row.keys.end(), look.hints.begin(), look.hints.end());
  }
  row.normal = normal_form(tokens);
  row.fold = static_cast<std::uint8_t>(hash_of(row.normal) % kFolds);
  return row;
}

std::uint16_t Corpus::label(std::string_view name) const {
  const auto found = std::find(x_labels.begin(), x_labels.end(), name);
  return found == x_labels.end() ? kNoClass : static_cast<std::uint16_t>(found - x_labels.begin());
}

void keys_of(std::string_view folded, const Analyzer& analyzer, Tokens& buffer, Keys& keys) {
  analyzer.analyze(folded, buffer);
  keys.clear();
  append_keys(buffer, keys);
}

}  // namespace anteroom::classifier
