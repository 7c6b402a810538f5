// The JSON forms of values, inbounds, readings, replies and consents.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/consent.h"
#include "base/fact.h"
#include "base/inbound.h"
#include "base/reading.h"
#include "base/reply.h"
#include "tests/base/random_case.h"

using namespace anteroom;
using Json = nlohmann::json;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

Inbound inbound_of(decltype(Inbound::body) body) {
  return {"in1", *parse_moment("2026-11-21T09:00:00.5Z"), "web1", Channel::sms, std::move(body)};
}

Slot slot(std::string field, Value value, std::size_t begin, std::size_t end) {
  Slot slot;
  slot.field = std::move(field);
  slot.value = std::move(value);
  slot.begin = begin;
  slot.end = end;
  return slot;
}

}  // namespace

TEST_CASE("values are written for people and for keeping") {
  struct Row {
    Value value;
    const char* shown;
    const char* stored;
  };
  const Row rows[] = {
      {std::string("imaging"), R"("imaging")", R"("imaging")"},
      {Ids{"a", "b"}, R"(["a","b"])", R"(["a","b"])"},
      {Ids{}, "[]", "[]"},
      {2.0, "2", "2"},
      {-0.5, "-0.5", "-0.5"},
      {1e300, "1e+300", "1e+300"},
      {true, "true", "true"},
      {Timing{day("2026-12-01"), day("2026-12-05")}, R"({"from":"2026-12-01","to":"2026-12-05"})",
       R"({"from":"2026-12-01","to":"2026-12-05"})"},
      {Age{34}, "34", R"({"years":34})"},
      {Age{4, Age::Unit::months}, R"({"months":4})", R"({"months":4})"},
      {Age{9, Age::Unit::days}, R"({"days":9})", R"({"days":9})"},
  };
  for (const Row& row : rows) {
    CHECK(to_json(row.value).dump() == row.shown);
    CHECK(to_stored_json(row.value).dump() == row.stored);
    const Result<Value> read = value_from_stored_json(Json::parse(row.stored));
    REQUIRE(read);
    CHECK(*read == row.value);
  }
}

TEST_CASE("random values come back from what is stored") {
  anteroom::testing::RandomCase random(21);
  for (int round = 0; round < 2000; ++round) {
    const Value value = random.value();
    const Json json = Json::parse(to_stored_json(value).dump());
    CAPTURE(json.dump());
    const Result<Value> read = value_from_stored_json(json);
    REQUIRE(read);
    REQUIRE(*read == value);
  }
}

TEST_CASE("what is no value is refused") {
  for (const char* text :
       {"null", "{}", "[1]", R"({"from":"2026-12-01"})", R"({"from":"2026-12-01","to":"soon"})",
        R"({"from":1,"to":2})", R"({"years":"34"})", R"({"weeks":3})"}) {
    CAPTURE(text);
    CHECK_FALSE(value_from_stored_json(Json::parse(text)));
  }
}

TEST_CASE("ages compare in years") {
  CHECK(in_years(Age{34}) == 34.0);
  CHECK(in_years(Age{4, Age::Unit::months}) == Approx(0.33));
  CHECK(in_years(Age{12, Age::Unit::months}) == 1.0);
  CHECK(in_years(Age{10, Age::Unit::days}) == Approx(0.02));
  CHECK(in_years(Age{0, Age::Unit::days}) == 0.0);
}

TEST_CASE("each kind of inbound has its JSON") {
  const std::pair<decltype(Inbound::body), const char*> rows[] = {
      {Opened{"es", "imaging"}, R"({"kind":"opened","language":"es","page_topic":"imaging"})"},
      {Text{"my knee", true}, R"({"cut":true,"kind":"text","text":"my knee"})"},
      {Chosen{"oakland"}, R"({"choice":"oakland","kind":"choice"})"},
      {PageEvent{"page_view", "consult", "/consult"},
       R"({"kind":"event","name":"page_view","page":"/consult","topic":"consult"})"},
      {Tick{}, R"({"kind":"tick"})"},
  };
  for (const auto& [body, text] : rows) {
    CAPTURE(text);
    const Inbound inbound = inbound_of(body);
    CHECK(body_of(inbound) == text);
    Json expected = Json::parse(text);
    expected.update({{"id", "in1"},
                     {"at", "2026-11-21T09:00:00.500Z"},
                     {"conversation", "web1"},
                     {"channel", "sms"}});
    CHECK(to_json(inbound) == expected);
    const Result<Inbound> read = inbound_from_json(Json::parse(to_json(inbound).dump()));
    REQUIRE(read);
    CHECK(*read == inbound);
  }
}

