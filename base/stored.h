// How structs become stored JSON by tables: one row for each member gives writing, reading, the
// difference of two values and its application. Members at their default are not written and
// missing ones are read as their default, so older records load; unknown members are passed over.
// Used by base/case_json.cc, which has the tables.
#pragma once

#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>

#include "base/json_writer.h"
#include "base/moment.h"

namespace anteroom::stored {

using Json = nlohmann::json;

// Specialised for each stored struct: `kRows`, and `key(const T&)` where list items are told apart
// by one member.
template <class T>
struct Table;
template <class T>
concept Tabled = requires {
  Table<T>::kRows;
};
template <class T>
concept Keyed = requires(const T& value) {
  Table<T>::key(value);
};

// Each codec has `write` and `read`, and for what changes in parts `change` and `apply`. Reading
// gives false where the JSON is of another kind, and then `where` leads to it.
template <class T>
struct Codec;

template <class T>
const T& default_of() {
  static const T value{};
  return value;
}

template <class T>
void write_change(JsonWriter& out, const T& before, const T& after) {
  if constexpr (requires { Codec<T>::change(out, before, after); }) {
    Codec<T>::change(out, before, after);
  } else {
    Codec<T>::write(out, after);
  }
}

template <class T>
bool apply_change(const Json& json, T& value, std::string& where) {
  if constexpr (requires { Codec<T>::apply(json, value, where); }) {
    return Codec<T>::apply(json, value, where);
  } else {
    return Codec<T>::read(json, value, where);
  }
}

template <class Owner>
struct Row {
  const char* key;
  bool (*same)(const Owner&, const Owner&);
  void (*write)(JsonWriter&, const Owner&);
  void (*change)(JsonWriter&, const Owner& before, const Owner& after);
  void (*reset)(Owner&);
  bool (*read)(const Json&, Owner&, std::string& where);
  bool (*apply)(const Json&, Owner&, std::string& where);
};

template <class Owner, class Member, Member Owner::*kMember>
constexpr Row<Owner> make_row(const char* key) {
  using Value = Codec<Member>;
  return {key,
          [](const Owner& a, const Owner& b) { return a.*kMember == b.*kMember; },
          [](JsonWriter& out, const Owner& owner) { Value::write(out, owner.*kMember); },
          [](JsonWriter& out, const Owner& a, const Owner& b) {
            write_change(out, a.*kMember, b.*kMember);
          },
          [](Owner& owner) { owner.*kMember = default_of<Owner>().*kMember; },
          [](const Json& json, Owner& owner, std::string& at) {
            return Value::read(json, owner.*kMember, at);
          },
          [](const Json& json, Owner& owner, std::string& at) {
            return apply_change(json, owner.*kMember, at);
          }};
}
template <auto kMember>
struct RowOf;
template <class Owner, class Member, Member Owner::*kMember>
struct RowOf<kMember> {
  static constexpr Row<Owner> make(const char* key) {
    return make_row<Owner, Member, kMember>(key);
  }
};

// Used as row<&Case::id>("id").
template <auto kMember>
constexpr auto row(const char* key) {
  return RowOf<kMember>::make(key);
}

// A struct is an object; its difference is an object of what changed, with null for "back to the
// default".
template <Tabled T>
struct Codec<T> {
  static void write(JsonWriter& out, const T& value) {
    out.open_object();
    for (const Row<T>& row : Table<T>::kRows) {
      if (row.same(value, default_of<T>())) continue;
      out.key(row.key);
      row.write(out, value);
    }
    out.close_object();
  }

  static void change(JsonWriter& out, const T& before, const T& after) {
    out.open_object();
    for (const Row<T>& row : Table<T>::kRows) {
      if (row.same(before, after)) continue;
      out.key(row.key);
      if (row.same(after, default_of<T>()))
        out.null();
      else
        row.change(out, before, after);
    }
    out.close_object();
  }

  static bool read(const Json& json, T& value, std::string& where) {
    value = T{};
    return for_members(json, value, where, &Row<T>::read);
  }

  static bool apply(const Json& json, T& value, std::string& where) {
    return for_members(json, value, where, &Row<T>::apply);
  }

 private:
  using Read = bool (*Row<T>::*)(const Json&, T&, std::string&);

  static bool for_members(const Json& json, T& value, std::string& where, Read read) {
    if (!json.is_object()) return false;
    for (const Row<T>& row : Table<T>::kRows) {
      const auto member = json.find(row.key);
      if (member == json.end()) continue;
      if (member->is_null()) {
        row.reset(value);
      } else if (!(row.*read)(*member, value, where)) {
        where.insert(0, std::string(".") + row.key);
        return false;
      }
    }
    return true;
  }
};

template <>
struct Codec<std::string> {
  static void write(JsonWriter& out, const std::string& text) { out.value(text); }
  static bool read(const Json& json, std::string& text, std::string&) {
    const auto* written = json.get_ptr<const std::string*>();
    if (written) text = *written;
    return written != nullptr;
  }
};

template <class Number>
requires std::is_arithmetic_v<Number>
struct Codec<Number> {
  static void write(JsonWriter& out, Number number) { out.value(number); }
  static bool read(const Json& json, Number& number, std::string&) {
    const bool fits = std::same_as<Number, bool>    ? json.is_boolean()
                      : std::floating_point<Number> ? json.is_number()
                                                    : json.is_number_integer();
    if (fits) number = json.get<Number>();
    return fits;
  }
};

template <>
struct Codec<Moment> {
  static void write(JsonWriter& out, Moment moment) { out.value(to_text(moment)); }
  static bool read(const Json& json, Moment& moment, std::string&) {
    const auto* text = json.get_ptr<const std::string*>();
    const std::optional<Moment> parsed = text ? parse_moment(*text) : std::nullopt;
    moment = parsed.value_or(moment);
    return parsed.has_value();
  }
};

template <class T>
struct Codec<std::optional<T>> {
  static void write(JsonWriter& out, const std::optional<T>& value) {
    if (value)
      Codec<T>::write(out, *value);
    else
      out.null();
  }
  static bool read(const Json& json, std::optional<T>& value, std::string& where) {
    value.emplace();
    return Codec<T>::read(json, *value, where);
  }
};

}  // namespace anteroom::stored
