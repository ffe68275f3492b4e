// Files of the ledger are flipped, cut short, removed, or put back as they were earlier, one by one and the store
// as a whole. Every answer is then the true one, or a fault is named: never a wrong answer without one.

#include <algorithm>
#include <string>
#include <vector>

#include "tests/survival/history.h"
#include "tests/survival/office.h"
#include "tests/survival/trial.h"

namespace ducha::survival {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    if (file.is_regular_file()) files.push_back(fs::relative(file.path(), folder));
  std::sort(files.begin(), files.end());  // the order of a folder is the file system's
  return files;
}

class Altering {
 public:
  Altering(const Bench& bench, support::Chance& chance) : bench_(bench), chance_(chance) {
    Office office(bench, chance);
    answer(bench, Office::founding());
    for (int i = 0; i < 4; ++i) {
      for (std::size_t facts = chance.below(3); facts > 0; --facts) answer(bench, office.fact());
      answer(bench, office.batch(1 + chance.below(40)));
      older_.push_back(bench.path("older-" + std::to_string(i)));
      copy_folder(bench.disk(), older_.back());
    }
    whole_ = older_.back();
    older_.pop_back();
    truth_ = state_of(bench);
  }

  // Does one thing to the ledger; what, for the tally and in detail.
  std::string alter(std::string& detail) {
    copy_folder(whole_, bench_.disk());
    switch (chance_.below(7)) {
      case 0:
      case 1:
        return flip(detail);
      case 2:
        return cut_short(detail);
      case 3:
        return remove(detail);
      case 4:
        return put_back(detail);
      case 5:
        return put_back_many(detail);
      default:
        return put_back_store(detail);
    }
  }

  // Asks, in an order drawn by chance; "the true answer" or "named".
  std::string ask() {
    std::vector<Words> questions{{"log"}, {"report", "duties", "--on", "2022-12-31", "--format", "json"}, {"verify"}};
    for (std::size_t i = questions.size(); i > 1; --i) std::swap(questions[i - 1], questions[chance_.below(i)]);
    bool named = false;
    for (const auto& question : questions) {
      const auto ran = bench_.run(question);
      if (ran.exit != 0) {
        need_sentence(ran, line_of(question));
        named = true;
      } else if (question.front() == "verify") {
        const auto size = "verified: " + std::to_string(entries()) + " entries";
        if (!ran.out.starts_with(size)) throw Found("verified what is not the ledger: " + ran.out);
      } else if (ran.out != (question.front() == "log" ? truth_.log : truth_.report)) {
        throw Found("a wrong answer without a fault: " + line_of(question));
      }
    }
    // A writer either refuses, or goes on from the true log.
    const auto wrote =
        bench_.run({"record", "register-unit", "id=after", "on=2022-01-04", "unit=NEW", "name=新的专班"});
    if (wrote.exit != 0) {
      need_sentence(wrote, "record");
      named = true;
    } else {
      const auto log = bench_.run({"log"});
      if (log.exit != 0) need_sentence(log, "log");
      if (log.exit == 0 && !log.out.starts_with(truth_.log)) throw Found("a writer went on from a wrong log");
    }
    return named ? "named" : "the true answer";
  }

 private:
  std::uint64_t entries() const {
    // The report names the head; the log's last line begins with its number, unless a fact has lines of its own.
    const auto last = truth_.log.rfind('\n', truth_.log.size() - 2);
    return std::stoull(truth_.log.substr(last + 1)) + 1;
  }
  fs::path any_file(std::string& detail) {
    const auto files = files_in(bench_.disk());
    // Tables and logs of writes are what is asked for by name; the rest has its turn too.
    std::vector<fs::path> heart;
    for (const auto& file : files)
      if (file.extension() == ".sst" || file.extension() == ".log") heart.push_back(file);
    const bool from_heart = !heart.empty() && chance_.percent(60);
    const auto& drawn = chance_.one_of(from_heart ? heart : files);
    detail = drawn.string();
    return bench_.disk() / drawn;
  }
  std::string flip(std::string& detail) {
    const auto file = any_file(detail);
    auto bytes = contents(file);
    if (bytes.empty()) return "flipped";
    for (auto times = 1 + chance_.below(3); times > 0; --times) {
      const auto at = chance_.below(bytes.size());
      const auto bit = 1u << chance_.below(8);
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ bit);
      detail += " byte " + std::to_string(at);
    }
    write(file, bytes);
    return "flipped";
  }
  std::string cut_short(std::string& detail) {
    const auto file = any_file(detail);
    const auto size = chance_.below(fs::file_size(file) + 1);
    detail += " to " + std::to_string(size);
    fs::resize_file(file, size);
    return "cut short";
  }
  std::string remove(std::string& detail) {
    fs::remove(any_file(detail));
    return "removed";
  }
  std::string put_back(std::string& detail) {
    const auto& older = chance_.one_of(older_);
    const auto files = files_in(older);
    const auto& file = chance_.one_of(files);
    detail = file.string() + " of " + older.filename().string();
    fs::create_directories((bench_.disk() / file).parent_path());
    fs::copy_file(older / file, bench_.disk() / file, fs::copy_options::overwrite_existing);
    return "older copy";
  }
  // A copy that was interrupted: some files are older, some are not.
  std::string put_back_many(std::string& detail) {
    const auto& older = chance_.one_of(older_);
    detail = "of " + older.filename().string() + ":";
    for (const auto& file : files_in(older))
      if (chance_.percent(50)) {
        detail += " " + file.filename().string();
        fs::copy_file(older / file, bench_.disk() / file, fs::copy_options::overwrite_existing);
      }
    return "older copies";
  }
  std::string put_back_store(std::string& detail) {
    const auto& older = chance_.one_of(older_);
    detail = "of " + older.filename().string();
    copy_folder(older / "L" / "store", bench_.disk() / "L" / "store");
    return "older store";
  }

  const Bench& bench_;
  support::Chance& chance_;
  std::vector<fs::path> older_;
  fs::path whole_;
  State truth_;
};

}  // namespace

void files_altered(const Told& told) {
  const Bench bench;
  support::Chance chance(told.seed);
  Altering altering(bench, chance);
  for (unsigned i = 0; i < 6 * told.thorough; ++i) {
    std::string detail;
    const auto what = altering.alter(detail);
    try {
      told.count("altered", what + ": " + altering.ask());
    } catch (const Found& found) {
      throw Found(what + " (" + detail + "): " + found.what());
    }
  }
}

}  // namespace ducha::survival
