// The other half of base/stored.h: lists, sets and maps, whose differences hold only the items that
// changed.
#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/stored.h"

namespace anteroom::stored {

// Reads the member `key` of a difference, if it is there, item by item.
template <class Visit>
bool for_each_item(const Json& json, const char* key, const Visit& visit) {
  const auto items = json.find(key);
  if (items == json.end()) return true;
  return items->is_array() && std::all_of(items->begin(), items->end(), visit);
}

// The difference of a list: {"remove": [index before, …], "set": [[index after, item], …], "add":
// [item, …]}. Items that stay keep their order, so removing, setting and adding (in this order)
// give exactly the list after.
template <class T>
struct Codec<std::vector<T>> {
  static void write(JsonWriter& out, const std::vector<T>& list) {
    out.open_array();
    for (const T& item : list) Codec<T>::write(out, item);
    out.close_array();
  }

  static bool read(const Json& json, std::vector<T>& list, std::string& where) {
    if (!json.is_array()) return false;
    list.clear();
    list.reserve(json.size());
    return std::all_of(json.begin(), json.end(),
                       [&](const Json& item) { return append(item, list, where); });
  }

  static void change(JsonWriter& out, const std::vector<T>& before, const std::vector<T>& after) {
    std::vector<std::size_t> removed, set;  // indices before, after
    std::size_t stays = 0;                  // items of `after` that were there before
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (stays == after.size() || !same_item(before[i], after[stays])) {
        removed.push_back(i);
        continue;
      }
      if (before[i] != after[stays]) set.push_back(stays);
      ++stays;
    }
    out.open_object();
    if (!removed.empty()) {
      out.key("remove");
      Codec<std::vector<std::size_t>>::write(out, removed);
    }
    if (!set.empty()) write_set(out, after, set);
    if (stays < after.size()) {
      out.key("add");
      out.open_array();
      for (; stays < after.size(); ++stays) Codec<T>::write(out, after[stays]);
      out.close_array();
    }
    out.close_object();
  }

  static bool apply(const Json& json, std::vector<T>& list, std::string& where) {
    if (json.is_array()) return read(json, list, where);
    return json.is_object() && remove(json, list) && set(json, list, where) &&
           for_each_item(json, "add", [&](const Json& item) { return append(item, list, where); });
  }

 private:
  static bool same_item(const T& a, const T& b) {
    if constexpr (Keyed<T>) {
      return Table<T>::key(a) == Table<T>::key(b);
    } else {
      return a == b;
    }
  }

  static void write_set(JsonWriter& out, const std::vector<T>& after,
                        const std::vector<std::size_t>& indices) {
    out.key("set");
    out.open_array();
    for (const std::size_t index : indices) {
      out.open_array();
      out.value(index);
      Codec<T>::write(out, after[index]);
      out.close_array();
    }
    out.close_array();
  }

  static bool append(const Json& json, std::vector<T>& list, std::string& where) {
    return Codec<T>::read(json, list.emplace_back(), where);
  }

  static bool index_in(const Json& json, const std::vector<T>& list) {
    return json.is_number_unsigned() && json.get<std::size_t>() < list.size();
  }

  // The indices rise, so from the last to the first they stay right.
  static bool remove(const Json& json, std::vector<T>& list) {
    const auto indices = json.find("remove");
    if (indices == json.end()) return true;
    if (!indices->is_array()) return false;
    return std::all_of(indices->rbegin(), indices->rend(), [&](const Json& index) {
      if (!index_in(index, list)) return false;
      list.erase(list.begin() + index.get<std::ptrdiff_t>());
      return true;
    });
  }

  static bool set(const Json& json, std::vector<T>& list, std::string& where) {
    return for_each_item(json, "set", [&](const Json& pair) {
      if (!pair.is_array() || pair.size() != 2 || !index_in(pair[0], list)) return false;
      return Codec<T>::read(pair[1], list[pair[0].get<std::size_t>()], where);
    });
  }
};

// The difference of a set: {"remove": […], "add": […]}.
template <>
struct Codec<std::set<std::string>> {
  using Set = std::set<std::string>;

  static void write(JsonWriter& out, const Set& set) {
    out.open_array();
    for (const std::string& item : set) out.value(item);
    out.close_array();
  }

  static bool read(const Json& json, Set& set, std::string&) {
    set.clear();
    return json.is_array() &&
           std::all_of(json.begin(), json.end(), [&](const Json& item) { return add(item, set); });
  }

  static void change(JsonWriter& out, const Set& before, const Set& after) {
    out.open_object();
    write_missing(out, "remove", before, after);
    write_missing(out, "add", after, before);
    out.close_object();
  }

  static bool apply(const Json& json, Set& set, std::string& where) {
    if (json.is_array()) return read(json, set, where);
    const auto remove = [&](const Json& item) {
      if (item.is_string()) set.erase(item.get<std::string>());
      return item.is_string();
    };
    return json.is_object() && for_each_item(json, "remove", remove) &&
           for_each_item(json, "add", [&](const Json& item) { return add(item, set); });
  }

 private:
  // The items of one that the other lacks, where there are any.
  static void write_missing(JsonWriter& out, const char* key, const Set& one, const Set& other) {
    Set missing;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(),
                        std::inserter(missing, missing.end()));
    if (missing.empty()) return;
    out.key(key);
    write(out, missing);
  }

  static bool add(const Json& json, Set& set) {
    if (json.is_string()) set.insert(json.get<std::string>());
    return json.is_string();
  }
};

// The difference of a map: the values that changed, and null for what is gone.
template <class T>
struct Codec<std::map<std::string, T>> {
  using Map = std::map<std::string, T>;

  static void write(JsonWriter& out, const Map& map) { change(out, {}, map); }

  static bool read(const Json& json, Map& map, std::string& where) {
    map.clear();
    return apply(json, map, where);
  }

  static void change(JsonWriter& out, const Map& before, const Map& after) {
    out.open_object();
    for (const auto& [key, value] : before) {
      if (after.contains(key)) continue;
      out.key(key);
      out.null();
    }
    for (const auto& [key, value] : after) {
      const auto old = before.find(key);
      if (old != before.end() && old->second == value) continue;
      out.key(key);
      Codec<T>::write(out, value);
    }
    out.close_object();
  }

  static bool apply(const Json& json, Map& map, std::string& where) {
    if (!json.is_object()) return false;
    for (const auto& [key, value] : json.items()) {
      if (value.is_null()) {
        map.erase(key);
      } else if (!Codec<T>::read(value, map[key], where)) {
        return false;
      }
    }
    return true;
  }
};

}  // namespace anteroom::stored
