#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "channels/web/frames.h"
#include "tests/channels/web_support.h"

using namespace anteroom::web;
using anteroom::parse_moment;
using nlohmann::json;
using web_tests::wire_examples;

namespace {

template <class T>
T parsed(const std::string& text) {
  const auto frame = parse_client_frame(text);
  REQUIRE(frame);
  REQUIRE(std::holds_alternative<T>(*frame));
  return std::get<T>(*frame);
}

ErrorFrame refused(const std::string& text) {
  const auto frame = parse_client_frame(text);
  REQUIRE_FALSE(frame);
  return frame.error();
}

// The frames of the server blocks in docs/wire_protocol.md, in their order.
std::vector<ServerFrame> documented_frames() {
  Welcome fresh;
  fresh.conversation = "c_7Kd2";
  fresh.resume = "r_3vQ0mJ8kq2YwZc-Xx1T7bA";
  Entry greeting;
  greeting.seq = 1;
  greeting.at = *parse_moment("2026-11-21T17:00:00Z");
  greeting.said.text = "Hello! How can we help?";
  greeting.said.choices = {{"new_visit", "Book a visit"}, {"referral", "Refer a patient"}};
  greeting.said.progress = {0, 6};
  fresh.history = {greeting};
  fresh.language = "en";
  fresh.languages = {{"en", "English"}, {"es", "Español"}};
  fresh.practice = {"Lakeside Clinic",
                    "I am an automated assistant.",
                    "In danger? Call 911.",
                    {{"title", "Chat with Lakeside"}}};
  fresh.controls = {{"@back", "Back"}, {"@person", "Talk to a person"}};

  Welcome resumed = fresh;
  resumed.after = 4;
  Entry chosen;
  chosen.seq = 5;
  chosen.from = Speaker::visitor;
  chosen.id = "m3";
  chosen.at = *parse_moment("2026-11-21T17:01:00Z");
  chosen.said.text = "Imaging";
  Entry from_agent;
  from_agent.seq = 6;
  from_agent.from = Speaker::agent;
  from_agent.at = *parse_moment("2026-11-21T17:01:02.5Z");
  from_agent.said.text = "Hi, this is Ana.";
  resumed.history = {chosen, from_agent};
  resumed.languages = {{"en", "English"}};
  resumed.practice.labels.clear();
  resumed.controls.clear();
  resumed.agent = Agent{AgentState::joined, "Ana"};

  ReplyFrame question;
  question.seq = 8;
  question.in_reply_to = "m2";
  question.at = *parse_moment("2026-11-21T17:01:05Z");
  question.said.text = "Which location suits you?";
  question.said.choices = {{"oakland", "Oakland"}, {"berkeley", "Berkeley"}};
  question.said.input = "choices";
  question.said.progress = {1, 6};
  ReplyFrame by_agent;
  by_agent.seq = 9;
  by_agent.from = Speaker::agent;
  by_agent.said.text = "I can see you at 10.\nDoes that suit?";
  ReplyFrame urgent;
  urgent.seq = 10;
  urgent.in_reply_to = "m6";
  urgent.said.text = "Please call 911 now.";
  urgent.said.urgent = true;

  return {
      fresh,
      resumed,
      Accepted{"m2", 7},
      Accepted{"e1", 0},
      question,
      by_agent,
      urgent,
      Typing{},
      Agent{AgentState::joined, "Ana"},
      Agent{AgentState::left, ""},
      error_frame(ErrorCode::bad_field, "message.text: wanted 1 to 16384 bytes", "m7"),
      error_frame(ErrorCode::too_fast, "more frames than allowed", "m8", 1),
      error_frame(ErrorCode::no_conversation,
                  "no conversation goes by this token; say hello without resume"),
  };
}

}  // namespace

TEST_CASE("every client example of the wire protocol is read", "[web][frames]") {
  for (const auto& example : wire_examples("client")) {
    if (example.label != "client") continue;
    INFO("docs/wire_protocol.md:" << example.line << "\n" << example.text);
    const auto frame = parse_client_frame(example.text);
    if (!frame) FAIL(frame.error().what);
  }
}

TEST_CASE("every bad example of the wire protocol gets its error", "[web][frames]") {
  for (const auto& example : wire_examples("client-bad ")) {
    INFO("docs/wire_protocol.md:" << example.line << "\n" << example.text);
    const auto frame = parse_client_frame(example.text);
    REQUIRE_FALSE(frame);
    CHECK("client-bad " + std::string(to_text(frame.error().code)) == example.label);
  }
}

TEST_CASE("every server example of the wire protocol is what the server writes", "[web][frames]") {
  const auto examples = wire_examples("server");
  const auto frames = documented_frames();
  REQUIRE(examples.size() == frames.size());
  for (std::size_t i = 0; i < frames.size(); ++i) {
    INFO("docs/wire_protocol.md:" << examples[i].line);
    CHECK(json::parse(to_bytes(frames[i])) == json::parse(examples[i].text));
  }
}

