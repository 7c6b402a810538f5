// A trained model as bytes: numbers as the machine has them, lists after their length. The cache
// they lie in belongs to this machine, and a checksum stands before them.
#include <cstring>
#include <type_traits>

#include "base/hash.h"
#include "bot/understanding/classifier/trained_model.h"

namespace anteroom::classifier {
namespace {

constexpr std::string_view kMagic = "anteroom model 3\n";
constexpr std::size_t kChecksum = 16;  // characters of content_hash

class Writer {
 public:
  template <class Number>
  void number(Number value) {
    static_assert(std::is_arithmetic_v<Number>);
    const std::size_t at = x_bytes.size();
    x_bytes.resize(at + sizeof value);
    std::memcpy(x_bytes.data() + at, &value, sizeof value);
  }
  template <class Number>
  void numbers(const std::vector<Number>& values) {
    number(static_cast<std::uint64_t>(values.size()));
    const std::size_t at = x_bytes.size();
    x_bytes.resize(at + values.size() * sizeof(Number));
    if (!values.empty()) std::memcpy(x_bytes.data() + at, values.data(), x_bytes.size() - at);
  }
  void text(const std::string& value) {
    number(static_cast<std::uint64_t>(value.size()));
    x_bytes += value;
  }
  std::string take() { return std::move(x_bytes); }

 private:
  std::string x_bytes;
};

// Reads nothing and says so once the bytes have run out.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : x_bytes(bytes) {}

  template <class Number>
  Number number() {
    Number value{};
    copy(&value, sizeof value);
    return value;
  }
  template <class Number>
  std::vector<Number> numbers() {
    const auto size = number<std::uint64_t>();
    if (size > x_bytes.size() / sizeof(Number)) x_failed = true;
    std::vector<Number> values(x_failed ? 0 : size);
    if (!values.empty()) copy(values.data(), values.size() * sizeof(Number));
    return values;
  }
  std::string text() {
    const auto size = number<std::uint64_t>();
    if (size > x_bytes.size()) x_failed = true;
    if (x_failed) return {};
    std::string value(x_bytes.substr(0, size));
    x_bytes.remove_prefix(size);
    return value;
  }
  bool is_whole() const { return !x_failed && x_bytes.empty(); }

 private:
  void copy(void* to, std::size_t size) {
    if (size > x_bytes.size()) x_failed = true;
    if (x_failed) return;
    std::memcpy(to, x_bytes.data(), size);
    x_bytes.remove_prefix(size);
  }

  std::string_view x_bytes;
  bool x_failed = false;
};

void write(const FoldFigures& figures, Writer& out) {
  for (const double share :
       {figures.accuracy, figures.without_cut, figures.recall, figures.false_alarms,
        figures.hard_false_alarms, figures.calibration_error})
    out.number(share);
  out.number(static_cast<std::uint64_t>(figures.classes.size()));
  for (const ClassFigures& one : figures.classes) {
    out.number(one.label);
    for (const std::size_t count : {one.texts, one.right, one.taken})
      out.number(static_cast<std::uint64_t>(count));
  }
  out.number(static_cast<std::uint64_t>(figures.confusions.size()));
  for (const Confusion& pair : figures.confusions) {
    out.number(pair.label);
    out.number(pair.taken_for);
    out.number(static_cast<std::uint64_t>(pair.texts));
  }
}

FoldFigures read_figures(Reader& in) {
  FoldFigures figures;
  for (double* share :
       {&figures.accuracy, &figures.without_cut, &figures.recall, &figures.false_alarms,
        &figures.hard_false_alarms, &figures.calibration_error})
    *share = in.number<double>();
  for (auto left = in.number<std::uint64_t>(); left > 0 && !in.is_whole(); --left) {
    ClassFigures one;
    one.label = in.number<std::uint16_t>();
    for (std::size_t* count : {&one.texts, &one.right, &one.taken})
      *count = in.number<std::uint64_t>();
    figures.classes.push_back(one);
  }
  for (auto left = in.number<std::uint64_t>(); left > 0 && !in.is_whole(); --left) {
    Confusion pair;
    pair.label = in.number<std::uint16_t>();
    pair.taken_for = in.number<std::uint16_t>();
    pair.texts = in.number<std::uint64_t>();
    figures.confusions.push_back(pair);
  }
  return figures;
}

}  // namespace

std::string to_bytes(const TrainedModel& model) {
  Writer out;
  out.number(static_cast<std::uint64_t>(model.labels.size()));
  for (const std::string& label : model.labels) out.text(label);
  out.number(model.out_of_scope);
  out.number(model.out_of_scope_share);
  out.number(model.temperature);
  out.number(model.cut);
  out.numbers(model.model.vocabulary().keys());
  out.numbers(model.model.vocabulary().rarities());
  out.numbers(model.model.weights());
  for (const double weight : model.model.blocks()) out.number(weight);
  write(model.figures, out);
  const std::string body = out.take();
  return std::string(kMagic) + content_hash(body) + body;
}

std::optional<TrainedModel> from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kChecksum) return std::nullopt;
  const std::string_view body = bytes.substr(kMagic.size() + kChecksum);
  if (content_hash(body) != bytes.substr(kMagic.size(), kChecksum)) return std::nullopt;
  Reader in(body);
  TrainedModel model;
  const auto labels = in.number<std::uint64_t>();
  for (std::uint64_t i = 0; i < labels && i < kNoClass; ++i) model.labels.push_back(in.text());
  model.out_of_scope = in.number<std::uint16_t>();
  model.out_of_scope_share = in.number<float>();
  model.temperature = in.number<double>();
  model.cut = in.number<float>();
  auto keys = in.numbers<Key>();
  auto rarities = in.numbers<float>();
  auto weights = in.numbers<float>();
  BlockWeights blocks{};
  for (double& weight : blocks) weight = in.number<double>();
  model.figures = read_figures(in);
  const bool fits =
      keys.size() == rarities.size() && weights.size() == (keys.size() + 1) * model.labels.size();
  if (!in.is_whole() || !fits) return std::nullopt;
  model.model = LinearModel(Vocabulary(std::move(keys), std::move(rarities)), std::move(weights),
                            blocks, model.labels.size());
  return model;
}

}  // namespace anteroom::classifier
