#include "bot/labelling.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "base/text.h"
#include "bot/turn_record.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

constexpr std::size_t kPage = 200;

Result<FellBack> message_in(const store::TurnRow& row) {
  FellBack message;
  message.id = row.case_id + "/" + std::to_string(row.version);
  message.at = row.at;
  const auto inbound = inbound_of(row);
  if (!inbound) return tl::make_unexpected(inbound.error());
  const auto* text = std::get_if<Text>(&inbound->body);
  if (!text) return failure(message.id, "is no text that somebody wrote");
  message.text = text->text;
  const json record = parse_json(row.transcript);
  if (!record.is_object() || !record.contains("reading"))
    return failure(message.id, "has no reading");
  auto reading = reading_from_json(record["reading"]);
  if (!reading) return tl::make_unexpected(reading.error());
  message.reading = std::move(*reading);
  message.language = message.reading.language;
  return message;
}

bool fell_back(const Reading& reading) {
  const bool unsure = reading.band == TopicBand::fall_back || reading.band == TopicBand::ask;
  return unsure && reading.slots.empty() && reading.control == Control::none && !reading.yes_no &&
         !reading.opt_out && !reading.red_flag;
}

std::set<std::string> labelled(const turn::Practice& practice) {
  std::set<std::string> texts;
  for (const LabelledExample& example : practice.understanding.examples)
    texts.insert(folded(example.text));
  return texts;
}

// False: enough was seen.
Result<bool> see_case(store::Store& store, const std::string& id, std::set<std::string>& known,
                      const std::function<bool(const FellBack&)>& see) {
  for (std::uint64_t after = 0;;) {
    const auto rows = store.turns(id, after, kPage);
    if (!rows) return tl::make_unexpected(rows.error());
    for (const store::TurnRow& row : *rows) {
      after = row.version;
      const auto message = message_in(row);
      if (!message || !fell_back(message->reading)) continue;
      if (known.insert(folded(message->text)).second && !see(*message)) return false;
    }
    if (rows->size() < kPage) return true;
  }
}

}  // namespace

Result<void> each_fell_back(store::Store& store, const turn::Practice& practice,
                            const std::function<bool(const FellBack&)>& see) {
  std::set<std::string> known = labelled(practice);
  for (std::string after;;) {
    const auto page = store.cases(after, kPage);
    if (!page) return tl::make_unexpected(page.error());
    for (const std::string& id : *page) {
      const auto more = see_case(store, id, known, see);
      if (!more) return tl::make_unexpected(more.error());
      if (!*more) return {};
    }
    if (page->size() < kPage) return {};
    after = page->back();
  }
}

Result<FellBack> message_of(store::Store& store, const std::string& id) {
  const std::size_t slash = id.rfind('/');
  std::uint64_t version = 0;
  const char* end = id.data() + id.size();
  const bool shaped = slash != std::string::npos &&
                      std::from_chars(id.data() + slash + 1, end, version).ptr == end &&
                      version > 0;
  if (!shaped) return failure(id, "is no message's id; they are listed by `examples review`");
  const auto rows = store.turns(id.substr(0, slash), version - 1, 1);
  if (!rows) return tl::make_unexpected(rows.error());
  if (rows->empty() || rows->front().version != version) return failure(id, "is not in this store");
  return message_in(rows->front());
}

std::string example_line(const FellBack& message, const std::string& topic) {
  nlohmann::ordered_json row{{"text", message.text}, {"label", topic}};
  if (!message.language.empty()) row["language"] = message.language;
  return row.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace anteroom::bot
