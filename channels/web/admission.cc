#include "channels/web/admission.h"

#include <algorithm>

#include "channels/web/address.h"
#include "channels/web/frames.h"
#include "channels/web/http.h"

namespace anteroom::web {
namespace {

std::string_view stripped(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_trusted(std::string_view text, const std::vector<std::string>& blocks) {
  const auto address = parse_address(text);
  return address &&
         std::any_of(blocks.begin(), blocks.end(), [&](const std::string& text_of_block) {
           const auto block = parse_address_block(text_of_block);
           return block && block->holds(*address);
         });
}

}  // namespace

bool origin_allowed(std::string_view origin, std::string_view host,
                    const std::vector<std::string>& allowed) {
  if (origin.empty() || contains(allowed, origin)) return true;
  for (const std::string_view scheme : {"https://", "http://"})
    if (origin.substr(0, scheme.size()) == scheme)
      return !host.empty() && same_header_name(origin.substr(scheme.size()), host);
  return false;
}

bool offers_subprotocol(std::string_view header) {
  while (!header.empty()) {
    const std::string_view part = header.substr(0, header.find(','));
    if (stripped(part) == kSubprotocol) return true;
    header.remove_prefix(std::min(part.size() + 1, header.size()));
  }
  return false;
}

std::string visitor_address(std::string_view peer, std::string_view forwarded_for,
                            const std::vector<std::string>& trusted_proxies) {
  std::string_view address = peer;
  while (!forwarded_for.empty() && is_trusted(address, trusted_proxies)) {
    const std::size_t comma = forwarded_for.rfind(',');
    const bool last = comma == std::string_view::npos;
    const std::string_view hop = stripped(forwarded_for.substr(last ? 0 : comma + 1));
    forwarded_for = last ? std::string_view() : forwarded_for.substr(0, comma);
    if (hop.empty()) continue;
    if (!parse_address(hop)) break;  // "unknown", and what is no address
    address = hop;
  }
  return std::string(address);
}

}  // namespace anteroom::web
