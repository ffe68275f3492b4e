#include "tools/sealing.h"

#include <algorithm>
#include <cstdlib>

#include "ledger/base/fault.h"
#include "ledger/store/folder.h"
#include "tools/private_file.h"

namespace ducha::tools {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view checkpoint_folder = "checkpoints";

// Its place in the ledger's folder.
fs::path checkpoint_file(std::uint64_t size) { return fs::path(checkpoint_folder) / (std::to_string(size) + ".note"); }

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

std::optional<record::VerifierKey> Sealing::verifier() const {
  if (const auto secret = key()) return secret->verifier();
  const auto text = read_file(public_key_file());
  if (!text) return {};
  auto lines = lines_of(*text);
  auto key = record::VerifierKey::parse(lines.empty() ? "" : lines.front());
  if (!key) throw Fault(Fault::Kind::damaged, public_key_file().string() + " holds no public key");
  return key;
}

std::vector<record::Checkpoint> Sealing::checkpoints() const {
  std::vector<record::Checkpoint> all;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(ledger_ / checkpoint_folder, error)) {
    if (file.path().extension() != ".note") continue;
    const auto checkpoint = record::parse_checkpoint(read_file(file.path()).value_or(""));
    if (!checkpoint) throw Fault(Fault::Kind::damaged, file.path().string() + " is no checkpoint");
    all.push_back(*checkpoint);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.head.size < b.head.size; });
  return all;
}

void Sealing::make_checkpoint_folder() const {
  // Its name is synced: a checkpoint given out is held to, after a power cut too.
  store::make_private_folder(ledger_ / checkpoint_folder);
}

void Sealing::keep(const record::Checkpoint& checkpoint) const {
  make_checkpoint_folder();
  write_private(ledger_ / checkpoint_file(checkpoint.head.size), checkpoint.text());
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

std::vector<store::KeptFile> Sealing::files(bool with_secret) const {
  std::vector<store::KeptFile> files;
  if (const auto key = verifier()) files.push_back({public_key_file().filename().string(), key->text() + "\n"});
  if (with_secret)
    if (const auto secret = read_file(key_file())) files.push_back({key_file().filename().string(), *secret});
  for (const auto& checkpoint : checkpoints()) {
    const auto name = checkpoint_file(checkpoint.head.size);
    files.push_back({name.string(), read_file(ledger_ / name).value_or(checkpoint.text())});
  }
  return files;
}

void Sealing::put_back(const std::vector<store::KeptFile>& files) const {
  for (const auto& file : files) {
    const auto checkpoint = record::parse_checkpoint(file.text);
    const bool ours = file.name == key_file().filename() || file.name == public_key_file().filename() ||
                      (checkpoint && file.name == checkpoint_file(checkpoint->head.size));
    if (!ours) throw Fault(Fault::Kind::damaged, "the backup holds a file that is none of a ledger's: " + file.name);
    if (checkpoint) make_checkpoint_folder();
    write_private(ledger_ / file.name, file.text);
  }
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
