#include "tests/survival/volume.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <fcntl.h>

#include "tests/survival/run.h"

namespace ducha::survival {

namespace fs = std::filesystem;

namespace {

constexpr int root = 0;

}  // namespace

Volume::Volume(std::string folder, const fs::path& before, Manner manner)
    : folder_(std::move(folder)), manner_(manner) {
  made(true);
  if (!before.empty()) load(root, before);
  for (const auto& node : nodes_) names_before_.push_back(node.names);
}

int Volume::made(bool is_folder) {
  nodes_.emplace_back().is_folder = is_folder;
  return static_cast<int>(nodes_.size()) - 1;
}

void Volume::load(int node, const fs::path& from) {
  for (const auto& entry : fs::directory_iterator(from)) {
    const int child = made(entry.is_directory());
    nodes_[static_cast<std::size_t>(node)].names[entry.path().filename().string()] = child;
    if (entry.is_directory())
      load(child, entry.path());
    else
      nodes_[static_cast<std::size_t>(child)].before = contents(entry.path());
  }
}

std::pair<int, std::string> Volume::place(std::string_view path) const {
  if (!path.starts_with(folder_)) throw std::runtime_error("a path beside the watched folder: " + std::string(path));
  int at = root;
  std::string name;
  for (const auto& part : fs::path(path.substr(folder_.size())).relative_path()) {
    if (!name.empty()) at = nodes_[static_cast<std::size_t>(at)].names.at(name);
    name = part.string();
  }
  return {at, name};
}

int Volume::find(std::string_view path) const {
  const auto [folder, name] = place(path);
  if (name.empty()) return folder;
  const auto& names = nodes_[static_cast<std::size_t>(folder)].names;
  const auto found = names.find(name);
  return found == names.end() ? -1 : found->second;
}

void Volume::apply(const Renaming& renaming, Names& names) const {
  if (renaming.from >= 0) names[static_cast<std::size_t>(renaming.from)].erase(renaming.old_name);
  if (renaming.to >= 0) names[static_cast<std::size_t>(renaming.to)][renaming.new_name] = renaming.node;
}

void Volume::rename(Renaming renaming) {
  if (renaming.from >= 0) nodes_[static_cast<std::size_t>(renaming.from)].names.erase(renaming.old_name);
  if (renaming.to >= 0) nodes_[static_cast<std::size_t>(renaming.to)].names[renaming.new_name] = renaming.node;
  renamings_.push_back(std::move(renaming));
}

// A folder's names up to there are certain, and what they rest on in others.
void Volume::make_certain(int folder, std::size_t upto) {
  for (std::size_t i = 0; i < upto; ++i) {
    auto& each = renamings_[i];
    const bool here = manner_ == Manner::journalled || each.from == folder || each.to == folder;
    if (!here || each.certain) continue;
    each.certain = true;
    for (const int other : {each.from, each.to})
      if (other >= 0 && other != folder) make_certain(other, i);
  }
}

void Volume::follow(const Noted& noted) {
  const auto& note = noted.note;
  const auto opened = [&]() -> Node* {
    const auto found = opened_.find({note.process, note.fd});
    return found == opened_.end() ? nullptr : &nodes_[static_cast<std::size_t>(found->second)];
  };
  switch (note.change) {
    case Change::began:
    case Change::acknowledged:
      return;
    case Change::opened: {
      int node = find(noted.path);
      if (node < 0) {
        node = made(false);
        auto [folder, name] = place(noted.path);
        rename({-1, folder, {}, std::move(name), node});
      } else if ((note.at & O_TRUNC) != 0) {
        nodes_[static_cast<std::size_t>(node)].edits.push_back({true, 0, {}});
      }
      opened_[{note.process, note.fd}] = node;
      return;
    }
    case Change::closed:
      opened_.erase({note.process, note.fd});
      return;
    case Change::wrote:
      if (auto* node = opened()) node->edits.push_back({false, static_cast<std::uint64_t>(note.at), noted.data});
      return;
    case Change::resized:
      if (auto* node = opened()) node->edits.push_back({true, static_cast<std::uint64_t>(note.at), {}});
      return;
    case Change::synced:
      if (auto* node = opened()) {
        node->certain = node->edits.size();
        if (node->is_folder || manner_ == Manner::journalled)
          make_certain(static_cast<int>(node - nodes_.data()), renamings_.size());
      }
      return;
    case Change::made_folder: {
      auto [folder, name] = place(noted.path);
      const int node = made(true);
      rename({-1, folder, {}, std::move(name), node});
      return;
    }
    case Change::removed: {
      auto [folder, name] = place(noted.path);
      rename({folder, -1, std::move(name), {}, -1});
      return;
    }
    case Change::moved: {
      const int node = find(noted.path);
      auto [from, old_name] = place(noted.path);
      auto [to, new_name] = place(noted.other);
      rename({from, to, std::move(old_name), std::move(new_name), node});
      return;
    }
    case Change::linked: {
      const int node = find(noted.path);
      auto [to, new_name] = place(noted.other);
      rename({-1, to, {}, std::move(new_name), node});
      return;
    }
  }
}

Volume::Names Volume::kept_names(Luck luck, support::Chance& chance) const {
  Names names = names_before_;
  names.resize(nodes_.size());
  std::set<int> lost;  // folders of which the rest is lost
  const auto chain = [&](int folder) { return manner_ == Manner::journalled && folder >= 0 ? 0 : folder; };
  constexpr unsigned shares[] = {50, 80, 97};
  const unsigned share = shares[chance.below(std::size(shares))];
  for (const auto& each : renamings_) {
    const int from = chain(each.from), to = chain(each.to);
    bool keep = each.certain || luck == Luck::everything;
    if (!keep && luck == Luck::some) keep = !lost.contains(from) && !lost.contains(to) && chance.percent(share);
    if (keep) {
      apply(each, names);
    } else {
      if (from >= 0) lost.insert(from);
      if (to >= 0) lost.insert(to);
    }
  }
  return names;
}

std::string Volume::kept_contents(const Node& node, Luck luck, support::Chance& chance) const {
  constexpr std::uint64_t sector = 512;
  std::string bytes = node.before;
  const auto put = [&](std::uint64_t at, std::string_view data) {
    if (bytes.size() < at + data.size()) bytes.resize(at + data.size(), '\0');
    std::copy(data.begin(), data.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
  };
  // Of one write the sectors for which `keep` says so.
  const auto put_torn = [&](const Edit& edit, const auto& keep) {
    for (std::uint64_t at = edit.at, end = edit.at + edit.data.size(); at < end;) {
      const auto next = std::min(end, (at / sector + 1) * sector);
      if (keep()) put(at, edit.data.substr(at - edit.at, next - at));
      at = next;
    }
  };
  for (std::size_t i = 0; i < node.certain; ++i) {
    const auto& edit = node.edits[i];
    edit.resize ? bytes.resize(edit.at, '\0') : put(edit.at, edit.data);
  }
  const auto open = node.edits.size() - node.certain;
  if (open == 0 || luck == Luck::nothing) return bytes;
  enum { all, none, first_of_it, some_of_it } fate = all;
  if (luck == Luck::some) fate = static_cast<decltype(fate)>(chance.below(4));
  if (fate == none) return bytes;
  const auto whole = fate == first_of_it ? chance.below(open) : open;  // so many edits, then a torn one
  for (std::size_t i = 0; i < open; ++i) {
    const auto& edit = node.edits[node.certain + i];
    if (fate == first_of_it && i > whole) break;
    if (edit.resize) {
      if (fate == first_of_it && i == whole) break;
      if (fate == some_of_it && chance.percent(50)) break;
      bytes.resize(edit.at, '\0');
    } else if (fate == all || (fate == first_of_it && i < whole)) {
      put(edit.at, edit.data);
    } else if (fate == first_of_it) {
      bool torn = false;
      put_torn(edit, [&] { return !(torn = torn || chance.percent(20)); });
    } else if (!chance.percent(30)) {
      const bool in_one = chance.percent(50);
      put_torn(edit, [&] { return in_one || chance.percent(70); });
    }
  }
  return bytes;
}

void Volume::lay_down(int node, const Names& names, const fs::path& to, Luck luck, support::Chance& chance) const {
  const auto& what = nodes_[static_cast<std::size_t>(node)];
  if (!what.is_folder) return write(to, kept_contents(what, luck, chance));
  fs::create_directories(to);
  for (const auto& [name, child] : names[static_cast<std::size_t>(node)])
    lay_down(child, names, to / name, luck, chance);
}

void Volume::lay_down(const fs::path& to, Luck luck, support::Chance& chance) const {
  fs::remove_all(to);
  lay_down(root, kept_names(luck, chance), to, luck, chance);
}

}  // namespace ducha::survival
