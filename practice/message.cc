#include "practice/message.h"

#include <unicode/datefmt.h>
#include <unicode/listformatter.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <mutex>
#include <optional>

namespace anteroom {

namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::Locale locale_of(std::string_view language) {
  return icu::Locale::createCanonical(std::string(language).c_str());
}

// A plural of a field's value gets it as text; what is no number counts as 0.
double number_of(const Argument& argument) {
  if (const double* number = std::get_if<double>(&argument)) return *number;
  const std::string& text = std::get<std::string>(argument);
  double number = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

const Argument* find_argument(const Arguments& arguments, std::string_view name) {
  for (const auto& [given, value] : arguments) {
    if (given == name) return &value;
  }
  return nullptr;
}

std::string at_character(const icu::UnicodeString& text, int offset) {
  return "at character " + std::to_string(text.countChar32(0, offset) + 1) + ": ";
}

// ICU reports a brace without its partner at the pattern's first character; people want to know
// which one it is.
std::optional<std::string> unmatched_brace(const icu::UnicodeString& text) {
  std::vector<int> open;
  bool quoted = false;
  for (int at = 0; at < text.length(); ++at) {
    const char16_t c = text[at];
    const char16_t next = at + 1 < text.length() ? text[at + 1] : u'\0';
    if (c == u'\'') {
      if (next == u'\'') {
        ++at;
      } else if (quoted || next == u'{' || next == u'}') {
        quoted = !quoted;
      }
    } else if (c == u'{' && !quoted) {
      open.push_back(at);
    } else if (c == u'}' && !quoted) {
      if (open.empty()) {
        return at_character(text, at) +
               "this } has no { before it; a brace that is meant is written '}' in quotes";
      }
      open.pop_back();
    }
  }
  if (open.empty()) return std::nullopt;
  return at_character(text, open.back()) +
         "this { is never closed; a placeholder is {name}, a brace that is meant is written '{' in "
         "quotes";
}

std::string explain(UErrorCode code) {
  if (code == U_DEFAULT_KEYWORD_MISSING)
    return "a plural or select needs a form for 'other', as in {count, plural, one {# day} other "
           "{# days}}";
  if (code == U_INDEX_OUTOFBOUNDS_ERROR) return "this is nested too deeply";
  return "this is not a placeholder; one is {name}, a plural is {count, plural, one {# day} other "
         "{# days}}";
}

// What a pattern's parts say of its placeholders.
struct Placeholder {
  int begin = 0;
  int end = 0;
  std::string name;
  UMessagePatternArgType type = UMSGPAT_ARG_TYPE_NONE;
};

Result<std::vector<Placeholder>> placeholders_of(const icu::MessagePattern& pattern,
                                                 const icu::UnicodeString& text) {
  using Part = icu::MessagePattern::Part;
  std::vector<Placeholder> found;
  for (int i = 0; i < pattern.countParts(); ++i) {
    const Part& part = pattern.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) {
      return failure(
          "", at_character(text, part.getIndex()) + "a placeholder has a name, not a number");
    }
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    Placeholder placeholder;
    placeholder.begin = part.getIndex();
    placeholder.end = pattern.getPart(pattern.getLimitPartIndex(i)).getLimit();
    placeholder.type = part.getArgType();
    const Part& name = pattern.getPart(i + 1);
    if (name.getType() == UMSGPAT_PART_TYPE_ARG_NAME)
      placeholder.name = to_utf8(pattern.getSubstring(name));
    const bool simple_number =
        placeholder.type == UMSGPAT_ARG_TYPE_SIMPLE &&
        pattern.getSubstring(pattern.getPart(i + 2)) == icu::UnicodeString(u"number");
    if (placeholder.type == UMSGPAT_ARG_TYPE_CHOICE ||
        (placeholder.type == UMSGPAT_ARG_TYPE_SIMPLE && !simple_number)) {
      return failure(
          "", at_character(text, placeholder.begin) +
                  "a placeholder can be a plural, selectordinal, select or number, nothing else");
    }
    found.push_back(std::move(placeholder));
  }
  return found;
}

// The literal text of [begin, end) with its quoting undone.
std::string unquoted(const icu::MessagePattern& pattern, const icu::UnicodeString& text, int begin,
                     int end) {
  icu::UnicodeString literal;
  int from = begin;
  for (int i = 0; i < pattern.countParts(); ++i) {
    const auto& part = pattern.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_SKIP_SYNTAX || part.getIndex() < begin ||
        part.getIndex() >= end)
      continue;
    literal.append(text, from, part.getIndex() - from);
    from = part.getLimit();
  }
  if (end > from) literal.append(text, from, end - from);
  return to_utf8(literal);
}

