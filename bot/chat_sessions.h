// The web chat's side of the bot: what clients of anteroom.v1 say becomes inbounds for the desk,
// and what turns say goes back, after they are committed. Knows which connection speaks for which
// conversation; lives on the server's thread.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "bot/clock.h"
#include "bot/desk.h"
#include "channels/web/chat_port.h"

namespace anteroom::bot {

class ChatSessions : public web::ChatPort {
 public:
  ChatSessions(Desk& desk, store::Store& store, const Clock& clock)
      : x_desk(desk), x_store(store), x_clock(clock) {}

  void hello(std::shared_ptr<web::ChatConnection> connection, web::Hello hello) override;
  void frame(const std::shared_ptr<web::ChatConnection>& connection,
             web::ClientFrame frame) override;
  void closed(const std::shared_ptr<web::ChatConnection>& connection) override;

  // From now on nothing more is taken in; clients send it again elsewhere. What is under way is
  // answered.
  void stop() { x_stopped = true; }

 private:
  struct Session {
    std::string case_id;  // empty: not seated yet
    std::string resume;
    std::string language;   // of the last welcome
    int practice_used = 0;  // likewise
  };
  struct Return;
  using Connection = std::shared_ptr<web::ChatConnection>;

  void open(Connection connection, const web::Hello& hello);
  void opened(const Connection& connection, Session session, const Taken& taken);
  void resume(Connection connection, web::Hello hello);
  void found(const std::shared_ptr<Return>& one);
  void returned(const std::shared_ptr<Return>& one, const Desk::State& state);
  void refuse(const Connection& connection, web::ErrorCode code);
  Session& seat(const Connection& connection, Session session);

  void take(const Connection& connection, std::string id, decltype(Inbound::body) body);
  void answer(const Connection& connection, const std::string& id, bool has_entry,
              const Taken& taken);
  void send_replies(const Connection& connection, const std::string& id, const Taken& taken);
  void follow(const Connection& connection, const Case& after);
  web::Welcome welcome(Session& session, const Case& state) const;

  Desk& x_desk;
  store::Store& x_store;
  const Clock& x_clock;
  std::unordered_map<web::ChatConnection*, Session> x_sessions;
  std::unordered_map<std::string, std::weak_ptr<web::ChatConnection>> x_seats;  // by conversation
  bool x_stopped = false;
};

}  // namespace anteroom::bot
