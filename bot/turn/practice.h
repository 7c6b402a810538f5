// A practice, loaded: everything the pure turn needs to know about a clinic, read once from its
// folder's files, checked, compiled and then shared by all turns. Immutable; a reload makes a new
// one.
#pragma once

#include <memory>
#include <string>

#include "bot/handoff/routing.h"
#include "bot/turn/answer_book.h"
#include "bot/understanding/understand.h"
#include "flows/flow.h"
#include "practice/language_pack.h"
#include "practice/understanding.h"
#include "scoring/scoring.h"

namespace anteroom::turn {

struct Practice {
  std::string version;  // hash of its files
  Profile profile;
  Dictionary dictionary;
  LanguagePacks packs;
  Understanding understanding;
  flows::Flows flows;
  scoring::Scoring scoring;
  handoff::Routing routing;
  std::unique_ptr<const understanding::Reader> reader;
  std::unique_ptr<const AnswerBook> answer_book;

  const flows::Flow& default_flow() const;
};

// Reads and lints everything; what is wrong goes to `found`. Null if there is an error: a practice
// with mistakes is not served. Models are taken from the shelf, or trained, which takes seconds.
std::shared_ptr<const Practice> load_practice(
    const PracticeFiles& files, Diagnostics& found,
    classifier::ModelShelf& shelf = classifier::shelf_of_this_process());

// Likewise, but only tells what is wrong: nothing is trained. Whether it could be served.
bool check_practice(const PracticeFiles& files, Diagnostics& found);

// The JSON Schema of one kind of file: practice, fields, flows, scoring, routing, understanding,
// language; null for another name.
nlohmann::json schema_of(std::string_view name);
std::vector<std::string> schema_names();

}  // namespace anteroom::turn
