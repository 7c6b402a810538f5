// Where a US ZIP code lies (inner points of the Census Bureau's ZIP Code Tabulation Areas, 2021),
// to find the nearest clinic. The table is built into the program; ZIP codes of PO boxes and single
// buildings are often missing from it.
#pragma once

#include <optional>
#include <string_view>

namespace anteroom {

// Great-circle miles between two ZIP codes; nullopt if one of them is not in the table.
std::optional<double> miles_between(std::string_view zip_a, std::string_view zip_b);

bool is_known_zip(std::string_view zip);

}  // namespace anteroom
