#include "store/codec.h"

namespace anteroom::store {
namespace {

class PlainCodec final : public Codec {
 public:
  std::string seal(std::string_view content, std::string_view) const override {
    std::string sealed;
    sealed.reserve(content.size() + 1);
    sealed += kPlainForm;
    return sealed.append(content);
  }

  Result<std::string> open(std::string_view sealed, std::string_view) const override {
    if (sealed.empty())
      return failure("store", "stored content has lost its first byte: the file is damaged");
    if (sealed.front() != kPlainForm) {
      return failure(
          "store", "stored content has the form " +
                       std::to_string(static_cast<unsigned char>(sealed.front())) +
                       ", and only form 1 (plain) can be read here: use the program that wrote it");
    }
    return std::string(sealed.substr(1));
  }
};

}  // namespace

std::shared_ptr<const Codec> plain_codec() {
  static const auto codec = std::make_shared<const PlainCodec>();
  return codec;
}

}  // namespace anteroom::store
