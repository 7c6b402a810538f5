// A disk that keeps a diary, so that the power can be cut afterwards, at any instant: what was
// synced by then is there, and of what was only written any part is, in any order. After a sync
// that failed nobody knows what is there, even if a later one succeeds. It may be faulty, too.
#pragma once

#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "tests/store/faulty_vfs.h"

namespace anteroom::store {

class DiaryVfs : public FaultyVfs {
 public:
  using FaultyVfs::FaultyVfs;

  Answer before(const Call& call) override;
  void after(const Call& call) override;

  std::size_t instants() const;  // entries so far
  // Into `folder`: the files as a power cut after so many entries would have left them.
  void cut(std::size_t instant, std::mt19937& chance, const std::string& folder) const;

 private:
  struct Entry {
    Operation operation;
    bool succeeded;
    std::string path;
    std::size_t offset;
    std::string bytes;
  };

  void note(const Call& call, bool succeeded);

  mutable std::mutex x_mutex;
  std::vector<Entry> x_entries;
};

}  // namespace anteroom::store
