#include <re2/re2.h>  // the practice's patterns are RE2; so are those of its shapes

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/shape.h"
#include "base/text.h"

namespace anteroom {
namespace {

using Kind = Shape::Kind;

constexpr const char* kWrongKind = "wrong_kind";
constexpr const char* kBadValue = "bad_value";

// By Shape::Kind: a shape as it stands in "expected … here".
constexpr const char* kExpected[] = {
    "anything",
    "a text",
    "a whole number",
    "a number",
    "true or false",
    "a word",
    "a text",
    "a list",
    "a list",
    "a map of key: value",
    "a map of key: value",
    "",
    "",
};

std::string expected_in_words(const Shape& shape) {
  if (shape.kind == Kind::named) return expected_in_words(*shape.define());
  if (shape.kind == Kind::matching) return "a text like " + shape.example;
  if (shape.kind == Kind::one_or_list) return expected_in_words(*shape.item) + " or a list";
  if (shape.kind != Kind::either) return kExpected[static_cast<std::size_t>(shape.kind)];
  std::vector<std::string> different;
  std::string text;
  for (const ShapePtr& choice : shape.choices) {
    const std::string words = expected_in_words(*choice);
    if (std::find(different.begin(), different.end(), words) != different.end()) continue;
    text += (text.empty() ? "" : " or ") + words;
    different.push_back(words);
  }
  return text;
}

const char* found_in_words(const Node& node) {
  switch (node.kind()) {
    case Node::Kind::scalar:
      return "text";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
    case Node::Kind::null:
      break;
    case Node::Kind::missing:
      break;
  }
  return "nothing";
}

std::string number_in_words(double number) {
  std::ostringstream text;
  text << number;
  return text.str();
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

std::string did_you_mean(std::string_view nearest) {
  return nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?";
}

struct Check {
  const Node& node;
  const Shape& shape;
  std::string_view key;  // of the node in its map; empty in a list
  Diagnostics& found;

  bool run(const Node& part, const Shape& of, std::string_view part_key) const;

  std::string subject() const { return key.empty() ? "this" : "'" + std::string(key) + "'"; }

  bool fail(const char* rule, std::string what) const {
    found.error(node.place(), rule, std::move(what));
    return false;
  }

  bool fail_kind() const {
    const std::string about = key.empty() ? "" : " for '" + std::string(key) + "'";
    return fail(kWrongKind, "expected " + expected_in_words(shape) + " here" + about + ", found " +
                                found_in_words(node));
  }
};

bool any(const Check&) { return true; }

bool text(const Check& check) { return check.node.is_scalar() || check.fail_kind(); }

bool in_range(const Check& check, double value) {
  const Shape& shape = check.shape;
  if (shape.least == shape.most || (value >= shape.least && value <= shape.most)) return true;
  return check.fail(kBadValue, check.subject() + " is " + check.node.text() + "; expected " +
                                   number_in_words(shape.least) + " to " +
                                   number_in_words(shape.most));
}

bool integer(const Check& check) {
  if (!check.node.is_scalar()) return check.fail_kind();
  if (check.node.is_integer()) return in_range(check, check.node.integer());
  return check.fail(kBadValue,
                    check.subject() + " is '" + check.node.text() + "'; expected a whole number");
}

bool number(const Check& check) {
  if (!check.node.is_scalar()) return check.fail_kind();
  if (check.node.is_number()) return in_range(check, check.node.number());
  return check.fail(kBadValue,
                    check.subject() + " is '" + check.node.text() + "'; expected a number");
}

bool boolean(const Check& check) {
  if (!check.node.is_scalar()) return check.fail_kind();
  if (check.node.is_boolean()) return true;
  return check.fail(kBadValue,
                    check.subject() + " is '" + check.node.text() + "'; expected true or false");
}

bool one_of(const Check& check) {
  if (!check.node.is_scalar()) return check.fail_kind();
  const std::vector<std::string_view> words(check.shape.words.begin(), check.shape.words.end());
  const std::string& written = check.node.text();
  if (std::find(words.begin(), words.end(), written) != words.end()) return true;
  return check.fail(kBadValue, check.subject() + " is '" + written + "', which is none of " +
                                   joined(words) + did_you_mean(nearest_word(written, words)));
}

bool matching(const Check& check) {
  if (!check.node.is_scalar()) return check.fail_kind();
  if (RE2::FullMatch(check.node.text(), check.shape.pattern)) return true;
  return check.fail(kBadValue, check.subject() + " is '" + check.node.text() +
                                   "'; expected something like " + check.shape.example);
}

bool list(const Check& check) {
  if (!check.node.is_list()) return check.fail_kind();
  bool fine = true;
  for (const Node& item : check.node.items()) fine &= check.run(item, *check.shape.item, "");
  return fine;
}

bool one_or_list(const Check& check) {
  return check.node.is_list() ? list(check) : check.run(check.node, *check.shape.item, check.key);
}

bool map(const Check& check) {
  if (!check.node.is_map()) return check.fail_kind();
  const RE2 pattern(check.shape.pattern);
  bool fine = true;
  for (const auto& [key, value] : check.node.entries()) {
    if (!RE2::FullMatch(key.text(), pattern)) {
      check.found.error(
          key.place(), "bad_key",
          "'" + key.text() +
              "' cannot be a key here; expected lower-case letters, digits and '_' (" +
              check.shape.pattern + ")");
      fine = false;
    }
    fine &= check.run(value, *check.shape.item, key.text());
  }
  return fine;
}

std::vector<std::string_view> names(const std::vector<Member>& members) {
  std::vector<std::string_view> names;
  for (const Member& member : members) names.push_back(member.name);
  return names;
}

const Member* member(const Shape& shape, std::string_view name) {
  const auto found = std::find_if(shape.members.begin(), shape.members.end(),
                                  [&](const Member& m) { return m.name == name; });
  return found == shape.members.end() ? nullptr : &*found;
}

// Reports an unknown key, and gives the key that was probably meant.
std::string_view unknown_key(const Check& check, const Node& key) {
  std::vector<std::string_view> known = names(check.shape.members);
  const std::string_view nearest = nearest_word(key.text(), known);
  check.found.error(key.place(), "unknown_key",
                    "unknown key '" + key.text() + "'" + did_you_mean(nearest) +
                        " (known here: " + joined(known) + ")");
  return nearest;
}

bool object(const Check& check) {
  if (!check.node.is_map()) return check.fail_kind();
  bool fine = true;
  std::vector<std::string_view> meant;  // by slips: not missing as well
  for (const auto& [key, value] : check.node.entries()) {
    if (const Member* known = member(check.shape, key.text())) {
      fine &= check.run(value, *known->shape, key.text());
    } else {
      meant.push_back(unknown_key(check, key));
      fine = false;
    }
  }
  const auto written = [&](const Member& m) {
    const auto& entries = check.node.entries();
    return std::find(meant.begin(), meant.end(), m.name) != meant.end() ||
           std::any_of(entries.begin(), entries.end(),
                       [&](const auto& e) { return e.first.text() == m.name; });
  };
  for (const Member& needed : check.shape.members) {
    if (!needed.required || written(needed)) continue;
    const std::string about = needed.about.empty() ? "" : " (" + needed.about + ")";
    fine =
        check.fail("missing_key", "the key '" + needed.name + "' is missing here; add it" + about);
  }
  return fine;
}

// Whether the node is of a kind that the shape can take; what is in it is not looked at.
bool fits(const Node& node, const Shape& shape) {
  const auto chosen = [&](const ShapePtr& choice) { return fits(node, *choice); };
  switch (shape.kind) {
    case Kind::any:
      return true;
    case Kind::list:
      return node.is_list();
    case Kind::one_or_list:
      return node.is_list() || fits(node, *shape.item);
    case Kind::map:
    case Kind::object:
      return node.is_map();
    case Kind::either:
      return std::any_of(shape.choices.begin(), shape.choices.end(), chosen);
    case Kind::named:
      return fits(node, *shape.define());
    default:
      return node.is_scalar();
  }
}

// How far a map is from an object by its keys alone, so that only the likely choices are looked
// into.
std::size_t strange_keys(const Node& node, const Shape& shape) {
  if (shape.kind == Kind::named) return strange_keys(node, *shape.define());
  if (shape.kind != Kind::object) return 0;
  const auto& entries = node.entries();
  const auto unknown = std::count_if(entries.begin(), entries.end(), [&](const auto& entry) {
    return !member(shape, entry.first.text());
  });
  const auto missing = std::count_if(shape.members.begin(), shape.members.end(),
                                     [&](const Member& m) { return m.required && !node[m.name]; });
  return static_cast<std::size_t>(unknown + missing);
}

std::vector<const Shape*> likely_choices(const Check& check) {
  std::vector<const Shape*> likely;
  std::size_t least = 0;
  for (const ShapePtr& choice : check.shape.choices) {
    if (!fits(check.node, *choice)) continue;
    const std::size_t strange = strange_keys(check.node, *choice);
    if (likely.empty() || strange < least) {
      likely.clear();
      least = strange;
    }
    if (strange == least) likely.push_back(choice.get());
  }
  return likely;
}

bool either(const Check& check) {
  const std::vector<const Shape*> likely = likely_choices(check);
  if (likely.empty()) return check.fail_kind();
  Diagnostics first;
  for (const Shape* choice : likely) {
    Diagnostics tried;
    if (Check{check.node, *choice, check.key, tried}.run(check.node, *choice, check.key))
      return true;
    if (choice == likely.front()) first = std::move(tried);
  }
  for (const Diagnostic& d : first.sorted()) check.found.error(d.place, d.rule, d.what);
  return false;
}

bool named(const Check& check) { return check.run(check.node, *check.shape.define(), check.key); }

// By Shape::Kind.
constexpr bool (*kChecks[])(const Check&) = {any,    text,     integer, number,      boolean,
                                             one_of, matching, list,    one_or_list, map,
                                             object, either,   named};

// A missing node is one that could not be read, and has been reported.
bool Check::run(const Node& part, const Shape& of, std::string_view part_key) const {
  if (!part) return false;
  return kChecks[static_cast<std::size_t>(of.kind)](Check{part, of, part_key, found});
}

}  // namespace

bool check(const Node& node, const Shape& shape, Diagnostics& found) {
  return Check{node, shape, "", found}.run(node, shape, "");
}

}  // namespace anteroom
