// How a question is put: the field's words (other ones each time), the choices as buttons, the
// special input, and what happens when an answer does not do.
#include <algorithm>

#include "bot/turn/draft.h"
#include "practice/zip_places.h"

namespace anteroom::turn {
namespace {

std::string_view input_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::phone:
      return "phone";
    case FieldKind::email:
      return "email";
    case FieldKind::zip:
      return "zip";
    case FieldKind::number:
      return "number";
    case FieldKind::choice:
    case FieldKind::choices:
    case FieldKind::yes_no:
    case FieldKind::urgency:
      return "choices";
    default:
      return "";
  }
}

ProgressBar shown_progress(Draft& draft) {
  ProgressBar bar = draft.walk.progress;
  if (bar.total <= 0) return bar;
  int& shown = draft.now.episode.progress_shown;
  const int percent = bar.done * 100 / bar.total;
  if (percent < shown) bar.done = std::min(bar.total, (shown * bar.total + 99) / 100);
  shown = std::max(shown, bar.done * 100 / bar.total);
  return bar;
}

// The pending question as it stands before this asking, if it is the same one.
Pending pending_for(const Draft& draft, std::string_view item, std::string_view subject) {
  if (draft.now.pending && draft.now.pending->item == item) return *draft.now.pending;
  Pending fresh;
  fresh.item = item;
  fresh.field = subject;
  return fresh;
}

void put(Draft& draft, Pending pending, Reply reply) {
  reply.choices = pending.choices;
  reply.text = after_statements(draft, std::move(reply.text));
  ++pending.asked;
  draft.now.pending = std::move(pending);
  draft.replies.push_back(std::move(reply));
}

// Other words each time, unless the visitor asked to hear the same again.
std::size_t next_wording(Draft& draft, const std::string& subject) {
  int& asked = draft.now.episode.asked[subject];
  if (draft.ask_again == AskAgain::other_words || asked == 0) ++asked;
  return static_cast<std::size_t>(asked - 1);
}

// A question with one wording only is not said twice running either, unless it was asked for.
void put_wording(Draft& draft, const Pending& pending, const LocalText& question, Reply& reply) {
  reply.text = text_of(draft, question, next_wording(draft, pending.field));
  const bool same = pending.asked > 0 && question.wordings(draft.language()) < 2;
  if (!same || !draft.statements.empty() || draft.ask_again == AskAgain::same_words) return;
  state(draft, phrase(draft, "repeat_prefix", {}, static_cast<std::size_t>(pending.asked)));
}

double distance_to(const Location& location, const std::string& zip) {
  return miles_between(zip, location.zip).value_or(1e9);
}

// Only locations that offer the service and take new patients; nearest to the visitor's ZIP first.
std::vector<const Location*> fitting_locations(const Draft& draft) {
  const Fact* service = draft.now.fact("service");
  const auto* wanted = service ? std::get_if<std::string>(&service->value) : nullptr;
  std::vector<const Location*> fitting;
  for (const Location& location : draft.practice.profile.locations) {
    if (!wanted || can_be_seen_at(draft, location, *wanted)) fitting.push_back(&location);
  }
  const Fact* zip = draft.now.fact("zip");
  if (const auto* near = zip ? std::get_if<std::string>(&zip->value) : nullptr) {
    std::stable_sort(fitting.begin(), fitting.end(), [&](const Location* a, const Location* b) {
      return distance_to(*a, *near) < distance_to(*b, *near);
    });
  }
  return fitting;
}

}  // namespace

std::vector<OfferedChoice> choices_of(const Draft& draft, const flows::Item& item) {
  std::vector<OfferedChoice> offered;
  const Field& field = draft.practice.dictionary[item.field];
  if (item.choices == flows::ChoiceOrder::nearest) {
    for (const Location* location : fitting_locations(draft)) {
      offered.push_back({location->id, location->label.format(draft.language())});
    }
    if (!offered.empty()) return offered;
  }
  for (const FieldChoice& choice : field.choices) {
    if (field.kind == FieldKind::urgency && choice.id == "emergency")
      continue;  // never a button: the detector's finding
    offered.push_back({choice.id, choice.label.format(draft.language())});
  }
  return offered;
}

