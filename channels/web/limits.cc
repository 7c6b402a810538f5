#include "channels/web/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"

namespace anteroom::web {
namespace {

using S = ServerSettings;
constexpr double kMany = 10'000'000;
constexpr double kMegabyte = 1024 * 1024;
constexpr double kGigabyte = 1024 * kMegabyte;
constexpr double kHour = 3600;

// The field at the end of a path of members.
template <auto... kMembers>
constexpr auto& field(S& settings) {
  return (settings.*....*kMembers);
}

constexpr Limit kLimits[] = {
    {"connections", "connections open at once", "", 1, kMany, field<&S::connections>},
    {"chats", "chats open at once", "", 1, kMany, field<&S::chats>},
    {"queued_bytes_in_all", "what waits for all slow readers together", "bytes", 1024, kGigabyte,
     field<&S::queued_bytes>},
    {"drain_time", "at a stop, until who is left is cut off", "seconds", 0, kHour,
     field<&S::drain>},

    {"connections_per_address", "connections of one address open at once", "", 1, kMany,
     field<&S::address_limits, &AddressLimits::connections>},
    {"connects_per_second", "new connections of one address", "a second", 0.01, kMany,
     field<&S::address_limits, &AddressLimits::connects, &Rate::per_second>},
    {"connect_burst", "the same, at once", "", 1, kMany,
     field<&S::address_limits, &AddressLimits::connects, &Rate::burst>},
    {"requests_per_second", "HTTP requests of one address", "a second", 0.01, kMany,
     field<&S::address_limits, &AddressLimits::requests, &Rate::per_second>},
    {"request_burst", "the same, at once", "", 1, kMany,
     field<&S::address_limits, &AddressLimits::requests, &Rate::burst>},
    {"conversations_per_second", "new conversations of one address", "a second", 0.01, kMany,
     field<&S::address_limits, &AddressLimits::conversations, &Rate::per_second>},
    {"conversation_burst", "the same, at once", "", 1, kMany,
     field<&S::address_limits, &AddressLimits::conversations, &Rate::burst>},
    {"address_frames_per_second", "frames of all chats of one address", "a second", 0.01, kMany,
     field<&S::address_limits, &AddressLimits::frames, &Rate::per_second>},
    {"address_frame_burst", "the same, at once", "", 1, kMany,
     field<&S::address_limits, &AddressLimits::frames, &Rate::burst>},

    {"frames_per_second", "frames of one conversation", "a second", 0.01, kMany,
     field<&S::chat, &ChatLimits::frames, &Rate::per_second>},
    {"frame_burst", "the same, at once", "", 1, kMany,
     field<&S::chat, &ChatLimits::frames, &Rate::burst>},
    {"fast_frames", "frames over a rate, until the chat is closed", "", 1, kMany,
     field<&S::chat, &ChatLimits::fast_frames>},
    {"bad_frames", "bad frames, until the chat is closed", "", 1, kMany,
     field<&S::chat, &ChatLimits::bad_frames>},
    {"frame_bytes", "one frame", "bytes", 1024, kMegabyte,
     field<&S::chat, &ChatLimits::frame_bytes>},
    {"queued_frames", "frames that wait behind the one being sent, for a slow reader", "", 1, kMany,
     field<&S::chat, &ChatLimits::queued_frames>},
    {"queued_bytes", "their size", "bytes", 1024, kGigabyte,
     field<&S::chat, &ChatLimits::queued_bytes>},
    {"hello_time", "until a chat has said hello", "seconds", 0.01, kHour,
     field<&S::chat, &ChatLimits::hello>},
    {"silent_time", "nothing heard of a chat, not even an answer to a ping", "seconds", 0.01, kHour,
     field<&S::chat, &ChatLimits::silent>},
    {"close_time", "a chat's opening and closing handshakes", "seconds", 0.01, kHour,
     field<&S::chat, &ChatLimits::close>},

    {"header_bytes", "a request's header, its first line included", "bytes", 512, kMegabyte,
     field<&S::http, &HttpLimits::header_bytes>},
    {"header_fields", "fields in a request's header", "", 1, 10'000,
     field<&S::http, &HttpLimits::header_fields>},
    {"url_bytes", "a request's path and query", "bytes", 64, kMegabyte,
     field<&S::http, &HttpLimits::url_bytes>},
    {"body_bytes", "a request's body", "bytes", 0, kGigabyte,
     field<&S::http, &HttpLimits::body_bytes>},
    {"requests_per_connection", "requests of one connection", "", 1, kMany,
     field<&S::http, &HttpLimits::requests>},
    {"idle_time", "between two requests of a connection", "seconds", 0.01, kHour,
     field<&S::http, &HttpLimits::idle>},
    {"header_time", "until a request's header is there", "seconds", 0.01, kHour,
     field<&S::http, &HttpLimits::header>},
    {"body_time", "until a request's body is there", "seconds", 0.01, kHour,
     field<&S::http, &HttpLimits::body>},
    {"answer_time", "until a request has its answer", "seconds", 0.01, kHour,
     field<&S::http, &HttpLimits::handler>},
    {"write_time", "until an answer has been taken", "seconds", 0.01, kHour,
     field<&S::http, &HttpLimits::write>},
};

struct Read {
  ServerSettings& settings;
  double operator()(Limit::Count field) const { return static_cast<double>(field(settings)); }
  double operator()(Limit::Rate field) const { return field(settings); }
  double operator()(Limit::Time field) const {
    return std::chrono::duration<double>(field(settings)).count();
  }
};

struct Write {
  ServerSettings& settings;
  double value;
  void operator()(Limit::Count field) const { field(settings) = static_cast<std::size_t>(value); }
  void operator()(Limit::Rate field) const { field(settings) = value; }
  void operator()(Limit::Time field) const {
    field(settings) = Milliseconds(std::llround(value * 1000));
  }
};

std::string in_words(double value) {
  std::array<char, 64> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return std::string(text.data(), end);
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || rest != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string wanted(const Limit& limit) {
  const bool whole = std::holds_alternative<Limit::Count>(limit.field);
  std::string text = whole ? "wanted a whole number" : "wanted a number";
  if (!limit.unit.empty()) text += " (" + std::string(limit.unit) + ")";
  return text + " from " + in_words(limit.least) + " to " + in_words(limit.most);
}

std::string near_or_all(std::string_view name) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Limit& limit : kLimits) {
    names.push_back(limit.name);
    all.append(all.empty() ? "" : ", ").append(limit.name);
  }
  const std::string_view nearest = nearest_word(name, names);
  return nearest.empty() ? "there is " + all : "did you mean '" + std::string(nearest) + "'?";
}

}  // namespace

std::span<const Limit> limits() { return kLimits; }

double value_of(const Limit& limit, const ServerSettings& settings) {
  ServerSettings copy = settings;
  return std::visit(Read{copy}, limit.field);
}

Result<void> set_limit(ServerSettings& settings, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string name(assignment.substr(0, equals));
  const auto limit = std::find_if(std::begin(kLimits), std::end(kLimits),
                                  [&](const Limit& known) { return known.name == name; });
  if (limit == std::end(kLimits))
    return failure(name, "there is no limit of this name; " + near_or_all(name));
  if (equals == std::string_view::npos) return failure(name, "wanted NAME=VALUE");
  const auto value = number(assignment.substr(equals + 1));
  const bool whole = std::holds_alternative<Limit::Count>(limit->field);
  if (!value || (whole && *value != std::floor(*value)) || *value < limit->least ||
      *value > limit->most)
    return failure(name, wanted(*limit));
  std::visit(Write{settings, *value}, limit->field);
  return {};
}

}  // namespace anteroom::web
