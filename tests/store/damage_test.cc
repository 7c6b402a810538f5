// Files that are damaged: bytes flipped anywhere, an end that is missing, rubbish in place of a
// page. Every call then gives a clear error or what was stored; none crashes, and no content comes
// back as something else or as another case's.
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/store/contract.h"
#include "tests/store/faulty_vfs.h"
#include "tests/store/store_walk.h"

namespace anteroom::store {
namespace {

constexpr std::size_t kPage = 4096;

std::string bytes_of(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

Commit sent(const std::string& id, std::uint64_t version) {
  Commit commit = planted_turn(id, version, version == 3 || id == "new" ? 9000 : 100);
  commit.look_ups = {{"phone", "+15105550142"}, {"name", id}};
  commit.handoff = handoff("h" + id, id, 7);
  commit.outbox = {outbox("k" + id + std::to_string(version), 7)};
  return commit;
}

// A closed database with a few cases, as bytes.
const std::string& sound_database() {
  static const std::string bytes = [] {
    const Folder folder;
    const std::string path = folder.file("store.db");
    auto store = open_sqlite({.path = path, .look_up_key = kWalkKey});
    for (int i = 0; i < 40; ++i) {
      const std::string id = "case" + std::to_string(i);
      for (std::uint64_t version = 1; version <= 3; ++version) {
        REQUIRE(commit_of(*store, sent(id, version)) == Outcome::committed);
      }
    }
    store.reset();
    return bytes_of(path);
  }();
  return bytes;
}

struct Met {
  int stride = 7;  // of the cases that are read
  int opened = 0, refused = 0, errors = 0, answers = 0;
};

void check_error(const Error& error, const std::string& path, Met& met) {
  INFO(to_text(error));
  CHECK_FALSE(error.what.empty());
  CHECK((error.where == path || error.where == "store" || error.where == "sqlite"));
  CHECK(to_text(error).find(kPlanted) == std::string::npos);
  ++met.errors;
}

template <class T>
bool answered(const Result<T>& told, const std::string& path, Met& met) {
  if (!told) check_error(told.error(), path, met);
  met.answers += told.has_value();
  return told.has_value();
}

// Content comes back as it was stored, or not at all.
void check_rows(const std::vector<TurnRow>& rows, const std::string& case_id) {
  for (const TurnRow& row : rows) {
    const Commit as_sent = sent(case_id, row.version);
    CHECK((row.transcript == as_sent.turn.transcript || row.version < 1 || row.version > 4));
    CHECK(row.conversation == as_sent.turn.conversation);
  }
}

void read_everything(Store& store, const std::string& path, Met& met) {
  answered(store.cases("", 1000), path, met);
  answered(store.due_outbox(at(1'000'000), 1000), path, met);
  answered(store.find({"phone", "+15105550142"}), path, met);
  if (const auto rows = store.handoffs(false); answered(rows, path, met)) {
    for (const HandoffRow& row : *rows) CHECK(row.summary == sent(row.case_id, 1).handoff->summary);
  }
  for (int i = 0; i < 40; i += met.stride) {
    const std::string id = "case" + std::to_string(i);
    answered(store.load(id), path, met);
    answered(store.turn_of_inbound(id, "in-2"), path, met);
    if (const auto rows = store.turns(id, 0, 100); answered(rows, path, met)) check_rows(*rows, id);
  }
}

void write_something(Store& store, const std::string& path, Met& met) {
  for (const Commit& commit : {sent("case7", 4), sent("new", 1)}) {
    const CommitResult result = commit_now(store, commit);
    if (result.outcome == Outcome::failed) check_error(result.error, path, met);
  }
  if (const auto rows = store.turns("new", 0, 9); answered(rows, path, met))
    check_rows(*rows, "new");
}

void use(const std::string& bytes, Met& met) {
  static const FaultyVfs quick("quick_damage");
  const Folder folder;
  const std::string path = folder.file("store.db");
  std::ofstream(path, std::ios::binary) << bytes;
  SqliteOptions options{.path = path, .look_up_key = kWalkKey};
  options.vfs = quick.name();
  options.busy_timeout = std::chrono::milliseconds(1);
  const auto store = SqliteStore::open(std::move(options));
  if (!store) {
    ++met.refused;
    return check_error(store.error(), path, met);
  }
  ++met.opened;
  read_everything(**store, path, met);
  write_something(**store, path, met);
  read_everything(**store, path, met);
}

int rounds() { return std::getenv("ANTEROOM_FULL") ? 5000 : 300; }

TEST_CASE("flipped bytes anywhere give clear errors or the right rows, never a crash") {
  std::mt19937 random(20261121);
  Met met;
  for (int round = 0; round < rounds(); ++round) {
    INFO("round " << round);
    std::string bytes = sound_database();
    for (unsigned flips = 1 + random() % 8; flips > 0; --flips) {
      // Half of them where SQLite keeps its own records: at the head of a page.
      const std::size_t page = random() % (bytes.size() / kPage) * kPage;
      const std::size_t place = page + random() % (random() % 2 ? 64 : kPage);
      bytes[place] = static_cast<char>(bytes[place] ^ static_cast<char>(1 + random() % 255));
    }
    use(bytes, met);
  }
  CHECK(met.opened > 0);
  CHECK(met.refused > 0);
  CHECK(met.errors > met.refused);
}

TEST_CASE("whole pages of rubbish give clear errors or the right rows, never a crash") {
  std::mt19937 random(20261122);
  Met met;
  for (int round = 0; round < rounds() / 2; ++round) {
    INFO("round " << round);
    std::string bytes = sound_database();
    const std::size_t page = random() % (bytes.size() / kPage) * kPage;
    const bool zeros = random() % 2;
    for (std::size_t i = page; i < page + kPage; ++i)
      bytes[i] = zeros ? '\0' : static_cast<char>(random());
    use(bytes, met);
  }
  CHECK(met.errors > met.refused);
}

TEST_CASE("a file that ends too early is told, wherever it ends") {
  Met met{.stride = 1};
  const std::size_t size = sound_database().size();
  const std::size_t stride = std::getenv("ANTEROOM_FULL") ? kPage / 2 : 5 * kPage + 512;
  for (std::size_t end = 2; end < size; end += stride) {
    INFO("cut at " << end);
    const int before = met.errors;
    use(sound_database().substr(0, end), met);
    CHECK(met.errors > before);
  }
}

TEST_CASE("damage says what to do about it") {
  std::string bytes = sound_database();
  std::fill(bytes.begin() + kPage, bytes.end(), '\x7f');
  const Folder folder;
  const std::string path = folder.file("store.db");
  std::ofstream(path, std::ios::binary) << bytes;
  const auto store = SqliteStore::open({.path = path, .look_up_key = kWalkKey});
  REQUIRE_FALSE(store);
  CHECK(store.error().where == path);
  CHECK(store.error().what.find("the database is damaged: restore it from a backup") == 0);
}

}  // namespace
}  // namespace anteroom::store