TEST_CASE(
    "a body is the same whenever and under whatever id it comes, and differs with what was sent") {
  Inbound first = inbound_of(Text{"yes", false});
  Inbound again = first;
  again.id = "in2";
  again.at += Duration{1000};
  CHECK(body_of(first) == body_of(again));
  again.body = Text{"no", false};
  CHECK(body_of(first) != body_of(again));
  again.body = Chosen{"yes"};
  CHECK(body_of(first) != body_of(again));
  again.body = Text{"bad \xFF", false};
  CHECK_NOTHROW(body_of(again));
}

TEST_CASE("what is no inbound is refused without quoting it") {
  for (const char* text : {"[]", "{}", R"({"kind":"dance"})", R"({"kind":"text","text":7})",
                           R"({"kind":"tick","channel":"fax"})", R"({"kind":"tick","at":"now"})",
                           R"({"kind":"text","text":"secret","cut":"secret"})"}) {
    CAPTURE(text);
    const Result<Inbound> read = inbound_from_json(Json::parse(text));
    REQUIRE_FALSE(read);
    CHECK(to_text(read.error()).find("secret") == std::string::npos);
    CHECK(to_text(read.error()).starts_with("inbound"));
  }
}

TEST_CASE("a reading has the shape that users meet") {
  const std::string text = "mañana at oakland, she is 34";
  Reading reading;
  reading.language = "en";
  reading.slots = {slot("timing", Timing{day("2026-12-01"), day("2026-12-01")}, 0, 7),
                   slot("location", "oakland", 11, 18), slot("age", Age{34}, 27, 29)};
  const Json json = to_json(reading, text);
  CHECK(json["topic"].is_null());
  CHECK(json["red_flag"] == false);
  CHECK(json["red_flag_group"] == "");
  CHECK(json["topics"] == Json::array());
  CHECK(json["control"] == "none");
  CHECK(json["yes_no"].is_null());
  CHECK(json["slots"]["timing"]["text"] == "mañana");
  CHECK(json["slots"]["location"]["value"] == "oakland");
  CHECK(json["slots"]["location"]["confidence"] == 1.0);
  CHECK(json["slots"]["age"]["value"] == 34);
}

TEST_CASE("readings come back as they were, slots in their order") {
  Reading reading;
  reading.topic = "scheduling";
  reading.confidence = 0.1 + 0.2;
  reading.band = TopicBand::ask;
  reading.topics = {"scheduling", "pricing"};
  reading.candidates = {{"scheduling", 0.6}, {"pricing", 0.3}};
  reading.language = "es";
  reading.opt_out = reading.red_flag = reading.red_flag_soft = reading.question = true;
  reading.red_flag_group = "poison";
  reading.suppressed_by = "history";
  reading.control = Control::language;
  reading.control_argument = "en";
  reading.yes_no = false;
  reading.invalid = "not_a_phone";
  reading.slots = {slot("urgency", "today", 0, 3), slot("age", Age{34}, 0, 3),
                   slot("count", 34.0, 1, 3)};
  reading.slots[0].answers_pending = true;
  reading.slots[1].correction = true;
  reading.slots[2].confidence = 0.7;
  for (const Reading& original : {reading, Reading{}}) {
    const Result<Reading> read = reading_from_json(Json::parse(to_json(original, "abc").dump()));
    REQUIRE(read);
    CHECK(*read == original);
  }
  REQUIRE(reading.slot("age"));
  CHECK(reading.slot("age")->value == Value(Age{34}));
  CHECK(reading.slot("zip") == nullptr);
}