bool is_numeric(UMessagePatternArgType type) {
  return type == UMSGPAT_ARG_TYPE_PLURAL || type == UMSGPAT_ARG_TYPE_SELECTORDINAL ||
         type == UMSGPAT_ARG_TYPE_SIMPLE;
}

int index_of(const std::string& name, const std::vector<std::string>& sorted_names) {
  return static_cast<int>(std::lower_bound(sorted_names.begin(), sorted_names.end(), name) -
                          sorted_names.begin());
}

std::vector<std::string> names_of(const std::vector<Placeholder>& placeholders) {
  std::vector<std::string> names;
  for (const Placeholder& placeholder : placeholders) names.push_back(placeholder.name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

tl::unexpected<Error> parse_failure(const icu::UnicodeString& text, const UParseError& place,
                                    UErrorCode status) {
  return failure("", at_character(text, std::max(place.offset, 0)) + explain(status));
}

}  // namespace

// A pattern with plain placeholders only is a list of segments; anything else is ICU's.
struct Message::Compiled {
  struct Segment {
    std::string literal;
    int argument = -1;  // into x_arguments; -1: the literal
  };
  std::vector<Segment> segments;

  std::unique_ptr<icu::MessageFormat> format;  // null: the segments
  std::vector<icu::UnicodeString> names;       // as x_arguments
  std::vector<bool> numeric;                   // as x_arguments
  mutable std::mutex guard;  // MessageFormat makes its plural rules at first use, even when const

  Compiled(const icu::MessagePattern& pattern, const icu::UnicodeString& text,
           const std::vector<Placeholder>& placeholders,
           const std::vector<std::string>& sorted_names);
  Compiled(std::unique_ptr<icu::MessageFormat> by_icu, const std::vector<Placeholder>& placeholders,
           const std::vector<std::string>& sorted_names);
};

Message::Compiled::Compiled(const icu::MessagePattern& pattern, const icu::UnicodeString& text,
                            const std::vector<Placeholder>& placeholders,
                            const std::vector<std::string>& sorted_names) {
  int from = 0;
  for (const Placeholder& placeholder : placeholders) {
    segments.push_back({unquoted(pattern, text, from, placeholder.begin), -1});
    segments.push_back({"", index_of(placeholder.name, sorted_names)});
    from = placeholder.end;
  }
  segments.push_back({unquoted(pattern, text, from, text.length()), -1});
}

Message::Compiled::Compiled(std::unique_ptr<icu::MessageFormat> by_icu,
                            const std::vector<Placeholder>& placeholders,
                            const std::vector<std::string>& sorted_names)
    : format(std::move(by_icu)), numeric(sorted_names.size(), false) {
  for (const std::string& name : sorted_names) names.push_back(from_utf8(name));
  for (const Placeholder& placeholder : placeholders) {
    if (is_numeric(placeholder.type))
      numeric[static_cast<std::size_t>(index_of(placeholder.name, sorted_names))] = true;
  }
}

Result<Message> Message::compile(std::string_view pattern, const std::string& language) {
  Message message;
  message.x_pattern = pattern;
  const bool plain_text = pattern.find_first_of("{}") == std::string_view::npos &&
                          pattern.find("''") == std::string_view::npos;
  if (plain_text) return message;

  const icu::UnicodeString text = from_utf8(pattern);
  if (auto wrong = unmatched_brace(text)) return failure("", *std::move(wrong));
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const icu::MessagePattern parsed(text, &place, status);
  if (U_FAILURE(status)) return parse_failure(text, place, status);
  const auto placeholders = placeholders_of(parsed, text);
  if (!placeholders) return tl::make_unexpected(placeholders.error());
  message.x_arguments = names_of(*placeholders);

  if (std::all_of(placeholders->begin(), placeholders->end(),
                  [](const Placeholder& p) { return p.type == UMSGPAT_ARG_TYPE_NONE; })) {
    message.x_compiled =
        std::make_shared<const Compiled>(parsed, text, *placeholders, message.x_arguments);
    return message;
  }
  auto by_icu = std::make_unique<icu::MessageFormat>(text, locale_of(language), place, status);
  if (U_FAILURE(status)) return parse_failure(text, place, status);
  message.x_compiled =
      std::make_shared<const Compiled>(std::move(by_icu), *placeholders, message.x_arguments);
  return message;
}

std::string Message::format(const Arguments& arguments) const {
  if (!x_compiled) return x_pattern;
  return x_compiled->format ? format_by_icu(arguments) : format_segments(arguments);
}

std::string Message::format_segments(const Arguments& arguments) const {
  std::string text;
  for (const Compiled::Segment& segment : x_compiled->segments) {
    if (segment.argument < 0) {
      text += segment.literal;
    } else if (const Argument* value = find_argument(
                   arguments, x_arguments[static_cast<std::size_t>(segment.argument)])) {
      const double* number = std::get_if<double>(value);
      text += number ? number_text(*number) : std::get<std::string>(*value);
    }
  }
  return text;
}

std::string Message::format_by_icu(const Arguments& arguments) const {
  std::vector<icu::Formattable> values;
  values.reserve(x_arguments.size());
  for (std::size_t i = 0; i < x_arguments.size(); ++i) {
    const Argument* given = find_argument(arguments, x_arguments[i]);
    const Argument value = given ? *given : Argument{std::string()};
    if (x_compiled->numeric[i]) {
      values.emplace_back(number_of(value));
    } else {
      const double* number = std::get_if<double>(&value);
      values.emplace_back(from_utf8(number ? number_text(*number) : std::get<std::string>(value)));
    }
  }
  icu::UnicodeString text;
  UErrorCode status = U_ZERO_ERROR;
  const std::lock_guard lock(x_compiled->guard);
  x_compiled->format->format(x_compiled->names.data(), values.data(),
                             static_cast<int>(values.size()), text, status);
  return to_utf8(text);
}

std::string join_list(const std::vector<std::string>& items, ListKind kind,
                      std::string_view language) {
  if (items.empty()) return {};
  if (items.size() == 1) return items.front();
  UErrorCode status = U_ZERO_ERROR;
  const UListFormatterType type = kind == ListKind::all ? ULISTFMT_TYPE_AND : ULISTFMT_TYPE_OR;
  const std::unique_ptr<icu::ListFormatter> format(
      icu::ListFormatter::createInstance(locale_of(language), type, ULISTFMT_WIDTH_WIDE, status));
  std::vector<icu::UnicodeString> texts;
  for (const std::string& item : items) texts.push_back(from_utf8(item));
  icu::UnicodeString joined;
  if (U_SUCCESS(status))
    format->format(texts.data(), static_cast<int>(texts.size()), joined, status);
  return to_utf8(joined);
}

std::string number_text(double number) {
  char buffer[32];
  const double whole = std::round(number);
  if (std::abs(number - whole) < 1e-9 && std::abs(whole) < 1e15) {
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(whole));
    return {buffer, end.ptr};
  }
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
  return {buffer, end.ptr};
}

