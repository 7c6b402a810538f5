#include "channels/web/chat_session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <optional>
#include <utility>

#include "channels/web/frame_socket.h"
#include "channels/web/gate.h"
#include "channels/web/hub.h"

namespace anteroom::web {
namespace {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using Stream = websocket::stream<FrameSocket, false>;  // false: without permessage-deflate

constexpr std::size_t kKeptBytes = 4 * 1024;  // of the buffer, between two frames
constexpr std::size_t kReadPerByte = 2;       // of a message: it may come in parts

// What a close counts as, where nothing was counted before it.
std::optional<Refusal> reason_of(CloseCode code) {
  if (code == CloseCode::hello_first || code == CloseCode::hello_late) return Refusal::no_hello;
  if (code == CloseCode::text_only) return Refusal::bad_frame;
  return std::nullopt;
}

class ChatSession final : public ChatConnection,
                          public OpenConnection,
                          public std::enable_shared_from_this<ChatSession> {
 public:
  ChatSession(Socket socket, std::shared_ptr<Hub> hub, std::string remote_address, Arrival arrival)
      : x_hub(std::move(hub)),
        x_arrival(std::move(arrival)),
        x_socket(std::move(socket), kReadPerByte * x_hub->settings.chat.frame_bytes + kKeptBytes,
                 x_hub->queued_bytes),
        x_timer(x_socket.get_executor()),
        x_limits(x_hub->settings.chat),
        x_gate(x_limits, {&x_hub->settings.address_limits.frames, &x_arrival.address->frames}),
        x_remote_address(std::move(remote_address)) {}

  // The guest is in the hub's list until the coroutine ends.
  static Task<void> run(std::shared_ptr<ChatSession> self, UpgradeRequest request,
                        std::unique_ptr<Hub::Guest> guest) {
    self->x_socket.next_layer().belong_to(self);
    const bool open = co_await self->accept(request);
    if (open) {
      ++self->x_hub->counts.chats;
      self->welcome_in();
      co_await self->read_all();
      --self->x_hub->counts.chats;
    }
    self->finish();
    guest.reset();
  }

  void send(const ServerFrame& frame) override {
    if (x_close || x_cut) return;
    const bool had_hello = !x_gate.awaits_hello();
    x_gate.sent(frame);
    if (const auto* welcome = std::get_if<Welcome>(&frame)) count_for(welcome->conversation);
    if (had_hello && x_gate.awaits_hello()) wait_for_hello();
    x_socket.next_layer().put_text(to_bytes(frame));
    ++x_hub->counts.frames_out;
    if (!lags_behind()) return;
    x_hub->refuse(Refusal::slow_reader);
    reset();
  }

  void close(CloseCode code) override {
    if (x_close || x_cut) return;
    x_close = code;
    if (const auto reason = reason_of(code)) x_hub->refuse(*reason);
    x_timer.expires_after(x_limits.close);
    x_timer.async_wait([weak = weak_from_this()](const ErrorStatus& error) {
      const auto self = weak.lock();
      if (!error && self) self->cut();
    });
    const std::string_view text = to_text(code);
    const websocket::close_reason reason(static_cast<websocket::close_code>(code),
                                         beast::string_view(text.data(), text.size()));
    x_socket.async_close(reason, [self = shared_from_this()](const ErrorStatus&) {});
  }

  std::string remote_address() const override { return x_remote_address; }

  void wind_down() override {  // who is still at the handshake is told after it
    if (x_open) close(CloseCode::going_away);
  }

  void cut() override {
    x_cut = true;
    ErrorStatus ignored;
    x_socket.next_layer().next_layer().close(ignored);
  }

 private:
  Task<bool> accept(const UpgradeRequest& request) {
    websocket::stream_base::timeout times{};
    times.handshake_timeout = x_limits.close;
    times.idle_timeout = x_limits.silent;
    times.keep_alive_pings = true;
    x_socket.set_option(times);
    auto name_subprotocol = [](websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol,
                   beast::string_view(kSubprotocol.data(), kSubprotocol.size()));
    };
    x_socket.set_option(websocket::stream_base::decorator(name_subprotocol));
    x_socket.read_message_max(x_limits.frame_bytes);
    x_socket.auto_fragment(false);
    x_socket.control_callback(
        [this](websocket::frame_type, beast::string_view) { take_control(); });
    ErrorStatus error;
    co_await x_socket.async_accept(request, asio::redirect_error(kAwait, error));
    co_return !error && !x_cut;
  }

  void welcome_in() {
    x_open = true;
    if (x_hub->stopping()) return close(CloseCode::going_away);
    if (x_arrival.turned_away) return turn_away(*x_arrival.turned_away);
    if (x_hub->counts.chats > x_hub->settings.chats)
      return turn_away({Refusal::full, kFullRetryAfter});
    wait_for_hello();
  }

  void turn_away(const TurnedAway& away) {
    x_hub->refuse(away.reason);
    close(close_code_of(away));
  }

