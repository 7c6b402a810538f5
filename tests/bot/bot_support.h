// What the tests of the bot's shell share: two practices, inbounds, a loop in place of the server's
// thread, and a store that fails when it is told to.
#pragma once

#include <catch2/catch.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "bot/back_room.h"
#include "bot/desk.h"
#include "practice/read_practice.h"
#include "store/store.h"
#include "tests/support/temporary_folder.h"

namespace anteroom::bot {

extern const std::string kSmall;     // a clinic of two services: service, urgency, phone, consent
extern const std::string kLakeside;  // the example practice

PracticeFiles files_of(const std::string& folder);
// Loaded once a folder; fails the test on a mistake.
std::shared_ptr<const turn::Practice> practice_of(const std::string& folder);
std::shared_ptr<const turn::Practice> load(const PracticeFiles& files);

Moment at(int seconds);  // a Monday morning, and so many seconds
Inbound inbound(std::string id, decltype(Inbound::body) body, int second = 0);
Inbound says(std::string id, std::string text, int second = 0);
Inbound chooses(std::string id, std::string choice, int second = 0);

struct StoreKind {
  const char* name;
  std::function<std::unique_ptr<store::Store>(const testing::TemporaryFolder&)> open;
};
const std::vector<StoreKind>& store_kinds();

// Runs what is posted to it, from any thread, on the test's own.
class Loop {
 public:
  Run home();
  Run away(BackRoom& room);
  void run_until(const std::function<bool()>& done);  // fails the test after twenty seconds
  void run();  // what is there now, what that sends away, and what comes back of it

 private:
  std::mutex x_mutex;
  std::condition_variable x_ready;
  std::deque<std::function<void()>> x_work;
  int x_away = 0;
};

// Passes everything on to another store, and counts; one operation (of those that a desk uses) may
// go wrong.
class FaultyStore : public store::Store {
 public:
  enum class Fault : unsigned char {
    none,
    fails,         // nothing is kept
    loses_answer,  // a commit is kept, but said to have failed; a read fails
    conflicts,     // a commit is refused as if somebody else had been faster; a read fails
  };
  explicit FaultyStore(store::Store& inner) : x_inner(inner) {}

  void fail_at(int operation, Fault fault, int times = 1);  // from 0, counted from now
  int operations() const { return x_operations; }
  int loads = 0;
  bool holds_commits = false;  // until let_go()
  void let_go();

  void commit(store::Commit commit, std::function<void(store::CommitResult)> done) override;
  Result<std::optional<store::Loaded>> load(std::string_view case_id) override;
  Result<std::vector<store::TurnRow>> turns(std::string_view case_id, std::uint64_t after,
                                            std::size_t limit) override;
  Result<std::vector<std::string>> inbound_ids(std::string_view case_id) override;
  Result<std::optional<store::TurnRow>> turn_of_inbound(std::string_view case_id,
                                                        std::string_view inbound_id) override;
  Result<std::vector<std::string>> find(const store::LookUp& look_up) override;
  Result<std::vector<std::string>> cases(std::string_view after, std::size_t limit) override;
  Result<std::vector<store::HandoffRow>> handoffs(bool only_open) override;
  Result<std::vector<store::OutboxRow>> due_outbox(Moment now, std::size_t limit) override;
  Result<void> set_outbox(std::string_view key, std::string_view state, int attempts,
                          Moment due) override;
  Result<void> ready() override { return x_inner.ready(); }
  void close() override { x_inner.close(); }

 private:
  Fault next();

  store::Store& x_inner;
  Fault x_fault = Fault::none;
  int x_first = -1, x_times = 0, x_operations = 0;
  std::vector<std::function<void()>> x_held;
};

// A desk with its loop, and a thread for what may block.
class DeskOf {
 public:
  DeskOf(store::Store& store, std::shared_ptr<const turn::Practice> practice,
         DeskLimits limits = {})
      : desk(store, std::move(practice), {loop.home(), loop.away(x_room)}, limits) {}

  // Takes one and waits for its answer.
  Taken take(const std::string& case_id, const Inbound& inbound);
  // Takes it again until it is not to be tried again, three times at most.
  Taken take_surely(const std::string& case_id, const Inbound& inbound);
  // The case as the desk shows it.
  Desk::State read(const std::string& case_id);

  Loop loop;
  Desk desk;

 private:
  BackRoom x_room;  // ends before the desk
};

// Every turn of a case, as stored.
std::vector<store::TurnRow> rows_of(store::Store& store, const std::string& case_id);
std::vector<std::string> texts_of(const std::vector<Reply>& replies);

}  // namespace anteroom::bot
