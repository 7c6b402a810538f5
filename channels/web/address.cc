#include "channels/web/address.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <string>

namespace anteroom::web {
namespace {

constexpr Address kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
constexpr std::size_t kMappedBytes = 12;
constexpr std::size_t kNetworkBytes = 8;

bool is_mapped(const Address& address) {
  return std::equal(kMapped.begin(), kMapped.begin() + kMappedBytes, address.begin());
}

// "[a]:1" and "[a]" are a, "1.2.3.4:1" is 1.2.3.4; an IPv6 address has more than one colon.
std::string_view without_port(std::string_view text) {
  if (!text.empty() && text.front() == '[') {
    const std::size_t end = text.find(']');
    return end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
  }
  const std::size_t colon = text.find(':');
  return colon == text.rfind(':') ? text.substr(0, colon) : text;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  boost::system::error_code error;
  const auto parsed = boost::asio::ip::make_address(std::string(without_port(text)), error);
  if (error) return std::nullopt;
  if (parsed.is_v6()) return parsed.to_v6().to_bytes();
  Address address = kMapped;
  const auto bytes = parsed.to_v4().to_bytes();
  std::copy(bytes.begin(), bytes.end(), address.begin() + kMappedBytes);
  return address;
}

Address counted_as(Address address) {
  if (!is_mapped(address)) std::fill(address.begin() + kNetworkBytes, address.end(), 0);
  return address;
}

std::size_t AddressHash::operator()(const Address& address) const {
  return std::hash<std::string_view>()(
      {reinterpret_cast<const char*>(address.data()), address.size()});
}

bool AddressBlock::holds(const Address& address) const {
  for (unsigned bit = 0; bit < bits; bit += 8) {
    const unsigned common = std::min(8u, bits - bit);
    const unsigned mask = 0xffu << (8 - common) & 0xffu;
    if ((first[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
  }
  return true;
}

std::optional<AddressBlock> parse_address_block(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto first = parse_address(text.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == std::string_view::npos) return AddressBlock{*first, 128};
  const unsigned before = is_mapped(*first) ? 8 * kMappedBytes : 0;
  const std::string_view number = text.substr(slash + 1);
  unsigned bits = 0;
  const char* end = number.data() + number.size();
  const auto [rest, error] = std::from_chars(number.data(), end, bits);
  if (error != std::errc() || rest != end || bits > 128 - before) return std::nullopt;
  return AddressBlock{*first, before + bits};
}

}  // namespace anteroom::web
