// The desk: takes inbounds one at a time per case - loads the case, takes the turn, commits, and
// only then answers. Optimistic: on a lost race it loads again and retakes the turn, which is pure.
// Lives on one thread and never blocks it: what reads the store runs `away`, commits are the
// store's own threads', and what comes of both comes home through a mailbox.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "bot/log_throttle.h"
#include "bot/mailbox.h"
#include "bot/turn/take_turn.h"
#include "store/store.h"

namespace anteroom::bot {

// What became of an inbound.
struct Taken {
  enum class Status : unsigned char {
    taken,      // committed
    repeated,   // the same id and body as before: the same replies again, nothing done
    id_reused,  // the same id with another body: nothing done
    try_again,  // could not be committed now; nothing is kept
  };
  Status status = Status::taken;
  std::uint64_t version = 0;  // of the case after the turn that took the inbound
  Moment at{};                // of that turn
  std::vector<Reply> replies;
  std::shared_ptr<const Case> after;  // only if taken
  std::vector<Effect> effects;        // only if taken
  Error error;                        // only if try_again
};

// The seq of a turn's entries in the transcript: 0 is the visitor's own, 1 and up the replies.
inline constexpr std::uint64_t kEntriesPerTurn = 64;
constexpr std::uint64_t seq_of(std::uint64_t version, std::size_t entry) {
  return version * kEntriesPerTurn + entry;
}

// Runs a function later: on the desk's thread, or on one that may block.
using Run = std::function<void(std::function<void()>)>;
struct Threads {
  Run home;
  Run away;  // must not run what it was given once the desk has gone
};

struct DeskLimits {
  std::size_t desktops_kept = 20'000;  // of more cases, those that lie idle are cleared away
  std::chrono::seconds idle{120};  // unused for so long, a case is cleared away; the store has it
  std::size_t waiting_per_case = 64;  // beyond, and
  std::size_t under_way = 8'192;      // beyond in all, an inbound is to be tried again
};

class Desk {
 public:
  using Answer = std::function<void(const Taken&)>;
  using State = Result<std::shared_ptr<const Case>>;
  using See = std::function<void(const State&)>;

  Desk(store::Store& store, std::shared_ptr<const turn::Practice> practice, Threads threads,
       DeskLimits limits = {});
  ~Desk();

  // Hands an inbound to a case; a case that the store does not have is opened by it. `look_ups` are
  // stored with the turn.
  void take(const std::string& case_id, Inbound inbound, Answer answer,
            std::vector<store::LookUp> look_ups = {});
  // Likewise for a case whose id has just been drawn: the store is not asked whether it has it.
  void open(const std::string& case_id, Inbound inbound, Answer answer,
            std::vector<store::LookUp> look_ups = {});
  // Shows the case as last committed, between two of its turns: to `look` away, where it may block,
  // then to `seen` here. No turn of this desk comes between the two.
  void visit(const std::string& case_id, See look, See seen);

  // The practice of the turns from now on; a turn under way keeps its own.
  void use(std::shared_ptr<const turn::Practice> practice);
  const std::shared_ptr<const turn::Practice>& practice() const { return x_practice; }
  int practices_used() const { return x_practices_used; }  // one more with each use()
  const Threads& threads() const { return x_threads; }

  bool is_full() const { return x_under_way >= x_limits.under_way; }
  void when_quiet(std::function<void()> quiet);  // called once, when nothing is under way
  void tidy();  // now and then: clears idle cases away, tells of failures that were not logged

 private:
  struct Desktop;
  struct Take;
  struct Visit;
  struct Cold;
  struct Repeat;
  struct Seen;
  struct Letter;
  using Job = std::variant<Take, Visit>;
  using Desktops = std::list<Desktop>;

  void add(const std::string& case_id, bool fresh, Job job);
  Desktop& desktop_of(const std::string& case_id);
  void refuse(Job& job, const Error& error);

  void next(Desktop& desktop);
  void take_now(Desktop& desktop);
  void commit(Desktop& desktop);
  void load(Desktop& desktop);
  void ask_whether_repeated(Desktop& desktop);
  void look(Desktop& desktop);
  void finish(Desktop& desktop);

  void bring_home(Letter letter);
  void open_letters();
  void arrived(Desktop& desktop, store::CommitResult& result);
  void arrived(Desktop& desktop, Cold& cold);
  void arrived(Desktop& desktop, Repeat& repeat);
  void arrived(Desktop& desktop, Seen& seen);
  void committed(Desktop& desktop);
  void tell_left_out();

  store::Store& x_store;
  std::shared_ptr<const turn::Practice> x_practice;
  int x_practices_used = 1;
  Threads x_threads;
  DeskLimits x_limits;
  Desktops x_desktops;  // the least lately used first
  std::unordered_map<std::string_view, Desktops::iterator>
      x_places;  // by the desktop's own case id
  std::unique_ptr<Mailbox<Letter>> x_mailbox;
  log::Throttle x_failed_loads, x_failed_commits;
  std::size_t x_under_way = 0;
  std::function<void()> x_quiet;
};

}  // namespace anteroom::bot
