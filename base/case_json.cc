#include "base/case_json.h"

#include "base/json_text.h"
#include "base/stored_lists.h"
#include "base/stored_members.h"

namespace anteroom::stored {

template <>
struct Codec<Value> {
  static void write(JsonWriter& out, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return out.value(*text);
    out.raw(dump_json(to_stored_json(value)));
  }
  static bool read(const Json& json, Value& value, std::string&) {
    Result<Value> result = value_from_stored_json(json);
    if (result) value = std::move(*result);
    return result.has_value();
  }
};

template <>
struct Codec<Source> {
  static void write(JsonWriter& out, Source source) { out.value(to_text(source)); }
  static bool read(const Json& json, Source& source, std::string&) {
    const auto* word = json.get_ptr<const std::string*>();
    const std::optional<Source> parsed = word ? parse_source(*word) : std::nullopt;
    source = parsed.value_or(source);
    return parsed.has_value();
  }
};

template <>
struct Codec<ConsentEntry> {
  static void write(JsonWriter& out, const ConsentEntry& entry) {
    out.raw(dump_json(to_json(entry)));
  }
  static bool read(const Json& json, ConsentEntry& entry, std::string&) {
    Result<ConsentEntry> result = consent_from_json(json);
    if (result) entry = std::move(*result);
    return result.has_value();
  }
};

template <>
struct Table<OfferedChoice> {
  static constexpr Row<OfferedChoice> kRows[] = {row<&OfferedChoice::id>("id"),
                                                 row<&OfferedChoice::label>("label")};
};

template <>
struct Table<Fact> {
  static constexpr Row<Fact> kRows[] = {
      row<&Fact::field>("field"),   row<&Fact::value>("value"),
      row<&Fact::source>("source"), row<&Fact::confidence>("confidence"),
      row<&Fact::at>("at"),         row<&Fact::inbound>("inbound"),
      row<&Fact::words>("words"),   row<&Fact::doubt>("doubt"),
  };
  static const std::string& key(const Fact& fact) { return fact.field; }
};

template <>
struct Table<Pending> {
  static constexpr Row<Pending> kRows[] = {
      row<&Pending::item>("item"),         row<&Pending::field>("field"),
      row<&Pending::choices>("choices"),   row<&Pending::asked>("asked"),
      row<&Pending::attempts>("attempts"), row<&Pending::proposed>("proposed"),
  };
};

template <>
struct Table<FactChange> {
  static constexpr Row<FactChange> kRows[] = {row<&FactChange::field>("field"),
                                              row<&FactChange::before>("before")};
};

template <>
struct Table<UndoStep> {
  static constexpr Row<UndoStep> kRows[] = {row<&UndoStep::inbound>("inbound"),
                                            row<&UndoStep::facts>("facts"),
                                            row<&UndoStep::skipped>("skipped")};
  static const std::string& key(const UndoStep& step) { return step.inbound; }
};

template <>
struct Table<Attempt> {
  static constexpr Row<Attempt> kRows[] = {row<&Attempt::field>("field"),
                                           row<&Attempt::words>("words")};
};

template <>
struct Table<HandoffRecord> {
  static constexpr Row<HandoffRecord> kRows[] = {
      row<&HandoffRecord::id>("id"),         row<&HandoffRecord::queue>("queue"),
      row<&HandoffRecord::item>("item"),     row<&HandoffRecord::tier>("tier"),
      row<&HandoffRecord::opened>("opened"), row<&HandoffRecord::due>("due"),
      row<&HandoffRecord::reason>("reason"), row<&HandoffRecord::summary>("summary"),
  };
};

template <>
struct Table<Episode> {
  static constexpr Row<Episode> kRows[] = {
      row<&Episode::number>("number"),
      row<&Episode::opened>("opened"),
      row<&Episode::flow>("flow"),
      row<&Episode::queued>("queued"),
      row<&Episode::said>("said"),
      row<&Episode::skipped>("skipped"),
      row<&Episode::given_up>("given_up"),
      row<&Episode::asked>("asked"),
      row<&Episode::attempts>("attempts"),
      row<&Episode::undo>("undo"),
      row<&Episode::open_questions>("open_questions"),
      row<&Episode::kept_questions>("kept_questions"),
      row<&Episode::red_flags>("red_flags"),
      row<&Episode::paused>("paused"),
      row<&Episode::latched>("latched"),
      row<&Episode::latched_item>("latched_item"),
      row<&Episode::handoff>("handoff"),
      row<&Episode::turns>("turns"),
      row<&Episode::progress_shown>("progress_shown"),
  };
};

template <>
struct Table<SeenEvent> {
  static constexpr Row<SeenEvent> kRows[] = {
      row<&SeenEvent::id>("id"), row<&SeenEvent::name>("name"), row<&SeenEvent::topic>("topic"),
      row<&SeenEvent::at>("at")};
};

template <>
struct Table<TierState> {
  static constexpr Row<TierState> kRows[] = {
      row<&TierState::tier>("tier"),     row<&TierState::since>("since"),
      row<&TierState::total>("total"),   row<&TierState::fit>("fit"),
      row<&TierState::intent>("intent"), row<&TierState::certainty>("certainty"),
  };
};

template <>
struct Table<Case> {
  static constexpr Row<Case> kRows[] = {
      row<&Case::id>("id"),
      row<&Case::version>("version"),
      row<&Case::language>("language"),
      row<&Case::language_fixed>("language_fixed"),
      row<&Case::last_inbound>("last_inbound"),
      row<&Case::episode>("episode"),
      row<&Case::facts>("facts"),
      row<&Case::events>("events"),
      row<&Case::consents>("consents"),
      row<&Case::tier>("tier"),
      row<&Case::pending>("pending"),
      row<&Case::owner>("owner"),
      row<&Case::texts_on_hold>("texts_on_hold"),
      row<&Case::introduced>("introduced"),
  };
};

// A member without a row would be lost.
static_assert(has_row_for_each_member<Case> && has_row_for_each_member<Episode> &&
              has_row_for_each_member<Pending> && has_row_for_each_member<OfferedChoice> &&
              has_row_for_each_member<Fact> && has_row_for_each_member<FactChange> &&
              has_row_for_each_member<UndoStep> && has_row_for_each_member<Attempt> &&
              has_row_for_each_member<HandoffRecord> && has_row_for_each_member<SeenEvent> &&
              has_row_for_each_member<TierState>);

}  // namespace anteroom::stored

namespace anteroom {

using CaseCodec = stored::Codec<Case>;

std::string stored_text(const Case& a_case) {
  JsonWriter out(4096);
  CaseCodec::write(out, a_case);
  return out.take();
}

std::string difference_text(const Case& before, const Case& after) {
  JsonWriter out(1000);
  CaseCodec::change(out, before, after);
  return out.take();
}

nlohmann::json to_stored_json(const Case& a_case) {
  return nlohmann::json::parse(stored_text(a_case));
}

nlohmann::json difference(const Case& before, const Case& after) {
  return nlohmann::json::parse(difference_text(before, after));
}

Result<Case> case_from_stored_json(const nlohmann::json& json) {
  Case a_case;
  std::string where;
  if (CaseCodec::read(json, a_case, where)) return a_case;
  return failure("case" + where, "this member of a stored case is not of its kind");
}

Result<Case> apply(Case before, const nlohmann::json& difference) {
  std::string where;
  if (CaseCodec::apply(difference, before, where)) return before;
  return failure("case" + where, "this member of a stored difference is not of its kind");
}

}  // namespace anteroom
