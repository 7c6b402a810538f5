#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <tuple>

#include "base/document.h"
#include "base/text.h"

namespace anteroom {
namespace {

bool any_of_words(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Decimal, 0x… or 0o…, as in YAML 1.2; from_chars alone would take neither a plus nor a prefix.
std::optional<int> read_integer(std::string_view text) {
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0o")) {
    base = text[1] == 'x' ? 16 : 8;
    text.remove_prefix(2);
  } else if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return {};
  }
  if (base != 10 && text.starts_with('-')) return {};
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool looks_like_float(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view exponent = text.substr(e + 1);
    if (exponent.starts_with('+') || exponent.starts_with('-')) exponent.remove_prefix(1);
    if (!all_digits(exponent)) return false;
    text = text.substr(0, e);
  }
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_digits(text);
  const std::string_view whole = text.substr(0, dot), part = text.substr(dot + 1);
  return (whole.empty() || all_digits(whole)) && (part.empty() || all_digits(part)) &&
         text.size() > 1;
}

std::optional<double> read_number(std::string_view text) {
  if (const auto integer = read_integer(text)) return *integer;
  if (!looks_like_float(text)) return {};
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

std::optional<bool> read_boolean(std::string_view text) {
  if (any_of_words(text, {"true", "True", "TRUE"})) return true;
  if (any_of_words(text, {"false", "False", "FALSE"})) return false;
  return {};
}

// One line that a terminal bears: without control characters, and not too long.
std::string presentable(std::string what) {
  constexpr std::string_view kGap = " ... ";
  if (what.size() > kLongestDiagnostic) {
    constexpr std::size_t kHalf = (kLongestDiagnostic - kGap.size()) / 2;
    std::size_t behind = what.size() - kHalf;
    while (behind < what.size() && (static_cast<unsigned char>(what[behind]) & 0xC0u) == 0x80u)
      ++behind;
    what = std::string(cut_utf8(what, kHalf)).append(kGap).append(what, behind);
  }
  const auto is_control = [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; };
  std::replace_if(what.begin(), what.end(), is_control, ' ');
  return what;
}

}  // namespace

std::string to_text(const Place& place) {
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string to_text(const Diagnostic& diagnostic) {
  const bool is_error = diagnostic.level == Diagnostic::Level::error;
  return to_text(diagnostic.place) + (is_error ? ": error: " : ": warning: ") + diagnostic.what;
}

void Diagnostics::error(const Place& place, std::string rule, std::string what) {
  add({Diagnostic::Level::error, place, std::move(rule), std::move(what)});
}

void Diagnostics::warning(const Place& place, std::string rule, std::string what) {
  add({Diagnostic::Level::warning, place, std::move(rule), std::move(what)});
}

void Diagnostics::add(Diagnostic diagnostic) {
  std::size_t& count = diagnostic.level == Diagnostic::Level::error ? x_errors : x_warnings;
  if (++count > kMostDiagnostics + 1) return;
  if (count > kMostDiagnostics) {
    diagnostic.rule = "too_many";
    diagnostic.what = "there are more mistakes than are told; mend these first";
  }
  diagnostic.what = presentable(std::move(diagnostic.what));
  x_found.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const auto key = [](const Diagnostic& d) { return std::tie(d.place, d.level, d.rule, d.what); };
  std::vector<Diagnostic> all = x_found;
  std::stable_sort(all.begin(), all.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
            all.end());
  return all;
}

Node Node::scalar(Place place, std::string text, bool quoted) {
  Node node;
  node.x_kind = Kind::scalar;
  node.x_quoted = quoted;
  node.x_place = std::move(place);
  node.x_text = std::move(text);
  return node;
}

Node Node::null(Place place) {
  Node node;
  node.x_kind = Kind::null;
  node.x_place = std::move(place);
  return node;
}

Node Node::list(Place place, std::vector<Node> items) {
  Node node;
  node.x_kind = Kind::list;
  node.x_place = std::move(place);
  node.x_items = std::make_shared<const std::vector<Node>>(std::move(items));
  return node;
}

Node Node::map(Place place, std::vector<Entry> entries) {
  Node node;
  node.x_kind = Kind::map;
  node.x_place = std::move(place);
  node.x_entries = std::make_shared<const std::vector<Entry>>(std::move(entries));
  return node;
}

const std::string& Node::text() const { return x_text; }

const std::vector<Node>& Node::items() const {
  static const std::vector<Node> none;
  return x_items ? *x_items : none;
}

const std::vector<Node::Entry>& Node::entries() const {
  static const std::vector<Entry> none;
  return x_entries ? *x_entries : none;
}

const Node& Node::operator[](std::string_view key) const {
  static const Node missing;
  for (const Entry& entry : entries()) {
    if (entry.first.text() == key) return entry.second;
  }
  return missing;
}

std::vector<std::string> Node::texts() const {
  if (is_scalar()) return {x_text};
  std::vector<std::string> texts;
  for (const Node& item : items()) {
    if (item.is_scalar()) texts.push_back(item.text());
  }
  return texts;
}

bool Node::is_boolean() const { return !x_quoted && read_boolean(x_text).has_value(); }
bool Node::is_integer() const { return !x_quoted && read_integer(x_text).has_value(); }
bool Node::is_number() const { return !x_quoted && read_number(x_text).has_value(); }

bool Node::boolean(bool fallback) const {
  return x_quoted ? fallback : read_boolean(x_text).value_or(fallback);
}

int Node::integer(int fallback) const {
  return x_quoted ? fallback : read_integer(x_text).value_or(fallback);
}

double Node::number(double fallback) const {
  return x_quoted ? fallback : read_number(x_text).value_or(fallback);
}

}  // namespace anteroom
