#include "ledger/histories.h"

#include <algorithm>
#include <atomic>

#include "ledger/history.h"
#include "tests/ledger/many_dockets.h"

namespace ducha {
namespace {

std::vector<Seq> seqs(const record::History& history) {
  std::vector<Seq> all;
  for (const auto& kept : history) all.push_back(kept->envelope.seq);
  return all;
}

TEST_CASE("many histories read at once are those read one by one, in whatever order they are asked for", "[ledger]") {
  const store::Folder folder;
  Onlooker follower;
  make_ledger(folder.path() / "ledger", follower);
  store::Log log(folder.path() / "ledger", store::Access::write);
  const std::size_t dockets = GENERATE(std::size_t{3}, std::size_t{90}, std::size_t{700});
  live_many(log, follower, dockets, 7);
  std::vector<StreamNo> streams;
  for (StreamNo stream = office_stream + 1; stream < log.stream_count(); ++stream) streams.push_back(stream);
  REQUIRE(streams.size() == dockets);
  std::vector<std::vector<Seq>> alone;
  for (const auto stream : streams) alone.push_back(seqs(history_of(log, stream)));

  const bool shuffled = GENERATE(false, true);
  std::vector<std::size_t> order(streams.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (shuffled) std::shuffle(order.begin(), order.end(), std::minstd_rand(3));
  std::vector<StreamNo> asked;
  for (const auto i : order) asked.push_back(streams[i]);

  std::size_t next = 0;
  bool same = true;
  each_history(log, asked, [&](std::size_t i, const record::History& history) {
    same = same && i == next++ && seqs(history) == alone[order[i]];
  });
  CHECK(same);
  CHECK(next == asked.size());

  std::vector<std::vector<Seq>> all;
  for (const auto i : order) all.push_back(alone[i]);
  const auto found_of = [&](const std::vector<std::vector<Seq>>& which) {
    std::vector<std::vector<Seq>> found(asked.size());
    std::atomic<std::size_t> visits = 0;
    each_history_at_once(log, which, [&](std::size_t i, const record::History& history) {
      found[i] = seqs(history);
      ++visits;
    });
    CHECK(visits == asked.size());
    return found;
  };
  CHECK(found_of(all) == all);

  // Only some of the entries, of some streams none.
  for (const Seq each : {Seq{1}, Seq{2}, Seq{7}, Seq{1000}}) {
    auto wanted = all;
    for (auto& seqs_wanted : wanted) std::erase_if(seqs_wanted, [&](Seq seq) { return seq % each != 0; });
    CHECK(found_of(wanted) == wanted);
  }
}

}  // namespace
}  // namespace ducha
