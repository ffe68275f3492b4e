// The file around a workbook: a ZIP archive of named parts (ECMA-376 part 2), read in pieces.
//
// An archive can be small and its parts without end. What comes out is counted as it comes, since what the archive says
// of sizes may be a lie: no part and no reading as a whole may grow beyond the limits, nor to more than a hundred times
// its packed size once it is large enough for that to matter. Whatever is wrong is a Trouble.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

// libzip's own name, so that its header stays out of ours.
struct zip;

namespace ducha::tools::workbook {

inline constexpr std::size_t archive_mib_max = 256;  // of the file
inline constexpr std::size_t parts_max = 10'000;
inline constexpr std::size_t part_mib_max = 1024;     // of one part, unpacked
inline constexpr std::size_t reading_mib_max = 3072;  // of all parts read, some of them twice
inline constexpr std::size_t ratio_max = 100;         // unpacked to packed
inline constexpr std::size_t ratio_matters_mib = 8;   // below this any ratio is harmless

class Package {
 public:
  // `bytes`: the archive when it is no regular file and was read before; must outlive the package.
  explicit Package(const std::string& path, std::string_view bytes = {});
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  // By the name within the archive, whatever its case and slashes.
  bool has(std::string_view part) const { return find(part).has_value(); }

  // Hands a part over piece by piece until it ends or `take` says no. A part that is not there is a Trouble.
  void read(std::string_view part, const std::function<bool(std::string_view piece)>& take);

  // The beginning of a small part.
  std::string beginning(std::string_view part, std::size_t bytes_max);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::optional<std::uint64_t> find(std::string_view part) const;
  void list_parts();

  std::unique_ptr<zip, Close> archive_;
  std::unordered_map<std::string, std::uint64_t> parts_;
  std::size_t read_bytes_ = 0;
};

}  // namespace ducha::tools::workbook
