#include "bot/desk.h"

#include <algorithm>

#include "base/hash.h"
#include "bot/turn_record.h"

namespace anteroom::bot {
namespace {

constexpr int kRetakes = 3;
constexpr std::size_t kTakenRemembered = 64;  // ids a case holds itself; older ones are in its log

}  // namespace

Desk::Desk(store::Store& store, std::shared_ptr<const turn::Practice> practice, Post post,
           std::size_t desktops_kept)
    : x_store(store),
      x_practice(std::move(practice)),
      x_post(std::move(post)),
      x_desktops_kept(desktops_kept) {}

Result<std::shared_ptr<const Case>> Desk::read(const std::string& case_id) {
  const auto known = x_desktops.find(case_id);
  if (known != x_desktops.end() && known->second.state) return known->second.state;
  auto loaded = load_case(x_store, case_id);
  if (!loaded) return tl::make_unexpected(loaded.error());
  return std::make_shared<const Case>(std::move(*loaded));
}

void Desk::take(std::string case_id, Inbound inbound, Answer answer,
                std::vector<store::LookUp> look_ups) {
  Desktop& desktop = x_desktops[case_id];
  desktop.used = ++x_uses;
  desktop.waiting.push_back({std::move(inbound), std::move(answer), std::move(look_ups), 0});
  if (!desktop.busy) work(case_id);
}

void Desk::work(const std::string& case_id) {
  Desktop& desktop = x_desktops[case_id];
  if (desktop.waiting.empty()) return;
  desktop.busy = true;
  Job job = std::move(desktop.waiting.front());
  desktop.waiting.pop_front();
  if (!desktop.state) {
    auto state = read(case_id);
    if (!state) {
      Taken failed{Taken::Status::try_again, 0, {}, nullptr, state.error()};
      job.answer(failed);
      return finish(case_id);
    }
    desktop.state = *state;
  }
  take_now(case_id, std::move(job));
}

void Desk::take_now(const std::string& case_id, Job job) {
  const std::shared_ptr<const Case> state = x_desktops[case_id].state;
  if (answer_repeated(*state, job)) return finish(case_id);
  auto turn = std::make_shared<turn::Turn>(turn::take_turn(*x_practice, *state, job.inbound));
  commit(case_id, std::move(job), std::move(turn));
}

// The same id again: the same replies if it says the same, else a refusal. Nothing is done twice.
bool Desk::answer_repeated(const Case& a_case, const Job& job) {
  const auto known =
      std::find_if(a_case.taken.begin(), a_case.taken.end(),
                   [&](const TakenInbound& taken) { return taken.id == job.inbound.id; });
  if (known == a_case.taken.end() && a_case.version < kTakenRemembered) return false;
  const auto row = x_store.turn_of_inbound(a_case.id, job.inbound.id);
  if (!row) {
    job.answer({Taken::Status::try_again, 0, {}, nullptr, row.error()});
    return true;
  }
  if (!*row) return false;
  Taken taken{Taken::Status::id_reused, (*row)->version, {}, nullptr, {}};
  if ((*row)->inbound_hash == content_hash(body_of(job.inbound))) {
    taken.status = Taken::Status::repeated;
    taken.replies = replies_of(**row);
  }
  job.answer(taken);
  return true;
}

void Desk::commit(const std::string& case_id, Job job, std::shared_ptr<const turn::Turn> turn) {
  store::Commit commit = record_turn(*x_desktops[case_id].state, *turn, job.inbound, job.look_ups);
  x_store.commit(std::move(commit), [this, case_id, job = std::move(job),
                                     turn = std::move(turn)](store::CommitResult result) mutable {
    x_post([this, case_id = std::move(case_id), job = std::move(job), turn = std::move(turn),
            result = std::move(result)]() mutable {
      committed(case_id, std::move(job), std::move(turn), result);
    });
  });
}

void Desk::committed(const std::string& case_id, Job job, std::shared_ptr<const turn::Turn> turn,
                     const store::CommitResult& result) {
  Desktop& desktop = x_desktops[case_id];
  if (result.outcome == store::Outcome::committed) {
    desktop.state = std::shared_ptr<const Case>(turn, &turn->after);
    job.answer({Taken::Status::taken, turn->after.version, turn->replies, turn, {}});
    return finish(case_id);
  }
  desktop.state
      .reset();  // somebody else was faster, or the store is in trouble: what we hold may be old
  if (result.outcome == store::Outcome::conflict && ++job.tries <= kRetakes) {
    desktop.waiting.push_front(std::move(job));
    return work(case_id);
  }
  job.answer({Taken::Status::try_again, 0, {}, nullptr, result.error});
  finish(case_id);
}

void Desk::finish(const std::string& case_id) {
  Desktop& desktop = x_desktops[case_id];
  desktop.busy = false;
  if (!desktop.waiting.empty()) {
    x_post([this, case_id] {
      if (!x_desktops[case_id].busy) work(case_id);
    });
  } else if (x_desktops.size() > x_desktops_kept) {
    tidy();
  }
}

// Cases that nobody has used lately are cleared away; the store has them.
void Desk::tidy() {
  const std::uint64_t old = x_uses - std::min<std::uint64_t>(x_uses, x_desktops_kept / 2);
  std::erase_if(x_desktops, [&](const auto& entry) {
    const Desktop& desktop = entry.second;
    return !desktop.busy && desktop.waiting.empty() && desktop.used < old;
  });
}

}  // namespace anteroom::bot
