#include "base/shape.h"

#include <utility>

namespace anteroom {
namespace {

constexpr const char* kIdPattern = "[a-z][a-z0-9_]*";
constexpr const char* kDurationPattern = "[1-9][0-9]{0,8}(ms|s|m|h|d|w)";

std::shared_ptr<Shape> made(Shape::Kind kind, std::string about) {
  auto shape = std::make_shared<Shape>();
  shape->kind = kind;
  shape->about = std::move(about);
  return shape;
}

ShapePtr ranged(Shape::Kind kind, double least, double most, std::string about) {
  auto shape = made(kind, std::move(about));
  shape->least = least;
  shape->most = most;
  return shape;
}

ShapePtr of_items(Shape::Kind kind, ShapePtr item, std::string about) {
  auto shape = made(kind, std::move(about));
  shape->item = std::move(item);
  return shape;
}

}  // namespace

ShapePtr any_shape() { return made(Shape::Kind::any, ""); }

ShapePtr text_shape(std::string about) { return made(Shape::Kind::text, std::move(about)); }

ShapePtr id_shape(std::string about) {
  return matching_shape(kIdPattern, "new_visit", std::move(about));
}

ShapePtr integer_shape(double least, double most, std::string about) {
  return ranged(Shape::Kind::integer, least, most, std::move(about));
}

ShapePtr number_shape(double least, double most, std::string about) {
  return ranged(Shape::Kind::number, least, most, std::move(about));
}

ShapePtr boolean_shape(std::string about) { return made(Shape::Kind::boolean, std::move(about)); }

ShapePtr one_of_shape(std::vector<std::string> words, std::string about) {
  auto shape = made(Shape::Kind::one_of, std::move(about));
  shape->words = std::move(words);
  return shape;
}

ShapePtr matching_shape(std::string pattern, std::string example, std::string about) {
  auto shape = made(Shape::Kind::matching, std::move(about));
  shape->pattern = std::move(pattern);
  shape->example = std::move(example);
  return shape;
}

ShapePtr duration_shape(std::string about) {
  return matching_shape(kDurationPattern, "20m", std::move(about));
}

ShapePtr list_shape(ShapePtr item, std::string about) {
  return of_items(Shape::Kind::list, std::move(item), std::move(about));
}

ShapePtr one_or_list_shape(ShapePtr item, std::string about) {
  return of_items(Shape::Kind::one_or_list, std::move(item), std::move(about));
}

ShapePtr map_shape(ShapePtr item, std::string about, std::string key_pattern) {
  auto shape = made(Shape::Kind::map, std::move(about));
  shape->item = std::move(item);
  shape->pattern = std::move(key_pattern);
  return shape;
}

ShapePtr object_shape(std::vector<Member> members, std::string about) {
  auto shape = made(Shape::Kind::object, std::move(about));
  shape->members = std::move(members);
  return shape;
}

ShapePtr either_shape(std::vector<ShapePtr> choices, std::string about) {
  auto shape = made(Shape::Kind::either, std::move(about));
  shape->choices = std::move(choices);
  return shape;
}

ShapePtr named_shape(std::string name, std::function<ShapePtr()> define) {
  auto shape = made(Shape::Kind::named, "");
  shape->name = std::move(name);
  shape->define = std::move(define);
  return shape;
}

}  // namespace anteroom
