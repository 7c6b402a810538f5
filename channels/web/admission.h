// Who may come in: the checks on a request that need no socket. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::web {

// Whether a page of this Origin may open a chat on this Host. A missing origin is no browser's, and
// so no page's doing.
bool origin_allowed(std::string_view origin, std::string_view host,
                    const std::vector<std::string>& allowed);

// Whether a Sec-WebSocket-Protocol header offers our subprotocol.
bool offers_subprotocol(std::string_view header);

// The visitor's address: the peer's, or behind proxies that we trust the last one in
// X-Forwarded-For that is not theirs.
std::string visitor_address(std::string_view peer, std::string_view forwarded_for,
                            const std::vector<std::string>& trusted_proxies);

}  // namespace anteroom::web
