#include "tools/commands/backup_damages.h"

#include <algorithm>
#include <ostream>

#include "ledger/base/fault.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

constexpr std::size_t dockets_shown_max = 10;

std::string shown(const std::vector<std::string>& dockets, Language language) {
  std::string text;
  for (std::size_t i = 0; i < dockets.size() && i < dockets_shown_max; ++i) {
    if (!text.empty()) text += in(language, "、", ", ");
    text += dockets[i].empty() ? std::string(in(language, "督查室本身的登记", "the office's own")) : dockets[i];
  }
  if (dockets.size() > dockets_shown_max)
    text += std::string(in(language, " 等 ", " and others, ")) + std::to_string(dockets.size()) +
            std::string(in(language, " 个", " in all"));
  return text;
}

}  // namespace

void BackupDamages::see(Seq seq, std::span<const std::byte> bytes) {
  try {
    whereabouts_.take(reader_.read(bytes, seq));
  } catch (const Fault&) {
    // Of a newer edition: it verifies, and what it says is for a newer program.
  }
}

std::size_t BackupDamages::entries_lost() const {
  std::size_t lost = 0;
  for (const auto& damage : damages_)
    if (damage.lost) lost += damage.lost->last - damage.lost->first + 1;
  return lost;
}

std::vector<std::string> BackupDamages::sentences(Language language) const {
  std::vector<std::string> all;
  for (const auto& damage : damages_) {
    auto sentence = language == Language::zh ? damage.what_zh : damage.what;
    if (damage.lost) {
      const auto dockets = whereabouts_.of(damage.lost->first, damage.lost->last);
      if (!dockets.empty())
        sentence += std::string(in(language, "（属于 ", " (of ")) + shown(dockets, language) +
                    std::string(in(language, "）", ")"));
    }
    all.push_back(std::move(sentence));
  }
  return all;
}

void BackupDamages::print(const Context& context, std::ostream& out) const {
  for (const auto& sentence : sentences(context.language)) out << context.say("损坏：", "damage: ") << sentence << "\n";
}

}  // namespace ducha::tools
