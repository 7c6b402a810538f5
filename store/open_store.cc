#include "store/memory_store.h"
#include "store/sqlite_store.h"

namespace anteroom::store {

Result<std::unique_ptr<Store>> open_store(std::string_view address, std::string_view look_up_key) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (address == "memory:") return std::make_unique<MemoryStore>();
  if (!address.starts_with(kSqlite) || address.size() == kSqlite.size()) {
    return failure("store",
                   "\"" + std::string(address) + "\" is not a store; write memory: or sqlite:FILE");
  }
  return SqliteStore::open({.path = std::string(address.substr(kSqlite.size())),
                            .look_up_key = std::string(look_up_key)});
}

}  // namespace anteroom::store
