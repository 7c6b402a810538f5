#include "channels/web/gate.h"

#include <algorithm>
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

Gate::Gate(const ChatLimits& limits, Meter address) : x_limits(limits), x_address(address) {}

void Gate::count_for(TokenBucket& conversation, SteadyTime now) {
  x_frames = &conversation;
  x_frames->take(x_limits.frames, now);
}

bool Gate::has_token(SteadyTime now) {
  return x_frames->take(x_limits.frames, now) && x_address.take(now);
}

int Gate::retry_after() const {
  return std::max(x_frames->retry_after(x_limits.frames),
                  x_address.bucket->retry_after(*x_address.rate));
}

Verdict Gate::take(std::string_view bytes, SteadyTime now) {
  if (!has_token(now)) return refuse_fast(bytes);
  auto frame = parse_client_frame(bytes);
  return frame ? admit(std::move(*frame)) : refuse(std::move(frame.error()));
}

std::optional<CloseCode> Gate::take_control(SteadyTime now) {
  if (has_token(now) || ++x_fast < x_limits.fast_frames) return std::nullopt;
  return CloseCode::too_fast;
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
  Verdict verdict;
  verdict.error = error_frame(ErrorCode::too_fast, "more frames than allowed",
                              frame ? id_of(*frame) : frame.error().id, retry_after());
  if (++x_fast >= x_limits.fast_frames) verdict.close = CloseCode::too_fast;
  return verdict;
}

}  // namespace anteroom::web
