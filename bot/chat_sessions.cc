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

bool hands_off(const turn::Turn& turn) {
  return std::any_of(turn.effects.begin(), turn.effects.end(),
                     [](const Effect& effect) { return effect.kind == EffectKind::hand_off; });
}

}  // namespace

void ChatSessions::hello(Connection connection, web::Hello hello) {
  if (hello.resume.empty())
    open(std::move(connection), hello);
  else
    resume(std::move(connection), hello);
}

void ChatSessions::seat(const Connection& connection, Session session) {
  const Connection former = std::exchange(x_seats[session.conversation], connection).lock();
  x_sessions[connection.get()] = std::move(session);
  if (former && former != connection) former->close(web::CloseCode::replaced);
}

// A new conversation opens a case; its first turn greets. The welcome goes out once that is stored.
void ChatSessions::open(Connection connection, const web::Hello& hello) {
  const std::string conversation = random_token();
  Session session{random_token(), conversation, conversation + random_token(), ""};
  Inbound inbound;
  inbound.id = "open-" + conversation;
  inbound.at = x_clock.now();
  inbound.conversation = conversation;
  inbound.body = Opened{hello.language.substr(0, hello.language.find('-')), hello.page.topic};
  const std::string case_id = session.case_id;
  x_sessions[connection.get()] = {};  // until it is seated; gone if it closes before
  std::vector<store::LookUp> look_ups = {{"resume", session.resume},
                                         {"conversation", conversation}};
  x_desk.take(
      case_id, std::move(inbound),
      [this, connection, session](const Taken& taken) {
        if (!x_sessions.contains(connection.get())) return;
        if (taken.status != Taken::Status::taken) {
          connection->send(web::ErrorFrame{web::ErrorCode::try_again,
                                           "the conversation could not be stored just now", "",
                                           kRetryAfterSeconds});
          return;
        }
        const Case& state = taken.turn->after;
        web::Welcome frame = welcome(session, state);
        frame.history = entries_of(state, taken.replies, x_clock.now());
        seat(connection, session);
        x_sessions[connection.get()].language = state.language;
        connection->send(frame);
      },
      std::move(look_ups));
}

void ChatSessions::resume(Connection connection, const web::Hello& hello) {
  const auto found = x_store.find({"resume", hello.resume});
  if (!found || found->empty()) {
    const auto code = found ? web::ErrorCode::no_conversation : web::ErrorCode::try_again;
    connection->send(web::ErrorFrame{code,
                                     "no conversation goes by this token; say hello without resume",
                                     "", found ? 0 : kRetryAfterSeconds});
    return;
  }
  Session session{found->front(), conversation_of(hello.resume), hello.resume, ""};
  const auto state = x_desk.read(session.case_id);
  auto history = state ? read_history(x_store, x_desk.practice(), **state,
                                      static_cast<std::uint64_t>(hello.seen))
                       : tl::make_unexpected(state.error());
  if (!history) {
    connection->send(web::ErrorFrame{web::ErrorCode::try_again,
                                     "the conversation could not be read just now", "",
                                     kRetryAfterSeconds});
    return;
  }
  web::Welcome frame = welcome(session, **state);
  frame.after = hello.seen;
  frame.history = std::move(*history);
  session.language = (*state)->language;
  seat(connection, std::move(session));
  connection->send(frame);
}

web::Welcome ChatSessions::welcome(const Session& session, const Case& state) const {
  const turn::Practice& practice = x_desk.practice();
  web::Welcome frame;
  frame.conversation = session.conversation;
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
  const std::string id = id_of(frame);
  if (auto* message = std::get_if<web::Message>(&frame)) {
    take(connection, id, turn::kept_text(message->text, x_desk.practice().profile.bounds));
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
  if (session == x_sessions.end()) return;
  Inbound inbound;
  inbound.id = id;
  inbound.at = x_clock.now();
  inbound.conversation = session->second.conversation;
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
    frame.at = x_clock.now();
    frame.said = taken.replies[i];
    connection->send(frame);
  }
  if (!taken.turn) return;
  follow_language(connection, taken.turn->after);
  if (hands_off(*taken.turn)) connection->send(web::Agent{web::AgentState::waiting, ""});
}

// The panel's own words follow the conversation's language.
void ChatSessions::follow_language(const Connection& connection, const Case& after) {
  const auto session = x_sessions.find(connection.get());
  if (session == x_sessions.end() || session->second.language == after.language) return;
  session->second.language = after.language;
  web::Welcome frame = welcome(session->second, after);
  frame.after = static_cast<web::Seq>(seq_of(after.version, kEntriesPerTurn - 1));
  connection->send(frame);
}

void ChatSessions::closed(const Connection& connection) {
  const auto session = x_sessions.find(connection.get());
  if (session == x_sessions.end()) return;
  const auto seat = x_seats.find(session->second.conversation);
  if (seat != x_seats.end() && (seat->second.expired() || seat->second.lock() == connection))
    x_seats.erase(seat);
  x_sessions.erase(session);
}

}  // namespace anteroom::bot
