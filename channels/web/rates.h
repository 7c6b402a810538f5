// How fast somebody may go on: token buckets, and the table that keeps them for each address and
// each conversation, so that a client which reconnects finds its bucket as empty as it left it.
// Pure: time is an argument, or the clock given to the table.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <unordered_map>
#include <utility>

#include "channels/web/settings.h"

namespace anteroom::web {

// Full at first. The rate is the caller's, so that ten thousand buckets are small.
class TokenBucket {
 public:
  bool take(const Rate& rate, SteadyTime now);
  // Seconds until a token will be there: what Retry-After says.
  int retry_after(const Rate& rate) const;

 private:
  double x_used = 0;  // tokens that have not come back yet
  SteadyTime x_last{};
};

// A bucket wherever it lives, with its rate.
struct Meter {
  const Rate* rate;
  TokenBucket* bucket;
  bool take(SteadyTime now) const { return bucket->take(*rate, now); }
};

struct AddressUse {
  TokenBucket connects;
  TokenBucket requests;
  TokenBucket conversations;
  TokenBucket frames;
};

// Values by key, each kept while somebody holds a lease on it, and a while longer. Those that
// nobody holds are forgotten in the order in which they were left, when their time is over or too
// many of them wait: a step or two with each lease, never a search.
template <class Key, class Value, class Hash = std::hash<Key>>
class LeaseTable {
  struct Entry {
    Value value;
    std::size_t leases = 0;
    SteadyTime left{};                       // when the last lease ended
    typename std::list<Key>::iterator idle;  // its place among those that nobody holds
  };
  using Entries = std::unordered_map<Key, Entry, Hash>;

 public:
  LeaseTable(std::function<SteadyTime()> now, SteadyTime::duration keep, std::size_t most_idle)
      : x_now(std::move(now)), x_keep(keep), x_most_idle(most_idle) {}

  class Lease {
   public:
    Lease() = default;
    Lease(Lease&& other) noexcept
        : x_table(std::exchange(other.x_table, nullptr)), x_at(other.x_at) {}
    Lease& operator=(Lease&& other) noexcept {
      std::swap(x_table, other.x_table);
      std::swap(x_at, other.x_at);
      return *this;
    }
    ~Lease() {
      if (x_table) x_table->give_back(*x_at);
    }
    explicit operator bool() const { return x_table != nullptr; }
    Value& operator*() const { return x_at->second.value; }
    Value* operator->() const { return &x_at->second.value; }
    const Key& key() const { return x_at->first; }
    std::size_t holders() const { return x_at->second.leases; }  // of this key, itself among them

   private:
    friend class LeaseTable;
    Lease(LeaseTable* table, typename Entries::value_type* at) : x_table(table), x_at(at) {}
    LeaseTable* x_table = nullptr;
    typename Entries::value_type* x_at = nullptr;
  };

  // The table must outlive its leases.
  Lease lease(const Key& key) {
    forget_old();
    const auto [at, is_new] = x_entries.try_emplace(key);
    Entry& entry = at->second;
    if (!is_new && entry.leases == 0) x_idle.erase(entry.idle);
    ++entry.leases;
    return Lease(this, &*at);
  }

  std::size_t size() const { return x_entries.size(); }

 private:
  void give_back(typename Entries::value_type& at) {
    Entry& entry = at.second;
    if (--entry.leases != 0) return;
    entry.left = x_now();
    entry.idle = x_idle.insert(x_idle.end(), at.first);
    if (x_idle.size() > x_most_idle) forget_oldest();
  }

  void forget_old() {
    const SteadyTime now = x_now();
    for (int step = 0; step < 2 && !x_idle.empty(); ++step)
      if (now - x_entries.at(x_idle.front()).left >= x_keep) forget_oldest();
  }

  void forget_oldest() {
    x_entries.erase(x_idle.front());
    x_idle.pop_front();
  }

  std::function<SteadyTime()> x_now;
  SteadyTime::duration x_keep;
  std::size_t x_most_idle;
  Entries x_entries;
  std::list<Key> x_idle;  // oldest first
};

}  // namespace anteroom::web
