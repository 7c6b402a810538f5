// Writes JSON by appending to one string: for what is written in every turn, where building a tree
// first would cost more than the turn. The caller opens and closes in pairs; commas come by
// themselves. Texts that are not UTF-8 are mended, so that what is written can always be read.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace anteroom {

class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected_bytes = 512) { x_text.reserve(expected_bytes); }

  void open_object() { begin('{'); }
  void close_object() { x_text += '}'; }
  void open_array() { begin('['); }
  void close_array() { x_text += ']'; }

  void key(std::string_view name);

  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(double number);  // null where JSON has no word for it
  void value(std::same_as<bool> auto flag) { raw(flag ? "true" : "false"); }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) {
    if constexpr (std::signed_integral<Number>) {
      integer(number < 0, number < 0 ? 0 - static_cast<unsigned long long>(number)
                                     : static_cast<unsigned long long>(number));
    } else {
      integer(false, number);
    }
  }
  void null() { raw("null"); }
  void raw(std::string_view json);  // one value, written elsewhere

  template <class Value>
  void member(std::string_view name, const Value& what) {
    key(name);
    value(what);
  }

  const std::string& text() const { return x_text; }
  std::string take() { return std::move(x_text); }

 private:
  void separate();
  void begin(char bracket);
  void integer(bool negative, unsigned long long magnitude);
  void quote(std::string_view text);

  std::string x_text;
};

}  // namespace anteroom
