#include "bot/clock.h"

#include <sodium.h>

namespace anteroom::bot {

Moment Clock::now() const {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now()) + Duration(x_ahead.load());
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
