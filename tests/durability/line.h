// One WebSocket connection to /chat, driven by callbacks on the io_context's thread. A Visitor
// opens a new one after each break; it knows nothing of conversations.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

namespace anteroom::durability {

class Line {
 public:
  struct Hearing {
    std::function<void()> opened;
    std::function<void(const nlohmann::json& frame)> frame;
    std::function<void(int close_code)> ended;  // the last thing; 0: without a close frame
  };
  virtual ~Line() = default;

  virtual void say(const nlohmann::json& frame) = 0;
  // Nothing is heard of it after these two.
  virtual void hang_up() = 0;  // with a close frame
  virtual void cut() = 0;      // without a word
};

// Dials a port of 127.0.0.1 from an address of loopback.
std::shared_ptr<Line> dial(boost::asio::io_context& io, boost::asio::ip::address_v4 from,
                           std::uint16_t port, Line::Hearing hearing);

}  // namespace anteroom::durability
