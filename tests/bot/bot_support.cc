#include "tests/bot/bot_support.h"

#include <map>

#include "bot/practice_folder.h"

namespace anteroom::bot {

const std::string kSmall = "tests/bot/small";
const std::string kLakeside = "flows/practices/lakeside";

PracticeFiles files_of(const std::string& folder) {
  auto files = read_practice_folder(folder);
  REQUIRE(files);
  return *files;
}

std::shared_ptr<const turn::Practice> load(const PracticeFiles& files) {
  Diagnostics found;
  auto practice = turn::load_practice(files, found);
  for (const Diagnostic& one : found.sorted()) UNSCOPED_INFO(to_text(one));
  REQUIRE(practice);
  return practice;
}

std::shared_ptr<const turn::Practice> practice_of(const std::string& folder) {
  static std::map<std::string, std::shared_ptr<const turn::Practice>> loaded;
  auto& practice = loaded[folder];
  if (!practice) practice = load(files_of(folder));
  return practice;
}

Moment at(int seconds) {
  return *parse_moment("2026-11-23T10:00:00-08:00") + std::chrono::seconds(seconds);
}

Inbound inbound(std::string id, decltype(Inbound::body) body, int second) {
  return {std::move(id), at(second), "web-1", Channel::web, std::move(body)};
}

Inbound says(std::string id, std::string text, int second) {
  return inbound(std::move(id), Text{std::move(text)}, second);
}

Inbound chooses(std::string id, std::string choice, int second) {
  return inbound(std::move(id), Chosen{std::move(choice)}, second);
}

const std::vector<StoreKind>& store_kinds() {
  const auto opened = [](const std::string& address) {
    auto store = store::open_store(address);
    REQUIRE(store);
    return std::move(*store);
  };
  static const std::vector<StoreKind> kinds = {
      {"memory", [=](const testing::TemporaryFolder&) { return opened("memory:"); }},
      {"sqlite", [=](const testing::TemporaryFolder& folder) {
         return opened("sqlite:" + folder.file("store.db"));
       }}};
  return kinds;
}

Run Loop::home() {
  return [this](std::function<void()> work) {
    const std::lock_guard lock(x_mutex);
    x_work.push_back(std::move(work));
    x_ready.notify_one();
  };
}

Run Loop::away(BackRoom& room) {
  return [this, &room](std::function<void()> work) {
    {
      const std::lock_guard lock(x_mutex);
      ++x_away;
    }
    room.add([this, work = std::move(work)] {
      work();
      const std::lock_guard lock(x_mutex);
      --x_away;
      x_ready.notify_one();
    });
  };
}

void Loop::run_until(const std::function<bool()>& done) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  std::unique_lock lock(x_mutex);
  for (;;) {
    while (!x_work.empty()) {
      const auto work = std::move(x_work.front());
      x_work.pop_front();
      lock.unlock();
      work();
      lock.lock();
    }
    if (done()) return;
    REQUIRE(x_ready.wait_until(lock, end, [&] { return !x_work.empty() || done(); }));
  }
}

void Loop::run() {
  run_until([this] { return x_away == 0; });
}

void FaultyStore::fail_at(int operation, Fault fault, int times) {
  x_first = x_operations + operation;
  x_times = times;
  x_fault = fault;
}

FaultyStore::Fault FaultyStore::next() {
  const int number = x_operations++;
  return x_fault != Fault::none && number >= x_first && number < x_first + x_times ? x_fault
                                                                                   : Fault::none;
}

namespace {
const Error kFault{"store", "the test says so"};
}

void FaultyStore::commit(store::Commit commit, std::function<void(store::CommitResult)> done) {
  if (holds_commits) {
    x_held.push_back([this, commit = std::move(commit), done = std::move(done)]() mutable {
      x_inner.commit(std::move(commit), std::move(done));
    });
    return;
  }
  switch (next()) {
    case Fault::none:
      return x_inner.commit(std::move(commit), std::move(done));
    case Fault::fails:
      return done({store::Outcome::failed, kFault});
    case Fault::conflicts:
      return done({store::Outcome::conflict, {}});
    case Fault::loses_answer:
      (void)store::commit_now(x_inner, std::move(commit));
      return done({store::Outcome::failed, kFault});
  }
}

void FaultyStore::let_go() {
  holds_commits = false;
  for (auto& commit : std::exchange(x_held, {})) commit();
}

Result<std::optional<store::Loaded>> FaultyStore::load(std::string_view case_id) {
  ++loads;
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.load(case_id);
}

Result<std::vector<std::string>> FaultyStore::inbound_ids(std::string_view case_id) {
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.inbound_ids(case_id);
}

Result<std::optional<store::TurnRow>> FaultyStore::turn_of_inbound(std::string_view case_id,
                                                                   std::string_view inbound_id) {
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.turn_of_inbound(case_id, inbound_id);
}

Result<std::vector<store::TurnRow>> FaultyStore::turns(std::string_view case_id,
                                                       std::uint64_t after, std::size_t limit) {
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.turns(case_id, after, limit);
}

Result<std::vector<std::string>> FaultyStore::find(const store::LookUp& look_up) {
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.find(look_up);
}

Result<std::vector<std::string>> FaultyStore::cases(std::string_view after, std::size_t limit) {
  return x_inner.cases(after, limit);
}

Result<std::vector<store::HandoffRow>> FaultyStore::handoffs(bool only_open) {
  return x_inner.handoffs(only_open);
}

Result<std::vector<store::OutboxRow>> FaultyStore::due_outbox(Moment now, std::size_t limit) {
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.due_outbox(now, limit);
}

Result<void> FaultyStore::set_outbox(std::string_view key, std::string_view state, int attempts,
                                     Moment due) {
  if (next() != Fault::none) return tl::make_unexpected(kFault);
  return x_inner.set_outbox(key, state, attempts, due);
}

Taken DeskOf::take(const std::string& case_id, const Inbound& inbound) {
  std::optional<Taken> answer;
  desk.take(case_id, inbound, [&](const Taken& taken) { answer = taken; });
  loop.run_until([&] { return answer.has_value(); });
  return *answer;
}

Taken DeskOf::take_surely(const std::string& case_id, const Inbound& inbound) {
  Taken taken = take(case_id, inbound);
  for (int i = 0; i < 2 && taken.status == Taken::Status::try_again; ++i)
    taken = take(case_id, inbound);
  return taken;
}

Desk::State DeskOf::read(const std::string& case_id) {
  std::optional<Desk::State> shown;
  desk.visit(
      case_id, [](const Desk::State&) {}, [&](const Desk::State& state) { shown = state; });
  loop.run_until([&] { return shown.has_value(); });
  return *shown;
}

std::vector<store::TurnRow> rows_of(store::Store& store, const std::string& case_id) {
  auto rows = store.turns(case_id, 0, 10'000);
  REQUIRE(rows);
  return *rows;
}

std::vector<std::string> texts_of(const std::vector<Reply>& replies) {
  std::vector<std::string> texts;
  for (const Reply& reply : replies) texts.push_back(reply.text);
  return texts;
}

}  // namespace anteroom::bot