void ask_item(Draft& draft, const flows::Item& item) {
  const Field& field = draft.practice.dictionary[item.field];
  const LocalText& question = item.question.empty() ? field.question : item.question;
  Pending pending = pending_for(draft, item.id, field.id);
  pending.choices = choices_of(draft, item);
  Reply reply;
  put_wording(draft, pending, question, reply);
  reply.input = input_of(field);
  reply.progress = shown_progress(draft);
  put(draft, std::move(pending), std::move(reply));
}

void ask_consent(Draft& draft, const flows::Item& item) {
  const ConsentTerms* terms = draft.practice.profile.consent(item.subject);
  Pending pending = pending_for(draft, item.id, item.subject);
  pending.choices = {{"yes", phrase(draft, "button_yes")}, {"no", phrase(draft, "button_no")}};
  Reply reply;
  put_wording(draft, pending, terms->wording, reply);
  reply.input = "choices";
  reply.progress = shown_progress(draft);
  put(draft, std::move(pending), std::move(reply));
}

void ask_own(Draft& draft, const OwnQuestion& question, std::string_view field,
             const Arguments& arguments, std::vector<OfferedChoice> choices) {
  Pending pending = pending_for(draft, question.id, field);
  pending.field = field;
  pending.choices = std::move(choices);
  Reply reply;
  reply.text = phrase(draft, question.phrase, arguments, static_cast<std::size_t>(pending.asked));
  reply.input = "choices";
  put(draft, std::move(pending), std::move(reply));
}

namespace {

const OwnQuestion* asked_again(std::string_view item) {
  for (const OwnQuestion* one : {&kWhichHolds, &kOfferPerson, &kWhichTopic, &kNextTopic}) {
    if (one->id == item) return one;
  }
  return nullptr;
}

void drop_own(Draft& draft, const OwnQuestion& question, const std::string& field) {
  auto& queued = draft.now.episode.queued;
  if (question.id == kOfferPerson.id) give_up_field(draft, field);
  if (question.id == kNextTopic.id && !queued.empty()) queued.erase(queued.begin());
  draft.now.pending.reset();
}

Arguments arguments_of(const Draft& draft, const OwnQuestion& question, const Pending& pending) {
  const auto& queued = draft.now.episode.queued;
  if (question.id == kNextTopic.id && !queued.empty())
    return {{"topic", topic_label(draft, queued.front())}};
  if (question.id == kOfferPerson.id || pending.choices.size() < 2) return {};
  if (question.id == kWhichTopic.id)
    return {{"a", topic_label(draft, pending.choices[0].id)},
            {"b", topic_label(draft, pending.choices[1].id)}};
  return {{"a", pending.choices[0].label}, {"b", pending.choices[1].label}};
}

}  // namespace

bool ask_own_again(Draft& draft) {
  if (!draft.now.pending) return false;
  const Pending pending = *draft.now.pending;
  const OwnQuestion* question = asked_again(pending.item);
  if (!question) return false;
  if (pending.asked > 1) {
    drop_own(draft, *question, pending.field);
    return false;
  }
  ask_own(draft, *question, pending.field, arguments_of(draft, *question, pending),
          pending.choices);
  return true;
}

// An answer that did not do.

