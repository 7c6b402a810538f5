// A visit with another server at work on the same store.
#include "tests/bot/bot_support.h"

namespace anteroom::bot {

TEST_CASE("a visit shows what another desk did since this one had the case") {
  for (const StoreKind& kind : store_kinds()) {
    DYNAMIC_SECTION(kind.name) {
      const testing::TemporaryFolder folder;
      const auto store = kind.open(folder);
      DeskOf here(*store, practice_of(kSmall)), there(*store, practice_of(kSmall));
      REQUIRE(here.take("c", inbound("m1", Opened{})).status == Taken::Status::taken);
      REQUIRE(there.take("c", says("m2", "an mri", 10)).status == Taken::Status::taken);
      const auto seen_there = there.read("c"), seen_here = here.read("c");
      REQUIRE(seen_there);
      REQUIRE(seen_here);
      CHECK((*seen_here)->version == 2);
      CHECK(**seen_here == **seen_there);
      const Taken again = here.take("c", says("m2", "an mri", 20));
      CHECK(again.status == Taken::Status::repeated);
    }
  }
}

}  // namespace anteroom::bot
