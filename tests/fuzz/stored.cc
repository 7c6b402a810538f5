// One input is the bytes of a stored record, as a damaged file or another version might have them:
// a whole case, a difference, an inbound, a reading, a reply, a consent.
#include <nlohmann/json.hpp>

#include "base/case_json.h"
#include "base/inbound.h"
#include "base/json_text.h"
#include "base/reading.h"
#include "base/reply.h"
#include "tests/fuzz/fuzz.h"

namespace anteroom::fuzz {
namespace {

using Json = nlohmann::json;

// A case with something in every list, so that differences find what they change.
const Case& full_case() {
  static const Case full = case_from_stored_json(Json::parse(R"({
    "id": "c1", "version": 3, "language": "es", "introduced": ["web"],
    "facts": [{"field": "zip", "value": "94606"}, {"field": "age", "value": {"years": 34}}],
    "events": [{"id": "e1", "name": "page_view", "topic": "imaging"}],
    "taken": [{"id": "i1", "body_hash": "x", "version": 1}],
    "pending": {"item": "ask:phone", "field": "phone", "choices": [{"id": "yes", "label": "Yes"}]},
    "episode": {"number": 2, "said": ["welcome"], "asked": {"zip": 1}, "undo": [{"inbound": "i1"}]}
  })"))
                               .value();
  return full;
}

void check_case(const Json& json) {
  const auto read = case_from_stored_json(json);
  if (!read) {
    expect(read.error().where.starts_with("case"), "an error leads to the member");
    return;
  }
  const auto again = case_from_stored_json(Json::parse(to_stored_json(*read).dump()));
  expect(again && *again == *read, "a case that was read is the same when stored and read");
  const auto change = difference(full_case(), *read);
  const auto applied = anteroom::apply(full_case(), change);
  expect(applied && *applied == *read, "the difference of any two cases leads to the second");
}

void check_difference(const Json& json) {
  const auto applied = anteroom::apply(full_case(), json);
  if (!applied) return;
  const auto change = difference(full_case(), *applied);
  const auto again = anteroom::apply(full_case(), change);
  expect(again && *again == *applied, "a difference that fits can be told again");
}

void check_inbound(const Json& json) {
  const auto read = inbound_from_json(json);
  if (!read) return;
  const auto again = inbound_from_json(Json::parse(to_json(*read).dump()));
  expect(again && *again == *read, "an inbound is the same when stored and read");
  expect(body_of(*read) == body_of(*again), "an inbound's body is the same when stored and read");
}

void check_reply(const Json& json) {
  const auto read = reply_from_json(json);
  if (!read) return;
  const auto again = reply_from_json(Json::parse(to_json(*read).dump()));
  expect(again && *again == *read, "a reply is the same when stored and read");
}

void check_consent(const Json& json) {
  const auto read = consent_from_json(json);
  if (!read) return;
  const auto again = consent_from_json(Json::parse(to_json(*read).dump()));
  expect(again && *again == *read, "a consent is the same when stored and read");
}

void check_reading(const Json& json) {
  const auto read = reading_from_json(json);
  if (!read) return;
  const std::string text(4096, 'x');
  const auto again = reading_from_json(Json::parse(to_json(*read, text).dump()));
  expect(again.has_value(), "a reading can be stored and read");
}

void read(std::string_view bytes) {
  const Json json = parse_json(bytes);
  if (json.is_discarded()) return;
  check_case(json);
  check_difference(json);
  check_inbound(json);
  check_reply(json);
  check_consent(json);
  check_reading(json);
}

}  // namespace
}  // namespace anteroom::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::read(anteroom::fuzz::as_text(data, size));
  return 0;
}
