// The kinds of items, in one visible table (item_kinds.cc): how each is written, read, checked
// against its flow, and when it is done. The reader and next_step go through this table only: a new
// kind is a row there and a file in tests/flows/item_kinds.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/case.h"
#include "flows/flow.h"
#include "flows/read_flow.h"

namespace anteroom::flows {

// Where one item is read from, and what it may refer to.
struct ItemSource {
  const Node& yaml;
  const Node& subject;  // the value beside the kind's name; missing where the kind stands alone
  const Known& known;
  Diagnostics& found;
};

struct ItemKindRow {
  ItemKind kind;
  std::string_view name;
  std::string_view about;
  std::span<const std::string_view> keys;  // besides `id` and `when`
  // False: the item cannot be used (its field does not exist).
  bool (*read)(const ItemSource& source, Item& item);
  // After all items of the flow are read.
  void (*check)(const ItemSource& source, const Flow& flow, const Item& item);
  bool (*is_done)(const Item& item, const Case& a_case, const FactView& counting);
};

std::span<const ItemKindRow> item_kinds();  // in the order of ItemKind
const ItemKindRow& row_of(ItemKind kind);

// The first item that asks the field; null: the flow never does.
const Item* first_ask(const Flow& flow, FieldIndex field);

// Whether `when` reads a field that the flow asks only in this item or below it: an error, since it
// could not count yet.
bool reads_too_early(const Flow& flow, const Item& item, FieldIndex field);

}  // namespace anteroom::flows
