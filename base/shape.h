// The shapes of YAML files as tables: one description checks a node (every mistake with its place,
// did-you-mean, what would be right), and is printed as a JSON Schema for editors. Readers look at
// nodes only after `check`.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/document.h"

namespace anteroom {

struct Shape;
using ShapePtr = std::shared_ptr<const Shape>;

struct Member {
  std::string name;
  ShapePtr shape;
  bool required = false;
  std::string about;  // one sentence for the editor's tooltip
};

struct Shape {
  enum class Kind : unsigned char {
    any,
    text,
    integer,
    number,
    boolean,
    one_of,
    matching,
    list,
    one_or_list,
    map,
    object,
    either,
    named
  };
  Kind kind = Kind::any;
  std::string about;
  std::vector<std::string> words;    // one_of: the allowed words
  std::string pattern;               // matching: an RE2 (whole text); map: of its keys
  std::string example;               // matching: what would be right, e.g. `20m`, `"8:00-17:00"`
  double least = 0, most = 0;        // integer, number (equal: unbounded)
  ShapePtr item;                     // list, one_or_list, map
  std::vector<Member> members;       // object
  std::vector<ShapePtr> choices;     // either: the first whose kind of node fits is checked
  std::string name;                  // named: a recursive shape, defined once ("condition")
  std::function<ShapePtr()> define;  // named: what it stands for
};

ShapePtr any_shape();
ShapePtr text_shape(std::string about = "");
ShapePtr id_shape(std::string about = "");  // lower-case letters, digits, _; begins with a letter
ShapePtr integer_shape(double least, double most, std::string about = "");
ShapePtr number_shape(double least, double most, std::string about = "");
ShapePtr boolean_shape(std::string about = "");
ShapePtr one_of_shape(std::vector<std::string> words, std::string about = "");
ShapePtr matching_shape(std::string pattern, std::string example, std::string about = "");
ShapePtr duration_shape(std::string about = "");  // "20m", "26h", "7d"
ShapePtr list_shape(ShapePtr item, std::string about = "");
ShapePtr one_or_list_shape(ShapePtr item, std::string about = "");
ShapePtr map_shape(ShapePtr item, std::string about = "",
                   std::string key_pattern = "[a-z][a-z0-9_]*");
ShapePtr object_shape(std::vector<Member> members, std::string about = "");
ShapePtr either_shape(std::vector<ShapePtr> choices, std::string about = "");
ShapePtr named_shape(std::string name, std::function<ShapePtr()> define);

// Reports every way in which the node is not of the shape; true if there is none.
bool check(const Node& node, const Shape& shape, Diagnostics& found);

// JSON Schema, draft 2020-12.
nlohmann::json json_schema(const Shape& shape, const std::string& title);

}  // namespace anteroom
