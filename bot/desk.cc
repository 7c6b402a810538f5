#include "bot/desk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bot/clock.h"
#include "bot/cold_case.h"
#include "bot/log.h"
#include "bot/turn_record.h"

namespace anteroom::bot {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr int kRetakes = 3;

std::int64_t microseconds_since(SteadyTime begin) {
  return std::chrono::duration_cast<std::chrono::microseconds>(steady_now() - begin).count();
}

log::Word kind_of(const Inbound& inbound) {
  static constexpr log::Word kKinds[] = {"opened", "text", "choice", "event", "tick"};
  return kKinds[inbound.body.index()];
}

}  // namespace

// An inbound, and what its turn leaves: kept while it is committed.
struct Desk::Take {
  Inbound inbound;
  Answer answer;
  std::vector<store::LookUp> look_ups;
  int tries = 0;

  std::shared_ptr<Case> after = {};
  std::vector<Reply> replies = {};
  std::vector<Effect> effects = {};
  std::size_t bytes = 0;
  std::int64_t turn_took = 0;  // microseconds
  SteadyTime handed_in{};
};

struct Desk::Visit {
  See look;
  See seen;
};

struct Desk::Desktop {  // what lies on the desk of one case
  explicit Desktop(std::string id) : case_id(std::move(id)) {}

  std::string case_id;
  std::shared_ptr<const Case> state;  // null: cold
  TakenIds taken;
  std::unique_ptr<Job> in_hand;  // null: idle
  std::vector<Job> waiting;
  SteadyTime used{};
};

struct Desk::Cold {
  Result<ColdCase> read;
};
struct Desk::Repeat {
  Result<std::optional<EarlierTurn>> earlier;
};
struct Desk::Seen {
  State state;
};
struct Desk::Letter {
  Desktop* desktop;
  std::variant<store::CommitResult, Cold, Repeat, Seen> news;
};

Desk::Desk(store::Store& store, std::shared_ptr<const turn::Practice> practice, Threads threads,
           DeskLimits limits)
    : x_store(store),
      x_practice(std::move(practice)),
      x_threads(std::move(threads)),
      x_limits(limits),
      x_mailbox(std::make_unique<Mailbox<Letter>>()) {}

Desk::~Desk() = default;

void Desk::take(const std::string& case_id, Inbound inbound, Answer answer,
                std::vector<store::LookUp> look_ups) {
  add(case_id, false, Take{std::move(inbound), std::move(answer), std::move(look_ups)});
}

void Desk::open(const std::string& case_id, Inbound inbound, Answer answer,
                std::vector<store::LookUp> look_ups) {
  add(case_id, true, Take{std::move(inbound), std::move(answer), std::move(look_ups)});
}

void Desk::visit(const std::string& case_id, See look, See seen) {
  add(case_id, false, Visit{std::move(look), std::move(seen)});
}

void Desk::use(std::shared_ptr<const turn::Practice> practice) {
  x_practice = std::move(practice);
  ++x_practices_used;
}

void Desk::when_quiet(std::function<void()> quiet) {
  if (x_under_way == 0) return quiet();
  x_quiet = std::move(quiet);
}

void Desk::add(const std::string& case_id, bool fresh, Job job) {
  const Error full{"desk", "too much is under way"};
  if (is_full()) return refuse(job, full);
  Desktop& desktop = desktop_of(case_id);
  if (desktop.waiting.size() >= x_limits.waiting_per_case) return refuse(job, full);
  ++x_under_way;
  if (desktop.in_hand) return desktop.waiting.push_back(std::move(job));
  if (fresh && !desktop.state) {
    Case empty;
    empty.id = case_id;
    desktop.state = std::make_shared<const Case>(std::move(empty));
  }
  desktop.in_hand = std::make_unique<Job>(std::move(job));
  next(desktop);
}

Desk::Desktop& Desk::desktop_of(const std::string& case_id) {
  auto place = x_places.find(case_id);
  if (place == x_places.end()) {
    const auto made = x_desktops.emplace(x_desktops.end(), case_id);
    place = x_places.emplace(made->case_id, made).first;
  } else {
    x_desktops.splice(x_desktops.end(), x_desktops, place->second);
  }
  place->second->used = steady_now();
  return *place->second;
}