namespace {

struct Reprompt {
  FieldKind kind;
  std::string_view phrase;
};

constexpr Reprompt kReprompts[] = {
    {FieldKind::phone, "reprompt_phone"},   {FieldKind::email, "reprompt_email"},
    {FieldKind::zip, "reprompt_zip"},       {FieldKind::date, "reprompt_date"},
    {FieldKind::timing, "reprompt_timing"}, {FieldKind::age, "reprompt_age"},
    {FieldKind::name, "reprompt_name"},     {FieldKind::urgency, "reprompt_urgency"},
    {FieldKind::yes_no, "reprompt_yes_no"}, {FieldKind::number, "reprompt_number_open"},
    {FieldKind::text, "reprompt_text"},
};

constexpr std::size_t kChoicesInWords = 5;  // more are not read out: the buttons show them

std::string choices_in_words(const Draft& draft) {
  std::vector<std::string> labels;
  for (const OfferedChoice& choice : draft.now.pending->choices) labels.push_back(choice.label);
  return or_list(draft, labels);
}

std::string reprompt_text(const Draft& draft, const Field& field) {
  const auto n = static_cast<std::size_t>(draft.now.pending->attempts - 1);
  if (draft.reading.invalid == "out_of_range" && field.least && field.most) {
    return phrase(draft, "reprompt_out_of_range", {{"least", *field.least}, {"most", *field.most}},
                  n);
  }
  if (field.kind == FieldKind::number && field.least && field.most) {
    return phrase(draft, "reprompt_number", {{"least", *field.least}, {"most", *field.most}}, n);
  }
  for (const Reprompt& row : kReprompts) {
    if (row.kind == field.kind) return phrase(draft, row.phrase, {}, n);
  }
  if (draft.now.pending->choices.size() > kChoicesInWords && !field.help.empty()) {
    return phrase(draft, "reprompt", {{"help", text_of(draft, field.help)}}, n);
  }
  return phrase(draft, "reprompt_choice", {{"choices", choices_in_words(draft)}}, n);
}

void offer_person(Draft& draft, const Field& field) {
  ask_own(draft, kOfferPerson, field.id, {},
          {{"yes", phrase(draft, "button_person")}, {"no", phrase(draft, "button_skip")}});
  draft.closed = true;
}

void use_default(Draft& draft, const flows::Item& item) {
  Fact fact;
  fact.field = draft.practice.dictionary[item.field].id;
  fact.value = *item.default_value;
  fact.source = Source::page;
  fact.confidence = 0.5;
  fact.at = draft.at();
  fact.inbound = draft.inbound.id;
  set_fact(draft, std::move(fact));
  draft.now.pending.reset();
}

void give_up(Draft& draft, const flows::Item& item) {
  if (item.then == flows::GiveUp::use_default && item.default_value)
    return use_default(draft, item);
  if (item.then == flows::GiveUp::offer_person)
    return offer_person(draft, draft.practice.dictionary[item.field]);
  if (skip_item(draft, true)) state(draft, phrase(draft, "skipped"));
}

}  // namespace

bool skip_item(Draft& draft, bool given_up) {
  if (!draft.now.pending) return false;
  const std::string item = draft.now.pending->item;
  if (item.starts_with('@')) return false;
  (given_up ? draft.now.episode.given_up : draft.now.episode.skipped).insert(item);
  draft.undo.skipped.push_back(item);
  draft.now.pending.reset();
  return true;
}

void give_up_field(Draft& draft, std::string_view field) {
  const flows::Flow* flow = draft.practice.flows.find(draft.now.episode.flow);
  if (!flow) return;
  for (const flows::Item& item : flow->items) {
    if (item.kind != flows::ItemKind::ask || draft.practice.dictionary[item.field].id != field)
      continue;
    draft.now.episode.given_up.insert(item.id);
    draft.undo.skipped.push_back(item.id);
  }
}

void reprompt(Draft& draft) {
  Pending& pending = *draft.now.pending;
  const flows::Flow* flow = draft.practice.flows.find(draft.now.episode.flow);
  const flows::Item* item = flow ? flow->item(pending.item) : nullptr;
  ++pending.attempts;
  if (!item) return;  // a question of the bot's own is put again by itself
  if (item->kind == flows::ItemKind::consent) {
    state(draft, phrase(draft, "reprompt_yes_no", {}, static_cast<std::size_t>(pending.attempts)));
    return;
  }
  if (pending.attempts > item->retries) return give_up(draft, *item);
  const Field& field = draft.practice.dictionary[item->field];
  state(draft, reprompt_text(draft, field));
}

}  // namespace anteroom::turn
