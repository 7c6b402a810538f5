#include "base/hash.h"

namespace anteroom {

std::string content_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (unsigned char byte : bytes) {
    hash = (hash ^ byte) * 0x100000001b3u;
  }
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(16, '0');
  for (std::size_t i = hex.size(); i-- > 0; hash >>= 4) hex[i] = kDigits[hash & 15];
  return hex;
}

}  // namespace anteroom
