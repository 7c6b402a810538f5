// The one seam through which a visitor's content (transcripts, differences, snapshots, summaries,
// outbox data) passes on its way to disk and back. The first byte of what is stored names the form,
// so that plain and encrypted rows can stand in one file and be told apart. Called by the stores,
// from several threads at once; it keeps no content.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anteroom::store {

class Codec {
 public:
  virtual ~Codec() = default;

  // `case_id` says whose content it is: a codec may hold a key per case, and binds the content to
  // its case.
  virtual std::string seal(std::string_view content, std::string_view case_id) const = 0;
  virtual Result<std::string> open(std::string_view sealed, std::string_view case_id) const = 0;
};

inline constexpr char kPlainForm = 1;    // the content as it is; from before 2
inline constexpr char kCheckedForm = 2;  // a sum of content and case, and the content

// Writes kCheckedForm, so that damage which SQLite cannot see is noticed; opens both.
std::shared_ptr<const Codec> plain_codec();

}  // namespace anteroom::store
