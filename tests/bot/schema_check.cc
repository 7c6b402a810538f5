#include "tests/bot/schema_check.h"

#include <functional>
#include <map>
#include <regex>

namespace anteroom::bot {
namespace {

using nlohmann::json;

bool is_of_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "number") return value.is_number();
  if (type == "integer") return value.is_number_integer();
  return type == "null" && value.is_null();
}

bool matches(const std::string& text, const std::string& pattern) {
  static std::map<std::string, std::regex> compiled;
  const auto [place, added] = compiled.try_emplace(pattern);
  if (added) place->second = std::regex(pattern, std::regex::ECMAScript);
  return std::regex_search(text, place->second);
}

class Checker {
 public:
  explicit Checker(const json& root) : x_root(root) {}

  void check(const json& schema, const json& value, const std::string& path) {
    for (const auto& [keyword, rule] : schema.items()) {
      const auto found = keywords().find(keyword);
      if (found == keywords().end())
        complain(path, "the schema has an unknown keyword " + keyword);
      else if (found->second)
        (this->*found->second)(schema, rule, value, path);
    }
  }
  std::vector<std::string> take() { return std::move(x_misfits); }

 private:
  using Check = void (Checker::*)(const json& schema, const json& rule, const json& value,
                                  const std::string& path);

  static const std::map<std::string, Check>& keywords() {
    static const std::map<std::string, Check> all = {
        {"$schema", nullptr},
        {"$defs", nullptr},
        {"title", nullptr},
        {"description", nullptr},
        {"patternProperties", nullptr},  // with properties
        {"type", &Checker::type},
        {"enum", &Checker::one_of},
        {"pattern", &Checker::pattern},
        {"minimum", &Checker::minimum},
        {"maximum", &Checker::maximum},
        {"items", &Checker::items},
        {"required", &Checker::required},
        {"properties", &Checker::properties},
        {"additionalProperties", &Checker::others},
        {"anyOf", &Checker::any_of},
        {"$ref", &Checker::reference},
    };
    return all;
  }

  void complain(const std::string& path, const std::string& why) {
    x_misfits.push_back(path + ": " + why);
  }

  void type(const json&, const json& rule, const json& value, const std::string& path) {
    const json types = rule.is_array() ? rule : json::array({rule});
    for (const json& one : types)
      if (is_of_type(value, one.get<std::string>())) return;
    complain(path, "is not of type " + rule.dump());
  }
  void one_of(const json&, const json& rule, const json& value, const std::string& path) {
    if (std::find(rule.begin(), rule.end(), value) == rule.end())
      complain(path, "is none of " + rule.dump());
  }
  void pattern(const json&, const json& rule, const json& value, const std::string& path) {
    if (value.is_string() && !matches(value.get<std::string>(), rule.get<std::string>()))
      complain(path, "does not match " + rule.get<std::string>());
  }
  void minimum(const json&, const json& rule, const json& value, const std::string& path) {
    if (value.is_number() && value.get<double>() < rule.get<double>()) complain(path, "is too low");
  }
  void maximum(const json&, const json& rule, const json& value, const std::string& path) {
    if (value.is_number() && value.get<double>() > rule.get<double>())
      complain(path, "is too high");
  }
  void items(const json&, const json& rule, const json& value, const std::string& path) {
    if (!value.is_array()) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(rule, value[i], path + "/" + std::to_string(i));
  }
  void required(const json&, const json& rule, const json& value, const std::string& path) {
    for (const json& key : rule)
      if (value.is_object() && !value.contains(key.get<std::string>()))
        complain(path, "lacks " + key.dump());
  }
  void properties(const json&, const json& rule, const json& value, const std::string& path) {
    if (!value.is_object()) return;
    for (const auto& [key, member] : value.items())
      if (rule.contains(key)) check(rule[key], member, path + "/" + key);
  }
  // A bare `false`, as all of ours are.
  void others(const json& schema, const json& rule, const json& value, const std::string& path) {
    if (rule != false) complain(path, "additionalProperties is not false in the schema");
    if (!value.is_object()) return;
    const json patterns = schema.value("patternProperties", json::object());
    for (const auto& [key, member] : value.items()) {
      bool known = schema.contains("properties") && schema["properties"].contains(key);
      for (const auto& [key_pattern, member_schema] : patterns.items()) {
        if (!matches(key, key_pattern)) continue;
        known = true;
        check(member_schema, member, path + "/" + key);
      }
      if (!known) complain(path, "has an unknown key " + key);
    }
  }
  void any_of(const json&, const json& rule, const json& value, const std::string& path) {
    for (const json& choice : rule) {
      Checker one(x_root);
      one.check(choice, value, path);
      if (one.x_misfits.empty()) return;
    }
    complain(path, "fits none of " + std::to_string(rule.size()) + " choices");
  }
  void reference(const json&, const json& rule, const json& value, const std::string& path) {
    const std::string start = "#", target = rule.get<std::string>();
    const json::json_pointer pointer(target.substr(start.size()));
    if (!x_root.contains(pointer)) return complain(path, "the schema has no " + target);
    check(x_root[pointer], value, path);
  }

  const json& x_root;
  std::vector<std::string> x_misfits;
};

}  // namespace

std::vector<std::string> misfits(const json& schema, const json& value) {
  Checker checker(schema);
  checker.check(schema, value, "");
  return checker.take();
}

json json_of_yaml(const Node& node) {
  if (node.is_list()) {
    json list = json::array();
    for (const Node& item : node.items()) list.push_back(json_of_yaml(item));
    return list;
  }
  if (node.is_map()) {
    json object = json::object();
    for (const auto& [key, value] : node.entries()) object[key.text()] = json_of_yaml(value);
    return object;
  }
  if (!node.is_scalar()) return {};
  if (node.is_boolean()) return node.boolean();
  if (node.is_integer()) return node.integer();
  if (node.is_number()) return node.number();
  return node.text();
}

}  // namespace anteroom::bot
