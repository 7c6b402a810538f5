// A disk that goes wrong: from its operation N on, for as many operations as is said, it fails in
// one way. Only operations that can fail in that way are counted.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "tests/store/vfs_shim.h"

namespace anteroom::store {

struct Fault {
  const char* name;
  std::map<Operation, int> codes;  // what SQLite is told
  bool half = false;               // half of a read or write is done first
  bool (*concerns)(const Call&) = [](const Call&) { return true; };
};
const std::vector<Fault>& faults();

class FaultyVfs : public VfsShim {
 public:
  using VfsShim::VfsShim;

  static constexpr int kForEver = 1 << 30;
  void fail(const Fault& fault, int first, int times);  // counted from now
  void heal();
  bool met() const;  // since fail()

  Answer before(const Call& call) override;

 private:
  mutable std::mutex x_mutex;
  const Fault* x_fault = nullptr;
  int x_first = 0, x_times = 0, x_operations = 0;
  bool x_met = false;
};

}  // namespace anteroom::store
