// The web chat's side of the bot with connections that are none: what each frame makes the bot
// send.
#include "bot/chat_sessions.h"

#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

// Keeps what it is sent. As a real one it hears nothing more when it is closed.
class FakeConnection : public web::ChatConnection {
 public:
  void send(const web::ServerFrame& frame) override {
    if (!closed) frames.push_back(frame);
  }
  void close(web::CloseCode code) override { closed = closed.value_or(code); }
  std::string remote_address() const override { return "127.0.0.1"; }

  template <class Frame>
  std::vector<Frame> all() const {
    std::vector<Frame> found;
    for (const web::ServerFrame& frame : frames)
      if (const auto* one = std::get_if<Frame>(&frame)) found.push_back(*one);
    return found;
  }
  template <class Frame>
  Frame last() const {
    REQUIRE_FALSE(all<Frame>().empty());
    return all<Frame>().back();
  }

  std::vector<web::ServerFrame> frames;
  std::optional<web::CloseCode> closed;
};

using Connection = std::shared_ptr<FakeConnection>;

struct Chats {
  explicit Chats(const std::string& folder = kLakeside) : one(store, practice_of(folder)) {}

  Connection hello(web::Hello hello = {}) {
    auto connection = std::make_shared<FakeConnection>();
    sessions.hello(connection, std::move(hello));
    loop();
    return connection;
  }
  Connection resume(const web::Welcome& welcome, web::Seq seen = 0) {
    web::Hello hello;
    hello.resume = welcome.resume;
    hello.seen = seen;
    return this->hello(hello);
  }
  void say(const Connection& connection, const std::string& id, const std::string& text) {
    sessions.frame(connection, web::Message{id, text});
    loop();
  }
  void choose(const Connection& connection, const std::string& id, const std::string& choice) {
    sessions.frame(connection, web::Choose{id, choice});
    loop();
  }
  void loop() { one.loop.run(); }

  std::unique_ptr<store::Store> inner = *store::open_store("memory:");
  FaultyStore store{*inner};
  DeskOf one;
  Clock clock;
  ChatSessions sessions{one.desk, store, clock};
};

std::vector<std::string> ids_of(const std::vector<web::Option>& options) {
  std::vector<std::string> ids;
  for (const web::Option& option : options) ids.push_back(option.id);
  return ids;
}

}  // namespace

TEST_CASE("hello opens a conversation, and the welcome greets") {
  Chats chats;
  const auto one = chats.hello();
  REQUIRE(one->frames.size() == 1);
  const auto welcome = one->last<web::Welcome>();
  CHECK(welcome.conversation.size() == 22);
  CHECK(welcome.resume.size() == 44);
  CHECK(welcome.resume.starts_with(welcome.conversation));
  CHECK(welcome.after == 0);
  CHECK(welcome.language == "en");
  CHECK(ids_of(welcome.languages) == std::vector<std::string>{"en", "es"});
  CHECK(welcome.practice.name == "Lakeside Health");
  CHECK(welcome.practice.disclosure.find("automated assistant") != std::string::npos);
  CHECK(welcome.practice.emergency_line.find("911") != std::string::npos);
  CHECK_FALSE(welcome.controls.empty());
  CHECK_FALSE(welcome.agent);
  REQUIRE_FALSE(welcome.history.empty());
  CHECK_FALSE(welcome.history.back().said.choices.empty());

  const auto other = chats.hello()->last<web::Welcome>();
  CHECK(other.conversation != welcome.conversation);
  CHECK(other.resume != welcome.resume);
  CHECK(chats.inner->cases("", 10)->size() == 2);
}

TEST_CASE("the language of the page is the language of the welcome") {
  Chats chats;
  web::Hello hello;
  hello.language = "es-419";
  const auto spanish = chats.hello(hello)->last<web::Welcome>();
  CHECK(spanish.language == "es");
  CHECK(spanish.practice.disclosure.find("asistente automático") != std::string::npos);
  hello.language = "fr";
  CHECK(chats.hello(hello)->last<web::Welcome>().language == "en");
}

TEST_CASE("a message is accepted when it is stored, then answered") {
  Chats chats;
  const auto one = chats.hello();
  chats.store.holds_commits = true;
  chats.say(one, "m1", "my knee hurts, oakland please");
  CHECK(one->frames.size() == 1);  // not a word before it is stored
  chats.store.let_go();
  chats.loop();
  REQUIRE(one->frames.size() >= 3);
  const auto& accepted = std::get<web::Accepted>(one->frames[1]);
  CHECK(accepted.id == "m1");
  CHECK(accepted.seq == static_cast<web::Seq>(seq_of(2, 0)));
  const auto replies = one->all<web::ReplyFrame>();
  CHECK(replies.front().seq == static_cast<web::Seq>(seq_of(2, 1)));
  CHECK(replies.front().in_reply_to == "m1");
  CHECK(replies.front().from == web::Speaker::bot);
  CHECK(replies.back().said.choices.size() > 2);
}

