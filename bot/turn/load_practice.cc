#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/text.h"
#include "bot/turn/practice.h"
#include "flows/read_flow.h"

namespace anteroom::turn {
namespace {

constexpr std::string_view kFlowsFolder = "flows/";
constexpr std::string_view kLanguagesFolder = "languages/";

bool is_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.ends_with(".yaml");
}

std::string stem_of(std::string_view path, std::string_view folder) {
  return std::string(
      path.substr(folder.size(), path.size() - folder.size() - std::string_view(".yaml").size()));
}

class Loader {
 public:
  Loader(const PracticeFiles& files, Diagnostics& found) : x_files(files), x_found(found) {}

  std::shared_ptr<Practice> load() {
    auto practice = std::make_shared<Practice>();
    practice->version = version();
    const Node practice_yaml = parse_required("practice.yaml");
    const Node fields_yaml = parse_required("fields.yaml");
    const Node scoring_yaml = parse_required("scoring.yaml");
    const Node routing_yaml = parse_required("routing.yaml");
    practice->packs = LanguagePacks::shipped();
    LocalTextReader texts(practice_yaml["languages"].texts(), x_found, text_arguments(fields_yaml));
    overlay_languages(practice->packs, texts);
    practice->profile = read_profile(practice_yaml, practice->packs, texts, x_found);
    practice->dictionary =
        read_dictionary(fields_yaml, practice->profile, practice->packs, texts, x_found);
    practice->understanding =
        read_understanding(parse_optional("understanding.yaml"), x_files, practice->profile,
                           practice->dictionary, texts, x_found);
    lint(practice->understanding, practice->profile, x_found);
    look_for_more_red_flags(*practice);
    practice->routing = handoff::read_routing(routing_yaml, practice->profile, texts, x_found);
    practice->scoring = scoring::read_scoring(scoring_yaml, practice->dictionary, practice->profile,
                                              texts, x_found);
    read_flows(*practice, texts);
    check_references(*practice, practice_yaml, scoring_yaml);
    texts.report_unused_overlays();
    return practice;
  }

 private:
  std::string version() const {
    std::string all;
    for (const auto& [path, bytes] : x_files) {
      if (path.starts_with("conversations/")) continue;
      all += path;
      all += '\0';
      all += bytes;
      all += '\0';
    }
    return content_hash(all);
  }

  Node parse_required(const std::string& path) {
    const auto file = x_files.find(path);
    if (file != x_files.end()) return parse_yaml(path, file->second, x_found);
    x_found.error({path, 1, 1}, "missing_file",
                  "this file is missing; a practice has practice.yaml, fields.yaml, scoring.yaml, "
                  "routing.yaml and flows/*.yaml");
    return {};
  }

  Node parse_optional(const std::string& path) {
    const auto file = x_files.find(path);
    return file == x_files.end() ? Node() : parse_yaml(path, file->second, x_found);
  }

  static void look_for_more_red_flags(Practice& practice) {
    const auto& more = practice.understanding.red_flag_patterns;
    auto& patterns = practice.profile.emergency_patterns;
    patterns.insert(patterns.end(), more.begin(), more.end());
  }

  void overlay_languages(LanguagePacks& packs, LocalTextReader& texts) {
    for (const auto& [path, bytes] : x_files) {
      if (!is_in(path, kLanguagesFolder)) continue;
      const Node yaml = parse_yaml(path, bytes, x_found);
      const std::string language = stem_of(path, kLanguagesFolder);
      packs.overlay(yaml, language, x_found);
      texts.overlay(language, yaml["texts"]);
    }
  }

  void read_flows(Practice& practice, LocalTextReader& texts) {
    const flows::Known known = known_to_flows(practice);
    for (const auto& [path, bytes] : x_files) {
      if (!is_in(path, kFlowsFolder)) continue;
      const Node yaml = parse_yaml(path, bytes, x_found);
      if (yaml) practice.flows.flows.push_back(flows::read_flow(yaml, known, texts, x_found));
    }
    flows::lint(practice.flows, known, x_found);
  }

