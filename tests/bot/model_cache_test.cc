// The cache of models: never an error, always the same models.
#include "bot/model_cache.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;
using namespace classifier;

TrainingOrder small_order() {
  TrainingOrder order;
  for (const char* before : {"", "hi ", "please ", "so "}) {
    order.examples.push_back({before + std::string("refill my pills"), "refill", false});
    order.examples.push_back({before + std::string("how much is it"), "price", false});
  }
  return order;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  return files;
}

}  // namespace

TEST_CASE("a model kept by one run is found by the next") {
  const testing::TemporaryFolder folder;
  const fs::path place = fs::path(folder.path()) / "deep" / "cache";
  const TrainingOrder order = small_order();
  const Analyzer analyzer(shipped_wordbook("en"));
  ModelCache first(place);
  const ModelPtr trained = take_or_train(order, analyzer, first);
  REQUIRE(files_in(place).size() == 1);
  ModelCache second(place);
  const ModelPtr found = second.find(order.key());
  REQUIRE(found);
  CHECK(to_bytes(*found) == to_bytes(*trained));

  SECTION("a damaged file is not believed, and put right") {
    std::fstream file(files_in(place).front(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(200);
    file.put('\x7f').put('\x7f').put('\x7f');
    file.close();
    ModelCache third(place);
    CHECK(third.find(order.key()) == nullptr);
    CHECK(to_bytes(*take_or_train(order, analyzer, third)) == to_bytes(*trained));
    CHECK(ModelCache(place).find(order.key()) != nullptr);
  }
  SECTION("a file cut short is not believed") {
    fs::resize_file(files_in(place).front(), 300);
    CHECK(ModelCache(place).find(order.key()) == nullptr);
  }
  SECTION("only so many are kept") {
    for (int i = 0; i < 60; ++i) second.keep("other" + std::to_string(i), found);
    CHECK(files_in(place).size() == 48);
  }
}

TEST_CASE("a cache that cannot be written trains, and says nothing") {
  const testing::TemporaryFolder folder;
  const fs::path file = fs::path(folder.path()) / "file";
  std::ofstream(file) << "no folder";
  const Analyzer analyzer(shipped_wordbook("en"));
  for (const fs::path& place : {file / "below", fs::path()}) {
    ModelCache cache(place);
    const ModelPtr model = take_or_train(small_order(), analyzer, cache);
    REQUIRE(model);
    CHECK(cache.find(small_order().key()) == model);
  }
}

}  // namespace anteroom::bot
