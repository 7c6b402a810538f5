// Nothing that was acknowledged is lost, doubled or contradicted: real visitors talk to the real
// server while it is killed, stopped and run twice on one store. $ANTEROOM_KILLS says how often it
// is killed, $ANTEROOM_SEED which run to have again.
#include <signal.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "bot/practice_folder.h"
#include "store/sqlite_connection.h"
#include "tests/durability/checker.h"
#include "tests/durability/crowd.h"
#include "tests/durability/serving.h"
#include "tests/support/temporary_folder.h"

namespace anteroom::durability {
namespace {

using testing::TemporaryFolder;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

std::uint64_t a_seed() {
  return number_from("ANTEROOM_SEED",
                     static_cast<std::uint64_t>(
                         std::chrono::system_clock::now().time_since_epoch().count() % 1'000'000));
}

std::shared_ptr<const turn::Practice> practice() {
  static const auto loaded = [] {
    const auto files = bot::read_practice_folder(kPractice);
    REQUIRE(files);
    Diagnostics found;
    return turn::load_practice(*files, found);
  }();
  REQUIRE(loaded);
  return loaded;
}

// Nobody can commit while it lives, so that whatever is acknowledged meanwhile was so too early.
class HeldStore {
 public:
  explicit HeldStore(const std::string& path) {
    auto connection = store::Connection::open(path, Milliseconds(20'000));
    REQUIRE(connection);
    x_connection = std::move(*connection);
    REQUIRE(x_connection->run("BEGIN IMMEDIATE"));
  }
  ~HeldStore() { (void)x_connection->run("ROLLBACK"); }

 private:
  std::optional<store::Connection> x_connection;
};

// Kills the server at a random instant, or at one that is worth a try of its own.
int kill_at_an_instant(Crowd& crowd, Serving& server, const std::string& file, int round) {
  Dice& dice = crowd.dice();
  const int accepted = crowd.world().accepted, near = crowd.world().near_handoffs;
  std::optional<HeldStore> held;
  switch (round % 5) {
    case 0:
      crowd.run_for(Milliseconds(dice.from(200, 1200)));
      break;
    case 1:  // soon after the start: visitors are just coming back
      crowd.run_for(Milliseconds(dice.from(0, 150)));
      break;
    case 2:  // somebody is being handed off
      crowd.run_for(Milliseconds(300));
      crowd.run_until([&] { return crowd.world().near_handoffs > near + 5; }, Milliseconds(5000));
      crowd.run_for(Milliseconds(dice.from(0, 5)));
      break;
    case 3:  // many commits wait
      crowd.run_for(Milliseconds(dice.from(500, 1000)));
      held.emplace(file);
      crowd.run_for(Milliseconds(dice.from(50, 500)));
      break;
    default:  // something was accepted this very moment
      const int more = dice.from(40, 120);
      crowd.run_until([&] { return crowd.world().accepted >= accepted + more; },
                      Milliseconds(5000));
  }
  return server.end_by(SIGKILL);
}

void print_some(const std::vector<std::string>& complaints) {
  for (std::size_t i = 0; i < complaints.size() && i < 20; ++i) UNSCOPED_INFO(complaints[i]);
  if (complaints.size() > 20) UNSCOPED_INFO("and " << complaints.size() - 20 << " more");
}

void check(const Crowd& crowd, const std::string& store, const std::string& told = {}) {
  Checker checker(store, practice());
  checker.check_cases();
  checker.check_logs(crowd.logs());
  if (!told.empty()) checker.check_deliveries(told);
  print_some(checker.complaints());
  CHECK(checker.complaints().empty());
  print_some(crowd.faults());
  CHECK(crowd.faults().empty());
  const World& world = crowd.world();
  std::printf(
      "  %zu visitors, %d frames accepted, %d twice, %d ids refused, %d delayed, %d windows "
      "replaced: %zu cases, %zu turns, %zu handoffs\n",
      crowd.visitors().size(), world.accepted, world.repeated, world.reused, world.delayed,
      world.replaced, checker.cases(), checker.turns(), checker.handoffs());
  CHECK(checker.handoffs() > 0);
}

void end_well(Serving& server) {
  const int status = server.end_by(SIGTERM);
  const std::string& told = server.told();
  INFO(told.substr(told.size() - std::min<std::size_t>(told.size(), 2000)));
  CHECK(status == 0);
}

// No sanitizer has anything to say, and the visitors' words are not in the log.
void check_told(const std::string& told) {
  for (const char* bad : {"Sanitizer", "runtime error:", "terminate called"}) {
    const std::size_t at = told.find(bad);
    INFO(told.substr(at == std::string::npos ? 0 : at > 200 ? at - 200 : 0, 4000));
    CHECK(at == std::string::npos);
  }
}

// After the trouble: all is accepted, every panel has the whole history, every conversation goes
// on.
void come_to_an_end(Crowd& crowd, const std::string& store) {
  crowd.be(Mood::settling);
  crowd.run_until_all(
      [](const Visitor& visitor) { return visitor.mood() == Mood::gone || visitor.is_settled(); },
      "settled");
  crowd.reread();
  crowd.run_until_all([](const Visitor& visitor) { return visitor.has_reread(); }, "open again");
  check(crowd, store);
  crowd.be(Mood::finishing);
  crowd.run_until_all([](const Visitor& visitor) { return visitor.is_finished(); }, "finished");
  crowd.be(Mood::settling);
  crowd.reread();
  crowd.run_until_all([](const Visitor& visitor) { return visitor.has_reread(); }, "open at last");
  const auto reader = store::open_store(store);
  REQUIRE(reader);
  const auto all_told = [&] { return (*reader)->due_outbox(Moment::max(), 1).value().empty(); };
  CHECK(crowd.run_until(all_told, Milliseconds(60'000)));
}

}  // namespace

TEST_CASE("nothing is lost, doubled or contradicted by kill -9") {
  const std::uint64_t seed = a_seed();
  const int kills = static_cast<int>(number_from("ANTEROOM_KILLS", 10));
  INFO("ANTEROOM_SEED=" << seed);
  const TemporaryFolder folder;
  const std::string store = "sqlite:" + folder.file("store.db");
  Crowd crowd(seed, 30);
  Serving server(store);
  crowd.meanwhile([&] { server.listen(); });
  for (int round = 0; round < kills; ++round) {
    server.start();
    crowd.serve_at({server.port()});
    CHECK(kill_at_an_instant(crowd, server, folder.file("store.db"), round) == -SIGKILL);
  }
  server.start();
  crowd.serve_at({server.port()});
  crowd.run_for(Milliseconds(1000));
  come_to_an_end(crowd, store);
  end_well(server);
  check_told(server.told());
  check(crowd, store, server.told());
}

TEST_CASE("nothing is lost by an orderly end under load") {
  const std::uint64_t seed = a_seed();
  INFO("ANTEROOM_SEED=" << seed);
  const TemporaryFolder folder;
  const std::string store = "sqlite:" + folder.file("store.db");
  Crowd crowd(seed, 24);
  Serving server(store);
  crowd.meanwhile([&] { server.listen(); });
  for (int round = 0; round < 3; ++round) {
    server.start();
    crowd.serve_at({server.port()});
    crowd.run_for(Milliseconds(crowd.dice().from(800, 1500)));
    server.signal(SIGTERM);
    CHECK(crowd.run_until([&] { return server.has_ended(); }, Milliseconds(30'000)));
    end_well(server);
    for (const VisitorLog* log : crowd.logs())
      for (const int code : log->close_codes) CHECK(code == 1001);
  }
  server.start();
  crowd.serve_at({server.port()});
  come_to_an_end(crowd, store);
  end_well(server);
  check_told(server.told());
  check(crowd, store, server.told());
}

TEST_CASE("two servers on one store agree, whichever of them a visitor speaks to") {
  const std::uint64_t seed = a_seed();
  INFO("ANTEROOM_SEED=" << seed);
  const TemporaryFolder folder;
  const std::string store = "sqlite:" + folder.file("store.db");
  Crowd crowd(seed, 16);
  for (int pair = 0; pair < 6; ++pair) crowd.add_pair();
  Serving first(store), second(store);
  crowd.meanwhile([&] {
    first.listen();
    second.listen();
  });
  for (int round = 0; round < 5; ++round) {
    for (Serving* server : {&first, &second})
      if (!server->is_on()) server->start();
    crowd.serve_at({first.port(), second.port()});
    crowd.run_for(Milliseconds(crowd.dice().from(1000, 2000)));
    Serving& killed = round % 2 == 0 ? second : first;
    if (round < 4) CHECK(killed.end_by(SIGKILL) == -SIGKILL);
  }
  come_to_an_end(crowd, store);
  for (Serving* server : {&first, &second}) end_well(*server);
  check_told(first.told() + second.told());
  check(crowd, store, first.told() + second.told());
}

}  // namespace anteroom::durability
