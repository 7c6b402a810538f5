// What an open conversation costs while nobody says anything: the growth of a fresh server's
// resident memory over 10,000 of them, each after hello and one turn.
#include <thread>

#include "tests/bench/load_client.h"
#include "tests/bench/measures.h"

namespace anteroom::bench {
namespace {

constexpr std::size_t kConversations = 10'000;

// A few conversations first, so that what a server makes once does not count.
Result<double> kilobytes_each(const Contender& contender, const Programs& programs) {
  const auto server = start_server(contender.kind, programs);
  if (!server) return tl::make_unexpected(server.error());
  {
    LoadClient first((*server)->port(), contender.walk);
    if (auto opened = first.open(20); !opened) return tl::make_unexpected(opened.error());
    if (auto taken = first.take_one_step(); !taken) return tl::make_unexpected(taken.error());
  }
  const std::size_t before = (*server)->resident_bytes();
  LoadClient client((*server)->port(), contender.walk);
  if (auto opened = client.open(kConversations); !opened)
    return tl::make_unexpected(opened.error());
  if (auto taken = client.take_one_step(); !taken) return tl::make_unexpected(taken.error());
  std::this_thread::sleep_for(std::chrono::seconds(2));
  const auto grown = static_cast<double>((*server)->resident_bytes() - before);
  return grown / static_cast<double>(kConversations) / 1000;
}

}  // namespace

Result<void> measure_memory(Report& report, const std::vector<Contender>& contenders,
                            const Programs& programs) {
  report.begin_table("Memory of 10,000 idle conversations", {"who", "kB each"});
  for (const Contender& contender : contenders) {
    const auto each = kilobytes_each(contender, programs);
    if (!each) return tl::make_unexpected(each.error());
    report.row({contender.name, figure(*each, 1)});
    if (contender.kind == Kind::anteroom && contender.name.find("button") != std::string::npos)
      report.aim("an idle conversation", "≤ 16 kB", figure(*each, 1) + " kB", *each <= 16);
  }
  return {};
}

}  // namespace anteroom::bench
