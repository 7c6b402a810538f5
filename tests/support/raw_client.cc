#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/support/web_clients.h"

namespace web_tests {
namespace {

void set_patience(int socket, int milliseconds) {
  const timeval patience{milliseconds / 1000, (milliseconds % 1000) * 1000};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

int connected_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  set_patience(socket, 10000);
  return socket;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : x_socket(connected_to(port)) {}

RawClient::~RawClient() { ::close(x_socket); }

void RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(x_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // the server has had enough; the test will see what it said
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool RawClient::fill() {
  char bytes[4096];
  const ssize_t size = ::recv(x_socket, bytes, sizeof bytes, 0);
  if (size <= 0) return false;
  x_buffer.append(bytes, static_cast<std::size_t>(size));
  return true;
}

RawResponse RawClient::answer(bool to_head) {
  auto response = read(to_head);
  REQUIRE(response);
  return *response;
}

std::optional<RawResponse> RawClient::read(bool to_head) {
  std::size_t end = 0;
  while ((end = x_buffer.find("\r\n\r\n")) == std::string::npos)
    if (!fill()) return std::nullopt;
  RawResponse response;
  response.head = x_buffer.substr(0, end + 2);
  x_buffer.erase(0, end + 4);
  response.status = std::stoi(response.head.substr(9, 3));
  const std::string length = response.header("Content-Length");
  const std::size_t size = to_head || length.empty() ? 0 : std::stoul(length);
  while (x_buffer.size() < size)
    if (!fill()) return std::nullopt;
  response.body = x_buffer.substr(0, size);
  x_buffer.erase(0, size);
  return response;
}

std::string RawClient::everything() {
  while (fill()) {
  }
  return std::exchange(x_buffer, {});
}

bool RawClient::ends(int milliseconds) {
  set_patience(x_socket, milliseconds);
  char bytes[4096];
  ssize_t size = 0;
  while ((size = ::recv(x_socket, bytes, sizeof bytes, 0)) > 0) {
  }
  return size == 0 || errno == ECONNRESET;
}

std::string RawResponse::header(std::string_view name) const {
  const std::size_t at = head.find("\r\n" + std::string(name) + ": ");
  if (at == std::string::npos) return {};
  const std::size_t start = at + 2 + name.size() + 2;
  return head.substr(start, head.find("\r\n", start) - start);
}

std::string request(std::string_view method, std::string_view target, std::string_view headers,
                    std::string_view body) {
  std::string text =
      std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: here\r\n";
  text += headers;
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + std::string(body);
}

}  // namespace web_tests
