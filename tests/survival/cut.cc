#include "tests/survival/cut.h"

#include <filesystem>

namespace ducha::survival {

Cut::Cut(const Bench& bench, const History& history, std::size_t instant, support::Chance& chance)
    : instant_(instant), progress_(history.progress_at(instant)) {
  manner_ = chance.percent(50) ? Manner::journalled : Manner::by_folder;
  const auto drawn = chance.below(10);
  luck_ = drawn == 0 ? Luck::everything : drawn < 4 ? Luck::nothing : Luck::some;
  Volume volume(std::filesystem::canonical(bench.disk()).string(), history.before(), manner_);
  const auto& notes = history.journal().notes();
  for (std::size_t i = 0; i < instant; ++i) volume.follow(notes[i]);
  volume.lay_down(bench.disk(), luck_, chance);
  last_ = instant == 0 ? "" : line_of(notes[instant - 1]);
}

void Cut::examine(const Bench& bench, const Told& told, const std::string& name,
                  const std::function<void()>& ask) const {
  try {
    ask();
  } catch (const Found& found) {
    if (!told.keep.empty()) copy_folder(bench.disk(), told.keep / (name + "-" + std::to_string(told.seed)));
    throw Found(this->told() + ": " + found.what());
  }
}

std::string Cut::told() const {
  constexpr const char* manners[] = {"journalled", "by folder"};
  constexpr const char* lucks[] = {"everything kept", "only what was certain kept", "some kept"};
  return "cut after note " + std::to_string(instant_) + " (" + last_ + "), names " +
         manners[static_cast<std::size_t>(manner_)] + ", " + lucks[static_cast<std::size_t>(luck_)] + ", " +
         std::to_string(progress_.acknowledged) + " commands acknowledged, " + std::to_string(progress_.begun) +
         " begun";
}

}  // namespace ducha::survival
