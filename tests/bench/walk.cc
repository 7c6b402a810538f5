#include "tests/bench/walk.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/bench/loopback.h"
#include "tests/bench/web_socket_bytes.h"

namespace anteroom::bench {
namespace {

using nlohmann::json;

constexpr std::string_view kNoId = "00000000-0000-4000-8000-000000000000";

Step step_of(const json& frame) {
  const std::string text = frame.dump();
  Step step;
  step.frame = client_frame(Opcode::text, text);
  step.id_at = step.frame.find(kNoId);
  return step;
}

// One visitor who waits for every answer.
class Visitor {
 public:
  explicit Visitor(std::uint16_t port)
      : x_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(x_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect_to_loopback(x_socket, port)) put(upgrade_request(port));
    while (x_buffer.find("\r\n\r\n") == x_buffer.npos && fill()) {
    }
    x_buffer.erase(0, x_buffer.find("\r\n\r\n") + 4);
  }
  ~Visitor() { ::close(x_socket); }
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;

  void put(const std::string& bytes) { ::send(x_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  void put(const json& frame) { put(client_frame(Opcode::text, frame.dump())); }

  json get() {  // null: nothing came
    for (;;) {
      std::string_view bytes = x_buffer;
      if (const auto frame = take_frame(bytes)) {
        json message = json::parse(frame->payload, nullptr, false);
        x_last_bytes = frame->payload.size();
        x_buffer = std::string(bytes);
        return message;
      }
      if (!fill()) return {};
    }
  }
  json get(std::string_view type) {
    for (;;) {
      json message = get();
      if (message.is_null() || message.value("type", "") == type) return message;
    }
  }
  std::size_t last_bytes() const { return x_last_bytes; }

 private:
  bool fill() {
    std::array<char, 65536> bytes;
    const auto size = ::recv(x_socket, bytes.data(), bytes.size(), 0);
    if (size > 0) x_buffer.append(bytes.data(), static_cast<std::size_t>(size));
    return size > 0;
  }

  int x_socket;
  std::string x_buffer;
  std::size_t x_last_bytes = 0;
};

// One pass through the steps of a walk.
struct Pass {
  std::vector<Step> steps;
  std::vector<json> sent, answers;
  std::size_t bytes = 0;
};

class Learner {
 public:
  explicit Learner(std::uint16_t port) : x_visitor(port) {
    x_visitor.put({{"type", "hello"}, {"language", "en"}});
    const json welcome = x_visitor.get("welcome");
    if (welcome.is_null()) return;
    x_last = welcome["history"].back();
  }

  // Sends a frame and gathers its replies; an event behind it is accepted after the last of them.
  bool take(Pass& pass, json frame) {
    Step step = step_of([&] {
      json prepared = frame;
      prepared["id"] = kNoId;
      return prepared;
    }());
    step.replies = 0;
    pass.sent.push_back(frame);
    frame["id"] = "step" + std::to_string(++x_number);
    const std::string mark = "mark" + std::to_string(x_number);
    x_visitor.put(frame);
    x_visitor.put({{"type", "event"}, {"id", mark}, {"name", "page_view"}});
    json replies = json::array();
    for (json message = x_visitor.get(); message.value("id", "") != mark;
         message = x_visitor.get()) {
      if (message.is_null() || message["type"] == "error") return false;
      pass.bytes += x_visitor.last_bytes();
      if (message["type"] != "reply") continue;
      ++step.replies;
      x_last = message;
      for (const char* own : {"at", "in_reply_to", "seq", "type", "from"}) message.erase(own);
      replies.push_back(std::move(message));
    }
    pass.answers.push_back(std::move(replies));
    pass.steps.push_back(std::move(step));
    return pass.steps.back().replies > 0;
  }

  json first_choice() const {  // null where the last question has no buttons
    if (!x_last.contains("choices")) return {};
    return {{"type", "choose"}, {"choice", x_last["choices"][0]["id"]}};
  }

 private:
  Visitor x_visitor;
  json x_last;
  int x_number = 0;
};

using TakePass = std::function<bool(Learner&, Pass&)>;

bool press_all_buttons(Learner& learner, Pass& pass) {
  constexpr int kMost = 12;
  for (int i = 0; i < kMost && !learner.first_choice().is_null(); ++i)
    if (!learner.take(pass, learner.first_choice())) return false;
  if (!learner.take(pass, {{"type", "choose"}, {"choice", "@back"}})) return false;
  if (!learner.take(pass, learner.first_choice())) return false;
  return learner.take(pass, {{"type", "choose"}, {"choice", "@start_over"}});
}

constexpr const char* kTexts[] = {
    "Hi, my knee has been hurting for weeks, can I get an MRI?",
    "It's for my son",
    "Oakland would be easiest for us",
    "this week if possible",
    "What are your hours?",
    "Actually Berkeley, please",
    "we have medi-cal",
    "he is 12",
    "do you also take Blue Shield?",
    "sorry, I meant next week, and it's for myself",
    "I've never been there before",
    "start over",
};

bool say_all_texts(Learner& learner, Pass& pass) {
  for (const char* text : kTexts)
    if (!learner.take(pass, {{"type", "message"}, {"text", text}})) return false;
  return true;
}

json record_of(const std::vector<const Pass*>& passes) {
  json steps = json::array();
  for (const Pass* pass : passes)
    for (std::size_t i = 0; i < pass->steps.size(); ++i)
      steps.push_back({{"sent", pass->sent[i]}, {"replies", pass->answers[i]}});
  return steps;
}

bool alike(const Pass& one, const Pass& other) {
  if (one.sent != other.sent) return false;
  for (std::size_t i = 0; i < one.steps.size(); ++i)
    if (one.steps[i].replies != other.steps[i].replies) return false;
  return true;
}

// What a person has told once is known in the second round; the third must be like the second.
Result<Walk> learn(std::uint16_t port, const TakePass& take_pass) {
  Learner learner(port);
  Pass first, second, third;
  const bool walked =
      take_pass(learner, first) && take_pass(learner, second) && take_pass(learner, third);
  if (!walked) return failure("the walk", "a step got no reply");
  if (!alike(second, third)) return failure("the walk", "its second round is not like its third");
  Walk walk;
  walk.answer_bytes = second.bytes / second.steps.size();
  walk.record = json{{"opening", record_of({&first})}, {"cycle", record_of({&second})}}.dump();
  walk.opening = std::move(first.steps);
  walk.cycle = std::move(second.steps);
  return walk;
}

}  // namespace

Result<Walk> learn_button_walk(std::uint16_t port) { return learn(port, press_all_buttons); }

Result<Walk> learn_text_walk(std::uint16_t port) { return learn(port, say_all_texts); }

Walk echo_walk(std::size_t bytes) {
  json frame{{"id", kNoId}, {"type", "reply"}, {"text", ""}};
  const std::size_t least = frame.dump().size();
  frame["text"] = std::string(bytes > least ? bytes - least : 0, 'x');
  Walk walk;
  walk.talks = false;
  walk.answer_bytes = bytes;
  walk.cycle.push_back(step_of(frame));
  return walk;
}

}  // namespace anteroom::bench
