// How the bot finds its words: phrases of the program, texts of the practice with values filled in,
// lists.
#include "bot/turn/draft.h"

namespace anteroom::turn {

std::string phrase(const Draft& draft, std::string_view id, const Arguments& arguments,
                   std::size_t n) {
  return draft.practice.packs.say(id, draft.language(), arguments, n);
}

namespace {

Argument value_of(const Draft& draft, const std::string& name) {
  const Profile& profile = draft.practice.profile;
  const Dictionary& dictionary = draft.practice.dictionary;
  if (name == "practice") return profile.name;
  if (name == "practice_phone") {
    Field phone;
    phone.kind = FieldKind::phone;
    return spoken(phone, profile.phone, draft.language());
  }
  const auto field = dictionary.find(name);
  const Fact* fact = field ? draft.now.fact(dictionary[*field].id) : nullptr;
  return fact ? spoken(dictionary[*field], fact->value, draft.language()) : std::string();
}

}  // namespace

std::string text_of(const Draft& draft, const LocalText& text, std::size_t n) {
  Arguments arguments;
  for (const auto& [language, wordings] : text.all()) {
    if (wordings.empty() || (text.has(draft.language()) && language != draft.language())) continue;
    for (const std::string& name : wordings[n % wordings.size()].arguments()) {
      arguments.emplace_back(name, value_of(draft, name));
    }
    break;
  }
  return text.format(draft.language(), arguments, n);
}

void state(Draft& draft, std::string statement) {
  draft.statements.push_back(std::move(statement));
}

std::string after_statements(Draft& draft, std::string text) {
  if (draft.statements.empty()) return text;
  draft.statements.push_back(std::move(text));
  std::string all;
  for (const std::string& part : draft.statements) {
    if (!all.empty() && !part.empty()) all += ' ';
    all += part;
  }
  draft.statements.clear();
  return all;
}

void say(Draft& draft, std::string text) {
  Reply reply;
  reply.text = after_statements(draft, std::move(text));
  if (!reply.text.empty()) draft.replies.push_back(std::move(reply));
}

std::string and_list(const Draft& draft, const std::vector<std::string>& parts) {
  return join_list(parts, ListKind::all, draft.language());
}

std::string or_list(const Draft& draft, const std::vector<std::string>& parts) {
  return join_list(parts, ListKind::alternatives, draft.language());
}

std::string effect_key(const Draft& draft, std::string_view subject, std::size_t occurrence) {
  std::string key = draft.now.id;
  key += '/';
  key += std::to_string(draft.now.episode.number);
  key += '/';
  key += subject;
  key += '/';
  key += std::to_string(occurrence);
  return key;
}

}  // namespace anteroom::turn
