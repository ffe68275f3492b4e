#include "tools/import/batch_file.h"

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "tests/catch.h"

using namespace ducha::tools;

namespace {

// A directory of its own, gone afterwards.
class Desk {
 public:
  Desk() : path_(std::filesystem::temp_directory_path() / ("ducha-batch-file-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Desk() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string wrong(const std::string& path) {
  const auto file = read_file(path, Language::zh);
  REQUIRE(file.complaint);
  CHECK(file.bytes.empty());
  CHECK(file.complaint->cell == path.substr(0, 80));
  return file.complaint->wrong;
}

}  // namespace

TEST_CASE("a file is read byte for byte", "[import][file]") {
  const Desk desk;
  const std::string bytes("\xFF\0\r\n督查", 10);
  const auto file = read_file(desk.file("台账.csv", bytes), Language::zh);
  CHECK_FALSE(file.complaint);
  CHECK(file.bytes == bytes);
  const std::string long_bytes(200000, 'x');
  CHECK(read_file(desk.file("long", long_bytes), Language::zh).bytes == long_bytes);
}

TEST_CASE("a file that cannot be had is told in one sentence", "[import][file]") {
  const Desk desk;
  CHECK(wrong(desk.path("无")) == "没有文件“" + desk.path("无") + "”。");
  CHECK(wrong(desk.path("")) == "“" + desk.path("") + "”是目录，不是文件。");
  CHECK(wrong(desk.file("空", "")) == "文件“" + desk.path("空") + "”是空的。");

  const auto locked = desk.file("锁", "x");
  std::filesystem::permissions(locked, std::filesystem::perms::none);
  if (geteuid() != 0) CHECK(wrong(locked).starts_with("文件“" + locked + "”无法读取："));  // root reads everything
}

TEST_CASE("a file larger than the limit is not read into memory", "[import][file]") {
  const Desk desk;
  const auto path = desk.file("大", "x");
  std::filesystem::resize_file(path, (file_mib_max << 20) + 1);  // sparse: takes no room on the disk
  CHECK(wrong(path) == "文件“" + path + "”超过 256 MiB。");
}
