// What lies on the disk: who may read it, what it gives away, and how files that are not right are
// refused.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/sqlite_schema.h"
#include "tests/store/contract.h"

namespace anteroom::store {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

void write(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::string error_of_opening(const SqliteOptions& options) {
  const auto store = SqliteStore::open(options);
  REQUIRE_FALSE(store);
  return to_text(store.error());
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

TEST_CASE("database and key are their owner's alone") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store = open_sqlite({.path = path});
  commit_of(*store, turn("a", 1));
  for (const char* suffix : {"", ".key", "-wal", "-shm"}) {
    INFO(suffix);
    CHECK(mode_of(path + suffix) == 0600U);
  }
}

TEST_CASE("a look-up leaves neither its value nor its unkeyed hash in the file") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const LookUp look_up{"phone", "+15105550142"};
  auto store = open_sqlite({.path = path});
  Commit commit = turn("a", 1);
  commit.look_ups = {look_up};
  commit_of(*store, commit);
  store.reset();  // moves the log into the file
  const std::string bytes = bytes_of(path);
  const LookUpKey key = LookUpKey::from_file(path + ".key", false).value();
  const LookUpKey no_key = LookUpKey::from_hex(std::string(64, '0')).value();
  CHECK(bytes.find(key.hash(look_up)) != std::string::npos);
  CHECK(bytes.find(no_key.hash(look_up)) == std::string::npos);
  CHECK(bytes.find("5105550142") == std::string::npos);
}

TEST_CASE("look-up hashes depend on key, kind and value") {
  const LookUpKey key = LookUpKey::from_hex(std::string(64, 'a')).value();
  CHECK(key.hash({"phone", "1"}) == key.hash({"phone", "1"}));
  CHECK(key.hash({"phone", "1"}) != key.hash({"phon", "e1"}));
  CHECK(key.hash({"phone", "1"}) != key.hash({"phone", "2"}));
  CHECK(key.hash({"phone", "1"}) !=
        LookUpKey::from_hex(std::string(64, 'b')).value().hash({"phone", "1"}));
  for (const std::string& wrong :
       {std::string(), std::string(63, 'a'), std::string(66, 'a'), std::string(64, 'g')}) {
    CHECK_FALSE(LookUpKey::from_hex(wrong));
  }
}

TEST_CASE("a missing, wrong or broken key is refused, and no new one is made") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  open_sqlite({.path = path});
  const std::string key = bytes_of(path + ".key");
  std::filesystem::remove(path + ".key");
  CHECK(error_of_opening({.path = path}).find("key file is missing") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(path + ".key"));
  CHECK(error_of_opening({.path = path, .look_up_key = std::string(64, '0')})
            .find("put the former key back") != std::string::npos);
  write(path + ".key", "no key");
  CHECK(error_of_opening({.path = path}).find("64 hexadecimal digits") != std::string::npos);
  open_sqlite({.path = path, .look_up_key = key.substr(0, 64)});
}

TEST_CASE("content goes through the codec, whose form is told by the first byte") {
  const auto codec = plain_codec();
  CHECK(codec->seal("{}", "a").front() == kCheckedForm);
  CHECK(codec->seal("{}", "a").size() == 1 + 8 + 2);
  CHECK(codec->open(codec->seal("", "a"), "a").value().empty());
  CHECK(codec->open("\x01{}", "a").value() == "{}");
  CHECK(codec->open("\x03{}", "a").error().what.find("form 3") != std::string::npos);
  CHECK_FALSE(codec->open("", "a"));
}

TEST_CASE("stored content that was damaged, or is another case's, is not taken for right") {
  const auto codec = plain_codec();
  const std::string sealed = codec->seal("{\"said\":\"yes\"}", "a");
  for (std::size_t i = 1; i < sealed.size(); ++i) {
    INFO(i);
    std::string damaged = sealed;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK_FALSE(codec->open(damaged, "a"));
    CHECK_FALSE(codec->open(sealed.substr(0, i), "a"));
  }
  const auto of_another = codec->open(sealed, "b");
  REQUIRE_FALSE(of_another);
  CHECK(of_another.error().what.find("restore the database from a backup") != std::string::npos);
}

class Reversing final : public Codec {
 public:
  std::string seal(std::string_view content, std::string_view) const override {
    return {content.rbegin(), content.rend()};
  }
  Result<std::string> open(std::string_view sealed, std::string_view) const override {
    return std::string(sealed.rbegin(), sealed.rend());
  }
};

TEST_CASE("everything a visitor said is sealed on disk and opened on the way back") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto store = open_sqlite({.path = path, .codec = std::make_shared<Reversing>()});
  Commit commit = turn("a", 1);
  TurnRow& row = commit.turn;
  for (std::string* text :
       {&row.transcript, &row.difference, &row.snapshot, &row.inbound_hash, &row.conversation})
    *text = "secret";
  commit.handoff = handoff("h", "a", 1);
  commit.handoff->summary = "secret";
  commit.outbox = {outbox("k", 1)};
  commit.outbox[0].data = "secret";
  commit_of(*store, commit);
  CHECK(store->turns("a", 0, 1).value().at(0).transcript == "secret");
  CHECK(store->handoffs(true).value().at(0).summary == "secret");
  CHECK(store->due_outbox(at(1), 1).value().at(0).data == "secret");
  store.reset();
  CHECK(bytes_of(path).find("secret") == std::string::npos);
  CHECK(bytes_of(path).find("terces") != std::string::npos);
}

