#include "channels/web/gate.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

namespace anteroom::web {
namespace {

std::string id_of(const ClientFrame& frame) {
  return std::visit(
      [](const auto& body) -> std::string {
        if constexpr (requires { body.id; })
          return body.id;
        else
          return {};
      },
      frame);
}

}  // namespace

TokenBucket::TokenBucket(const Rate& rate, SteadyTime now)
    : x_rate(rate), x_tokens(rate.burst), x_last(now) {}

bool TokenBucket::take(SteadyTime now) {
  const std::chrono::duration<double> passed = now - x_last;
  x_last = now;
  x_tokens = std::min(x_rate.burst, x_tokens + passed.count() * x_rate.per_second);
  if (x_tokens < 1.0) return false;
  x_tokens -= 1.0;
  return true;
}

Gate::Gate(const ChatLimits& limits, SteadyTime now)
    : x_limits(limits), x_bucket(limits.frames, now) {}

Verdict Gate::take(std::string_view bytes, SteadyTime now) {
  if (!x_bucket.take(now)) return refuse_fast(bytes);
  auto frame = parse_client_frame(bytes);
  return frame ? admit(std::move(*frame)) : refuse(std::move(frame.error()));
}

void Gate::sent(const ServerFrame& frame) {
  if (std::holds_alternative<Welcome>(frame)) x_stage = Stage::open;
  const auto* error = std::get_if<ErrorFrame>(&frame);
  if (error && error->code == ErrorCode::no_conversation) x_stage = Stage::closed;
}

Verdict Gate::admit(ClientFrame frame) {
  const bool is_hello = std::holds_alternative<Hello>(frame);
  Verdict verdict;
  if (is_hello && x_stage != Stage::closed)
    return refuse(error_frame(ErrorCode::bad_frame, "hello was said already"));
  if (!is_hello && x_stage != Stage::open) {
    verdict.error = error_frame(ErrorCode::not_ready, "wait for the welcome", id_of(frame));
    if (x_stage == Stage::closed) verdict.close = CloseCode::hello_first;
    return verdict;
  }
  if (is_hello) x_stage = Stage::opening;
  verdict.frame = std::move(frame);
  return verdict;
}

Verdict Gate::refuse(ErrorFrame error) {
  Verdict verdict;
  if (error.hopeless || ++x_bad >= x_limits.bad_frames) verdict.close = CloseCode::bad_frame;
  verdict.error = std::move(error);
  return verdict;
}

Verdict Gate::refuse_fast(std::string_view bytes) {
  const auto frame = parse_client_frame(bytes);
  const int wait = std::max(1, static_cast<int>(std::ceil(1.0 / x_limits.frames.per_second)));
  Verdict verdict;
  verdict.error = error_frame(ErrorCode::too_fast, "more frames than allowed",
                              frame ? id_of(*frame) : frame.error().id, wait);
  if (++x_fast >= x_limits.fast_frames) verdict.close = CloseCode::too_fast;
  return verdict;
}

}  // namespace anteroom::web
