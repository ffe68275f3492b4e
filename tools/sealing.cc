#include "tools/sealing.h"

#include <algorithm>
#include <cstdlib>

#include "ledger/base/fault.h"
#include "ledger/store/folder.h"
#include "tools/private_file.h"

namespace ducha::tools {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::optional<record::SigningKey> Sealing::key() const {
  const auto text = read_file(key_file());
  if (!text) return {};
  auto key = record::SigningKey::parse(*text);
  if (!key) throw Fault(Fault::Kind::damaged, key_file().string() + " holds no key");
  return key;
}

void Sealing::keep(const record::SigningKey& key) const { write_private(key_file(), key.text()); }

std::vector<record::Checkpoint> Sealing::checkpoints() const {
  std::vector<record::Checkpoint> all;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(ledger_ / "checkpoints", error)) {
    if (file.path().extension() != ".note") continue;
    const auto checkpoint = record::parse_checkpoint(read_file(file.path()).value_or(""));
    if (!checkpoint) throw Fault(Fault::Kind::damaged, file.path().string() + " is no checkpoint");
    all.push_back(*checkpoint);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.head.size < b.head.size; });
  return all;
}

void Sealing::keep(const record::Checkpoint& checkpoint) const {
  std::error_code error;
  const auto folder = ledger_ / "checkpoints";
  if (fs::create_directory(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  store::sync_folder(ledger_);  // a checkpoint given out is held to, after a power cut too
  write_private(folder / (std::to_string(checkpoint.head.size) + ".note"), checkpoint.text());
}

record::Checkpoint Sealing::seal(const store::Log& log, const record::SigningKey& key,
                                 std::int64_t unix_seconds) const {
  const record::Sealed head{log.head().size, log.head().root};
  for (auto& given : checkpoints())
    if (given.head == head && given.signed_by(key.verifier())) return std::move(given);
  record::Checkpoint checkpoint{key.name(), head, log.head().algorithm, {}};
  checkpoint.sign(key, unix_seconds);
  keep(checkpoint);
  return checkpoint;
}

fs::path trust_file() {
  if (const char* told = std::getenv("DUCHA_TRUST"); told && *told) return told;
  if (const char* config = std::getenv("XDG_CONFIG_HOME"); config && *config)
    return fs::path(config) / "ducha" / "trusted";
  const char* home = std::getenv("HOME");
  return fs::path(home ? home : ".") / ".config" / "ducha" / "trusted";
}

std::vector<record::VerifierKey> trusted_keys() {
  std::vector<record::VerifierKey> keys;
  for (const auto& line : lines_of(read_file(trust_file()).value_or(""))) {
    const auto key = record::VerifierKey::parse(line);
    if (!key) throw Fault(Fault::Kind::damaged, trust_file().string() + ": not a key: " + line);
    keys.push_back(*key);
  }
  return keys;
}

bool trust(const record::VerifierKey& key) {
  auto text = read_file(trust_file()).value_or("");
  const auto lines = lines_of(text);
  if (std::find(lines.begin(), lines.end(), key.text()) != lines.end()) return false;
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  std::error_code error;
  fs::create_directories(trust_file().parent_path(), error);
  write_private(trust_file(), text + key.text() + '\n');
  return true;
}

}  // namespace ducha::tools
