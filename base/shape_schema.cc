#include <cstdint>
#include <nlohmann/json.hpp>

#include "base/shape.h"

namespace anteroom {
namespace {

using Json = nlohmann::json;
using Kind = Shape::Kind;

class SchemaWriter {
 public:
  Json write(const Shape& shape) {
    Json schema = kind_of(shape);
    if (!shape.about.empty()) schema["description"] = shape.about;
    return schema;
  }
  const Json& definitions() const { return x_definitions; }

 private:
  Json kind_of(const Shape& shape) {
    switch (shape.kind) {
      case Kind::any:
        break;
      case Kind::text:
        return {{"type", {"string", "number", "boolean"}}};  // any scalar, as written
      case Kind::integer:
        return ranged<std::int64_t>("integer", shape);
      case Kind::number:
        return ranged<double>("number", shape);
      case Kind::boolean:
        return {{"type", "boolean"}};
      case Kind::one_of:
        return {{"enum", shape.words}};
      case Kind::matching:
        return {{"type", {"string", "number"}}, {"pattern", whole(shape.pattern)}};
      case Kind::list:
        return list(shape);
      case Kind::one_or_list:
        return {{"anyOf", {write(*shape.item), list(shape)}}};
      case Kind::map:
        return map(shape);
      case Kind::object:
        return object(shape);
      case Kind::either:
        return either(shape);
      case Kind::named:
        return named(shape);
    }
    return Json::object();
  }

  static std::string whole(const std::string& pattern) { return "^(?:" + pattern + ")$"; }

  template <class Number>
  static Json ranged(const char* type, const Shape& shape) {
    Json schema{{"type", type}};
    if (shape.least == shape.most) return schema;
    schema["minimum"] = static_cast<Number>(shape.least);
    schema["maximum"] = static_cast<Number>(shape.most);
    return schema;
  }

  Json list(const Shape& shape) { return {{"type", "array"}, {"items", write(*shape.item)}}; }

  Json map(const Shape& shape) {
    return {{"type", "object"},
            {"patternProperties", {{whole(shape.pattern), write(*shape.item)}}},
            {"additionalProperties", false}};
  }

  Json object(const Shape& shape) {
    Json schema{
        {"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
    for (const Member& member : shape.members) {
      Json property = write(*member.shape);
      if (!member.about.empty()) property["description"] = member.about;
      schema["properties"][member.name] = std::move(property);
      if (member.required) schema["required"].push_back(member.name);
    }
    return schema;
  }

  Json either(const Shape& shape) {
    Json schema;
    for (const ShapePtr& choice : shape.choices) schema["anyOf"].push_back(write(*choice));
    return schema;
  }

  Json named(const Shape& shape) {
    if (!x_definitions.contains(shape.name)) {
      x_definitions[shape.name] = Json::object();  // known before it is written: it may hold itself
      x_definitions[shape.name] = write(*shape.define());
    }
    return {{"$ref", "#/$defs/" + shape.name}};
  }

  Json x_definitions = Json::object();
};

}  // namespace

nlohmann::json json_schema(const Shape& shape, const std::string& title) {
  SchemaWriter writer;
  Json schema = writer.write(shape);
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = title;
  if (!writer.definitions().empty()) schema["$defs"] = writer.definitions();
  return schema;
}

}  // namespace anteroom
