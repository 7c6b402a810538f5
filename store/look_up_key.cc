#include "store/look_up_key.h"

#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "store/private_file.h"

namespace anteroom::store {
namespace {

static_assert(LookUpKey::kBytes == crypto_generichash_KEYBYTES);
static_assert(LookUpKey::kHashBytes >= crypto_generichash_BYTES_MIN);

std::string new_key() {
  std::array<unsigned char, LookUpKey::kBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.back() = '\n';
  return hex;
}

Result<std::string> content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(path, "the key file cannot be read; correct its owner or its mode");
  std::string content{std::istreambuf_iterator<char>(file), {}};
  while (!content.empty() && (content.back() == '\n' || content.back() == '\r')) content.pop_back();
  return content;
}

}  // namespace

Result<LookUpKey> LookUpKey::from_hex(std::string_view hex) {
  LookUpKey key;
  std::size_t length = 0;
  if (sodium_init() < 0)
    return failure("store", "libsodium cannot start: there is no source of random bytes");
  const bool read =
      hex.size() == 2 * kBytes && sodium_hex2bin(key.x_bytes.data(), kBytes, hex.data(), hex.size(),
                                                 nullptr, &length, nullptr) == 0;
  if (!read || length != kBytes) return failure("store key", "a key is 64 hexadecimal digits");
  return key;
}

Result<LookUpKey> LookUpKey::from_file(const std::string& path, bool may_create) {
  if (sodium_init() < 0)
    return failure("store", "libsodium cannot start: there is no source of random bytes");
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    if (!may_create) {
      return failure(path,
                     "the database's key file is missing; put it back, or pass the key that the "
                     "database was made with");
    }
    if (auto made = publish_private_file(path, new_key()); !made)
      return tl::make_unexpected(made.error());
  }
  auto hex = content_of(path);
  if (!hex) return tl::make_unexpected(hex.error());
  auto key = from_hex(*hex);
  if (!key) return failure(path, key.error().what);
  return key;
}

std::string LookUpKey::hash(const LookUp& look_up) const {
  std::string message = look_up.kind;
  message += '\0';
  message += look_up.value;
  std::array<unsigned char, kHashBytes> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                     x_bytes.data(), x_bytes.size());
  return {hash.begin(), hash.end()};
}

std::string LookUpKey::fingerprint() const { return hash({"", "fingerprint"}); }

}  // namespace anteroom::store
