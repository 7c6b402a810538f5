#include "bot/log.h"

#include <spdlog/async.h>
#include <spdlog/sinks/base_sink.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "base/json_text.h"

namespace anteroom::bot::log {
namespace {

constexpr std::size_t kLinesWaiting = 4096;
constexpr std::size_t kLongestId = 64;
constexpr std::chrono::seconds kPatience{2};

constexpr const char* kTextPattern = "%Y-%m-%dT%H:%M:%S.%eZ %l %v";
constexpr const char* kJsonPattern = R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

// Past stdio: its lock, held by a thread that waits for a reader of the pipe, would keep the
// process from ending.
void write_to_standard_error(std::string_view line) {
  while (!line.empty()) {
    const ssize_t size = ::write(STDERR_FILENO, line.data(), line.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;  // it is closed, or its disk is full: there is nobody else to tell
    line.remove_prefix(static_cast<std::size_t>(size));
  }
}

// Standard error, with a count of the lines that reached it.
class CountedSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  // The thread that writes gives up its share inside spdlog, unseen by ThreadSanitizer; it has left
  // when its lock can be had.
  ~CountedSink() override { const std::lock_guard lock(mutex_); }

  bool wait_for(std::uint64_t lines) {
    std::unique_lock lock(x_counting);
    if (x_vain == x_written) return x_written >= lines;  // nobody has read since
    const bool is_there = x_more.wait_for(lock, kPatience, [&] { return x_written >= lines; });
    if (!is_there) x_vain = x_written;
    return is_there;
  }

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    write_to_standard_error({line.data(), line.size()});
    const std::lock_guard lock(x_counting);
    ++x_written;
    x_more.notify_all();
  }
  void flush_() override {}

  std::mutex x_counting;
  std::condition_variable x_more;
  std::uint64_t x_written = 0;
  std::optional<std::uint64_t> x_vain;  // so many were written when we last waited in vain
};

struct Writer {
  Form form;
  std::shared_ptr<spdlog::details::thread_pool> pool;
  std::shared_ptr<CountedSink> sink;
  std::shared_ptr<spdlog::logger> logger;
  std::atomic<std::uint64_t> lines = 0;  // handed in
};

constexpr int kNone = SPDLOG_LEVEL_OFF;
std::atomic<int> the_least = kNone;  // the least level that is written
std::mutex the_mutex;
std::shared_ptr<Writer> the_writer;

std::shared_ptr<Writer> writer() {
  const std::lock_guard lock(the_mutex);
  return the_writer;
}

spdlog::level::level_enum level_of(Level level) {
  return static_cast<spdlog::level::level_enum>(level);
}
static_assert(static_cast<int>(Level::trace) == SPDLOG_LEVEL_TRACE);
static_assert(static_cast<int>(Level::error) == SPDLOG_LEVEL_ERROR);

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

std::string_view checked(std::string_view name) {
  const bool fine =
      !name.empty() && name.size() <= kLongestId && std::all_of(name.begin(), name.end(), is_plain);
  return fine ? name : "?";
}

std::string quoted(const std::string& text) { return dump_json(text); }

struct AsText {
  bool needs_quotes;
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return nlohmann::json(number).dump(); }
  std::string operator()(Word word) const { return plain(word.text()); }
  std::string operator()(Id id) const { return plain(id.text()); }
  std::string operator()(TurnId turn) const {
    return plain(std::string(turn.case_id.text()) + '/' + std::to_string(turn.version));
  }
  std::string operator()(Moment moment) const { return plain(to_text(moment)); }
  std::string operator()(const Error* error) const { return quoted(to_text(*error)); }
  std::string operator()(const Diagnostic* mistake) const { return quoted(to_text(*mistake)); }

 private:
  std::string plain(std::string_view text) const {
    return needs_quotes ? '"' + std::string(text) + '"' : std::string(text);
  }
};

}  // namespace

Word Word::named(std::string_view name) { return {Checked{}, checked(name)}; }

Id::Id(std::string_view id) : x_text(checked(id)) {}

void Value::append_to(std::string& line, Form form) const {
  line += std::visit(AsText{form == Form::json}, x_value);
}

std::string line_of(Form form, Word event, std::span<const Field> fields) {
  const bool json = form == Form::json;
  std::string line = json ? R"("event":")" : "";
  line += event.text();
  if (json) line += '"';
  for (const Field& field : fields) {
    line += json ? ",\"" : " ";
    line += field.name.text();
    line += json ? "\":" : "=";
    field.value.append_to(line, form);
  }
  return line;
}

void start(Form form, Level level) {
  auto pool = std::make_shared<spdlog::details::thread_pool>(kLinesWaiting, 1);
  auto sink = std::make_shared<CountedSink>();
  auto logger = std::make_shared<spdlog::async_logger>(
      "anteroom", sink, pool, spdlog::async_overflow_policy::overrun_oldest);
  logger->set_pattern(form == Form::json ? kJsonPattern : kTextPattern,
                      spdlog::pattern_time_type::utc);
  logger->set_level(level_of(level));
  const std::lock_guard lock(the_mutex);
  the_writer = std::make_shared<Writer>(form, std::move(pool), std::move(sink), std::move(logger));
  the_least = static_cast<int>(level);
}

bool writes(Level level) { return static_cast<int>(level) >= the_least; }

void write(Level level, Word event, std::span<const Field> fields) {
  if (!writes(level)) return;
  const auto current = writer();
  if (!current) return;
  const std::string line = line_of(current->form, event, fields);
  ++current->lines;
  current->logger->log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
}

void write(Level level, Word event, std::initializer_list<Field> fields) {
  write(level, event, std::span(fields.begin(), fields.size()));
}

// A line that was lost on the way is never written: then this says no, after a while.
bool all_written() {
  const auto current = writer();
  if (!current) return false;
  const std::size_t lost = current->pool->overrun_counter();
  return current->sink->wait_for(current->lines - lost) && current->pool->overrun_counter() == lost;
}

std::size_t lines_lost() {
  const auto current = writer();
  return current ? current->pool->overrun_counter() : 0;
}

// Where standard error is a pipe that nobody reads, the writing thread never ends; it is left
// behind.
void finish() {
  the_least = kNone;
  std::shared_ptr<Writer> last;
  {
    const std::lock_guard lock(the_mutex);
    last = std::move(the_writer);
  }
  if (!last) return;
  std::promise<void> written;
  const auto done = written.get_future();
  std::thread([last = std::move(last), written = std::move(written)]() mutable {
    last.reset();
    written.set_value();
  }).detach();
  done.wait_for(kPatience);
}

}  // namespace anteroom::bot::log
