#include "store/codec.h"

#include <sodium.h>

#include <array>

namespace anteroom::store {
namespace {

constexpr std::size_t kSum = crypto_shorthash_BYTES;
using Sum = std::array<unsigned char, kSum>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Of the content as that case's: the same words in another case have another sum.
Sum sum_of(std::string_view content, std::string_view case_id) {
  std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
  Sum sum{};
  crypto_shorthash(key.data(), bytes_of(case_id), case_id.size(), key.data());
  crypto_shorthash(sum.data(), bytes_of(content), content.size(), key.data());
  return sum;
}

tl::unexpected<Error> damaged() {
  return failure("store", "stored content is damaged: restore the database from a backup");
}

Result<std::string> checked(std::string_view sealed, std::string_view case_id) {
  if (sealed.size() < 1 + kSum) return damaged();
  const std::string_view content = sealed.substr(1 + kSum);
  const Sum sum = sum_of(content, case_id);
  if (sealed.substr(1, kSum) != std::string_view(reinterpret_cast<const char*>(sum.data()), kSum))
    return damaged();
  return std::string(content);
}

class PlainCodec final : public Codec {
 public:
  std::string seal(std::string_view content, std::string_view case_id) const override {
    const Sum sum = sum_of(content, case_id);
    std::string sealed;
    sealed.reserve(1 + kSum + content.size());
    sealed += kCheckedForm;
    sealed.append(sum.begin(), sum.end());
    return sealed.append(content);
  }

  Result<std::string> open(std::string_view sealed, std::string_view case_id) const override {
    if (sealed.empty()) return damaged();
    if (sealed.front() == kCheckedForm) return checked(sealed, case_id);
    if (sealed.front() == kPlainForm) return std::string(sealed.substr(1));
    return failure("store",
                   "stored content has the form " +
                       std::to_string(static_cast<unsigned char>(sealed.front())) +
                       ", and only forms 1 and 2 (plain) can be read here: use the program that "
                       "wrote it, or, if it was this one, restore the database from a backup");
  }
};

}  // namespace

std::shared_ptr<const Codec> plain_codec() {
  static const auto codec = std::make_shared<const PlainCodec>();
  return codec;
}

}  // namespace anteroom::store