void Desk::refuse(Job& job, const Error& error) {
  if (auto* visit = std::get_if<Visit>(&job)) return visit->seen(tl::make_unexpected(error));
  Taken refused;
  refused.status = Taken::Status::try_again;
  refused.error = error;
  std::get<Take>(job).answer(refused);
}

// Goes on with the job in hand.
void Desk::next(Desktop& desktop) {
  if (!desktop.state) return load(desktop);
  if (std::holds_alternative<Visit>(*desktop.in_hand)) return look(desktop);
  if (desktop.taken.may_hold(std::get<Take>(*desktop.in_hand).inbound.id))
    return ask_whether_repeated(desktop);
  take_now(desktop);
}

// A clock that was set back, or that of another node, takes no case back in time.
void Desk::take_now(Desktop& desktop) {
  auto& take = std::get<Take>(*desktop.in_hand);
  const Case& before = *desktop.state;
  take.inbound.at = std::max({take.inbound.at, before.last_inbound, before.episode.opened});
  const SteadyTime begin = steady_now();
  turn::Turn turn = turn::take_turn(*x_practice, before, take.inbound);
  take.turn_took = microseconds_since(begin);
  store::Commit commit = record_turn(before, turn, take.inbound, take.look_ups);
  take.bytes =
      commit.turn.transcript.size() + commit.turn.difference.size() + commit.turn.snapshot.size();
  take.after = std::make_shared<Case>(std::move(turn.after));
  take.replies = std::move(turn.replies);
  take.effects = std::move(turn.effects);
  take.handed_in = steady_now();
  x_store.commit(std::move(commit), [this, at = &desktop](store::CommitResult result) {
    bring_home({at, std::move(result)});
  });
}

void Desk::load(Desktop& desktop) {
  x_threads.away([this, at = &desktop] {
    bring_home({at, Cold{read_cold_case(x_store, at->case_id)}});
  });
}

// The same id again: the same replies if it says the same, else a refusal. Nothing is done twice.
void Desk::ask_whether_repeated(Desktop& desktop) {
  x_threads.away([this, at = &desktop] {
    const Inbound& inbound = std::get<Take>(*at->in_hand).inbound;
    bring_home({at, Repeat{find_earlier_turn(x_store, at->case_id, inbound)}});
  });
}

// Another server may have gone on with the case: then it is read anew, and looked at after that.
void Desk::look(Desktop& desktop) {
  x_threads.away([this, at = &desktop] {
    const auto newest = x_store.load(at->case_id);
    if (!newest) return bring_home({at, Cold{tl::make_unexpected(newest.error())}});
    if (*newest && (*newest)->version != at->state->version)
      return bring_home({at, Cold{read_cold_case(x_store, at->case_id)}});
    std::get<Visit>(*at->in_hand).look(at->state);
    bring_home({at, Seen{at->state}});
  });
}

void Desk::bring_home(Letter letter) {
  if (x_mailbox->put(std::move(letter))) x_threads.home([this] { open_letters(); });
}

void Desk::open_letters() {
  for (Letter& letter : x_mailbox->take_all()) {
    std::visit([&](auto& news) { arrived(*letter.desktop, news); }, letter.news);
  }
}

void Desk::arrived(Desktop& desktop, Cold& cold) {
  if (!cold.read) {
    if (const auto others = x_failed_loads.line(steady_now()))
      log::write(
          log::Level::warning, "load_failed",
          {{"case", log::Id(desktop.case_id)}, {"error", cold.read.error()}, {"others", *others}});
    refuse(*desktop.in_hand, cold.read.error());
    return finish(desktop);
  }
  desktop.state = std::move(cold.read->state);
  desktop.taken = std::move(cold.read->taken);
  next(desktop);
}

