// One thread of its own for what may block: reading the store, loading a practice. The desk's
// thread hands work over and goes on; what comes of it is posted back by the work itself.
// Work is done in the order given. What still waits when the room closes is not done.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace anteroom::bot {

class BackRoom {
 public:
  BackRoom();
  ~BackRoom() { close(); }
  BackRoom(const BackRoom&) = delete;
  BackRoom& operator=(const BackRoom&) = delete;

  void add(std::function<void()> work);  // from any thread
  void close();                          // waits for the work that is being done

 private:
  void run();

  std::mutex x_mutex;
  std::condition_variable x_wake;
  std::deque<std::function<void()>> x_waiting;
  bool x_closed = false;
  std::thread x_thread;
};

}  // namespace anteroom::bot
