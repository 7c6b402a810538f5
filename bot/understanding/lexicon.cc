#include "bot/understanding/lexicon.h"

#include <algorithm>

namespace anteroom::understanding {
namespace {

constexpr float kLabel = 1.0f;
constexpr float kSynonym = 0.95f;
constexpr float kReason = 0.9f;

struct ListRow {
  std::string list;
  Means means;
  std::uint16_t a = 0;
};

std::vector<ListRow> plain_lists() {
  return {
      {"yes", Means::yes},
      {"no", Means::no},
      {"not_sure", Means::not_sure},
      {"back", Means::back},
      {"start_over", Means::start_over},
      {"skip", Means::skip},
      {"help", Means::help},
      {"repeat", Means::repeat},
      {"person", Means::person},
      {"are_you_a_bot", Means::are_you_a_bot},
      {"go_on", Means::go_on},
      {"opt_out", Means::opt_out},
      {"opt_out_phrase", Means::opt_out_phrase},
      {"correction", Means::correction},
      {"question", Means::question},
      {"filler", Means::filler},
      {"polite", Means::polite},
      {"function_words", Means::function_word},
      {"joiner", Means::joiner},
      {"no_slip", Means::no_slip},
      {"option", Means::option},
      {"language_request", Means::language_request},
      {"today", Means::today},
      {"tonight", Means::tonight},
      {"tomorrow", Means::tomorrow},
      {"day_after_tomorrow", Means::day_after_tomorrow},
      {"yesterday", Means::yesterday},
      {"this_week", Means::this_week},
      {"next_week", Means::next_week},
      {"this_month", Means::this_month},
      {"next_month", Means::next_month},
      {"this_fortnight", Means::this_fortnight},
      {"next_fortnight", Means::next_fortnight},
      {"weekend", Means::weekend},
      {"asap", Means::asap},
      {"flexible", Means::flexible},
      {"emergency", Means::emergency},
      {"unit_day", Means::unit_day},
      {"unit_week", Means::unit_week},
      {"unit_fortnight", Means::unit_fortnight},
      {"unit_month", Means::unit_month},
      {"unit_year", Means::unit_year},
      {"within", Means::within},
      {"at_most", Means::at_most},
      {"from_now", Means::from_now},
      {"past", Means::past},
      {"next", Means::next},
      {"this", Means::that},
      {"early_in", Means::early_in},
      {"middle_of", Means::middle_of},
      {"late_in", Means::late_in},
      {"week_of", Means::week_of},
      {"on_day", Means::on_day},
      {"until", Means::until},
      {"after", Means::after},
      {"before", Means::before},
      {"article_one", Means::article_one},
      {"age_years", Means::age_years},
      {"age_months", Means::age_months},
      {"age_weeks", Means::age_weeks},
      {"age_days", Means::age_days},
      {"age_intro", Means::age_intro},
      {"age_claim", Means::age_claim},
      {"age_bound", Means::age_bound},
      {"newborn", Means::newborn},
      {"sex", Means::sex},
      {"own", Means::own},
      {"on_behalf_of", Means::on_behalf_of},
      {"describes", Means::describes},
      {"little_one", Means::little_one},
      {"does", Means::does},
      {"mentions", Means::mentions},
      {"mentioned_as", Means::mentioned_as},
      {"belongings", Means::belongings},
      {"thing", Means::thing},
      {"unborn", Means::unborn},
      {"expecting", Means::expecting},
      {"name_intro", Means::name_intro},
      {"other_name_intro", Means::other_name_intro},
      {"sign_off", Means::sign_off},
      {"negation", Means::negation},
      {"all_of_them", Means::all_of_them},
      {"vague_number", Means::vague_number},
  };
}

std::vector<ListRow> make_rows() {
  std::vector<ListRow> rows = plain_lists();
  std::uint16_t weekday = 0;
  for (const char* day :
       {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}) {
    rows.push_back({day, Means::weekday, weekday++});
  }
  std::uint16_t month = 1;
  for (const char* name : {"january", "february", "march", "april", "may", "june", "july", "august",
                           "september", "october", "november", "december"}) {
    rows.push_back({name, Means::month, month++});
  }
  std::uint16_t holiday = 1;
  for (const char* name : {"christmas", "new_year", "thanksgiving"})
    rows.push_back({name, Means::holiday, holiday++});
  for (std::uint16_t number = 1; number <= 31; ++number) {
    rows.push_back({"number_" + std::to_string(number), Means::number, number});
    rows.push_back({"ordinal_" + std::to_string(number), Means::ordinal, number});
  }
  for (std::uint16_t tens = 40; tens <= 90; tens = static_cast<std::uint16_t>(tens + 10))
    rows.push_back({"number_" + std::to_string(tens), Means::number, tens});
  return rows;
}

const std::vector<ListRow>& rows() {
  static const std::vector<ListRow> kRows = make_rows();
  return kRows;
}

void add_list(PhraseIndex& phrases, const LanguagePack& pack, std::uint8_t language,
              std::string_view list, Meaning meaning) {
  const auto words = pack.words.find(list);
  if (words == pack.words.end()) return;
  meaning.language = language;
  for (const std::string& phrase : words->second) phrases.add(phrase, meaning);
}

void add_pack(Lexicon& lexicon, const LanguagePack& pack, std::uint8_t language,
              const LanguagePacks& packs) {
  for (const ListRow& row : rows()) {
    Meaning meaning{row.means, row.a, 0};
    if (row.means == Means::function_word) meaning.a = language;
    add_list(lexicon.phrases, pack, language, row.list, meaning);
  }
  std::uint16_t named = 0;
  for (const LanguagePack& other : packs.all()) {
    add_list(lexicon.phrases, pack, language, "language_" + other.language,
             {Means::language_name, named++, 0});
  }
}

// Phrases that answer many a question are heard for a field only when it is asked; of filler,
// single words.
bool is_common(std::string_view phrase, const LanguagePacks& packs) {
  return std::any_of(packs.all().begin(), packs.all().end(), [&](const LanguagePack& pack) {
    for (const std::string_view list : {"yes", "no", "not_sure", "filler"}) {
      if (list == "filler" && phrase.find(' ') != std::string_view::npos) continue;
      const auto words = pack.words.find(list);
      if (words != pack.words.end() &&
          std::find(words->second.begin(), words->second.end(), phrase) != words->second.end())
        return true;
    }
    return false;
  });
}

void add_texts(PhraseIndex& phrases, const LocalText& texts, const LanguagePacks& packs,
               Meaning meaning) {
  for (const auto& [language, wordings] : texts.all()) {
    for (const Message& wording : wordings) {
      const std::string phrase = folded(wording.pattern());
      meaning.only_when_asked = is_common(phrase, packs);
      phrases.add(phrase, meaning);
    }
  }
}

// An hour ("4 pm") is also said with its minutes: "4:30 pm", "4:30pm".
void add_with_minutes(PhraseIndex& phrases, const std::string& hour, const Meaning& meaning) {
  const std::size_t blank = hour.find(' ');
  if (blank == std::string::npos || hour.find_first_not_of("0123456789") != blank) return;
  const std::string half = hour.substr(blank + 1);
  if (half != "am" && half != "pm") return;
  for (const char* minutes : {"00", "15", "20", "30", "40", "45"}) {
    phrases.add(hour.substr(0, blank) + " " + minutes + " " + half, meaning);
    phrases.add(hour.substr(0, blank) + " " + minutes + half, meaning);
  }
}

// What the packs hear for a choice of a field that every practice shares
// ("preferred_time_morning"); some of it would mean other things unasked ("right here"), or only
// in the right place ("baby").
void add_shared_words(PhraseIndex& phrases, const std::string& choice, const LanguagePacks& packs,
                      Meaning meaning) {
  std::uint8_t language = 0;
  for (const LanguagePack& pack : packs.all()) {
    meaning.language = language++;
    for (const std::string& list : {choice, choice + "_asked", choice + "_noun"}) {
      const auto words = pack.words.find(list);
      if (words == pack.words.end()) continue;
      meaning.how = list.ends_with("_noun") ? How::noun : How::names;
      for (const std::string& phrase : words->second) {
        meaning.only_when_asked = list.ends_with("_asked") || is_common(phrase, packs);
        phrases.add(phrase, meaning);
        add_with_minutes(phrases, phrase, meaning);
      }
    }
  }
}

void add_field(PhraseIndex& phrases, const Field& field, std::uint16_t index,
               const LanguagePacks& packs) {
  for (std::uint16_t i = 0; i < field.choices.size(); ++i) {
    const FieldChoice& choice = field.choices[i];
    add_texts(phrases, choice.label, packs, {Means::choice, index, i, kLabel});
    add_texts(phrases, choice.synonyms, packs, {Means::choice, index, i, kSynonym});
    add_texts(phrases, choice.reasons, packs,
              {Means::choice, index, i, kReason, false, 0, How::points});
    add_shared_words(phrases, field.id + "_" + choice.id, packs,
                     {Means::choice, index, i, kSynonym});
    std::string id = choice.id;
    std::replace(id.begin(), id.end(), '_', ' ');
    Meaning by_id{Means::choice, index, i, kSynonym};
    by_id.only_when_asked = true;
    phrases.add(id, by_id);
  }
}

// "My 4 year old" is said without a word for a child.
std::optional<Meaning> child_of(const Field& field, std::uint16_t index) {
  const FieldChoice* choice = field.id == "for_whom" ? field.choice("child") : nullptr;
  if (!choice) return std::nullopt;
  const auto at = static_cast<std::uint16_t>(choice - field.choices.data());
  return Meaning{Means::choice, index, at, kSynonym};
}

}  // namespace

Lexicon::Lexicon(const Dictionary& dictionary, const LanguagePacks& packs) {
  std::uint8_t language = 0;
  for (const LanguagePack& pack : packs.all()) {
    languages.push_back(pack.language);
    add_pack(*this, pack, language++, packs);
  }
  for (std::uint16_t i = 0; i < dictionary.size(); ++i) {
    const FieldKind kind = dictionary[i].kind;
    if (kind == FieldKind::choice || kind == FieldKind::choices || kind == FieldKind::urgency) {
      add_field(phrases, dictionary[i], i, packs);
      child = child ? child : child_of(dictionary[i], i);
      if (dictionary[i].id == "decision_maker") decides = i;
    }
  }
  phrases.finish();
}

std::vector<std::string> lists_heard() {
  std::vector<std::string> lists;
  for (const ListRow& row : rows()) lists.push_back(row.list);
  return lists;
}

}  // namespace anteroom::understanding
