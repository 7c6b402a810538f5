#include "bot/understanding/understand.h"

#include <algorithm>

#include "bot/understanding/controls.h"
#include "bot/understanding/language_guess.h"
#include "bot/understanding/listeners.h"
#include "bot/understanding/opt_out.h"
#include "bot/understanding/places.h"
#include "bot/understanding/red_flag_model.h"
#include "bot/understanding/red_flags.h"
#include "bot/understanding/topics.h"
#include "bot/understanding/yes_no.h"

namespace anteroom::understanding {
namespace {

// A question of the bot itself, such as "which of the two holds?".
bool is_own_question(const Expectation& expectation) {
  return expectation.pending && (expectation.pending->item.starts_with('@') || !expectation.field);
}

// What was denied, long ago or only said so is no matter for the model either.
std::string without(std::string_view folded,
                    const std::vector<std::pair<std::size_t, std::size_t>>& spans) {
  std::string rest(folded);
  for (const auto& [begin, end] : spans)
    std::fill(rest.begin() + static_cast<std::ptrdiff_t>(begin),
              rest.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  return rest;
}

// What only a model hears has the group it is likest to.
void hear_alarm(const TextModels& models, std::string_view folded, const classifier::Keys& hints,
                Reading& reading) {
  for (const auto& of_language : models.all()) {
    const std::string* group = RedFlagModel(*of_language).emergency(folded, hints);
    if (!group) continue;
    reading.red_flag = true;
    reading.red_flag_soft = false;
    reading.red_flag_group = *group;
    reading.suppressed_by.clear();
    return;
  }
}

// The rules, and where they find nothing the models; those of every language, since people mix
// them.
void hear_red_flag(const RedFlags& red_flags, const TextModels& models, const Heard& heard,
                   Reading& reading) {
  RedFlag found = red_flags.find(heard.text());
  reading.red_flag = found.hit;
  reading.red_flag_group = std::move(found.group);
  reading.red_flag_soft = found.soft;
  reading.suppressed_by = std::move(found.suppressed_by);
  if (found.hit && !found.soft) return;
  if (found.held.empty()) return hear_alarm(models, heard.text(), found.hints, reading);
  const std::string rest = without(heard.text(), found.held);
  hear_alarm(models, rest, red_flags.find(rest).hints, reading);
}

std::optional<bool> hear_yes_no(const Heard& heard, const Expectation& expectation) {
  if (!expectation.yes_no) return plain_yes_no(heard);
  const bool consent = !expectation.pending || !expectation.pending->item.starts_with('@');
  return consent ? clear_yes_no(heard) : leading_yes_no(heard);
}

// The button of the bot's own question that the text stands for, by its place or its label.
const OfferedChoice* offered_choice(const Heard& heard, const Pending& pending) {
  const auto places = places_in_list(heard);
  if (places.size() == 1 && places.front() <= pending.choices.size())
    return &pending.choices[places.front() - 1];
  const std::string_view text = trimmed(heard.text());
  const auto same =
      std::find_if(pending.choices.begin(), pending.choices.end(),
                   [&](const OfferedChoice& offered) { return folded(offered.label) == text; });
  return same == pending.choices.end() ? nullptr : &*same;
}

void hear_own_question(const Heard& heard, const Expectation& expectation, Reading& reading) {
  if (!is_own_question(expectation)) return;
  const OfferedChoice* chosen = offered_choice(heard, *expectation.pending);
  if (!chosen) return;
  // A button of a control ("@go_on") is heard as that control.
  if (const auto control =
          parse_control(std::string_view(chosen->id).substr(chosen->id.starts_with('@')))) {
    reading.control = *control;
    return;
  }
  reading.control = Control::none;
  reading.control_argument = chosen->id;
  if (chosen->id == "yes" || chosen->id == "no") reading.yes_no = chosen->id == "yes";
}

// A label of the choices asked for is the whole text: then it is no control ("Spanish", "None of
// these").
bool is_whole_choice(const Heard& heard, const Field& field, const Answer& answer) {
  const bool has_choices = field.kind == FieldKind::choice || field.kind == FieldKind::choices ||
                           field.kind == FieldKind::urgency;
  if (!has_choices || answer.slots.empty()) return false;
  const Slot& slot = answer.slots.front();
  return heard.only_filler_beside(heard.words_in(slot.begin, slot.end));
}

}  // namespace

struct Reader::Parts {
  std::string time_zone;
  const Dictionary& dictionary;
  Lexicon lexicon;
  Listeners listeners;
  RedFlags red_flags;
  TopicBands bands;
  TextModels models;

