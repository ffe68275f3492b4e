// What an inspected department can check without trusting the office, and an audit bureau can witness.

#include <cstdlib>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

// A ledger with a key, the public one trusted by the reader.
struct Sealed {
  Desk desk;
  std::string key;

  explicit Sealed(const std::string& digest) {
    desk.write("a.jsonl", beginning);
    REQUIRE(desk.run("init --digest " + digest).exit == 0);
    REQUIRE(desk.run("import a.jsonl").exit == 0);
    CHECK(desk.run("checkpoint").exit == 1);
    REQUIRE(desk.run("key new --name ducha.example").exit == 0);
    CHECK(desk.run("key new --name another").exit == 1);
    key = desk.run("key show").out;
    key.pop_back();
    REQUIRE(desk.run("checkpoint -o c1").exit == 0);
    REQUIRE(desk.run("urge docket=2022-001 unit=QZJJ on=2022-02-01").exit == 0);
  }
  // The same check by a program that has nothing of ours.
  int checked_elsewhere(const std::string& proof, const std::string& older = {}) const {
    const auto line = "cd '" + desk.path("").string() + "' && perl " DUCHA_SOURCE_DIR "/tests/cases/check_proof.pl " +
                      proof + " '" + key + "' " + older + " >/dev/null";
    return std::system(line.c_str());
  }
};

TEST_CASE("a proof is checked without the ledger, by this program and by another", "[proof]") {
  for (const char* digest : {"sha256", "sm3"}) {
    INFO(digest);
    const Sealed sealed(digest);
    const auto& desk = sealed.desk;
    REQUIRE(desk.run("prove --docket 2022-001 --command u1 --entry 0 --since c1 -o p").exit == 0);
    CHECK(desk.run("prove --check p --checkpoint c1").exit == 0);
    CHECK(desk.run("prove --check p --key '" + sealed.key + "'").exit == 0);
    CHECK(sealed.checked_elsewhere("p", "c1") == 0);

    auto text = contents(desk.path("p"));
    const auto at = text.find("entry 0 ") + 40;
    text[at] = text[at] == 'A' ? 'B' : 'A';
    desk.write("altered", text);
    const auto altered = desk.run("prove --check altered --checkpoint c1");
    CHECK(altered.exit == 4);
    CHECK(altered.out.find("entry 0") != std::string::npos);
    CHECK(sealed.checked_elsewhere("altered") != 0);

    const Sealed other(digest);
    other.desk.write("p", contents(desk.path("p")));
    CHECK(other.desk.run("prove --check p --checkpoint c1").exit == 4);
    CHECK(other.desk.run("prove --check p --key '" + other.key + "'").exit == 4);
    CHECK(other.checked_elsewhere("p") != 0);
    CHECK(other.desk.run("prove --entry 3 --since ../" + desk.path("c1").parent_path().filename().string() + "/c1")
              .exit == 1);
  }
}

TEST_CASE("a witness signs only a head that holds to the one it saw last", "[proof]") {
  const Sealed sealed("sha256");
  const auto& desk = sealed.desk;
  ::setenv("DUCHA_TRUST", desk.path("trusted").c_str(), 1);
  REQUIRE(desk.run("key new --witness --name audit.example -o audit").exit == 0);
  CHECK(desk.run("witness sign c1 --key audit -o w1").exit == 1);  // whose ledger is it?
  REQUIRE(desk.run("key trust '" + sealed.key + "'").exit == 0);
  REQUIRE(desk.run("witness sign c1 --key audit -o w1").exit == 0);
  REQUIRE(desk.run("witness add w1").exit == 0);

  desk.run("checkpoint -o c2");
  CHECK(desk.run("witness sign c2 --key audit").exit == 1);
  REQUIRE(desk.run("prove --since c1 -o p").exit == 0);
  REQUIRE(desk.run("witness sign p --key audit -o w2").exit == 0);
  REQUIRE(desk.run("witness add w2").exit == 0);
  // From now on the cosignature travels in every proof of that head.
  REQUIRE(desk.run("prove --entry 1 -o p2").exit == 0);
  CHECK(contents(desk.path("p2")).find("audit.example") != std::string::npos);
  CHECK(desk.run("verify").exit == 0);
  ::unsetenv("DUCHA_TRUST");
}

TEST_CASE("verify holds the ledger to every head it gave out", "[proof]") {
  const Sealed sealed("sha256");
  const auto files = std::filesystem::directory_iterator(sealed.desk.path("L") / "checkpoints");
  const auto file = files->path();
  auto text = contents(file);
  // A head of more entries than there are: what is missing was acknowledged, and signed.
  const auto size = file.stem().string();
  text.replace(text.find("\n" + size + "\n") + 1, size.size(), "99999");
  std::ofstream(file, std::ios::binary) << text;
  const auto verified = sealed.desk.run("verify");
  CHECK(verified.exit == 4);
  CHECK(verified.out.find("99999") != std::string::npos);
}

}  // namespace
}  // namespace ducha::cases
