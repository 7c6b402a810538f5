// The other half of base/stored.h: lists, sets and maps, whose differences hold only the items that
// changed.
#pragma once

#include <algorithm>
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
  static Json write(const std::vector<T>& list) {
    Json json = Json::array();
    for (const T& item : list) json.push_back(Codec<T>::write(item));
    return json;
  }

  static bool read(const Json& json, std::vector<T>& list, std::string& where) {
    if (!json.is_array()) return false;
    list.clear();
    list.reserve(json.size());
    return std::all_of(json.begin(), json.end(),
                       [&](const Json& item) { return append(item, list, where); });
  }

  static Json change(const std::vector<T>& before, const std::vector<T>& after) {
    Json json = Json::object();
    std::size_t stays = 0;  // items of `after` that were there before
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (stays == after.size() || !same_item(before[i], after[stays])) {
        json["remove"].push_back(i);
        continue;
      }
      if (before[i] != after[stays]) json["set"].push_back({stays, Codec<T>::write(after[stays])});
      ++stays;
    }
    for (; stays < after.size(); ++stays) json["add"].push_back(Codec<T>::write(after[stays]));
    return json;
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

  static Json write(const Set& set) { return set; }

  static bool read(const Json& json, Set& set, std::string&) {
    set.clear();
    return json.is_array() &&
           std::all_of(json.begin(), json.end(), [&](const Json& item) { return add(item, set); });
  }

  static Json change(const Set& before, const Set& after) {
    Json json = Json::object();
    for (const std::string& item : before) {
      if (!after.contains(item)) json["remove"].push_back(item);
    }
    for (const std::string& item : after) {
      if (!before.contains(item)) json["add"].push_back(item);
    }
    return json;
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
  static bool add(const Json& json, Set& set) {
    if (json.is_string()) set.insert(json.get<std::string>());
    return json.is_string();
  }
};

// The difference of a map: the values that changed, and null for what is gone.
template <class T>
struct Codec<std::map<std::string, T>> {
  using Map = std::map<std::string, T>;

  static Json write(const Map& map) {
    Json json = Json::object();
    for (const auto& [key, value] : map) json[key] = Codec<T>::write(value);
    return json;
  }

  static bool read(const Json& json, Map& map, std::string& where) {
    map.clear();
    return apply(json, map, where);
  }

  static Json change(const Map& before, const Map& after) {
    Json json = Json::object();
    for (const auto& [key, value] : before) {
      if (!after.contains(key)) json[key] = Json();
    }
    for (const auto& [key, value] : after) {
      const auto old = before.find(key);
      if (old == before.end() || old->second != value) json[key] = Codec<T>::write(value);
    }
    return json;
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