TEST_CASE("a slot beyond its text quotes nothing, and half a character is mended") {
  Reading reading;
  reading.slots = {slot("a", "x", 90, 95), slot("b", "x", 0, 1)};
  const Json json = to_json(reading, "ñ");
  CHECK(json["slots"]["a"]["text"] == "");
  CHECK_NOTHROW(json.dump());
}

TEST_CASE("what is no reading is refused") {
  for (const char* text :
       {"7", R"({"slots":[]})", R"({"slots":{"a":{"value":null}},"control":"fly"})",
        R"({"slots":{"a":{"value":{}}}})", R"({"topic":1})", R"({"band":"loud"})",
        R"({"candidates":[{"topic":1}]})", R"({"yes_no":"yes"})"}) {
    CAPTURE(text);
    CHECK_FALSE(reading_from_json(Json::parse(text)));
  }
}

TEST_CASE("replies come back as they were and leave out what is not there") {
  CHECK(to_json(Reply{"Hello", {}, "", {}, false}).dump() == R"({"choices":[],"text":"Hello"})");
  const Reply full{"Where?", {{"oakland", "Oakland"}}, "choices", ProgressBar{1, 4}, true};
  CHECK(
      to_json(full).dump() ==
      R"({"choices":[{"id":"oakland","label":"Oakland"}],"input":"choices","progress":{"done":1,"total":4},)"
      R"("text":"Where?","urgent":true})");
  for (const Reply& reply : {full, Reply{}}) {
    const Result<Reply> read = reply_from_json(to_json(reply));
    REQUIRE(read);
    CHECK(*read == reply);
  }
  CHECK_FALSE(reply_from_json(Json::parse(R"({"choices":{}})")));
  CHECK_FALSE(reply_from_json(Json::parse(R"({"progress":{"done":"1"}})")));
}

TEST_CASE("the newest entry of the ledger decides") {
  ConsentLedger ledger;
  const auto decide = [&](std::string consent, ConsentState state) {
    ConsentEntry entry;
    entry.consent = std::move(consent);
    entry.state = state;
    ledger.push_back(std::move(entry));
  };
  CHECK(newest(ledger, "text_messages") == nullptr);
  CHECK_FALSE(granted(ledger, "text_messages"));
  decide("text_messages", ConsentState::granted);
  decide("news", ConsentState::refused);
  CHECK(granted(ledger, "text_messages"));
  CHECK_FALSE(granted(ledger, "news"));
  decide("text_messages", ConsentState::revoked);
  CHECK_FALSE(granted(ledger, "text_messages"));
  CHECK(newest(ledger, "text_messages")->state == ConsentState::revoked);
}

TEST_CASE("consents come back as they were") {
  anteroom::testing::RandomCase random(22);
  for (int round = 0; round < 200; ++round) {
    const ConsentEntry entry = random.consent();
    const Result<ConsentEntry> read = consent_from_json(Json::parse(to_json(entry).dump()));
    REQUIRE(read);
    REQUIRE(*read == entry);
  }
  CHECK_FALSE(consent_from_json(Json::parse(R"({"state":"maybe"})")));
  CHECK_FALSE(consent_from_json(Json::parse("[]")));
}

TEST_CASE("each name leads back to what it names") {
  for (const char* name : {"page", "inferred", "stated", "agent"})
    CHECK(to_text(parse_source(name).value()) == name);
  for (const char* name : {"web", "sms"}) CHECK(to_text(parse_channel(name).value()) == name);
  for (const char* name : {"none", "back", "start_over", "skip", "help", "repeat", "person",
                           "language", "not_sure", "go_on", "are_you_a_bot"}) {
    CHECK(to_text(parse_control(name).value()) == name);
  }
  CHECK(to_text(Control::are_you_a_bot) == "are_you_a_bot");
  CHECK(to_text(EffectKind::record_consent) == "record_consent");
  CHECK(to_text(ConsentState::revoked) == "revoked");
  CHECK(to_text(Source::agent) == "agent");
  CHECK_FALSE(parse_source("Agent"));
  CHECK_FALSE(parse_control(""));
  CHECK_FALSE(parse_channel("fax"));
}
