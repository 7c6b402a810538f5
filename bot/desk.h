// The desk: takes inbounds one at a time per case - loads the case, takes the turn, commits, and
// only then answers. Optimistic: on a lost race it loads again and retakes the turn, which is pure.
// Lives on one thread (the caller's); the store calls back on its own thread and `post` brings the
// answer home.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "bot/turn/take_turn.h"
#include "store/store.h"

namespace anteroom::bot {

// What became of an inbound.
struct Taken {
  enum class Status : unsigned char {
    taken,      // committed; `turn` holds what it did
    repeated,   // the same id and body as before: the same replies again, nothing done
    id_reused,  // the same id with another body: nothing done
    try_again,  // could not be committed now; nothing is kept
  };
  Status status = Status::taken;
  std::uint64_t version = 0;  // of the case after the turn that took the inbound
  std::vector<Reply> replies;
  std::shared_ptr<const turn::Turn> turn;  // only if taken
  Error error;                             // only if try_again
};

// The seq of a turn's entries in the transcript: 0 is the visitor's own, 1 and up the replies.
inline constexpr std::uint64_t kEntriesPerTurn = 64;
constexpr std::uint64_t seq_of(std::uint64_t version, std::size_t entry) {
  return version * kEntriesPerTurn + entry;
}

class Desk {
 public:
  using Answer = std::function<void(const Taken&)>;
  using Post =
      std::function<void(std::function<void()>)>;  // runs a function later, on the desk's thread

  // Of more cases than `desktops_kept`, those that lie idle are cleared away; the store has them.
  Desk(store::Store& store, std::shared_ptr<const turn::Practice> practice, Post post,
       std::size_t desktops_kept = 20'000);

  // Hands an inbound to a case; a case that the store does not have is opened by it. `look_ups` are
  // stored with the turn.
  void take(std::string case_id, Inbound inbound, Answer answer,
            std::vector<store::LookUp> look_ups = {});

  // The case as last committed.
  Result<std::shared_ptr<const Case>> read(const std::string& case_id);

  const turn::Practice& practice() const { return *x_practice; }

 private:
  struct Job {
    Inbound inbound;
    Answer answer;
    std::vector<store::LookUp> look_ups;
    int tries = 0;
  };
  struct Desktop {  // what lies on the desk of one case
    std::shared_ptr<const Case> state;
    std::deque<Job> waiting;
    bool busy = false;
    std::uint64_t used = 0;
  };

  void work(const std::string& case_id);
  void take_now(const std::string& case_id, Job job);
  bool answer_repeated(const Case& a_case, const Job& job);
  void commit(const std::string& case_id, Job job, std::shared_ptr<const turn::Turn> turn);
  void committed(const std::string& case_id, Job job, std::shared_ptr<const turn::Turn> turn,
                 const store::CommitResult& result);
  void finish(const std::string& case_id);
  void tidy();

  store::Store& x_store;
  std::shared_ptr<const turn::Practice> x_practice;
  Post x_post;
  std::size_t x_desktops_kept;
  std::unordered_map<std::string, Desktop> x_desktops;
  std::uint64_t x_uses = 0;
};

}  // namespace anteroom::bot
