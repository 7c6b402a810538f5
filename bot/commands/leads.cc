#include <CLI/CLI.hpp>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "bot/commands/commands.h"
#include "bot/turn_json.h"
#include "bot/turn_record.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

struct Options {
  std::string store = "sqlite:anteroom.db";
  std::string id;
  bool json = false;
  bool all = false;
};

json lead_json(const Case& lead) {
  const Episode& episode = lead.episode;
  return {{"lead", lead.id},
          {"language", lead.language},
          {"flow", episode.flow},
          {"episode", episode.number},
          {"tier", lead.tier.tier},
          {"tier_since", to_text(lead.tier.since)},
          {"total", lead.tier.total},
          {"fit", lead.tier.fit},
          {"intent", lead.tier.intent},
          {"certainty", lead.tier.certainty},
          {"last_inbound", to_text(lead.last_inbound)},
          {"asks", turn::asks(lead).empty() ? json() : json(turn::asks(lead))},
          {"red_flags", episode.red_flags},
          {"facts", facts_json(lead)},
          {"consents", consents_json(lead.consents)},
          {"handoff", episode.handoff ? json(episode.handoff->id) : json()}};
}

void print_lead(const Case& lead, bool as_json) {
  if (as_json) {
    std::printf("%s\n", lead_json(lead).dump().c_str());
    return;
  }
  std::string facts;
  for (const Fact& fact : lead.facts)
    facts += (facts.empty() ? "" : ", ") + fact.field + ": " + to_json(fact.value).dump();
  std::printf("%s  %s %d (fit %d, intent %d)  %s%s  %s\n", lead.id.c_str(), lead.tier.tier.c_str(),
              lead.tier.total, lead.tier.fit, lead.tier.intent, to_text(lead.last_inbound).c_str(),
              lead.episode.handoff ? "  handed off" : "", facts.c_str());
}

int complain(const Error& error) {
  std::fprintf(stderr, "%s\n", to_text(error).c_str());
  return 1;
}

int list_leads(const Options& options) {
  const auto store = store_or_complain(options.store);
  if (!store) return 1;
  constexpr std::size_t kPage = 500;
  for (std::string after;;) {
    const auto page = store->cases(after, kPage);
    if (!page) return complain(page.error());
    for (const std::string& id : *page) {
      if (!options.id.empty() && id != options.id) continue;
      const auto lead = load_case(*store, id);
      if (!lead) return complain(lead.error());
      print_lead(*lead, options.json);
      if (!options.id.empty()) return 0;
    }
    if (page->size() < kPage)
      return options.id.empty() ? 0 : complain({"lead " + options.id, "is not in this store"});
    after = page->back();
  }
}

json row_json(const store::HandoffRow& row) {
  return {{"id", row.id},
          {"lead", row.case_id},
          {"queue", row.queue},
          {"tier", row.tier},
          {"state", row.state},
          {"opened", to_text(row.opened)},
          {"due", to_text(row.due)},
          {"summary", json::parse(row.summary, nullptr, false)}};
}

void print_handoff(const store::HandoffRow& row, bool as_json) {
  if (as_json) {
    std::printf("%s\n", row_json(row).dump().c_str());
    return;
  }
  const json summary = json::parse(row.summary, nullptr, false);
  std::printf("%s  %s  tier %s  due %s  (%s)\n", row.id.c_str(), row.queue.c_str(),
              row.tier.c_str(), to_text(row.due).c_str(), row.state.c_str());
  if (summary.is_object() && summary.contains("text"))
    std::printf("%s\n", summary["text"].get<std::string>().c_str());
}

int list_handoffs(const Options& options) {
  const auto store = store_or_complain(options.store);
  if (!store) return 1;
  const auto rows = store->handoffs(!options.all);
  if (!rows) return complain(rows.error());
  bool found = options.id.empty();
  for (const store::HandoffRow& row : *rows) {
    if (!options.id.empty() && row.id != options.id) continue;
    print_handoff(row, options.json);
    found = true;
  }
  return found ? 0 : complain({"handoff " + options.id, "is not in this store"});
}

CLI::App* add_list(CLI::App& app, const std::string& name, const std::string& about,
                   const std::shared_ptr<Options>& options) {
  CLI::App* command = app.add_subcommand(name, about);
  command->add_option("id", options->id, "Only this one");
  command->add_option("--store", options->store, "Where they are stored, sqlite:FILE")
      ->capture_default_str();
  command->add_flag("--json", options->json, "One JSON object a line");
  return command;
}

}  // namespace

void add_leads(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  add_list(app, "leads", "List leads with their score and what is known", options)
      ->callback([options, &exit_code] { exit_code = list_leads(*options); });
}

void add_handoffs(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_list(
      app, "handoffs", "List handoffs, what is due first on top, with their summaries", options);
  command->add_flag("--all", options->all, "Closed ones, too");
  command->callback([options, &exit_code] { exit_code = list_handoffs(*options); });
}

}  // namespace anteroom::bot