  Task<void> read_all() {
    ErrorStatus error;
    while (!error) {
      x_buffer.clear();
      if (x_buffer.capacity() > kKeptBytes) x_buffer.shrink_to_fit();
      co_await x_socket.async_read(x_buffer, asio::redirect_error(kAwait, error));
      x_socket.next_layer().message_ended();
      if (error == asio::error::message_size) x_hub->refuse(Refusal::bad_frame);
      if (error || x_close) continue;
      ++x_hub->counts.frames_in;
      const auto data = x_buffer.cdata();
      if (x_socket.got_text())
        take({static_cast<const char*>(data.data()), data.size()});
      else
        close(CloseCode::text_only);
    }
  }

  void take(std::string_view bytes) {
    Verdict verdict = x_gate.take(bytes, x_hub->settings.steady_now());
    if (verdict.error) {
      count_refused(verdict.error->code);
      send(*verdict.error);
    }
    if (verdict.close) close(*verdict.close);
    if (verdict.frame) deliver(std::move(*verdict.frame));
  }

  void deliver(ClientFrame frame) {
    auto* hello = std::get_if<Hello>(&frame);
    if (!hello) return x_hub->chat.frame(shared_from_this(), std::move(frame));
    if (hello->resume.empty() && !may_open()) return;
    x_timer.cancel();
    x_said_hello = true;
    x_hub->chat.hello(shared_from_this(), std::move(*hello));
  }

  void count_refused(ErrorCode code) {
    if (code == ErrorCode::not_ready) return;  // it comes again
    x_hub->refuse(code == ErrorCode::too_fast ? Refusal::fast_frames : Refusal::bad_frame);
  }

  bool may_open() {
    const Rate& rate = x_hub->settings.address_limits.conversations;
    TokenBucket& bucket = x_arrival.address->conversations;
    if (bucket.take(rate, x_hub->settings.steady_now())) return true;
    send(error_frame(ErrorCode::too_fast, "too many new conversations from this address", {},
                     bucket.retry_after(rate)));
    turn_away({Refusal::fast_conversations, 0});
    return false;
  }

  void count_for(const std::string& conversation) {
    if (x_conversation && x_conversation.key() == conversation) return;
    x_conversation = x_hub->conversations.lease(conversation);
    x_gate.count_for(*x_conversation, x_hub->settings.steady_now());
  }

  // Within the stream's own reading: nothing may be sent from here.
  void take_control() {
    if (!x_gate.take_control(x_hub->settings.steady_now())) return;
    asio::post(x_socket.get_executor(), [weak = weak_from_this()] {
      const auto self = weak.lock();
      if (self && !self->x_close) self->turn_away({Refusal::fast_frames, 0});
    });
  }

  void wait_for_hello() {
    x_timer.expires_after(x_limits.hello);
    x_timer.async_wait([weak = weak_from_this()](const ErrorStatus& error) {
      const auto self = weak.lock();
      if (!error && self && self->x_gate.awaits_hello()) self->close(CloseCode::hello_late);
    });
  }

  // What is being written does not count for the chat itself: a long history may be larger than
  // what may wait.
  bool lags_behind() {
    const FrameSocket& out = x_socket.next_layer();
    if (!out.is_writing()) return false;
    return out.waiting_frames() > x_limits.queued_frames ||
           out.waiting_bytes() > x_limits.queued_bytes ||
           x_hub->queued_bytes > x_hub->settings.queued_bytes;
  }

  // What waits in the kernel for a client that does not read goes, too.
  void reset() {
    ErrorStatus ignored;
    x_socket.next_layer().next_layer().set_option(asio::socket_base::linger(true, 0), ignored);
    cut();
  }

  void finish() {
    cut();
    x_timer.cancel();
    if (x_said_hello) x_hub->chat.closed(shared_from_this());
  }

  std::shared_ptr<Hub> x_hub;
  Arrival x_arrival;
  ConversationTable::Lease x_conversation;
  Stream x_socket;
  Timer x_timer;  // for hello, then for the close
  const ChatLimits& x_limits;
  Gate x_gate;
  std::string x_remote_address;
  beast::flat_buffer x_buffer;
  std::optional<CloseCode> x_close;
  bool x_open = false;
  bool x_cut = false;
  bool x_said_hello = false;
};

}  // namespace

std::string_view to_text(CloseCode code) {
  switch (code) {
    case CloseCode::going_away:
      return "going_away";
    case CloseCode::text_only:
      return "text_only";
    case CloseCode::internal:
      return "internal";
    case CloseCode::full:
      return "full";
    case CloseCode::bad_frame:
      return "bad_frame";
    case CloseCode::hello_first:
      return "hello_first";
    case CloseCode::hello_late:
      return "hello_late";
    case CloseCode::replaced:
      return "replaced";
    case CloseCode::too_fast:
      return "too_fast";
  }
  return {};
}

void start_chat(Socket socket, std::shared_ptr<Hub> hub, UpgradeRequest request,
                std::string remote_address, Arrival arrival) {
  const auto executor = socket.get_executor();
  auto session = std::make_shared<ChatSession>(std::move(socket), hub, std::move(remote_address),
                                               std::move(arrival));
  auto guest = std::make_unique<Hub::Guest>(std::move(hub), *session);
  auto run = ChatSession::run(std::move(session), std::move(request), std::move(guest));
  asio::co_spawn(executor, std::move(run), rethrow);
}

}  // namespace anteroom::web
