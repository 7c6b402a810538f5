#include "tests/store/contract.h"

#include <algorithm>
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

namespace {

// A store that cannot be read has a picture, too: of what it says.
class Picture {
 public:
  explicit Picture(Store& store) : x_store(store) {}

  std::string paint() {
    for (const std::string& id : rows_of(x_store.cases("", 1'000'000))) add_case(id);
    for (const HandoffRow& row : rows_of(x_store.handoffs(false))) {
      x_out << row.id << row.case_id << row.queue << row.tier << row.state << to_text(row.opened)
            << to_text(row.due) << row.summary << '\n';
    }
    auto outbox = rows_of(x_store.due_outbox(at(1'000'000), 1'000'000));
    std::sort(outbox.begin(), outbox.end(),
              [](const OutboxRow& a, const OutboxRow& b) { return a.key < b.key; });
    for (const OutboxRow& row : outbox) {
      x_out << row.key << row.kind << row.case_id << to_text(row.due) << row.data << row.state
            << row.attempts << '\n';
    }
    return x_out.str();
  }

 private:
  template <class Rows>
  Rows rows_of(Result<Rows> read) {
    if (read) return std::move(*read);
    x_out << to_text(read.error()) << '\n';
    return {};
  }

  void add_case(const std::string& id) {
    const Loaded loaded = rows_of(x_store.load(id)).value_or(Loaded{});
    x_out << id << " v" << loaded.version << " " << loaded.snapshot;
    for (const std::string& difference : loaded.differences) x_out << " + " << difference;
    x_out << '\n';
    for (const TurnRow& row : rows_of(x_store.turns(id, 0, 1'000'000))) {
      x_out << "  " << row.case_id << row.version << row.inbound_id << row.inbound_hash
            << row.conversation << to_text(row.at) << row.transcript << row.difference
            << row.snapshot << '\n';
    }
  }

  Store& x_store;
  std::ostringstream x_out;
};

}  // namespace

std::string picture(Store& store) { return Picture(store).paint(); }

}  // namespace anteroom::store
