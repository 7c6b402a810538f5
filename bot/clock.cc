#include "bot/clock.h"

#include <sodium.h>

namespace anteroom::bot {

Moment held(Moment last, Moment wall) {
  constexpr std::chrono::minutes kSmallStep{1};
  return wall < last && last - wall < kSmallStep ? last : wall;
}

Moment Clock::now() const {
  const Moment wall =
      std::chrono::floor<Duration>(std::chrono::system_clock::now()) + Duration(x_ahead.load());
  const Moment now = held(Moment(Duration(x_last.load())), wall);
  x_last.store(now.time_since_epoch().count());
  return now;
}

std::chrono::steady_clock::time_point steady_now() { return std::chrono::steady_clock::now(); }

std::string random_token() {
  unsigned char bytes[16];
  randombytes_buf(bytes, sizeof bytes);
  std::string text(
      sodium_base64_ENCODED_LEN(sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, sizeof bytes,
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the terminating zero
  return text;
}

}  // namespace anteroom::bot
