#include "tests/store/faulty_vfs.h"

namespace anteroom::store {
namespace {

// SQLite's lock for one writer and the one for moving the log: what another process may hold for
// long. The readers' locks are free where nobody waits for ten seconds.
bool is_writers_lock(const Call& call) {
  return call.operation == Operation::lock || call.offset <= 1;
}

}  // namespace

const std::vector<Fault>& faults() {
  using O = Operation;
  static const std::vector<Fault> all = {
      {"disk full", {{O::write, SQLITE_FULL}, {O::truncate, SQLITE_FULL}}},
      {"disk full in the middle of a write", {{O::write, SQLITE_FULL}}, true},
      {"write error", {{O::write, SQLITE_IOERR_WRITE}, {O::truncate, SQLITE_IOERR_TRUNCATE}}},
      {"error in the middle of a write", {{O::write, SQLITE_IOERR_WRITE}}, true},
      {"read error", {{O::read, SQLITE_IOERR_READ}, {O::size, SQLITE_IOERR_FSTAT}}},
      {"error in the middle of a read", {{O::read, SQLITE_IOERR_READ}}, true},
      {"sync error", {{O::sync, SQLITE_IOERR_FSYNC}}},
      {"locked", {{O::lock, SQLITE_BUSY}, {O::shm_lock, SQLITE_BUSY}}, false, is_writers_lock},
      {"lock error", {{O::lock, SQLITE_IOERR_LOCK}, {O::shm_lock, SQLITE_IOERR_SHMLOCK}}},
      {"read-only", {{O::write, SQLITE_READONLY}, {O::truncate, SQLITE_READONLY}}},
      {"cannot open",
       {{O::open, SQLITE_CANTOPEN},
        {O::remove, SQLITE_IOERR_DELETE},
        {O::access, SQLITE_IOERR_ACCESS}}},
      {"shared memory error", {{O::shm_map, SQLITE_IOERR_SHMMAP}}},
      {"no memory",
       {{O::open, SQLITE_NOMEM}, {O::read, SQLITE_IOERR_NOMEM}, {O::shm_map, SQLITE_NOMEM}}},
  };
  return all;
}

void FaultyVfs::fail(const Fault& fault, int first, int times) {
  const std::lock_guard lock(x_mutex);
  x_fault = &fault;
  x_first = first;
  x_times = times;
  x_operations = 0;
  x_met = false;
}

void FaultyVfs::heal() {
  const std::lock_guard lock(x_mutex);
  x_fault = nullptr;
}

bool FaultyVfs::met() const {
  const std::lock_guard lock(x_mutex);
  return x_met;
}

VfsShim::Answer FaultyVfs::before(const Call& call) {
  const std::lock_guard lock(x_mutex);
  if (!x_fault) return {};
  const auto code = x_fault->codes.find(call.operation);
  if (code == x_fault->codes.end() || !x_fault->concerns(call)) return {};
  const int number = x_operations++;
  if (number < x_first || number - x_first >= x_times) return {};
  x_met = true;
  return {code->second, x_fault->half};
}

}  // namespace anteroom::store
