// The secret that look-ups by phone, e-mail or name go by: only a keyed hash of the value is
// stored, so the file alone tells nobody who was here. The key lies beside the database
// (DATABASE.key, mode 0600) or is passed in by whoever opens the store. Without the key the hashes
// are useless: keep it with the backups' secrets, not with the backups.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/store.h"

namespace anteroom::store {

class LookUpKey {
 public:
  static constexpr std::size_t kBytes = 32;
  static constexpr std::size_t kHashBytes = 16;

  static Result<LookUpKey> from_hex(std::string_view hex);  // 64 hex digits
  // Of the file, which is made with a new random key where it is missing and `may_create`.
  static Result<LookUpKey> from_file(const std::string& path, bool may_create);

  // BLAKE2b of kind and value under the key: 16 raw bytes.
  std::string hash(const LookUp& look_up) const;
  // Tells whether a database was made with this key, and nothing else about it.
  std::string fingerprint() const;

 private:
  std::array<unsigned char, kBytes> x_bytes{};
};

}  // namespace anteroom::store
