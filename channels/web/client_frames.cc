#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_text.h"
#include "channels/web/frames.h"

namespace anteroom::web {
namespace {

using nlohmann::json;

constexpr std::size_t kIdBytes = 64;
constexpr std::size_t kTokenBytes = 128;
constexpr std::size_t kChoiceBytes = 128;
constexpr std::size_t kPathBytes = 512;
constexpr std::size_t kTitleBytes = 200;
constexpr std::size_t kLanguageBytes = 35;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_id_char(char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; }
bool is_topic_char(char c) { return is_id_char(c) || c == '.'; }
bool is_language_char(char c) { return is_letter_or_digit(c) || c == '-'; }
bool is_event_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }
bool is_no_zero(char c) { return c != '\0'; }
bool is_no_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte != 0x7f;
}

// What a string field may hold: 1 to `bytes` bytes, each of them allowed.
struct Shape {
  std::size_t bytes;
  bool (*allowed)(char);
  std::string_view wanted;
};
constexpr Shape kId{kIdBytes, is_id_char, "1 to 64 of A-Z a-z 0-9 _ -"};
constexpr Shape kToken{kTokenBytes, is_id_char, "1 to 128 of A-Z a-z 0-9 _ -"};
constexpr Shape kText{kTextBytes, is_no_zero, "1 to 16384 bytes"};
constexpr Shape kChoice{kChoiceBytes, is_no_control, "1 to 128 bytes without control characters"};
constexpr Shape kEventName{kIdBytes, is_event_char, "1 to 64 of a-z 0-9 _"};
constexpr Shape kTopic{kIdBytes, is_topic_char, "1 to 64 of A-Z a-z 0-9 _ . -"};
constexpr Shape kPath{kPathBytes, is_no_control, "1 to 512 bytes without control characters"};
constexpr Shape kTitle{kTitleBytes, is_no_control, "1 to 200 bytes without control characters"};
constexpr Shape kLanguage{kLanguageBytes, is_language_char, "a BCP 47 tag"};

bool fits(const std::string& value, const Shape& shape) {
  return !value.empty() && value.size() <= shape.bytes &&
         std::all_of(value.begin(), value.end(), shape.allowed);
}

// Takes the fields out of one object, and keeps the first thing that is wrong.
class Fields {
 public:
  Fields(json& object, std::string prefix) : x_object(object), x_prefix(std::move(prefix)) {}

  std::string required(const char* name, const Shape& shape) { return take(name, shape, true); }
  std::string optional(const char* name, const Shape& shape) { return take(name, shape, false); }
  Seq number(const char* name, Seq least, bool needed) {
    const auto at = find(name);
    if (at == x_object.end() && !needed) return 0;
    if (at != x_object.end() && is_number_from(*at, least)) return at->get<Seq>();
    refuse(name, least == 0 ? "an integer of 0 or more" : "an integer of 1 or more");
    return 0;
  }
  Page page(const char* name) {
    const auto at = find(name);
    if (at == x_object.end()) return {};
    if (!at->is_object()) {
      refuse(name, "an object");
      return {};
    }
    Fields inner(*at, x_prefix + name + ".");
    Page page;
    page.path = inner.path("path");
    page.topic = inner.optional("topic", kTopic);
    page.title = inner.optional("title", kTitle);
    if (!x_wrong) x_wrong = std::move(inner.x_wrong);
    return page;
  }
  // What stands behind ? or # may be personal.
  std::string path(const char* name) {
    std::string path = optional(name, kPath);
    path.resize(std::min(path.find_first_of("?#"), path.size()));
    return path;
  }
  const std::optional<std::string>& wrong() const { return x_wrong; }

