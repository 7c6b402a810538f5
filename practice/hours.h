// Opening hours as staff write them: {mon-fri: "8:00-18:00", sat: ["9:00-12:00", "13:00-15:00"]}.
// Read for locations (practice.yaml) and for queues (routing.yaml).
#pragma once

#include "base/document.h"
#include "base/shape.h"
#include "practice/profile.h"

namespace anteroom {

ShapePtr hours_shape(std::string about = "");

// Days that are not named are closed. Reports a day named twice, hours that end before they begin,
// and hours that overlap.
WeekHours read_hours(const Node& node, Diagnostics& found);

}  // namespace anteroom
