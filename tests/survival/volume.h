// A disk as a power cut leaves it.
//
// The changes of a journal are followed up to an instant; then the folder is laid down as the disk may hold it
// at that instant. What may be missing:
//
//   names     a file made, moved or removed is there for certain once its folder was synced after it. What came later
//             is kept up to some place of the folder's order and lost from there on. A move belongs to both its folders
//             and is kept in both or in neither. Manner::journalled is what ext4 and XFS do: one order for all
//             folders, and the sync of any file makes all earlier names certain. Manner::by_folder promises no more
//             than POSIX does.
//   contents  what was written before the file's last sync is there for certain. Of what came later nothing, all,
//             the first of it, or some of it is there, in sectors of 512 bytes; where a later write is there and an
//             earlier one is not, the gap reads as it was before, or as zeros. A change of size not kept takes
//             everything after it along.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/chance.h"
#include "tests/survival/journal.h"

namespace ducha::survival {

enum class Manner : std::uint8_t { journalled, by_folder };
// How much of what is not certain is kept.
enum class Luck : std::uint8_t { everything, nothing, some };

class Volume {
 public:
  // `folder` is what the journal's paths begin with; `before` holds what lay in it when the journal began, all of it
  // certain, or is empty.
  Volume(std::string folder, const std::filesystem::path& before, Manner manner);

  void follow(const Noted& noted);
  void lay_down(const std::filesystem::path& to, Luck luck, support::Chance& chance) const;

 private:
  struct Edit {
    bool resize;
    std::uint64_t at;
    std::string_view data;
  };
  struct Node {
    bool is_folder = false;
    std::map<std::string, int> names;  // as the program sees them
    std::string before;                // a file's bytes when the journal began
    std::vector<Edit> edits;
    std::size_t certain = 0;  // so many edits were synced
  };
  // A name taken from a folder, given in a folder, or both.
  struct Renaming {
    int from = -1, to = -1;
    std::string old_name, new_name;
    int node = -1;
    bool certain = false;
  };
  using Names = std::vector<std::map<std::string, int>>;

  void load(int node, const std::filesystem::path& from);
  int made(bool is_folder);
  // The folder that holds the path, and its last name.
  std::pair<int, std::string> place(std::string_view path) const;
  int find(std::string_view path) const;
  void rename(Renaming renaming);
  void apply(const Renaming& renaming, Names& names) const;
  void make_certain(int folder, std::size_t upto);
  Names kept_names(Luck luck, support::Chance& chance) const;
  std::string kept_contents(const Node& node, Luck luck, support::Chance& chance) const;
  void lay_down(int node, const Names& names, const std::filesystem::path& to, Luck luck,
                support::Chance& chance) const;

  std::string folder_;
  Manner manner_;
  std::vector<Node> nodes_;
  Names names_before_;
  std::vector<Renaming> renamings_;
  std::map<std::pair<std::int32_t, std::int32_t>, int> opened_;  // process and number, to node
};

}  // namespace ducha::survival
