#include <catch2/catch.hpp>
#include <string>

#include "channels/web/gate.h"

using namespace anteroom::web;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kHello = R"({"type":"hello"})";
constexpr std::string_view kMessage = R"({"type":"message","id":"m1","text":"hi"})";
const SteadyTime kStart{};

struct Fixture {
  ChatLimits limits;
  AddressLimits address_limits;
  AddressUse address;
  SteadyTime now = kStart;
  Gate gate{limits, {&address_limits.frames, &address.frames}};

  void open() {
    REQUIRE(gate.take(kHello, now).frame);
    gate.sent(Welcome{});
  }
};

ErrorFrame no_conversation() { return error_frame(ErrorCode::no_conversation, "unknown"); }

}  // namespace

TEST_CASE_METHOD(Fixture, "before hello everything else is refused and closes", "[web][gate]") {
  const auto verdict = gate.take(kMessage, now);
  CHECK_FALSE(verdict.frame);
  REQUIRE(verdict.error);
  CHECK(verdict.error->code == ErrorCode::not_ready);
  CHECK(verdict.error->id == "m1");
  CHECK(verdict.close == CloseCode::hello_first);
}

TEST_CASE_METHOD(Fixture, "between hello and welcome frames are put off, not closed",
                 "[web][gate]") {
  REQUIRE(gate.take(kHello, now).frame);
  const auto early = gate.take(kMessage, now);
  CHECK(early.error->code == ErrorCode::not_ready);
  CHECK_FALSE(early.close);
  gate.sent(Welcome{});
  CHECK(gate.take(kMessage, now).frame);
}

TEST_CASE_METHOD(Fixture, "a second hello is a bad frame, unless there was no conversation",
                 "[web][gate]") {
  REQUIRE(gate.take(kHello, now).frame);
  gate.sent(no_conversation());
  CHECK(gate.awaits_hello());
  CHECK(gate.take(kHello, now).frame);
  gate.sent(Welcome{});
  CHECK(gate.take(kHello, now).error->code == ErrorCode::bad_frame);
  CHECK(gate.take(kMessage, now).frame);
}

TEST_CASE_METHOD(Fixture, "a welcome may be sent again", "[web][gate]") {
  open();
  gate.sent(Welcome{});
  CHECK(gate.take(kMessage, now).frame);
}

TEST_CASE_METHOD(Fixture, "a burst passes, then frames come at the rate", "[web][gate]") {
  open();
  for (int i = 1; i < limits.frames.burst; ++i) CHECK(gate.take(kMessage, now).frame);
  const auto fast = gate.take(kMessage, now);
  REQUIRE(fast.error);
  CHECK(fast.error->code == ErrorCode::too_fast);
  CHECK(fast.error->id == "m1");
  CHECK(fast.error->retry_after == 1);
  CHECK_FALSE(fast.close);
  now += 200ms;
  CHECK(gate.take(kMessage, now).frame);
  CHECK_FALSE(gate.take(kMessage, now).frame);
  now += 1h;
  for (int i = 0; i < limits.frames.burst; ++i) CHECK(gate.take(kMessage, now).frame);
  CHECK_FALSE(gate.take(kMessage, now).frame);
}

TEST_CASE_METHOD(Fixture, "who goes on too fast is closed", "[web][gate]") {
  open();
  std::size_t refused = 0;
  std::optional<CloseCode> close;
  for (int i = 0; i < 200 && !close; ++i) {
    const auto verdict = gate.take(kMessage, now);
    if (verdict.error) ++refused;
    close = verdict.close;
  }
  CHECK(close == CloseCode::too_fast);
  CHECK(refused == limits.fast_frames);
}

TEST_CASE_METHOD(Fixture, "ten bad frames close, one that is no JSON closes at once",
                 "[web][gate]") {
  open();
  for (std::size_t i = 1; i < limits.bad_frames; ++i) {
    const auto verdict = gate.take(R"({"type":"shout"})", now += 1s);
    CHECK(verdict.error->code == ErrorCode::unknown_type);
    CHECK_FALSE(verdict.close);
  }
  CHECK(gate.take(R"({"type":"shout"})", now += 1s).close == CloseCode::bad_frame);

  Gate other(limits, {&address_limits.frames, &address.frames});
  CHECK(other.take("hello?", now).close == CloseCode::bad_frame);
}