TEST_CASE("a button is taken by its id") {
  Chats chats;
  const auto one = chats.hello();
  chats.choose(one, "m1", "dermatology");
  CHECK(one->last<web::Accepted>().seq > 0);
  const auto again = chats.resume(one->last<web::Welcome>());
  bool shown = false;
  for (const web::Entry& entry : again->last<web::Welcome>().history)
    shown |= entry.from == web::Speaker::visitor && entry.said.text == "Dermatology (skin)";
  CHECK(shown);
}

TEST_CASE("an event on the page is accepted without an entry") {
  Chats chats;
  const auto one = chats.hello();
  chats.sessions.frame(one, web::Event{"e1", "page_view", "/imaging", "imaging"});
  chats.loop();
  CHECK(one->last<web::Accepted>().id == "e1");
  CHECK(one->last<web::Accepted>().seq == 0);
  CHECK(one->all<web::ReplyFrame>().empty());
  const auto ids = chats.inner->cases("", 1);
  CHECK(chats.one.read(ids->front()).value()->events.size() == 1);
}

TEST_CASE("typing and acknowledgements change nothing") {
  Chats chats;
  const auto one = chats.hello();
  chats.sessions.frame(one, web::Typing{});
  chats.sessions.frame(one, web::Ack{64});
  chats.loop();
  CHECK(one->frames.size() == 1);
}

TEST_CASE("the same id again gets the same again; with other words it is refused") {
  Chats chats;
  const auto one = chats.hello();
  chats.say(one, "m1", "dermatology");
  const auto accepted = one->all<web::Accepted>();
  const auto replies = one->all<web::ReplyFrame>();
  chats.say(one, "m1", "dermatology");
  CHECK(one->all<web::Accepted>().size() == 2);
  CHECK(one->last<web::Accepted>() == accepted.front());
  const auto doubled = one->all<web::ReplyFrame>();
  REQUIRE(doubled.size() == 2 * replies.size());
  for (std::size_t i = 0; i < replies.size(); ++i) {
    CHECK(doubled[replies.size() + i].seq == replies[i].seq);
    CHECK(doubled[replies.size() + i].said == replies[i].said);
  }
  chats.say(one, "m1", "pediatrics");
  CHECK(one->last<web::ErrorFrame>().code == web::ErrorCode::id_reused);
  CHECK(one->last<web::ErrorFrame>().id == "m1");
}

TEST_CASE("another language brings the panel's own words again") {
  Chats chats;
  const auto one = chats.hello();
  chats.choose(one, "m1", "@language:es");
  const auto welcomes = one->all<web::Welcome>();
  REQUIRE(welcomes.size() == 2);
  CHECK(welcomes[1].language == "es");
  CHECK(welcomes[1].conversation == welcomes[0].conversation);
  CHECK(welcomes[1].resume == welcomes[0].resume);
  CHECK(welcomes[1].history.empty());
  CHECK(welcomes[1].after >= one->last<web::ReplyFrame>().seq);
  CHECK(welcomes[1].practice.disclosure.find("asistente") != std::string::npos);
  CHECK(ids_of(welcomes[1].controls) != ids_of(welcomes[0].controls));  // now English is offered
  chats.say(one, "m2", "un chequeo");
  CHECK(one->all<web::Welcome>().size() == 2);  // once
  CHECK(chats.resume(welcomes[0])->last<web::Welcome>().language == "es");
}

TEST_CASE("a token resumes the conversation where it was, from what was seen") {
  Chats chats;
  const auto one = chats.hello();
  chats.say(one, "m1", "dermatology");
  const auto welcome = one->last<web::Welcome>();
  const auto last = one->last<web::ReplyFrame>();
  const auto whole = chats.resume(welcome)->last<web::Welcome>();
  CHECK(whole.conversation == welcome.conversation);
  CHECK(whole.resume == welcome.resume);
  CHECK(whole.history.size() == welcome.history.size() + 1 + one->all<web::ReplyFrame>().size());
  CHECK(whole.history.back().said == last.said);  // the question is still open

  const auto rest = chats.resume(welcome, welcome.history.back().seq)->last<web::Welcome>();
  CHECK(rest.after == welcome.history.back().seq);
  CHECK(rest.history.size() == 1 + one->all<web::ReplyFrame>().size());
  CHECK(rest.history.front().id == "m1");

  const auto nothing = chats.resume(welcome, last.seq);
  CHECK(nothing->last<web::Welcome>().history.empty());
  chats.say(nothing, "m2", "for me");
  CHECK(nothing->last<web::ReplyFrame>().seq > last.seq);
}

TEST_CASE("a token that nobody has is refused, and another hello may follow") {
  Chats chats;
  const auto known = chats.hello()->last<web::Welcome>();
  web::Hello hello;
  for (const std::string& token : {std::string("x"), std::string(44, 'x'), known.conversation,
                                   known.conversation + std::string(22, 'x'), known.resume + "x"}) {
    hello.resume = token;
    const auto one = chats.hello(hello);
    REQUIRE(one->frames.size() == 1);
    CHECK(one->last<web::ErrorFrame>().code == web::ErrorCode::no_conversation);
    chats.sessions.hello(one, {});
    chats.loop();
    CHECK(one->all<web::Welcome>().size() == 1);
  }
}