namespace {

std::unique_ptr<icu::DateFormat> make_date_format(DateStyle style, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const char* skeleton = style == DateStyle::full ? "yMMMMd" : "MMMEd";
  std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createInstanceForSkeleton(
      icu::UnicodeString(skeleton), locale_of(language), status));
  if (U_FAILURE(status)) return nullptr;
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

// Making one costs a hundred times its use, and one must not be shared between threads.
const icu::DateFormat* date_format(DateStyle style, std::string_view language) {
  constexpr std::size_t kKept = 64;
  thread_local std::map<std::pair<DateStyle, std::string>, std::unique_ptr<icu::DateFormat>>
      formats;
  if (formats.size() > kKept) formats.clear();
  auto& format = formats[{style, std::string(language)}];
  if (!format) format = make_date_format(style, language);
  return format.get();
}

}  // namespace

std::string format_date(Date day, DateStyle style, std::string_view language) {
  const icu::DateFormat* format = date_format(style, language);
  if (!format) return to_text(day);
  const auto since_epoch = std::chrono::sys_days(day).time_since_epoch();
  const double milliseconds = static_cast<double>(std::chrono::milliseconds(since_epoch).count());
  icu::UnicodeString text;
  return to_utf8(format->format(milliseconds, text));
}

}  // namespace anteroom
