#include "bot/chat_sessions.h"

#include <algorithm>
#include <utility>

#include "bot/history.h"

namespace anteroom::bot {
namespace {

constexpr std::size_t kTokenLength = 22;
constexpr int kRetryAfterSeconds = 1;

// A resume token is the conversation's name and a secret.
std::string conversation_of(const std::string& resume) { return resume.substr(0, kTokenLength); }

std::vector<web::Option> options_of(const std::vector<OfferedChoice>& choices) {
  std::vector<web::Option> options;
  for (const OfferedChoice& choice : choices) options.push_back({choice.id, choice.label});
  return options;
}

std::string id_of(const web::ClientFrame& frame) {
  if (const auto* message = std::get_if<web::Message>(&frame)) return message->id;
  if (const auto* choose = std::get_if<web::Choose>(&frame)) return choose->id;
  if (const auto* event = std::get_if<web::Event>(&frame)) return event->id;
  return {};
}

bool hands_off(const Taken& taken) {
  return std::any_of(taken.effects.begin(), taken.effects.end(),
                     [](const Effect& effect) { return effect.kind == EffectKind::hand_off; });
}

std::string_view what_is_wrong(web::ErrorCode code) {
  return code == web::ErrorCode::no_conversation
             ? "no conversation goes by this token; say hello without resume"
             : "the conversation could not be opened just now";
}

}  // namespace

// Somebody who comes back with a token.
struct ChatSessions::Return {
  Connection connection;
  web::Hello hello;
  std::shared_ptr<const turn::Practice> practice;
  Result<std::vector<std::string>> cases;
  Result<std::vector<web::Entry>> history;
};

// Who is here but not seated yet has an empty session: it goes when the connection closes before.
void ChatSessions::hello(Connection connection, web::Hello hello) {
  if (x_stopped) return;
  x_sessions[connection.get()] = {};
  if (hello.resume.empty())
    open(std::move(connection), hello);
  else
    resume(std::move(connection), std::move(hello));
}

ChatSessions::Session& ChatSessions::seat(const Connection& connection, Session session) {
  const Connection former =
      std::exchange(x_seats[conversation_of(session.resume)], connection).lock();
  Session& seated = x_sessions[connection.get()] = std::move(session);
  if (former && former != connection) former->close(web::CloseCode::replaced);
  return seated;
}

void ChatSessions::refuse(const Connection& connection, web::ErrorCode code) {
  x_sessions.erase(connection.get());
  const int retry_after = code == web::ErrorCode::try_again ? kRetryAfterSeconds : 0;
  connection->send(web::ErrorFrame{code, std::string(what_is_wrong(code)), "", retry_after});
}

// A new conversation opens a case; its first turn greets. The welcome goes out once that is stored.
void ChatSessions::open(Connection connection, const web::Hello& hello) {
  const std::string conversation = random_token();
  Session session;
  session.case_id = random_token();
  session.resume = conversation + random_token();
  Inbound inbound;
  inbound.id = "open-" + conversation;
  inbound.at = x_clock.now();
  inbound.conversation = conversation;
  inbound.body = Opened{hello.language.substr(0, hello.language.find('-')), hello.page.topic};
  const std::string case_id = session.case_id;
  std::vector<store::LookUp> look_ups = {{"resume", session.resume},
                                         {"conversation", conversation}};
  x_desk.open(
      case_id, std::move(inbound),
      [this, connection = std::move(connection), session = std::move(session)](const Taken& taken) {
        opened(connection, session, taken);
      },
      std::move(look_ups));
}

void ChatSessions::opened(const Connection& connection, Session session, const Taken& taken) {
  if (!x_sessions.contains(connection.get())) return;
  if (taken.status != Taken::Status::taken) return refuse(connection, web::ErrorCode::try_again);
  web::Welcome frame = welcome(seat(connection, std::move(session)), *taken.after);
  frame.history = entries_of(*taken.after, taken.replies, taken.at);
  connection->send(frame);
}

// The token's case is looked up away from this thread; then the case is visited between two of its
// turns, so that whatever is said after that goes to the new connection.
void ChatSessions::resume(Connection connection, web::Hello hello) {
  const auto one = std::make_shared<Return>();
  one->connection = std::move(connection);
  one->hello = std::move(hello);
  x_desk.threads().away([this, one] {
    one->cases = x_store.find({"resume", one->hello.resume});
    x_desk.threads().home([this, one] { found(one); });
  });
}

void ChatSessions::found(const std::shared_ptr<Return>& one) {
  if (!x_sessions.contains(one->connection.get())) return;
  if (!one->cases) return refuse(one->connection, web::ErrorCode::try_again);
  if (one->cases->empty()) return refuse(one->connection, web::ErrorCode::no_conversation);
  one->practice = x_desk.practice();
  x_desk.visit(
      one->cases->front(),
      [this, one](const Desk::State& state) {
        const auto seen = static_cast<std::uint64_t>(one->hello.seen);
        one->history = read_history(x_store, *one->practice, **state, seen);
      },
      [this, one](const Desk::State& state) { returned(one, state); });
}

void ChatSessions::returned(const std::shared_ptr<Return>& one, const Desk::State& state) {
  if (!x_sessions.contains(one->connection.get())) return;
  if (!state || !one->history) return refuse(one->connection, web::ErrorCode::try_again);
  Session session;
  session.case_id = (*state)->id;
  session.resume = one->hello.resume;
  web::Welcome frame = welcome(seat(one->connection, std::move(session)), **state);
  frame.after = one->hello.seen;
  frame.history = std::move(*one->history);
  one->connection->send(frame);
}

// The session remembers what its panel was told.
web::Welcome ChatSessions::welcome(Session& session, const Case& state) const {
  const turn::Practice& practice = *x_desk.practice();
  session.language = state.language;
  session.practice_used = x_desk.practices_used();
  web::Welcome frame;
  frame.conversation = conversation_of(session.resume);
  frame.resume = session.resume;
  frame.language = state.language;
  for (const std::string& language : practice.profile.languages) {
    frame.languages.push_back({language, practice.packs.say("language_name", language)});
  }
  frame.practice.name = practice.profile.name;
  frame.practice.disclosure = practice_text(practice, practice.profile.disclosure, state.language);
  frame.practice.emergency_line =
      practice_text(practice, practice.profile.emergency_line, state.language);
  frame.practice.labels["practice_phone"] = practice_phone(practice, state.language);
  frame.controls = options_of(turn::controls(practice, state));
  if (state.episode.handoff) frame.agent = web::Agent{web::AgentState::waiting, ""};
  return frame;
}

void ChatSessions::frame(const Connection& connection, web::ClientFrame frame) {
  if (x_stopped) return;
  const std::string id = id_of(frame);
  if (auto* message = std::get_if<web::Message>(&frame)) {
    take(connection, id, turn::kept_text(message->text, x_desk.practice()->profile.bounds));
  } else if (auto* choose = std::get_if<web::Choose>(&frame)) {
    take(connection, id, Chosen{std::move(choose->choice)});
  } else if (auto* event = std::get_if<web::Event>(&frame)) {
    take(connection, id,
         PageEvent{std::move(event->name), std::move(event->topic), std::move(event->page)});
  }
}

void ChatSessions::take(const Connection& connection, std::string id,
                        decltype(Inbound::body) body) {
  const auto session = x_sessions.find(connection.get());
  if (session == x_sessions.end() || session->second.case_id.empty()) return;
  Inbound inbound;
  inbound.id = id;
  inbound.at = x_clock.now();
  inbound.conversation = conversation_of(session->second.resume);
  inbound.body = std::move(body);
  const bool has_entry = !std::holds_alternative<PageEvent>(inbound.body);
  x_desk.take(session->second.case_id, std::move(inbound),
              [this, connection, id = std::move(id), has_entry](const Taken& taken) {
                answer(connection, id, has_entry, taken);
              });
}

void ChatSessions::answer(const Connection& connection, const std::string& id, bool has_entry,
                          const Taken& taken) {
  switch (taken.status) {
    case Taken::Status::id_reused:
      connection->send(
          web::ErrorFrame{web::ErrorCode::id_reused, "this id was used with other content", id});
      return;
    case Taken::Status::try_again:
      connection->send(web::ErrorFrame{web::ErrorCode::try_again, "could not be stored just now",
                                       id, kRetryAfterSeconds});
      return;
    case Taken::Status::taken:
    case Taken::Status::repeated:
      connection->send(
          web::Accepted{id, has_entry ? static_cast<web::Seq>(seq_of(taken.version, 0)) : 0});
      send_replies(connection, id, taken);
  }
}

void ChatSessions::send_replies(const Connection& connection, const std::string& id,
                                const Taken& taken) {
  for (std::size_t i = 0; i < taken.replies.size(); ++i) {
    web::ReplyFrame frame;
    frame.seq = static_cast<web::Seq>(seq_of(taken.version, i + 1));
    frame.in_reply_to = id;
    frame.at = taken.at;
    frame.said = taken.replies[i];
    connection->send(frame);
  }
  if (!taken.after) return;
  follow(connection, *taken.after);
  if (hands_off(taken)) connection->send(web::Agent{web::AgentState::waiting, ""});
}

// The panel's own words follow the conversation's language, and a practice that has changed.
void ChatSessions::follow(const Connection& connection, const Case& after) {
  const auto found = x_sessions.find(connection.get());
  if (found == x_sessions.end()) return;
  Session& session = found->second;
  if (session.language == after.language && session.practice_used == x_desk.practices_used())
    return;
  web::Welcome frame = welcome(session, after);
  frame.after = static_cast<web::Seq>(seq_of(after.version, kEntriesPerTurn - 1));
  connection->send(frame);
}

void ChatSessions::closed(const Connection& connection) {
  const auto session = x_sessions.find(connection.get());
  if (session == x_sessions.end()) return;
  const auto seat = x_seats.find(conversation_of(session->second.resume));
  if (seat != x_seats.end() && (seat->second.expired() || seat->second.lock() == connection))
    x_seats.erase(seat);
  x_sessions.erase(session);
}

}  // namespace anteroom::bot
