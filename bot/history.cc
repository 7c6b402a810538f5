#include "bot/history.h"

#include "bot/desk.h"
#include "bot/turn_record.h"

namespace anteroom::bot {
namespace {

constexpr std::size_t kPage = 200;  // turns read at once

// What a visitor's entry shows: the words, or the button's label.
std::string shown(const Inbound& inbound, const std::vector<OfferedChoice>& offered,
                  const std::vector<OfferedChoice>& controls) {
  if (const auto* text = std::get_if<Text>(&inbound.body)) return text->text;
  const auto* chosen = std::get_if<Chosen>(&inbound.body);
  if (!chosen) return {};
  for (const std::vector<OfferedChoice>* list : {&offered, &controls}) {
    for (const OfferedChoice& choice : *list) {
      if (choice.id == chosen->choice) return choice.label;
    }
  }
  return chosen->choice;
}

// Also the languages that were switched to, which the controls of today's language no longer offer.
std::vector<OfferedChoice> all_controls(const turn::Practice& practice, const Case& state) {
  std::vector<OfferedChoice> controls = turn::controls(practice, state);
  for (const std::string& language : practice.profile.languages) {
    controls.push_back({"@language:" + language, practice.packs.say("button_language", language)});
  }
  return controls;
}

void close_question(web::Entry& entry) {
  entry.said.choices.clear();
  entry.said.input.clear();
  entry.said.progress.reset();
}

class Transcript {
 public:
  Transcript(std::vector<OfferedChoice> controls, std::uint64_t seen)
      : x_controls(std::move(controls)), x_seen(seen) {}

  void add(const store::TurnRow& row, const Inbound& inbound) {
    const std::string text = shown(inbound, x_offered, x_controls);
    if (!text.empty()) {
      web::Entry entry;
      entry.from = web::Speaker::visitor;
      entry.id = inbound.id;
      entry.said.text = text;
      keep(seq_of(row.version, 0), row.at, std::move(entry));
    }
    std::size_t number = 0;
    for (Reply& reply : replies_of(row)) {
      x_offered = reply.choices;
      web::Entry entry;
      entry.said = std::move(reply);
      keep(seq_of(row.version, ++number), row.at, std::move(entry));
    }
  }

  std::vector<web::Entry> take(bool question_open) {
    for (std::size_t i = 0; i < x_entries.size(); ++i) {
      if (i + 1 < x_entries.size() || !question_open) close_question(x_entries[i]);
    }
    return std::move(x_entries);
  }

 private:
  void keep(std::uint64_t seq, Moment at, web::Entry entry) {
    if (seq <= x_seen) return;
    entry.seq = static_cast<web::Seq>(seq);
    entry.at = at;
    x_entries.push_back(std::move(entry));
  }

  std::vector<OfferedChoice> x_controls;
  std::uint64_t x_seen;
  std::vector<OfferedChoice> x_offered;
  std::vector<web::Entry> x_entries;
};

}  // namespace

Result<std::vector<web::Entry>> read_history(store::Store& store, const turn::Practice& practice,
                                             const Case& state, std::uint64_t seen) {
  Transcript transcript(all_controls(practice, state), seen);
  // One turn more than was seen: its choices name the button that came next.
  const std::uint64_t last_seen = seen / kEntriesPerTurn;
  std::uint64_t after = last_seen > 0 ? last_seen - 1 : 0;
  for (;;) {
    const auto rows = store.turns(state.id, after, kPage);
    if (!rows) return tl::make_unexpected(rows.error());
    for (const store::TurnRow& row : *rows) {
      const auto inbound = inbound_of(row);
      if (!inbound) return tl::make_unexpected(inbound.error());
      transcript.add(row, *inbound);
    }
    if (rows->size() < kPage) return transcript.take(state.pending.has_value());
    after = rows->back().version;
  }
}

std::vector<web::Entry> entries_of(const Case& state, const std::vector<Reply>& replies,
                                   Moment at) {
  std::vector<web::Entry> entries;
  for (const Reply& reply : replies) {
    web::Entry entry;
    entry.seq = static_cast<web::Seq>(seq_of(state.version, entries.size() + 1));
    entry.at = at;
    entry.said = reply;
    entries.push_back(std::move(entry));
  }
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) close_question(entries[i]);
  return entries;
}

std::string practice_phone(const turn::Practice& practice, std::string_view language) {
  Field phone;
  phone.kind = FieldKind::phone;
  return spoken(phone, practice.profile.phone, language);
}

std::string practice_text(const turn::Practice& practice, const LocalText& text,
                          std::string_view language) {
  return text.format(language, {{"practice", practice.profile.name},
                                {"practice_phone", practice_phone(practice, language)}});
}

}  // namespace anteroom::bot