  Parts(const Profile& profile, const Dictionary& fields, const LanguagePacks& packs,
        const Understanding& understanding, classifier::ModelShelf& shelf)
      : time_zone(profile.time_zone),
        dictionary(fields),
        lexicon(fields, packs),
        listeners(fields),
        red_flags(profile.emergency_patterns),
        bands(understanding.bands),
        models(profile, understanding, red_flags, shelf) {}

  Answer answer(const Heard& heard, const Expectation& expectation, Date today) const;
  void hear_answer(const Heard& heard, const Expectation& expectation, Date today,
                   Reading& reading) const;
};

Answer Reader::Parts::answer(const Heard& heard, const Expectation& expectation, Date today) const {
  const Field& field = *expectation.field;
  const auto index = dictionary.find(field.id);
  if (!index) return {};
  const Listening listening{heard, dictionary[*index], *index, expectation, today,
                            true,  dictionary};
  Answer answer = hearing_of(field.kind).answer(listening);
  for (Slot& slot : answer.slots) slot.answers_pending = true;
  return answer;
}

void Reader::Parts::hear_answer(const Heard& heard, const Expectation& expectation, Date today,
                                Reading& reading) const {
  if (!expectation.field) {
    if (expectation.yes_no && !reading.yes_no && reading.control == Control::none)
      reading.invalid = "not_yes_no";
    return;
  }
  Answer found = answer(heard, expectation, today);
  if (reading.control != Control::none) {
    if (!is_whole_choice(heard, *expectation.field, found)) return;
    reading.control = Control::none;
    reading.control_argument.clear();
  }
  if (!reading.control_argument.empty()) return;  // a button of the bot's own question
  reading.invalid = found.invalid;
  if (expectation.field->kind == FieldKind::yes_no && !found.slots.empty())
    reading.yes_no = std::get<bool>(found.slots.front().value);
  reading.slots = std::move(found.slots);
}

Reader::Reader(const Profile& profile, const Dictionary& dictionary, const LanguagePacks& packs,
               const Understanding& understanding, classifier::ModelShelf& shelf)
    : x_parts(std::make_unique<const Parts>(profile, dictionary, packs, understanding, shelf)) {}
Reader::~Reader() = default;

const TextModels& Reader::models() const { return x_parts->models; }

Reading Reader::read(std::string_view text, const Expectation& expectation, Moment now) const {
  const Parts& parts = *x_parts;
  const Heard heard(text, parts.lexicon);
  const Date today = local_time(now, parts.time_zone).date;
  Reading reading;
  reading.language = guess_language(heard);
  reading.opt_out = is_opt_out(heard);
  const LanguageModels* models = parts.models.for_text(reading.language, expectation.language);
  hear_red_flag(parts.red_flags, parts.models, heard, reading);
  reading.yes_no = hear_yes_no(heard, expectation);
  // A keyword wins over everything that was asked.
  if (!reading.opt_out) {
    ControlHeard control = find_control(heard);
    const bool answers_yes_no =
        reading.yes_no &&
        (expectation.yes_no || (expectation.field && expectation.field->kind == FieldKind::yes_no));
    if (!answers_yes_no) {
      reading.control = control.control;
      reading.control_argument = std::move(control.argument);
    }
    hear_own_question(heard, expectation, reading);
    parts.hear_answer(heard, expectation, today, reading);
  }
  parts.listeners.listen(heard, expectation, today, reading);
  mark_corrections(heard, expectation.yes_no, reading.slots);
  if (!reading.invalid.empty() && reading.slots.empty() && is_not_sure(heard)) {
    reading.control = Control::not_sure;
    reading.invalid.clear();
  }
  reading.question = asks_something(heard, reading);
  if (models) hear_topics(*models, parts.bands, heard.text(), reading);
  return reading;
}

}  // namespace anteroom::understanding