TEST_CASE("the wire protocol's table names every error code", "[web][frames]") {
  std::set<std::string> documented;
  for (const auto& example : wire_examples("client-bad "))
    documented.insert(example.label.substr(11));
  for (const auto& example : wire_examples("server"))
    if (const json frame = json::parse(example.text); frame["type"] == "error")
      documented.insert(frame["code"].get<std::string>());
  for (const ErrorCode code : {ErrorCode::bad_frame, ErrorCode::unknown_type, ErrorCode::bad_field,
                               ErrorCode::too_fast, ErrorCode::no_conversation})
    CHECK(documented.count(std::string(to_text(code))) == 1);
}

TEST_CASE("a hello's fields arrive", "[web][frames]") {
  const auto hello = parsed<Hello>(
      R"({"type":"hello","resume":"abc-_9","language":"es-MX","seen":12,
          "page":{"path":"/services/imaging","topic":"imaging","title":"MRI"}})");
  CHECK(hello == Hello{"abc-_9", "es-MX", {"/services/imaging", "imaging", "MRI"}, 12});
  CHECK(parsed<Hello>(R"({"type":"hello","resume":null,"page":null})") == Hello{});
}

TEST_CASE("messages, choices, events and acks arrive", "[web][frames]") {
  CHECK(parsed<Message>(R"({"type":"message","id":"m1","text":"¿Qué?"})") ==
        Message{"m1", "¿Qué?"});
  CHECK(parsed<Choose>(R"({"type":"choose","id":"m1","choice":"@language:es"})") ==
        Choose{"m1", "@language:es"});
  CHECK(parsed<Event>(R"({"type":"event","id":"e","name":"page_view","page":"/p","topic":"t"})") ==
        Event{"e", "page_view", "/p", "t"});
  CHECK(parsed<Ack>(R"({"type":"ack","seq":9007199254740991})") == Ack{9007199254740991});
}

TEST_CASE("a page's query and fragment are cut off", "[web][frames]") {
  CHECK(parsed<Event>(R"({"type":"event","id":"e","name":"v","page":"/p?name=x#y"})").page == "/p");
  CHECK(parsed<Hello>(R"({"type":"hello","page":{"path":"/q#me"}})").page.path == "/q");
}

TEST_CASE("limits are exact", "[web][frames]") {
  const auto message = [](std::size_t id, std::size_t text) {
    return json{{"type", "message"}, {"id", std::string(id, 'i')}, {"text", std::string(text, 't')}}
        .dump();
  };
  CHECK(parse_client_frame(message(64, kTextBytes)));
  CHECK(refused(message(65, 1)).code == ErrorCode::bad_field);
  const auto too_large = refused(message(1, kTextBytes + 1));
  CHECK(too_large.code == ErrorCode::too_large);
  CHECK(too_large.id == "i");
  const auto choose = [](std::size_t size) {
    return json{{"type", "choose"}, {"id", "m"}, {"choice", std::string(size, 'c')}}.dump();
  };
  CHECK(parse_client_frame(choose(128)));
  CHECK(refused(choose(129)).code == ErrorCode::bad_field);
  CHECK(refused(R"({"type":"ack","seq":18446744073709551615})").code == ErrorCode::bad_field);
}

TEST_CASE("an error names the frame's id and field, never its words", "[web][frames]") {
  const auto error = refused(R"({"type":"choose","id":"m1","choice":"secret\u0001word"})");
  CHECK(error.id == "m1");
  CHECK(error.what.find("choose.choice") == 0);
  CHECK(error.what.find("secret") == std::string::npos);
  CHECK(refused(R"({"type":"whisper","id":"m2"})").what.find("whisper") == std::string::npos);
  CHECK(refused(R"({"type":"whisper","id":"not an id"})").id.empty());
  CHECK(refused(R"({"type":"hello","page":{"topic":"<i>"}})").what.find("hello.page.topic") == 0);
}

TEST_CASE("only what is no JSON object is hopeless", "[web][frames]") {
  CHECK(refused("{").hopeless);
  CHECK(refused("").hopeless);
  CHECK(refused("7").hopeless);
  CHECK(refused("{\"type\":\"message\",\"text\":\"\xff\"}").hopeless);
  CHECK(refused(std::string(60'000, '[')).hopeless);
  CHECK(refused(std::string("{\"type\":\"typing\"}\0\x80", 19)).hopeless);
  CHECK_FALSE(refused("{}").hopeless);
}

TEST_CASE("a text that is no UTF-8 does not stop the writer", "[web][frames]") {
  ReplyFrame reply;
  reply.said.text = "a\xff";
  CHECK(json::parse(to_bytes(reply))["text"] == "a\xEF\xBF\xBD");
}

TEST_CASE("damaged frames are errors or frames, whatever the damage", "[web][frames]") {
  int frames = 0;
  int errors = 0;
  for (const auto& example : wire_examples("client")) {
    for (std::size_t at = 0; at < example.text.size(); ++at) {
      for (const char damage : {'\0', '"', '{', '\\', ':', '9', '\xc3'}) {
        std::string text = example.text;
        text[at] = damage;
        const auto frame = parse_client_frame(text);
        frame ? ++frames : ++errors;
        if (!frame) CHECK_FALSE(frame.error().what.empty());
      }
      CHECK_FALSE(parse_client_frame(example.text.substr(0, at == 0 ? 0 : at - 1)));
    }
  }
  CHECK(frames > 1000);
  CHECK(errors > 1000);
}
