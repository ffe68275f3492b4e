// What a ledger keeps beside its log to seal its heads: its key, and the checkpoints it has given out.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/record/note.h"
#include "ledger/record/proof.h"
#include "ledger/store/backup_form.h"
#include "ledger/store/log.h"

namespace ducha::tools {

class Sealing {
 public:
  explicit Sealing(std::filesystem::path ledger) : ledger_(std::move(ledger)) {}

  std::filesystem::path key_file() const { return ledger_ / "key"; }
  // The public key where the secret is not: a ledger restored from a backup has only that.
  std::filesystem::path public_key_file() const { return ledger_ / "key.public"; }
  // The ledger's own key; nothing when it has none yet. Throws Fault::damaged when the file holds no key.
  std::optional<record::SigningKey> key() const;
  void keep(const record::SigningKey& key) const;
  // The public key, by the secret one or by itself. Throws as `key` does.
  std::optional<record::VerifierKey> verifier() const;

  // Every checkpoint given out, the smallest first. Throws Fault::damaged, naming the file, for what is none.
  std::vector<record::Checkpoint> checkpoints() const;
  void keep(const record::Checkpoint& checkpoint) const;

  // The present head, signed by `key`: the one given out for it before, with its cosignatures, else a new one.
  record::Checkpoint seal(const store::Log& log, const record::SigningKey& key, std::int64_t unix_seconds) const;

  // What of this goes into a backup: the public key, every checkpoint as it lies, and the secret only when asked for:
  // a backup travels, and whoever has the secret can sign in the office's name.
  std::vector<store::KeptFile> files(bool with_secret) const;
  // Puts files of a backup in their places. Throws Fault::damaged for one that is none of a ledger's.
  void put_back(const std::vector<store::KeptFile>& files) const;

 private:
  void make_checkpoint_folder() const;

  std::filesystem::path ledger_;
};

// 信任: the keys a reader trusts, one `name+hash+key` a line, in $DUCHA_TRUST, else ~/.config/ducha/trusted.
std::filesystem::path trust_file();
std::vector<record::VerifierKey> trusted_keys();
// False when it was trusted before.
bool trust(const record::VerifierKey& key);

}  // namespace ducha::tools