TEST_CASE("a conversation that goes on elsewhere is closed here") {
  Chats chats;
  const auto first = chats.hello();
  const auto welcome = first->last<web::Welcome>();
  const auto second = chats.resume(welcome);
  CHECK(first->closed == web::CloseCode::replaced);
  CHECK_FALSE(second->closed);
  chats.sessions.closed(first);  // the news that the first has gone takes nothing from the second
  chats.say(second, "m1", "dermatology");
  CHECK(second->last<web::Accepted>().id == "m1");
  const auto third = chats.resume(welcome);
  CHECK(second->closed == web::CloseCode::replaced);
  CHECK_FALSE(third->closed);
}

TEST_CASE("two conversations do not hear each other") {
  Chats chats;
  const auto one = chats.hello(), other = chats.hello();
  chats.say(one, "m1", "dermatology");
  CHECK(other->frames.size() == 1);
  CHECK_FALSE(other->closed);
  chats.say(other, "m1", "pediatrics");  // ids are of one conversation
  CHECK(other->last<web::Accepted>().id == "m1");
  CHECK(other->all<web::ErrorFrame>().empty());
}

TEST_CASE("after closing, an answer that comes late is kept for the next hello") {
  Chats chats;
  const auto one = chats.hello();
  const auto welcome = one->last<web::Welcome>();
  chats.store.holds_commits = true;
  chats.say(one, "m1", "dermatology");
  chats.sessions.closed(one);
  chats.store.let_go();
  chats.loop();
  const auto again = chats.resume(welcome);
  CHECK(again->last<web::Welcome>().history.size() > welcome.history.size());
  chats.say(again, "m1", "dermatology");  // the client does not know that it arrived
  CHECK(again->last<web::Accepted>().id == "m1");
  CHECK_FALSE(again->all<web::ReplyFrame>().empty());
  chats.sessions.closed(one);
  chats.say(one, "m2", "nobody listens");
  CHECK(again->last<web::Accepted>().id == "m1");
}

TEST_CASE("who leaves before the welcome is stored is not seated") {
  Chats chats;
  auto one = std::make_shared<FakeConnection>();
  chats.store.holds_commits = true;
  chats.sessions.hello(one, {});
  chats.sessions.closed(one);
  chats.store.let_go();
  chats.loop();
  CHECK(one->frames.empty());
  CHECK(one.use_count() == 1);
}

TEST_CASE("a store in trouble asks the client to try again") {
  Chats chats;
  chats.store.fail_at(0, FaultyStore::Fault::fails, 2);
  const auto nobody = chats.hello();
  CHECK(nobody->last<web::ErrorFrame>().code == web::ErrorCode::try_again);
  CHECK(nobody->last<web::ErrorFrame>().retry_after > 0);

  chats.store.fail_at(0, FaultyStore::Fault::none);
  const auto one = chats.hello();
  const auto welcome = one->last<web::Welcome>();
  chats.store.fail_at(0, FaultyStore::Fault::fails);
  chats.say(one, "m1", "dermatology");
  CHECK(one->last<web::ErrorFrame>().code == web::ErrorCode::try_again);
  CHECK(one->last<web::ErrorFrame>().id == "m1");
  chats.say(one, "m1", "dermatology");
  CHECK(one->last<web::Accepted>().id == "m1");

  for (int operation = 0; operation < 2; ++operation) {  // the look-up, then the transcript
    chats.store.fail_at(operation, FaultyStore::Fault::fails);
    const auto late = chats.resume(welcome);
    CHECK(late->last<web::ErrorFrame>().code == web::ErrorCode::try_again);
    CHECK_FALSE(one->closed);
  }
}

TEST_CASE("a handoff tells that a person will come, then and on every resume") {
  Chats chats;
  const auto one = chats.hello();
  chats.choose(one, "m1", "@person");
  CHECK(one->last<web::Agent>().state == web::AgentState::waiting);
  chats.say(one, "m2", "thank you");
  CHECK(one->all<web::Agent>().size() == 1);
  const auto again = chats.resume(one->last<web::Welcome>());
  REQUIRE(again->last<web::Welcome>().agent);
  CHECK(again->last<web::Welcome>().agent->state == web::AgentState::waiting);
}

TEST_CASE("a message over the practice's bound is cut, and stays readable") {
  Chats chats;
  const auto one = chats.hello();
  std::string text = "dermatology ";
  while (text.size() < 6000) text += "\xC3\xB1";
  chats.say(one, "m1", text);
  CHECK(one->last<web::Accepted>().id == "m1");
  for (const web::Entry& entry :
       chats.resume(one->last<web::Welcome>())->last<web::Welcome>().history)
    if (entry.id == "m1") CHECK(entry.said.text.size() <= 4000);
}

}  // namespace anteroom::bot
