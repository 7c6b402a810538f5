// Internet addresses as the server compares and counts them. IPv4 and IPv6 are one kind: an IPv4
// address is its IPv6-mapped form. Pure; no name is ever looked up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace anteroom::web {

using Address = std::array<std::uint8_t, 16>;

// "203.0.113.9", "2001:db8::1", also with a port as proxies write it: "203.0.113.9:4711",
// "[2001:db8::1]:4711".
std::optional<Address> parse_address(std::string_view text);

// Whom limits count as one visitor: an IPv4 address, or the 64 bits that an IPv6 network has.
Address counted_as(Address address);

struct AddressHash {
  std::size_t operator()(const Address& address) const;
};

// "127.0.0.1", "172.16.0.0/12", "2001:db8::/32".
struct AddressBlock {
  Address first{};
  unsigned bits = 128;  // of `first` that an address has in common with the block
  bool holds(const Address& address) const;
};
std::optional<AddressBlock> parse_address_block(std::string_view text);

}  // namespace anteroom::web
