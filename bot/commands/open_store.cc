#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "bot/commands/commands.h"

namespace anteroom::bot {

Result<std::unique_ptr<store::Store>> open_store(const std::string& address) {
  const char* key = std::getenv("ANTEROOM_STORE_KEY");
  return store::open_store(address, key ? key : "");
}

std::unique_ptr<store::Store> store_or_complain(const std::string& address) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (address.starts_with(kSqlite) && !std::filesystem::exists(address.substr(kSqlite.size()))) {
    std::fprintf(stderr, "--store: there is no file %s\n", address.substr(kSqlite.size()).c_str());
    return nullptr;
  }
  auto store = open_store(address);
  if (store) return std::move(*store);
  std::fprintf(stderr, "--store: %s\n", to_text(store.error()).c_str());
  return nullptr;
}

}  // namespace anteroom::bot
