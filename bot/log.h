// What the running server tells its staff: one line an event, with named values, as key=value or as
// a JSON object. Only kinds of values that cannot hold a visitor's words can be logged at all:
// numbers, words of our own, checked ids, moments, and errors, which never hold any
// (base/result.h). Writing never waits: a thread of its own does it, and drops the oldest lines
// when nobody reads them.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/document.h"
#include "base/moment.h"
#include "base/result.h"

namespace anteroom::bot::log {

enum class Level : unsigned char { trace, debug, info, warning, error };
enum class Form : unsigned char { text, json };

// A word of the program's own: a literal, or the name of an enum's value.
class Word {
 public:
  template <std::size_t kSize>
  consteval Word(const char (&literal)[kSize]) : x_text(literal, kSize - 1) {}
  template <class Enum>
  requires std::is_enum_v<Enum> Word(Enum value) : x_text(to_text(value)) {}
  // A name that another room gave as such; what does not look like one is "?".
  static Word named(std::string_view name);

  std::string_view text() const { return x_text; }

 private:
  struct Checked {};
  Word(Checked, std::string_view text) : x_text(text) {}
  std::string_view x_text;
};

// An id, drawn by us or given by the practice: A-Z a-z 0-9 _ . -, at most 64; else "?".
class Id {
 public:
  explicit Id(std::string_view id);
  std::string_view text() const { return x_text; }

 private:
  std::string_view x_text;
};

struct TurnId {  // finds the turn in the store
  Id case_id;
  std::uint64_t version;
};

class Value {
 public:
  template <std::same_as<bool> Flag>
  Value(Flag flag) : x_value(flag) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) Value(Number number)
      : x_value(static_cast<std::int64_t>(number)) {}
  template <std::floating_point Number>
  Value(Number number) : x_value(static_cast<double>(number)) {}
  template <class Enum>
  requires std::is_enum_v<Enum> Value(Enum value) : x_value(Word(value)) {}
  Value(Word word) : x_value(word) {}
  Value(Id id) : x_value(id) {}
  Value(TurnId turn) : x_value(turn) {}
  Value(Moment moment) : x_value(moment) {}
  Value(const Error& error) : x_value(&error) {}
  Value(const Diagnostic& mistake) : x_value(&mistake) {}

  // As it stands in a line: JSON, or for people (quoted where it must be).
  void append_to(std::string& line, Form form) const;

 private:
  std::variant<bool, std::int64_t, double, Word, Id, TurnId, Moment, const Error*,
               const Diagnostic*>
      x_value;
};

struct Field {
  Word name;
  Value value;
};

// Until start() and after finish() nothing is written.
void start(Form form, Level level);
bool writes(Level level);
void write(Level level, Word event, std::span<const Field> fields);
void write(Level level, Word event, std::initializer_list<Field> fields = {});
// Waits, two seconds at most, until what was handed in so far has reached standard error.
bool all_written();
std::size_t lines_lost();  // since the start, because nobody read them
void finish();             // writes what waits; gives up after two seconds

// What write() hands on: "event":…,fields without braces, or the same as text.
std::string line_of(Form form, Word event, std::span<const Field> fields);

}  // namespace anteroom::bot::log
