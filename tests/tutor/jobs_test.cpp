// Work out of sight: the same comes of a job wherever and however it is made, and none is lost.
#include "tutor/jobs.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using test::Slices;
using tutor::Job;
using tutor::JobResult;
using tutor::Jobs;
using tutor::Ticket;

Job some_job(std::uint64_t seed = 1) {
  const lesson::Lesson lesson = test::taught();
  return {.scenario = lesson.scenario,
          .seed = seed,
          .goals = lesson.challenge.goals,
          .series = "p99_ms",
          .at_s = {1, 2, 3}};
}

}  // namespace

TEST_CASE("a job made at once, in slices, and through bytes comes to the same") {
  const Job job = some_job();
  const JobResult whole = tutor::run_job(job);
  REQUIRE(whole.events > 0);
  CHECK(whole.facts.size() > 20);
  CHECK(whole.goals.size() == job.goals.size());
  CHECK(whole.curve.size() == 3);

  Jobs jobs;
  const Ticket ticket = jobs.ask(job, Jobs::Turn::last);
  int calls = 0;
  for (bool more = true; more; ++calls) {
    Slices few{3};
    jobs.work(few.allowance());
    more = jobs.wait_here();
  }
  CHECK(calls > 10);
  REQUIRE(ticket->result.has_value());
  CHECK(tutor::to_bytes(*ticket->result) == tutor::to_bytes(whole));

  Job other;
  REQUIRE(tutor::from_bytes(tutor::to_bytes(job), other));
  CHECK(tutor::to_bytes(other) == tutor::to_bytes(job));
  JobResult back;
  REQUIRE(tutor::from_bytes(tutor::to_bytes(tutor::run_job(other)), back));
  CHECK(back.log_hash == whole.log_hash);
  CHECK(tutor::to_bytes(back) == tutor::to_bytes(whole));
}

TEST_CASE("bytes that are cut off or are something else are no job") {
  const std::string bytes = tutor::to_bytes(some_job());
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    Job job;
    CHECK_FALSE(tutor::from_bytes(std::string_view(bytes).substr(0, size), job));
  }
  Job job;
  CHECK_FALSE(tutor::from_bytes(bytes + "x", job));
  CHECK_FALSE(tutor::from_bytes(std::string(1000, '\xff'), job));
}

TEST_CASE("who waits is served before who may need it later") {
  Jobs jobs;
  const Ticket later = jobs.ask(some_job(1), Jobs::Turn::last);
  const Ticket now = jobs.ask(some_job(2), Jobs::Turn::first);
  while (!now->result) {
    Slices few{20};
    jobs.work(few.allowance());
    REQUIRE(jobs.wait_here());
    if (!now->result) CHECK_FALSE(later->result.has_value());
  }
}

TEST_CASE("a job that nobody waits for any more is not made") {
  Jobs jobs;
  jobs.ask(some_job(), Jobs::Turn::last);
  CHECK_FALSE(jobs.wait_here());
  CHECK_FALSE(jobs.hand_over().has_value());
}

TEST_CASE("jobs that are made elsewhere are handed over once, and their results come home") {
  Jobs jobs;
  const Ticket first = jobs.ask(some_job(1), Jobs::Turn::last);
  const Ticket second = jobs.ask(some_job(2), Jobs::Turn::last);
  jobs.make_elsewhere(true);
  CHECK_FALSE(jobs.wait_here());
  jobs.work(tutor::kNoLimit);
  CHECK_FALSE(first->result.has_value());
  const auto one = jobs.hand_over();
  const std::uint32_t one_number = one->number;
  CHECK(one->job->seed == 1);
  const auto two = jobs.hand_over();
  CHECK(two->job->seed == 2);
  CHECK(two->number != one_number);
  CHECK_FALSE(jobs.hand_over().has_value());
  jobs.finish(two->number, tutor::run_job(*two->job));
  CHECK(second->result->log_hash == tutor::run_job(some_job(2)).log_hash);
  CHECK_FALSE(first->result.has_value());
  jobs.finish(99, JobResult{});  // of nobody
  jobs.finish(one_number, tutor::run_job(some_job(1)));
  CHECK(first->result.has_value());
}

TEST_CASE("when a worker dies its job is handed to the next, and made here when there is none") {
  Jobs jobs;
  const Ticket ticket = jobs.ask(some_job(), Jobs::Turn::last);
  const Ticket other = jobs.ask(some_job(2), Jobs::Turn::last);
  jobs.make_elsewhere(true);
  const std::uint32_t lost = jobs.hand_over()->number;
  jobs.take_back(lost);
  const auto again = jobs.hand_over();
  CHECK(again->job->seed == 1);
  jobs.finish(lost, JobResult{});  // too late
  CHECK_FALSE(ticket->result.has_value());
  jobs.make_elsewhere(false);
  CHECK(jobs.wait_here());
  jobs.work(tutor::kNoLimit);
  CHECK_FALSE(jobs.wait_here());
  CHECK(ticket->result->log_hash == tutor::run_job(some_job()).log_hash);
  CHECK(other->result.has_value());
}

TEST_CASE("a lesson is the same whether its runs out of sight are made here or elsewhere") {
  const auto facts_of = [](bool elsewhere) {
    tutor::Tutor tutor = test::open_small_lesson();
    tutor.jobs.make_elsewhere(elsewhere);
    test::act(tutor, tutor::KnowThis{});
    for (int i = 0; i < 50; ++i) {
      tutor::advance(tutor, 0.05, tutor::kNoLimit);
      while (const auto handed = tutor.jobs.hand_over()) {
        JobResult result;
        REQUIRE(tutor::from_bytes(tutor::to_bytes(tutor::run_job(*handed->job)), result));
        tutor.jobs.finish(handed->number, std::move(result));
      }
    }
    std::string said;
    for (const tutor::Fact& fact : tutor.at.facts) said += fact.name + ' ' + fact.shown + '\n';
    for (const tutor::ComparisonRow& row : tutor.at.comparison) said += row.change + '\n';
    return said;
  };
  const std::string here = facts_of(false);
  CHECK(here.find("measuring") == std::string::npos);
  CHECK(here == facts_of(true));
}
