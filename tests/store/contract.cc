#include "tests/store/contract.h"

#include <filesystem>
#include <sstream>

#include "store/memory_store.h"

namespace anteroom::store {

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "anteroom_store_XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  x_path = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(x_path, ignored);
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"memory", [](const Folder&) { return std::make_unique<MemoryStore>(); }},
      {"sqlite",
       [](const Folder& folder) -> std::unique_ptr<Store> {
         return open_sqlite({.path = folder.file("store.db")});
       }},
  };
  return all;
}

std::unique_ptr<SqliteStore> open_sqlite(SqliteOptions options) {
  auto store = SqliteStore::open(std::move(options));
  if (!store) FAIL(to_text(store.error()));
  return std::move(*store);
}

Moment at(int seconds) { return Moment(std::chrono::seconds(1'700'000'000 + seconds)); }

Commit turn(const std::string& case_id, std::uint64_t version) {
  const std::string number = std::to_string(version);
  Commit commit;
  commit.turn = {case_id,
                 version,
                 "in-" + number,
                 "hash-" + number,
                 "web-" + case_id,
                 at(static_cast<int>(version)),
                 "{\"said\":" + number + "}",
                 {},
                 {}};
  (version % 8 == 1 ? commit.turn.snapshot : commit.turn.difference) =
      "{\"version\":" + number + "}";
  return commit;
}

HandoffRow handoff(const std::string& id, const std::string& case_id, int due,
                   const std::string& state) {
  return {id,    case_id, "front_desk", "warm",
          state, at(0),   at(due),      "{\"text\":\"about " + id + "\"}"};
}

OutboxRow outbox(const std::string& key, int due) {
  return {key, "alert", "a", at(due), "{\"key\":\"" + key + "\"}", "waiting", 0};
}

Outcome commit_of(Store& store, Commit commit) {
  const CommitResult result = commit_now(store, std::move(commit));
  INFO(to_text(result.error));
  CHECK((result.outcome == Outcome::failed) == !result.error.what.empty());
  return result.outcome;
}

bool becomes_true(const std::function<bool()>& condition) {
  for (int i = 0; i < 20'000 && !condition(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return condition();
}

std::string integrity_of(const std::string& path) {
  auto connection = Connection::open(path, std::chrono::seconds(1));
  if (!connection) return to_text(connection.error());
  Query check = connection->query("PRAGMA integrity_check");
  return check.next() ? check.text(0) : to_text(check.end().error());
}

template <class T>
T read(Result<T> result) {
  if (!result) FAIL(to_text(result.error()));
  return std::move(*result);
}

std::string picture(Store& store) {
  std::ostringstream out;
  for (const std::string& id : read(store.cases("", 1'000'000))) {
    const Loaded loaded = read(store.load(id)).value();
    out << id << " v" << loaded.version << " " << loaded.snapshot;
    for (const std::string& difference : loaded.differences) out << " + " << difference;
    out << '\n';
    for (const TurnRow& row : read(store.turns(id, 0, 1'000'000))) {
      out << "  " << row.case_id << row.version << row.inbound_id << row.inbound_hash
          << row.conversation << to_text(row.at) << row.transcript << row.difference << row.snapshot
          << '\n';
    }
  }
  for (const HandoffRow& row : read(store.handoffs(false))) {
    out << row.id << row.case_id << row.queue << row.tier << row.state << to_text(row.opened)
        << to_text(row.due) << row.summary << '\n';
  }
  for (const OutboxRow& row : read(store.due_outbox(at(1'000'000), 1'000'000))) {
    out << row.key << row.kind << row.case_id << to_text(row.due) << row.data << row.state
        << row.attempts << '\n';
  }
  return out.str();
}

}  // namespace anteroom::store
