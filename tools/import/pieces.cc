#include "tools/import/pieces.h"

#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

#include <simdjson.h>

#include "ledger/base/fault.h"
#include "ledger/threads/ahead.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

constexpr std::size_t piece_bytes = 1u << 18;
// More without a line's end is no batch line; reading the file whole will say so.
constexpr std::size_t line_bytes_max = 8u << 20;
constexpr std::string_view mark = "\xEF\xBB\xBF";

// As LineScan tells them apart: an LF, a CR before it or alone, and what comes after the last.
std::size_t lines_in(std::string_view piece) {
  std::size_t lines = 0;
  for (auto at = piece.find('\n'); at != std::string_view::npos; at = piece.find('\n', at + 1)) ++lines;
  for (auto at = piece.find('\r'); at != std::string_view::npos; at = piece.find('\r', at + 1))
    if (!piece.substr(at + 1).starts_with('\n')) ++lines;
  return !piece.empty() && piece.back() != '\n' && piece.back() != '\r' ? lines + 1 : lines;
}

// Goes on until `take` says no or the file ends; whether it was read to its end.
bool read_pieces(const std::string& path, const std::function<bool(std::string_view)>& take) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> room(2 * piece_bytes);
  std::size_t waiting = 0;  // so much at the beginning of the room, from the beginning of a line
  while (file) {
    if (room.size() < waiting + piece_bytes) room.resize(2 * room.size());
    file.read(room.data() + waiting, static_cast<std::streamsize>(piece_bytes));
    const std::string_view got(room.data() + waiting, static_cast<std::size_t>(file.gcount()));
    const auto end = got.rfind('\n');
    if (end == std::string_view::npos) {
      waiting += got.size();
      if (waiting > line_bytes_max) return false;
      continue;
    }
    const auto rest = got.substr(end + 1);
    if (!take({room.data(), waiting + end + 1})) return false;
    waiting = rest.size();
    std::memmove(room.data(), rest.data(), waiting);
  }
  if (!file.eof() || file.bad()) return false;
  return waiting == 0 || take({room.data(), waiting});
}

}  // namespace

std::optional<Survey> survey_json_lines(const std::string& path, record::DigestAlgorithm algorithm) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  record::Hasher hasher(algorithm);
  hasher.begin();
  Survey survey;
  survey.key = record::Authenticator::draw();
  record::Authenticator authenticator(survey.key);
  bool begun = false, read = false, hashed = false;
  // Hashing takes as long as all the rest: it is done in another thread, for as long as the file is what it should be.
  std::atomic<bool> fits = true;
  side_by_side(
      [&] {
        hashed = read_pieces(path, [&](std::string_view piece) {
          hasher.add(std::as_bytes(std::span(piece)));
          return fits.load();
        });
      },
      [&] {
        read = read_pieces(path, [&](std::string_view piece) {
          if (!begun) {
            const auto text = trimmed(piece.starts_with(mark) ? piece.substr(mark.size()) : piece);
            if (!text.empty() && !text.starts_with('{')) return false;
            begun = !text.empty();
          }
          survey.lines += lines_in(piece);
          authenticator.add(std::as_bytes(std::span(piece)));
          if (!simdjson::validate_utf8(piece)) return false;
          survey.nfc = survey.nfc && surely_nfc_of_valid(piece);
          return true;
        });
        fits = read && begun;
      });
  if (!fits || !hashed) return {};
  survey.digest = hasher.finish();
  survey.tag = authenticator.finish();
  return survey;
}

void each_piece(const std::string& path, const Survey& survey, const std::function<bool(std::string_view)>& take) {
  record::Authenticator authenticator(survey.key);
  bool first = true, wanted = true;
  const bool read = read_pieces(path, [&](std::string_view piece) {
    authenticator.add(std::as_bytes(std::span(piece)));
    if (first && piece.starts_with(mark)) piece.remove_prefix(mark.size());
    first = false;
    return wanted = take(piece);
  });
  if (!wanted) return;
  if (!read) throw Fault(Fault::Kind::disk, "cannot read " + path + " to its end", path);
  if (authenticator.finish() != survey.tag)
    throw Fault(Fault::Kind::disk, path + " was changed while it was read", path);
}

}  // namespace ducha::tools
