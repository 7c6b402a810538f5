// What every store's tests share: the stores under one contract, a folder that goes when the test
// ends, and short ways to make turns. The people are synthetic.
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "store/sqlite_store.h"
#include "store/store.h"

namespace anteroom::store {

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return x_path + "/" + name; }

 private:
  std::string x_path;
};

struct Kind {  // a row for each store that must keep the contract
  const char* name;
  std::function<std::unique_ptr<Store>(const Folder&)> open;
};
const std::vector<Kind>& kinds();

std::unique_ptr<SqliteStore> open_sqlite(SqliteOptions options);

Moment at(int seconds);
Commit turn(const std::string& case_id,
            std::uint64_t version);  // a snapshot at versions 1, 9, 17 …
HandoffRow handoff(const std::string& id, const std::string& case_id, int due,
                   const std::string& state = "open");
OutboxRow outbox(const std::string& key, int due);
Outcome commit_of(Store& store, Commit commit);

// Waits until it is, for twenty seconds at most.
bool becomes_true(const std::function<bool()>& condition);

// What SQLite itself says about the file: "ok".
std::string integrity_of(const std::string& path);

// The whole content as text, to compare stores and to show what differs.
std::string picture(Store& store);

}  // namespace anteroom::store
