// One input is what one chat connection hears, a line each: a frame, or "> " (the server sends a
// welcome), "< " (the server knows no such conversation), "~ " (a second passes).
#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_text.h"
#include "base/text.h"
#include "channels/web/gate.h"
#include "tests/fuzz/fuzz.h"

namespace anteroom::fuzz {
namespace {

using nlohmann::json;
using namespace web;

constexpr std::string_view kMarker = "MARKEDWORDS";

json json_of(const Hello& hello) {
  json frame = {{"type", "hello"}, {"seen", hello.seen}};
  if (!hello.resume.empty()) frame["resume"] = hello.resume;
  if (!hello.language.empty()) frame["language"] = hello.language;
  if (!hello.page.path.empty()) frame["page"]["path"] = hello.page.path;
  if (!hello.page.topic.empty()) frame["page"]["topic"] = hello.page.topic;
  if (!hello.page.title.empty()) frame["page"]["title"] = hello.page.title;
  return frame;
}
json json_of(const Message& message) {
  return {{"type", "message"}, {"id", message.id}, {"text", message.text}};
}
json json_of(const Choose& choose) {
  return {{"type", "choose"}, {"id", choose.id}, {"choice", choose.choice}};
}
json json_of(const Event& event) {
  json frame = {{"type", "event"}, {"id", event.id}, {"name", event.name}};
  if (!event.page.empty()) frame["page"] = event.page;
  if (!event.topic.empty()) frame["topic"] = event.topic;
  return frame;
}
json json_of(const Typing&) { return {{"type", "typing"}}; }
json json_of(const Ack& ack) { return {{"type", "ack"}, {"seq", ack.seq}}; }

void expect_same_again(const ClientFrame& frame) {
  const std::string bytes =
      std::visit([](const auto& body) { return json_of(body).dump(); }, frame);
  const auto again = parse_client_frame(bytes);
  expect(again.has_value(), "what was read can be written and read");
  expect(*again == frame, "what was read means the same when written and read");
}

// Every text but the type begins with the marker, also the names of members.
json marked(const json& value, bool mark_names) {
  if (value.is_string()) return std::string(kMarker) + value.get<std::string>();
  if (!value.is_structured()) return value;
  json copy = value;
  if (value.is_array()) {
    for (json& item : copy) item = marked(item, true);
    return copy;
  }
  copy = json::object();
  for (const auto& [name, member] : value.items()) {
    const bool keep_type = !mark_names && name == "type";
    copy[mark_names ? std::string(kMarker) + name : name] =
        keep_type ? member : marked(member, mark_names);
  }
  return copy;
}

void expect_silent(const json& object, bool mark_names) {
  const auto frame = parse_client_frame(marked(object, mark_names).dump());
  if (frame) return;
  ErrorFrame error = frame.error();
  error.id.clear();  // the client's own
  expect(to_bytes(error).find(kMarker) == std::string::npos, "an error does not quote the frame");
}

void read_alone(std::string_view bytes) {
  const auto frame = parse_client_frame(bytes);
  if (frame) {
    expect(is_valid_utf8(bytes), "what is not UTF-8 is no frame");
    expect_same_again(*frame);
  } else {
    expect(!frame.error().what.empty(), "an error says what is wrong");
    expect(is_valid_utf8(to_bytes(frame.error())), "an error is UTF-8");
  }
  const json object = parse_json(bytes);
  expect(object.is_object() == (frame || !frame.error().hopeless), "only no object is hopeless");
  if (!object.is_object()) return;
  expect_silent(object, false);
  expect_silent(object, true);
}

// The manners that the gate keeps, told a second time.
class Watch {
 public:
  void check(const Verdict& verdict) {
    expect(verdict.frame.has_value() != verdict.error.has_value(), "a frame passes or is answered");
    if (!verdict.frame) return;
    expect(!verdict.close, "a frame that passes closes nothing");
    ++x_passed;
    const bool is_hello = std::holds_alternative<Hello>(*verdict.frame);
    expect(is_hello ? !x_said_hello : x_welcomed, "hello once and first, then the welcome");
    if (is_hello) x_said_hello = true;
    expect(x_passed <= x_may_pass, "no more frames than the rate allows");
  }
  void welcomed() { x_welcomed = x_said_hello = true; }
  void sent_away() { x_welcomed = x_said_hello = false; }
  void second_passed(const ChatLimits& limits) {
    x_may_pass += static_cast<int>(limits.frames.per_second);
  }

 private:
  bool x_said_hello = false;
  bool x_welcomed = false;
  int x_passed = 0;
  int x_may_pass = static_cast<int>(ChatLimits().frames.burst);
};

void hear(std::string_view lines) {
  const ChatLimits limits;
  SteadyTime now{};
  const AddressLimits address_limits;
  AddressUse address;
  Gate gate(limits, {&address_limits.frames, &address.frames});
  Watch watch;
  bool open = true;
  while (open && !lines.empty()) {
    const std::string_view line = take_until(lines, '\n');
    if (line.starts_with("> ")) {
      gate.sent(Welcome{});
      watch.welcomed();
    } else if (line.starts_with("< ")) {
      gate.sent(error_frame(ErrorCode::no_conversation, "unknown"));
      watch.sent_away();
    } else if (line.starts_with("~ ")) {
      now += std::chrono::seconds(1);
      watch.second_passed(limits);
    } else {
      read_alone(line);
      const Verdict verdict = gate.take(line, now);
      watch.check(verdict);
      open = !verdict.close;
    }
  }
}

}  // namespace
}  // namespace anteroom::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::hear(anteroom::fuzz::as_text(data, size));
  return 0;
}
