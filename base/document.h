// A YAML file as a tree whose every node knows its line and column, and the list of what is wrong
// in it. The only user of yaml-cpp. Anchors, aliases and tags are refused (a practice needs none,
// and they make bombs), duplicate keys are errors, size and depth are bounded. After `check`
// (base/shape.h) a reader may take nodes at their word.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace anteroom {

struct Place {
  std::string file;  // as the user would open it, e.g. flows/new_visit.yaml
  int line = 1;      // from 1
  int column = 1;    // from 1, in characters
  auto operator<=>(const Place&) const = default;
};
std::string to_text(const Place& place);  // file:line:column

struct Diagnostic {
  enum class Level : unsigned char { error, warning };
  Level level = Level::error;
  Place place;
  std::string rule;  // a stable id: unknown_key, unreachable_item, ...
  std::string what;  // what is wrong; what would be right
};
std::string to_text(const Diagnostic& diagnostic);  // file:line:column: error: what

// Collects everything that is wrong in one run, within bounds: each thing is one line of bounded
// length, and after so many errors or warnings there is one more that says so.
class Diagnostics {
 public:
  void error(const Place& place, std::string rule, std::string what);
  void warning(const Place& place, std::string rule, std::string what);
  bool has_errors() const { return x_errors > 0; }
  std::vector<Diagnostic> sorted() const;  // by place, doubles removed

 private:
  void add(Diagnostic diagnostic);

  std::vector<Diagnostic> x_found;
  std::size_t x_errors = 0;
  std::size_t x_warnings = 0;
};

class Node {
 public:
  enum class Kind : unsigned char { missing, null, scalar, list, map };
  using Entry = std::pair<Node, Node>;  // key (a scalar) and value

  Node() = default;  // missing
  static Node scalar(Place place, std::string text, bool quoted);
  static Node null(Place place);
  static Node list(Place place, std::vector<Node> items);
  static Node map(Place place, std::vector<Entry> entries);

  Kind kind() const { return x_kind; }
  explicit operator bool() const { return x_kind != Kind::missing; }
  bool is_scalar() const { return x_kind == Kind::scalar; }
  bool is_list() const { return x_kind == Kind::list; }
  bool is_map() const { return x_kind == Kind::map; }
  const Place& place() const { return x_place; }

  // Each gives an empty value where the node is of another kind.
  const std::string& text() const;  // of a scalar, as written
  bool quoted() const { return x_quoted; }
  const std::vector<Node>& items() const;
  const std::vector<Entry>& entries() const;  // in the order of the file
  const Node& operator[](std::string_view key) const;
  std::vector<std::string> texts() const;  // a scalar as a list of one, a list of scalars

  // Of plain scalars, by the rules of YAML 1.2 core (without infinities); the fallback where it is
  // not one.
  bool is_boolean() const;
  bool is_integer() const;  // that fits an int
  bool is_number() const;
  bool boolean(bool fallback = false) const;
  int integer(int fallback = 0) const;
  double number(double fallback = 0.0) const;

 private:
  Kind x_kind = Kind::missing;
  bool x_quoted = false;
  Place x_place;
  std::string x_text;
  std::shared_ptr<const std::vector<Node>> x_items;
  std::shared_ptr<const std::vector<Entry>> x_entries;
};

// Parses one file. What is wrong goes to `found`; the node is what could be read (missing if
// nothing).
Node parse_yaml(const std::string& file_name, std::string_view text, Diagnostics& found);

// Parses several documents of one file, separated by `---`.
std::vector<Node> parse_yaml_documents(const std::string& file_name, std::string_view text,
                                       Diagnostics& found);

inline constexpr std::size_t kLargestYamlFile = 4u << 20;  // bytes
inline constexpr int kDeepestYaml = 40;
// Of one list or map; fields and their values are counted in 16 bits.
inline constexpr std::size_t kMostYamlEntries = 1000;
inline constexpr std::size_t kMostYamlNodes = 100'000;  // of one file
inline constexpr std::size_t kMostDiagnostics = 1000;   // errors, and as many warnings
inline constexpr std::size_t kLongestDiagnostic = 400;  // bytes; the middle of a longer one is cut

}  // namespace anteroom
