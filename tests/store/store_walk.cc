#include "tests/store/store_walk.h"

#include <sstream>

#include "tests/store/contract.h"

namespace anteroom::store {
namespace {

std::string text_of(const TurnRow& row) {
  std::ostringstream out;
  out << row.case_id << ' ' << row.version << ' ' << row.inbound_id << ' ' << row.inbound_hash
      << ' ' << row.conversation << ' ' << to_text(row.at) << ' ' << row.transcript << ' '
      << row.difference << ' ' << row.snapshot << '\n';
  return out.str();
}
std::string text_of(const HandoffRow& row) {
  return row.id + ' ' + row.case_id + ' ' + row.state + ' ' + to_text(row.due) + ' ' + row.summary;
}
std::string text_of(const OutboxRow& row) {
  return row.key + ' ' + row.case_id + ' ' + row.state + ' ' + std::to_string(row.attempts) + ' ' +
         to_text(row.due) + ' ' + row.data;
}
std::string text_of(const Loaded& loaded) {
  std::string text = std::to_string(loaded.version) + ' ' + loaded.snapshot;
  for (const std::string& difference : loaded.differences) text += " + " + difference;
  return text;
}
std::string text_of(const std::string& id) { return id; }
template <class T>
std::string text_of(const std::optional<T>& value) {
  return value ? text_of(*value) : "none";
}
template <class T>
std::string text_of(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) text += text_of(value) + '\n';
  return text;
}

Commit with_company(Commit commit, int due) {
  const std::string& id = commit.turn.case_id;
  commit.look_ups = {{"phone", "+15105550142"}, {"name", kPlanted + id}};
  commit.handoff = handoff("h" + id, id, due, due % 2 ? "open" : "claimed");
  commit.handoff->summary = kPlanted;
  commit.outbox = {outbox("k" + id, due), outbox("l" + id + std::to_string(due), due)};
  for (OutboxRow& row : commit.outbox) row.data = kPlanted;
  return commit;
}

}  // namespace

Commit planted_turn(const std::string& case_id, std::uint64_t version, std::size_t padding) {
  Commit commit = turn(case_id, version);
  for (std::string* text :
       {&commit.turn.transcript, &commit.turn.inbound_hash, &commit.turn.conversation})
    *text += kPlanted;
  commit.turn.transcript += std::string(padding, static_cast<char>('a' + version));
  return commit;
}

StoreWalk::StoreWalk(std::string path, std::string vfs)
    : x_path(std::move(path)), x_vfs(std::move(vfs)) {}

Result<void> StoreWalk::open() {
  SqliteOptions options{.path = x_path, .look_up_key = kWalkKey};
  options.vfs = x_vfs;
  options.log = log;
  options.busy_timeout = std::chrono::milliseconds(1);
  options.before_group = [this](Connection& connection) { before_group(connection); };
  auto opened = SqliteStore::open(std::move(options));
  if (!opened) {
    x_errors.push_back(opened.error());
    return tl::make_unexpected(opened.error());
  }
  x_store = std::move(*opened);
  note_state(clock ? clock() : 0);
  return {};
}

void StoreWalk::before_group(Connection& connection) {
  x_entered = true;
  x_entered.notify_all();
  x_held.wait(true);
  if (!pragma.empty()) (void)connection.run_script(pragma.c_str());
  if (x_checkpoint.exchange(false)) {
    sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                              nullptr);
  }
}

void StoreWalk::steps() {
  together({with_company(planted_turn("a", 1), 10)});
  together({planted_turn("a", 2), with_company(planted_turn("b", 1), 21), planted_turn("c", 5),
            planted_turn("d", 1, 20'000), planted_turn("b", 2)});
  set_outbox({"ka", "done", 1});
  reads();
  checkpoint_before_next_group();
  together({planted_turn("a", 3, 5000), with_company(planted_turn("b", 3), 30),
            planted_turn("d", 2, 9000), with_company(planted_turn("e", 1), 41)});
  set_outbox({"kb", "waiting", 2});
  reads();
}

void StoreWalk::together(const std::vector<Commit>& commits) {
  std::vector<Answer> answers(commits.size());
  x_answered = 0;
  x_entered = false;
  x_held = true;
  for (std::size_t i = 0; i < commits.size(); ++i) {
    x_store->commit(commits[i], keeps(answers[i]));
    if (i == 0) x_entered.wait(false);
  }
  x_held = false;
  x_held.notify_all();
  const int all = static_cast<int>(commits.size());
  for (int answered = x_answered; answered != all; answered = x_answered) x_answered.wait(answered);
  check(commits[0], answers[0]);
  note_state(answers[0].when);
  for (std::size_t i = 1; i < commits.size(); ++i) check(commits[i], answers[i]);
  note_state(answers.back().when);
}

std::function<void(CommitResult)> StoreWalk::keeps(Answer& answer) {
  return [this, &answer](CommitResult told) {
    answer = {std::move(told), clock ? clock() : 0};
    ++x_answered;
    x_answered.notify_all();
  };
}

void StoreWalk::check(const Commit& commit, const Answer& answer) {
  if (answer.result.outcome == Outcome::failed) {
    x_failed.push_back(commit);
    x_errors.push_back(answer.result.error);
  } else {
    CHECK(commit_of(x_acknowledged, commit) == answer.result.outcome);
  }
}

void StoreWalk::note_state(std::size_t since) {
  if (clock) x_states.push_back({since, picture(x_acknowledged)});
}

bool StoreWalk::set_outbox(const OutboxStep& step) {
  const auto there = x_acknowledged.due_outbox(at(1'000'000), 99).value();
  const bool known = std::any_of(there.begin(), there.end(),
                                 [&](const OutboxRow& row) { return row.key == step.key; });
  const auto set = x_store->set_outbox(step.key, step.state, step.attempts, at(50));
  if (set) {
    const auto kept = x_acknowledged.set_outbox(step.key, step.state, step.attempts, at(50));
    note_state(clock ? clock() : 0);
    return kept.has_value();
  }
  x_errors.push_back(set.error());
  if (known) x_failed_outbox.push_back(step);
  return !known;
}

template <class T>
void StoreWalk::compare(const Result<T>& told, const Result<T>& expected) {
  if (!told) {
    x_errors.push_back(told.error());
  } else if (text_of(*told) != text_of(*expected)) {
    ++x_wrong_reads;
  }
}

void StoreWalk::reads() {
  Store& store = *x_store;
  MemoryStore& memory = x_acknowledged;
  compare(store.cases("", 9), memory.cases("", 9));
  compare(store.cases("a", 1), memory.cases("a", 1));
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    compare(store.load(id), memory.load(id));
    compare(store.turns(id, 0, 9), memory.turns(id, 0, 9));
  }
  compare(store.turn_of_inbound("a", "in-2"), memory.turn_of_inbound("a", "in-2"));
  compare(store.find({"phone", "+15105550142"}), memory.find({"phone", "+15105550142"}));
  compare(store.handoffs(false), memory.handoffs(false));
  compare(store.due_outbox(at(45), 9), memory.due_outbox(at(45), 9));
}

bool StoreWalk::repeat_what_failed() {
  bool fine = true;
  for (const Commit& commit : std::exchange(x_failed, {}))
    fine = commit_of(*x_store, commit) == commit_of(x_acknowledged, commit) && fine;
  for (const OutboxStep& step : std::exchange(x_failed_outbox, {})) fine = set_outbox(step) && fine;
  return fine;
}

}  // namespace anteroom::store