 private:
  json::iterator find(const char* name) {  // null counts as left out
    const auto at = x_object.find(name);
    return at != x_object.end() && at->is_null() ? x_object.end() : at;
  }
  std::string take(const char* name, const Shape& shape, bool needed) {
    const auto at = find(name);
    if (at == x_object.end()) {
      if (needed) refuse(name, shape.wanted);
      return {};
    }
    if (at->is_string() && fits(at->get_ref<const std::string&>(), shape))
      return std::move(at->get_ref<std::string&>());
    refuse(name, shape.wanted);
    return {};
  }
  static bool is_number_from(const json& value, Seq least) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return false;
    return value.is_number_integer() && value.get<Seq>() >= least;
  }
  void refuse(const char* name, std::string_view wanted) {
    if (!x_wrong) x_wrong = x_prefix + name + ": wanted " + std::string(wanted);
  }

  json& x_object;
  std::string x_prefix;
  std::optional<std::string> x_wrong;
};

ClientFrame read_hello(Fields& fields) {
  Hello hello;
  hello.resume = fields.optional("resume", kToken);
  hello.language = fields.optional("language", kLanguage);
  hello.page = fields.page("page");
  hello.seen = fields.number("seen", 0, false);
  return hello;
}

ClientFrame read_message(Fields& fields) {
  Message message;
  message.id = fields.required("id", kId);
  message.text = fields.required("text", kText);
  return message;
}

ClientFrame read_choose(Fields& fields) {
  Choose choose;
  choose.id = fields.required("id", kId);
  choose.choice = fields.required("choice", kChoice);
  return choose;
}

ClientFrame read_event(Fields& fields) {
  Event event;
  event.id = fields.required("id", kId);
  event.name = fields.required("name", kEventName);
  event.page = fields.path("page");
  event.topic = fields.optional("topic", kTopic);
  return event;
}

ClientFrame read_typing(Fields&) { return Typing{}; }

ClientFrame read_ack(Fields& fields) {
  Ack ack;
  ack.seq = fields.number("seq", 1, true);
  return ack;
}

struct Kind {
  std::string_view type;
  ClientFrame (*read)(Fields&);
};
constexpr Kind kKinds[] = {
    {"hello", read_hello}, {"message", read_message}, {"choose", read_choose},
    {"event", read_event}, {"typing", read_typing},   {"ack", read_ack},
};

std::string usable_id(const json& object) {
  const auto at = object.find("id");
  if (at == object.end() || !at->is_string()) return {};
  const auto& id = at->get_ref<const std::string&>();
  return fits(id, kId) ? id : std::string();
}

tl::unexpected<ErrorFrame> refusal(ErrorCode code, std::string what, std::string id) {
  return tl::make_unexpected(error_frame(code, std::move(what), std::move(id)));
}

tl::unexpected<ErrorFrame> hopeless(std::string what) {
  ErrorFrame error = error_frame(ErrorCode::bad_frame, std::move(what));
  error.hopeless = true;
  return tl::make_unexpected(std::move(error));
}

bool has_too_large_text(const json& object) {
  const auto at = object.find("text");
  return at != object.end() && at->is_string() &&
         at->get_ref<const std::string&>().size() > kTextBytes;
}

}  // namespace

tl::expected<ClientFrame, ErrorFrame> parse_client_frame(std::string_view bytes) {
  json object = parse_json(bytes);
  if (object.is_discarded()) return hopeless("a frame is JSON");
  if (!object.is_object()) return hopeless("a frame is a JSON object");
  std::string id = usable_id(object);
  const auto type = object.find("type");
  if (type == object.end() || !type->is_string())
    return refusal(ErrorCode::bad_frame, "a frame has a type", std::move(id));
  const auto& name = type->get_ref<const std::string&>();
  const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                 [&](const Kind& known) { return known.type == name; });
  if (kind == std::end(kKinds))
    return refusal(ErrorCode::unknown_type, "no frame of this type", std::move(id));
  if (kind->read == read_message && has_too_large_text(object))
    return refusal(ErrorCode::too_large, "message.text: more than 16384 bytes", std::move(id));
  Fields fields(object, std::string(kind->type) + ".");
  ClientFrame frame = kind->read(fields);
  if (fields.wrong()) return refusal(ErrorCode::bad_field, *fields.wrong(), std::move(id));
  return frame;
}

}  // namespace anteroom::web
