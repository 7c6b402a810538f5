// Texts that staff write, per language, with placeholders and plural forms: "{count, plural, one {#
// day} other {# days}}". The pattern language is ICU MessageFormat with named arguments (wrapped
// here, and only here). Arguments go in as they are: a value can never become a placeholder.
// Patterns are compiled when a practice is loaded.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/document.h"
#include "base/moment.h"
#include "base/shape.h"

namespace anteroom {

using Argument = std::variant<std::string, double>;
using Arguments = std::vector<std::pair<std::string_view, Argument>>;

class Message {
 public:
  // The error says what is wrong in the pattern and at which character.
  static Result<Message> compile(std::string_view pattern, const std::string& language);

  // A missing argument is shown as nothing (in a plural it counts as 0). Safe to call from several
  // threads.
  std::string format(const Arguments& arguments) const;
  const std::vector<std::string>& arguments() const { return x_arguments; }  // names used, sorted
  const std::string& pattern() const { return x_pattern; }

 private:
  struct Compiled;
  std::string format_segments(const Arguments& arguments) const;
  std::string format_by_icu(const Arguments& arguments) const;

  std::string x_pattern;
  std::vector<std::string> x_arguments;
  std::shared_ptr<const Compiled> x_compiled;  // null: the pattern is plain text
};

// One text in every language, several wordings each where it may be said more than once.
class LocalText {
 public:
  bool empty() const { return x_wordings.empty(); }
  bool has(std::string_view language) const;
  std::size_t wordings(std::string_view language) const;

  // The n-th wording (wrapping around) in this language, or in the first language that has one.
  std::string format(std::string_view language, const Arguments& arguments = {},
                     std::size_t n = 0) const;
  // The plain patterns of a language (synonyms, labels); empty if it has none.
  std::vector<std::string> patterns(std::string_view language) const;
  const std::vector<std::pair<std::string, std::vector<Message>>>& all() const {
    return x_wordings;
  }
  const Place& place() const { return x_place; }

  void add(const std::string& language, Message message);
  void set_place(Place place) { x_place = std::move(place); }

 private:
  std::vector<std::pair<std::string, std::vector<Message>>> x_wordings;
  Place x_place;
};

// The shape of a text in YAML: `{en: "...", es: ["...", "..."]}`, or one plain text for every
// language.
ShapePtr local_text_shape(std::string about);

// Reads texts, and lays the practice's languages/*.yaml over them by path
// ("fields.service.question").
class LocalTextReader {
 public:
  // `arguments`: what every text may name (read_practice.h: text_arguments).
  LocalTextReader(std::vector<std::string> languages, Diagnostics& found,
                  std::vector<std::string> arguments = {});
  void overlay(const std::string& language, const Node& texts);  // path -> text or list of texts
  // Reports a language that the practice does not have, a bad pattern, an argument that is neither
  // in `known_arguments` nor among those of every text, and (warning missing_language) a declared
  // language without a text, if `required`.
  LocalText read(const Node& node, const std::string& path,
                 const std::vector<std::string>& known_arguments = {}, bool required = true);
  void report_unused_overlays();
  const std::vector<std::string>& languages() const { return x_languages; }

 private:
  struct Overlay {
    Node key;
    Node text;
    bool used = false;
  };
  // False where there is nothing to read.
  bool read_wordings(LocalText& text, const std::string& language, const Node& node,
                     const std::vector<std::string>& known_arguments);
  void report_unknown_argument(const Node& node, const std::string& argument,
                               const std::vector<std::string>& known_arguments);
  const Node* overlaid(const std::string& language, const std::string& path);

  std::vector<std::string> x_languages;
  Diagnostics& x_found;
  std::vector<std::string> x_arguments;
  std::map<std::pair<std::string, std::string>, Overlay> x_overlays;  // by language and path
  std::set<std::string> x_paths;  // read so far, for "did you mean"
};

// "a", "a and b", "a, b, and c", in Spanish "a o b" but "a u Oakland": as the language joins them.
enum class ListKind : unsigned char { all, alternatives };
std::string join_list(const std::vector<std::string>& items, ListKind kind,
                      std::string_view language);

std::string number_text(double number);  // "3", "2.5"

// A day as people say it: "March 4, 2026", "4 de marzo de 2026"; short, with its weekday: "Wed, Mar
// 4", "mié, 4 mar".
enum class DateStyle : unsigned char { full, short_with_weekday };
std::string format_date(Date day, DateStyle style, std::string_view language);

}  // namespace anteroom