TEST_CASE("content in a form that the codec cannot open is an error, not an empty case") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  commit_of(*open_sqlite({.path = path, .codec = std::make_shared<Reversing>()}), turn("a", 1));
  const auto store = open_sqlite({.path = path});
  CHECK_FALSE(store->load("a"));
  CHECK_FALSE(store->turns("a", 0, 9));
}

TEST_CASE("a file that is no database, or another program's, is refused and left alone") {
  const Folder folder;
  const std::string notes = folder.file("notes.txt");
  write(notes, std::string(5000, 'n'));
  CHECK(error_of_opening({.path = notes}).find("not a SQLite database") != std::string::npos);
  CHECK(bytes_of(notes) == std::string(5000, 'n'));

  const std::string foreign = folder.file("foreign.db");
  REQUIRE(Connection::open(foreign, std::chrono::seconds(1))
              ->run_script("CREATE TABLE recipes (name)"));
  const std::string before = bytes_of(foreign);
  CHECK(error_of_opening({.path = foreign}).find("another program") != std::string::npos);
  CHECK(bytes_of(foreign) == before);
}

TEST_CASE("a folder that is not there, and a path that is a folder, are told") {
  const Folder folder;
  CHECK(error_of_opening({.path = folder.file("no/store.db")}).find("make the folder") !=
        std::string::npos);
  CHECK(error_of_opening({.path = folder.file("")}).find("name a file") != std::string::npos);
  CHECK(error_of_opening({.path = "/proc/store.db"}).find("/proc/store.db: cannot be made") == 0);
}

TEST_CASE("a newer schema is refused, an older one is brought up with its rows") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  commit_of(*open_sqlite({.path = path}), turn("a", 1));
  std::vector<Migration> newer(migrations().begin(), migrations().end());
  newer.push_back(
      {"notes", "CREATE TABLE notes (text); INSERT INTO notes SELECT case_id FROM cases;"});
  auto connection = Connection::open(path, std::chrono::seconds(1)).value();
  REQUIRE(migrate(connection, newer));
  REQUIRE(migrate(connection, newer));
  Query notes = connection.query("SELECT text FROM notes");
  REQUIRE(notes.next());
  CHECK(notes.text(0) == "a");
  CHECK_FALSE(notes.next());
  CHECK(error_of_opening({.path = path}).find("use the newer program") != std::string::npos);
}

// Two cases whose turns came by turns, as the first schema kept them.
void write_first_schema(const std::string& path) {
  auto connection = Connection::open(path, std::chrono::seconds(1)).value();
  REQUIRE(migrate(connection, migrations().first(1)));
  for (const char* id : {"a", "b"})
    REQUIRE(connection.run("INSERT INTO cases (case_id) VALUES (?)", std::string_view(id)));
  for (int version = 1; version <= 20; ++version) {
    for (int case_no = 1; case_no <= (version > 3 ? 1 : 2); ++case_no) {
      const std::string id = case_no == 1 ? "a" : "b";
      const auto sealed = [&](const std::string& content) {
        return Blob{plain_codec()->seal(content, id)};
      };
      const TurnRow row = turn(id, static_cast<std::uint64_t>(version)).turn;
      const bool whole = version % 8 == 1;
      REQUIRE(connection.run("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", case_no,
                             version, row.at, row.inbound_id, sealed(row.inbound_hash),
                             sealed(row.conversation), whole ? sealed("whole") : Blob{},
                             sealed(row.difference), sealed(row.transcript)));
    }
  }
}

TEST_CASE("a database whose turns were found by an index is brought up with all of them") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  write_first_schema(path);
  const auto store = open_sqlite({.path = path});
  CHECK(store->load("a").value().value().version == 20);
  CHECK(store->load("a").value().value().differences.size() == 3);
  CHECK(store->load("b").value().value().version == 3);
  CHECK(store->turns("a", 0, 100).value().size() == 20);
  CHECK(store->inbound_ids("b").value().size() == 3);
  CHECK(commit_of(*store, turn("a", 20)) == Outcome::conflict);
  CHECK(commit_of(*store, turn("a", 21)) == Outcome::committed);
  CHECK(commit_of(*store, turn("b", 4)) == Outcome::committed);
  CHECK(store->turns("b", 2, 100).value().size() == 2);
}

TEST_CASE("a turn that is missing is told, not passed over") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store = open_sqlite({.path = path});
  for (std::uint64_t version = 1; version <= 5; ++version) commit_of(*store, turn("a", version));
  auto connection = Connection::open(path, std::chrono::seconds(1)).value();
  for (const char* missing : {"version = 3", "version = 5"}) {
    INFO(missing);
    REQUIRE(connection.run_script((std::string("DELETE FROM turns WHERE ") + missing).c_str()));
    CHECK_FALSE(store->turns("a", 0, 100));
    CHECK_FALSE(store->load("a"));
    CHECK_FALSE(store->inbound_ids("a"));
  }
}

TEST_CASE("a migration that fails leaves the version before it") {
  const Folder folder;
  auto connection = Connection::open(folder.file("store.db"), std::chrono::seconds(1)).value();
  REQUIRE(migrate(connection, migrations()));
  std::vector<Migration> broken(migrations().begin(), migrations().end());
  broken.push_back({"broken", "CREATE TABLE half (text); CREATE TABLE cases (again);"});
  CHECK_FALSE(migrate(connection, broken));
  CHECK_FALSE(connection.in_transaction());
  CHECK(migrate(connection, migrations()));
  CHECK_FALSE(connection.run("SELECT * FROM half"));
}

}  // namespace
}  // namespace anteroom::store
