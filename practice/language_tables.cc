// The tables of everything that the program says and hears: a language pack has exactly these.
#include "practice/language_pack.h"

namespace anteroom {

const std::vector<PhraseSlot>& phrase_slots() {
  static const std::vector<PhraseSlot> kSlots = {
      // What was understood
      {"noted", {"value", "field"}, "One answer was taken down, said in passing."},
      {"noted_several", {"values"}, "Several answers were taken down, said in passing."},
      {"corrected", {"value"}, "An answer was changed to this value."},
      {"which_holds", {"a", "b"}, "Two answers disagree: which one holds?"},
      {"confirm_stale", {"value"}, "An older answer is still assumed, said in passing."},
      {"no_longer_counts", {"values"}, "Answers that a change has made irrelevant."},
      {"counts_again", {"values"}, "Answers that a change has made relevant again."},
      {"not_offered_there",
       {"value", "service"},
       "The location does not offer the service; it is asked again."},
      {"not_accepting_there",
       {"value", "service"},
       "The location takes no new patients for the service; it is asked again."},
      {"value_gone", {"value", "service"}, "An answer is no longer possible; it is asked again."},
      {"question_kept", {}, "A question was kept, to be passed on to staff."},
      {"message_cut", {"kept"}, "Only the beginning of a very long text was read."},

      // Asking again
      {"reprompt", {"help"}, "None of many choices was recognised; the question's help follows."},
      {"reprompt_choice", {"choices"}, "None of the choices was recognised."},
      {"reprompt_phone", {}, "That is not a phone number."},
      {"reprompt_email", {}, "That is not an e-mail address."},
      {"reprompt_zip", {}, "That is not a ZIP code."},
      {"reprompt_date", {}, "That is not a day."},
      {"reprompt_timing", {}, "That is not a day or a span of days."},
      {"reprompt_age", {}, "That is not an age."},
      {"reprompt_number", {"least", "most"}, "That is not a number in the range."},
      {"reprompt_number_open", {}, "That is not a number."},
      {"reprompt_name", {}, "That is not a name."},
      {"reprompt_text", {}, "There was nothing to take down."},
      {"reprompt_urgency", {}, "How soon was not recognised."},
      {"reprompt_yes_no", {}, "Neither yes nor no was recognised."},
      {"reprompt_out_of_range", {"least", "most"}, "The value is too small or too large."},
      {"repeat_prefix", {}, "Before a question that is repeated on request."},
      {"not_understood", {}, "Nothing was understood, and nothing had been asked."},

      // Subjects
      {"which_topic", {"a", "b"}, "What is it about: one of two topics?"},
      {"something_else", {}, "Neither of the two topics was meant: asks for other words."},
      {"also_asked", {"topic"}, "Another topic was named before: go on with it now?"},
      {"comes_later", {"topic"}, "Another topic was named: it comes after this one."},
      {"left_out", {}, "The other topic is left out."},
      {"greeting_back", {}, "A greeting is answered."},
      {"you_are_welcome", {}, "Thanks are answered."},
      {"stay_calm", {}, "An insult is answered, calmly."},
      {"topic_scheduling", {}, "A topic, as in: you also asked about an appointment."},
      {"topic_referral_request", {}, "A topic."},
      {"topic_previsit_needs", {}, "A topic."},
      {"topic_billing_insurance", {}, "A topic."},
      {"topic_location_hours", {}, "A topic."},
      {"topic_rx_refill", {}, "A topic."},
      {"topic_test_results", {}, "A topic."},
      {"topic_pricing", {}, "A topic."},
      {"topic_human", {}, "A topic."},
      {"topic_complaint", {}, "A topic."},
      {"topic_business_inquiry", {}, "A topic."},

      // Answers from the practice's data
      {"answer_open_until", {"place", "to"}, "Open now, until this hour of today."},
      {"answer_opens_at", {"place", "from", "to"}, "Not open yet today."},
      {"answer_closed_now", {"place"}, "Not open any more today, or not at all."},
      {"answer_tomorrow", {"hours"}, "The hours of tomorrow."},
      {"answer_closed_tomorrow", {}, "Closed tomorrow."},
      {"answer_open_on", {"place", "day", "hours"}, "The hours of a day."},
      {"answer_closed_on", {"place", "day"}, "Closed on a day."},
      {"answer_address", {"place", "address"}, "Where an office is."},
      {"answer_phone", {"place", "phone"}, "An office's phone number."},
      {"answer_at", {"place", "text"}, "A practice's own text about one of several offices."},
      {"answer_payer_yes", {"payer"}, "This insurance is taken."},
      {"answer_payer_no", {"payer", "payers"}, "This insurance is not taken; these are."},
      {"answer_payers", {"payers"}, "What is taken."},
      {"answer_service_yes", {"service", "places"}, "Offered, and where."},
      {"answer_service_elsewhere", {"service", "place", "places"}, "Offered, but not there."},
      {"answer_services", {"services"}, "What is offered."},
      {"answer_services_at", {"place", "services"}, "What is offered at an office."},
      {"answer_new_patients", {"places"}, "New patients are taken here."},
      {"answer_new_patients_not",
       {"place", "places"},
       "Not taken there; there is room at these places."},
      {"answer_no_new_patients", {}, "No new patients are taken."},
      {"time_of_day", {"h12", "h24", "minutes", "half"}, "An hour: 6 pm, 18:00."},

      // Controls
      {"not_skippable", {"field"}, "This question cannot be skipped, and why."},
      {"skipped", {}, "The question was skipped."},
      {"offer_person_or_skip",
       {},
       "A question did not work out: offers a person, or going on without it."},
      {"going_back", {}, "The last answer was taken back."},
      {"nothing_to_go_back", {}, "There is no answer to take back."},
      {"started_over", {}, "A new request was opened."},
      {"new_request",
       {},
       "Another service for another person: a new request beside the one handed off."},
      {"help", {"accepted"}, "What the pending question accepts, and what can always be written."},
      {"help_general", {}, "What can always be written."},
      {"language_name", {}, "The language's own name."},
      {"language_switched", {}, "The conversation goes on in this language."},
      {"language_unknown", {"languages"}, "The language asked for is not spoken; these are."},
      {"i_am_automated", {"practice"}, "The answer to: are you a bot?"},
      {"opted_out", {}, "Texts were stopped."},

      // People
      {"handed_off", {}, "Handed to a person, where the queue has no words of its own."},
      {"asked_for_person", {}, "A person was asked for, and is called."},
      {"person_coming", {}, "A person was asked for, and has been called already."},

      // Course of the conversation
      {"red_flag_paused",
       {},
       "After an emergency text: offers to go on where this is no emergency."},
      {"resumed", {}, "Goes on after such a pause."},
      {"expired_welcome_back", {}, "After a long silence a new request begins."},
      {"all_done", {}, "Everything was asked, and a person has it."},
      {"nothing_left", {}, "Everything was asked, and nobody was called."},
      {"too_many_turns", {}, "The conversation has grown too long; a person takes over."},

      // Buttons
      {"button_yes", {}, "Button, and the label of yes."},
      {"button_no", {}, "Button, and the label of no."},
      {"button_skip", {}, "Button."},
      {"button_back", {}, "Button."},
      {"button_start_over", {}, "Button."},
      {"button_help", {}, "Button."},
      {"button_person", {}, "Button: talk to a person."},
      {"button_something_else", {}, "Button: neither of two topics."},
      {"button_language", {}, "Button that switches to this language, in this language."},
      {"go_on_button", {}, "Button: this is not an emergency, go on."},

      // Values
      {"urgency_emergency", {}, "How soon."},
      {"urgency_today", {}, "How soon."},
      {"urgency_this_week", {}, "How soon."},
      {"urgency_this_month", {}, "How soon."},
      {"urgency_flexible", {}, "How soon."},
      {"age_years", {"count"}, "An age."},
      {"age_months", {"count"}, "An infant's age."},
      {"age_days", {"count"}, "A newborn's age."},
      {"from_to", {"from", "to"}, "A span of days."},

      // Conditions in words, for staff
      {"condition_always", {}, "A condition that always holds."},
      {"condition_is", {"field", "value"}, "A field has a value, or one of several."},
      {"condition_not", {"condition"}, "It does not hold."},
      {"condition_known", {"field", "count"}, "One or several fields are known."},
      {"condition_unknown", {"field", "count"}, "One or several fields are not known."},
      {"condition_at_least", {"field", "value"}, "A comparison."},
      {"condition_above", {"field", "value"}, "A comparison."},
      {"condition_at_most", {"field", "value"}, "A comparison."},
      {"condition_below", {"field", "value"}, "A comparison."},
      {"condition_tier", {}, "What the lead's tier is called."},
      {"condition_language", {}, "What the conversation's language is called."},
      {"condition_channel", {}, "What the conversation's channel is called."},
      {"condition_flow", {}, "What the active flow is called."},
      {"condition_red_flag", {}, "A sign of an emergency was seen."},
      {"condition_no_red_flag", {}, "No sign of an emergency was seen."},
      {"condition_consent", {"consent"}, "A consent was given."},
      {"condition_event", {"event", "count"}, "An event was seen so often."},
      {"condition_event_topic", {"topic"}, "Continues it: about a topic."},
      {"condition_event_within", {"duration"}, "Continues it: within a time."},

      // Points that a cap takes away, for staff
      {"score_cap_group", {"points", "group"}, "A group of rules gives no more than this."},
      {"score_cap_fit", {"points"}, "Fit as a whole gives no more than this."},
      {"score_cap_intent", {"points"}, "Readiness as a whole gives no more than this."},

      // The summary that staff get with a handoff
      {"summary_red_flags", {}, "Heading."},
      {"summary_questions", {}, "Heading: what the visitor asked and nobody answered."},
      {"summary_also_said", {}, "Heading: answers that did not do, in the visitor's words."},
      {"summary_missing", {}, "Heading: what is not known yet."},
      {"summary_texting", {}, "Heading: whether the person may be texted."},
      {"summary_may_text", {}, "They agreed to text messages."},
      {"summary_do_not_text", {}, "They did not agree to text messages."},
      {"summary_score", {}, "Heading."},
      {"summary_to_confirm", {}, "Heading: answers in doubt, which are asked again."},
      {"summary_no_longer", {}, "Heading: answers that a change has made irrelevant."},
      {"summary_happened", {}, "Heading: what happened so far."},
      {"summary_so_far", {"turns", "opened", "flow"}, "How long, since when, in which flow."},
  };
  return kSlots;
}

namespace {

// Fields that mean the same in every practice: their words come with the program.
struct SharedChoices {
  std::string_view field;
  std::vector<std::string_view> choices;
};
const std::vector<SharedChoices> kSharedChoices = {
    {"for_whom", {"self", "child", "parent", "partner", "patient", "other"}},
    {"preferred_channel", {"text", "call", "email", "chat"}},
    {"preferred_time", {"morning", "afternoon", "evening"}},
    {"referral", {"have_it", "in_progress", "not_yet"}},
    {"documents", {"order", "notes", "images", "insurance_card", "nothing_yet"}},
    {"decision_maker", {"self", "other"}},
};

std::vector<WordList> make_word_lists() {
  std::vector<WordList> lists = {
      {"yes", "Answers to a yes/no question."},
      {"no", "Answers to a yes/no question."},
      {"not_sure", "The visitor cannot say; counts as an answer declined."},
      {"back", "Take the last answer back."},
      {"start_over", "Begin a new request."},
      {"skip", "Leave this question out."},
      {"help", "What can I write?"},
      {"repeat", "Say the question again."},
      {"person", "Ask for a person."},
      {"are_you_a_bot", "Ask what this is."},
      {"go_on", "After an emergency text: go on."},
      {"opt_out", "Whole messages that stop texts."},
      {"opt_out_phrase", "Stop texts, within a longer message."},
      {"correction", "Marks that what follows replaces an answer."},
      {"question", "How a question begins, where it has no question mark."},
      {"filler", "Words that carry nothing beside a control or an answer."},
      {"polite", "Words that may stand beside a keyword such as STOP."},
      {"no_slip", "Words that look like a misspelt service, office or day, and are none."},
      {"joiner", "Between two things that are named together."},
      {"option", "Beside a number that picks a choice: option 2."},
      {"function_words", "Frequent small words by which the language of a text is guessed."},
      {"language_en", "Names of English."},
      {"language_es", "Names of Spanish."},
      {"language_request", "What makes a language's name a request."},
      {"today", "A day."},
      {"tonight", "A day."},
      {"tomorrow", "A day."},
      {"day_after_tomorrow", "A day."},
      {"yesterday", "A day."},
      {"this_week", "A span."},
      {"next_week", "A span."},
      {"this_month", "A span."},
      {"next_month", "A span."},
      {"this_fortnight", "A span: half a month."},
      {"next_fortnight", "A span."},
      {"weekend", "A span."},
      {"asap", "As soon as it can be."},
      {"flexible", "Any time will do."},
      {"emergency", "An emergency, as an answer to how soon."},
      {"unit_day", "In 3 days."},
      {"unit_week", "In 2 weeks."},
      {"unit_fortnight", "In a fortnight."},
      {"unit_month", "In 2 months."},
      {"unit_year", "In 1 year."},
      {"within", "Before a number of days or weeks."},
      {"at_most", "Before a number of days or weeks that must not be passed."},
      {"past", "Beside a day or a span that is over."},
      {"from_now", "After a number of days or weeks."},
      {"next", "Before a weekday: the one after this week's."},
      {"this", "Before a weekday: the coming one."},
      {"early_in", "Before a week or month: its beginning."},
      {"middle_of", "Before a week or month: its middle."},
      {"late_in", "Before a week or month: its end."},
      {"week_of", "Before a day: the week it lies in."},
      {"on_day", "Before a day of the month alone: on the 15th."},
      {"until", "Between the two ends of a span."},
      {"after", "Before a day: from it on."},
      {"before", "Before a day: up to it."},
      {"article_one", "A number before a unit: in a week."},
      {"age_years", "After a number: an age in years."},
      {"age_months", "After a number: an age in months."},
      {"age_weeks", "After a number: an age in weeks."},
      {"age_days", "After a number: an age in days."},
      {"age_intro", "Before a number: it is an age."},
      {"age_claim", "Before a number alone: it is an age in years."},
      {"age_bound", "After a number: it is nobody's age."},
      {"newborn", "An age of no days."},
      {"sex", "Beside an age alone: 34 male."},
      {"own", "Before a noun for a person: it is the writer's."},
      {"on_behalf_of", "Before a noun for a person: the visit is for them."},
      {"describes", "Between those and the noun: little, oldest."},
      {"little_one", "A child that needs no word such as my before it."},
      {"does", "After a person that a message begins with: the message is about them."},
      {"mentions", "After a person who is only mentioned: recommended you."},
      {"mentioned_as", "Before a person who is only mentioned: recommended by."},
      {"belongings", "After a person: what is theirs and no reason to come."},
      {"thing", "After an age: what is no person."},
      {"unborn", "May be a child that is not yet born."},
      {"expecting", "Says that a child is not yet born."},
      {"name_intro", "Before a name."},
      {"other_name_intro", "Before a name that is not the writer's."},
      {"sign_off", "At the end of a message, before the name it is signed with."},
      {"negation", "Turns what follows into its opposite."},
      {"all_of_them", "Every choice at once."},
      {"vague_number", "A number that is none: a few."},
      {"ask_hours", "Asks when it is open."},
      {"ask_address", "Asks where it is."},
      {"ask_phone", "Asks for a phone number of the practice."},
      {"ask_directions", "Asks how to get there."},
      {"ask_parking", "Asks where to park."},
      {"ask_payers", "Asks which insurance is taken."},
      {"ask_taken", "Asks whether something is taken: counts beside a payer."},
      {"ask_price", "Asks what it costs."},
      {"ask_preparation", "Asks how to prepare."},
      {"ask_bring", "Asks what to bring."},
      {"ask_services", "Asks what is offered."},
      {"ask_offered", "Asks whether something is offered: counts beside a service."},
      {"ask_new_patients", "Asks whether new patients are taken."},
      {"greeting", "A greeting, which is no answer."},
      {"thanks", "Thanks, which are no answer."},
      {"abuse", "Insults."},
  };
  for (const char* day :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    lists.push_back({day, "A day of the week."});
  }
  for (const char* month : {"january", "february", "march", "april", "may", "june", "july",
                            "august", "september", "october", "november", "december"}) {
    lists.push_back({month, "A month."});
  }
  for (const char* holiday : {"christmas", "new_year", "thanksgiving"})
    lists.push_back({holiday, "A holiday."});
  for (const SharedChoices& field : kSharedChoices) {
    for (const std::string_view choice : field.choices) {
      const std::string list = std::string(field.field) + "_" + std::string(choice);
      lists.push_back({list, "A choice of a field that every practice shares, where it has both."});
      lists.push_back({list + "_asked", "The same, heard only where the field is asked for."});
      if (field.field == "for_whom" && choice != "self")
        lists.push_back({list + "_noun", "A noun for them, heard where such a person is meant."});
    }
  }
  for (int number = 1; number <= 31; ++number) {
    lists.push_back({"number_" + std::to_string(number), "A number in words."});
    lists.push_back(
        {"ordinal_" + std::to_string(number), "A day of the month, or a place in a list."});
  }
  for (int tens = 40; tens <= 90; tens += 10)
    lists.push_back({"number_" + std::to_string(tens), "A number in words."});
  return lists;
}

}  // namespace

const std::vector<WordList>& word_lists() {
  static const std::vector<WordList> kLists = make_word_lists();
  return kLists;
}

}  // namespace anteroom
