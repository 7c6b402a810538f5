// The fixed hashes by which features are known: the same on every machine and in every run, so that
// a model may be kept on disk. Not for secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace anteroom::classifier {

inline std::uint64_t mixed(std::uint64_t hash) {  // the finaliser of MurmurHash3
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdu;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53u;
  return hash ^ (hash >> 33);
}

inline std::uint64_t hash_of(std::string_view bytes) {  // FNV-1a
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3u;
  return mixed(hash);
}

inline std::uint64_t joined(std::uint64_t first, std::uint64_t second) {
  return mixed(first * 0x9e3779b97f4a7c15u + second);
}

}  // namespace anteroom::classifier