void Desk::arrived(Desktop& desktop, Repeat& repeat) {
  if (!repeat.earlier) {
    refuse(*desktop.in_hand, repeat.earlier.error());
    return finish(desktop);
  }
  if (!*repeat.earlier) return take_now(desktop);
  EarlierTurn& earlier = **repeat.earlier;
  Taken taken;
  taken.status = earlier.same_body ? Taken::Status::repeated : Taken::Status::id_reused;
  taken.version = earlier.version;
  taken.at = earlier.at;
  taken.replies = std::move(earlier.replies);
  std::get<Take>(*desktop.in_hand).answer(taken);
  finish(desktop);
}

void Desk::arrived(Desktop& desktop, Seen& seen) {
  std::get<Visit>(*desktop.in_hand).seen(seen.state);
  finish(desktop);
}

void Desk::arrived(Desktop& desktop, store::CommitResult& result) {
  if (result.outcome == store::Outcome::committed) return committed(desktop);
  auto& take = std::get<Take>(*desktop.in_hand);
  // Somebody else was faster, or the store is in trouble: what we hold may be old.
  desktop.state.reset();
  if (result.outcome == store::Outcome::conflict) {
    log::write(log::Level::warning, "conflict",
               {{"turn", log::TurnId{log::Id(desktop.case_id), take.after->version}},
                {"retakes", take.tries}});
    if (++take.tries <= kRetakes) return next(desktop);
    result.error = {"store", "others were faster every time"};
  } else if (const auto others = x_failed_commits.line(steady_now())) {
    log::write(log::Level::warning, "commit_failed",
               {{"turn", log::TurnId{log::Id(desktop.case_id), take.after->version}},
                {"error", result.error},
                {"others", *others}});
  }
  refuse(*desktop.in_hand, result.error);
  finish(desktop);
}

void Desk::committed(Desktop& desktop) {
  auto& take = std::get<Take>(*desktop.in_hand);
  desktop.state = std::move(take.after);
  desktop.taken.add(take.inbound.id);
  Taken taken;
  taken.version = desktop.state->version;
  taken.at = take.inbound.at;
  taken.after = desktop.state;
  taken.replies = std::move(take.replies);
  taken.effects = std::move(take.effects);
  if (log::writes(log::Level::debug)) {
    log::write(log::Level::debug, "turn",
               {{"turn", log::TurnId{log::Id(desktop.case_id), taken.version}},
                {"kind", kind_of(take.inbound)},
                {"us", take.turn_took},
                {"commit_us", microseconds_since(take.handed_in)},
                {"bytes", take.bytes},
                {"replies", taken.replies.size()},
                {"effects", taken.effects.size()}});
  }
  take.answer(taken);
  finish(desktop);
}

void Desk::finish(Desktop& desktop) {
  --x_under_way;
  if (desktop.waiting.empty()) {
    desktop.in_hand.reset();
    desktop.waiting.shrink_to_fit();
    if (x_desktops.size() > x_limits.desktops_kept) tidy();
  } else {
    *desktop.in_hand = std::move(desktop.waiting.front());
    desktop.waiting.erase(desktop.waiting.begin());
    next(desktop);
  }
  if (x_under_way == 0 && x_quiet) std::exchange(x_quiet, nullptr)();
}

void Desk::tell_left_out() {
  if (const auto others = x_failed_loads.rest(steady_now()))
    log::write(log::Level::warning, "load_failed", {{"others", *others}});
  if (const auto others = x_failed_commits.rest(steady_now()))
    log::write(log::Level::warning, "commit_failed", {{"others", *others}});
}

// Cases that nobody has used lately are cleared away; the store has them.
void Desk::tidy() {
  tell_left_out();
  const SteadyTime long_ago = steady_now() - x_limits.idle;
  for (std::size_t left = x_desktops.size(); left > 0; --left) {
    const auto oldest = x_desktops.begin();
    if (x_desktops.size() <= x_limits.desktops_kept && oldest->used >= long_ago) return;
    if (oldest->in_hand) {
      x_desktops.splice(x_desktops.end(), x_desktops, oldest);
      continue;
    }
    x_places.erase(oldest->case_id);
    x_desktops.erase(oldest);
  }
}

}  // namespace anteroom::bot