  static flows::Known known_to_flows(const Practice& practice) {
    flows::Known known{
        practice.profile, practice.dictionary, practice.routing.queue_ids(), {}, {}, {}};
    for (const Topic& topic : practice.understanding.topics) known.topics.push_back(topic.id);
    for (const scoring::Tier& tier : practice.scoring.tiers) known.tiers.push_back(tier.id);
    for (const scoring::Group& group : practice.scoring.groups) {
      for (const scoring::Rule& rule : group.rules) {
        const auto fields = rule.when.fields();
        known.used_elsewhere.insert(known.used_elsewhere.end(), fields.begin(), fields.end());
      }
    }
    return known;
  }

  void check_references(const Practice& practice, const Node& practice_yaml,
                        const Node& scoring_yaml) {
    if (practice.flows.flows.empty()) {
      x_found.error({"flows", 1, 1}, "no_flows",
                    "there is no flow; write one in flows/, e.g. flows/new_visit.yaml");
    } else if (practice_yaml["default_flow"] &&
               !practice.flows.find(practice.profile.default_flow)) {
      x_found.error(
          practice_yaml["default_flow"].place(), "unknown_flow",
          "there is no flow '" + practice.profile.default_flow + "'" + did_you_mean(practice));
    }
    for (std::size_t i = 0; i < practice.scoring.tiers.size(); ++i) {
      const scoring::Tier& tier = practice.scoring.tiers[i];
      if (tier.queue.empty() || practice.routing.queue(tier.queue)) continue;
      x_found.error(scoring_yaml["tiers"].items()[i]["queue"].place(), "unknown_queue",
                    "there is no queue '" + tier.queue + "' in routing.yaml");
    }
  }

  static std::string did_you_mean(const Practice& practice) {
    std::vector<std::string_view> ids;
    for (const flows::Flow& flow : practice.flows.flows) ids.push_back(flow.id);
    const std::string_view near = nearest_word(practice.profile.default_flow, ids);
    return near.empty() ? std::string() : "; did you mean '" + std::string(near) + "'?";
  }

  const PracticeFiles& x_files;
  Diagnostics& x_found;
};

}  // namespace

const flows::Flow& Practice::default_flow() const {
  const flows::Flow* flow = flows.find(profile.default_flow);
  return flow ? *flow : flows.flows.front();
}

std::shared_ptr<const Practice> load_practice(const PracticeFiles& files, Diagnostics& found,
                                              classifier::ModelShelf& shelf) {
  std::shared_ptr<Practice> practice = Loader(files, found).load();
  if (found.has_errors()) return nullptr;
  practice->reader = std::make_unique<understanding::Reader>(
      practice->profile, practice->dictionary, practice->packs, practice->understanding, shelf);
  practice->answer_book = std::make_unique<AnswerBook>(practice->understanding, practice->packs);
  return practice;
}

bool check_practice(const PracticeFiles& files, Diagnostics& found) {
  Loader(files, found).load();
  return !found.has_errors();
}

namespace {

struct NamedShape {
  std::string_view name;
  ShapePtr (*shape)();
};

constexpr NamedShape kShapes[] = {
    {"practice", practice_shape},        {"fields", fields_shape},
    {"flows", flows::flow_shape},        {"scoring", scoring::scoring_shape},
    {"routing", handoff::routing_shape}, {"understanding", understanding_shape},
    {"language", language_shape},
};

}  // namespace

nlohmann::json schema_of(std::string_view name) {
  for (const NamedShape& row : kShapes) {
    if (row.name == name) return json_schema(*row.shape(), "Anteroom " + std::string(name));
  }
  return nullptr;
}

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (const NamedShape& row : kShapes) names.emplace_back(row.name);
  return names;
}

}  // namespace anteroom::turn
