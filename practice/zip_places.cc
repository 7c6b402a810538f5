#include "practice/zip_places.h"

#include <charconv>
#include <cmath>
#include <numbers>

// The table goes in as it is: a C++ array of 700 kB would take the compiler longer than the rest of
// the room.
asm(".section .rodata\n"
    "anteroom_zip_begin:\n"
    ".incbin \"" ANTEROOM_ZIP_TABLE
    "\"\n"
    "anteroom_zip_end:\n"
    ".byte 0\n"
    ".previous\n"
    ".global anteroom_zip_begin\n"
    ".global anteroom_zip_end\n");

extern "C" const char anteroom_zip_begin[];
extern "C" const char anteroom_zip_end[];

namespace anteroom {
namespace {

struct Point {
  double latitude = 0;  // radians
  double longitude = 0;
};

std::string_view table() {
  return {anteroom_zip_begin, static_cast<std::size_t>(anteroom_zip_end - anteroom_zip_begin)};
}

std::string_view line_at(std::string_view text, std::size_t position) {
  const std::size_t begin = text.rfind('\n', position) + 1;  // npos + 1 is 0
  return text.substr(begin, text.find('\n', begin) - begin);
}

// Rows are sorted by ZIP: a binary search over bytes, moved to the begin of a line.
std::string_view row_of(std::string_view zip) {
  std::string_view text = table();
  text.remove_prefix(text.find('\n') + 1);  // the header
  std::size_t low = 0, high = text.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view line = line_at(text, middle == 0 ? 0 : middle - 1);
    const std::string_view key = line.substr(0, 5);
    if (key == zip) return line;
    const std::size_t begin = static_cast<std::size_t>(line.data() - text.data());
    if (key < zip)
      low = begin + line.size() + 1;
    else
      high = begin;
  }
  return {};
}

double number_in(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<Point> point_of(std::string_view zip) {
  const std::string_view row = zip.size() == 5 ? row_of(zip) : std::string_view();
  if (row.empty()) return std::nullopt;
  const std::size_t first = row.find(','), second = row.find(',', first + 1);
  constexpr double kRadians = std::numbers::pi / 180;
  return Point{number_in(row.substr(first + 1, second - first - 1)) * kRadians,
               number_in(row.substr(second + 1)) * kRadians};
}

}  // namespace

bool is_known_zip(std::string_view zip) { return point_of(zip).has_value(); }

std::optional<double> miles_between(std::string_view zip_a, std::string_view zip_b) {
  const auto a = point_of(zip_a), b = point_of(zip_b);
  if (!a || !b) return std::nullopt;
  // Haversine.
  const double s = std::sin((b->latitude - a->latitude) / 2),
               t = std::sin((b->longitude - a->longitude) / 2);
  const double h = s * s + std::cos(a->latitude) * std::cos(b->latitude) * t * t;
  constexpr double kEarthRadiusMiles = 3958.8;
  return 2 * kEarthRadiusMiles * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace anteroom
