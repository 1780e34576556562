// Listing a lesson's sentences, in the order of the lesson.
#include "lesson/texts.h"

namespace tenfold::lesson {
namespace {

class Lister {
 public:
  void at(Known known) { known_ = known; }
  void of(const Question* question) { question_ = question; }

  void plain(std::string path, std::string_view text) {
    add({.path = std::move(path), .text = text, .known = known_, .marked = false});
  }
  void marked(std::string path, std::string_view text) {
    add({.path = std::move(path), .text = text, .known = known_});
  }
  void on_demand(std::string path, std::string_view text) {
    add({.path = std::move(path), .text = text, .known = known_, .on_demand = true});
  }
  void paragraphs(const std::string& path, const Paragraphs& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!texts[i].is_code) marked(item(path, i), texts[i].text);
    }
  }
  void section(const std::string& path, const std::string& title, const Paragraphs& texts) {
    plain(path + "/title", title);
    paragraphs(path + "/text", texts);
  }

  static std::string item(const std::string& path, std::size_t index) {
    return path + '/' + std::to_string(index);
  }

  std::vector<LessonText> take() { return std::move(texts_); }

 private:
  void add(LessonText text) {
    text.question = question_;
    if (!text.text.empty()) texts_.push_back(std::move(text));
  }

  Known known_ = Known::run;
  const Question* question_ = nullptr;
  std::vector<LessonText> texts_;
};

void list_walk(Lister& list, const Walk& walk) {
  list.section("/walk", walk.title, walk.text);
  list.at(Known::stop);
  for (std::size_t i = 0; i < walk.stops.size(); ++i) {
    const std::string path = Lister::item("/walk/stops", i);
    list.plain(path + "/title", walk.stops[i].title);
    list.marked(path + "/text", walk.stops[i].text);
  }
  list.at(Known::run);
}

void list_challenge(Lister& list, const Challenge& challenge) {
  list.section("/challenge", challenge.title, challenge.text);
  for (std::size_t i = 0; i < challenge.decisions.size(); ++i) {
    const std::string path = Lister::item("/challenge/decisions", i);
    const Decision& decision = challenge.decisions[i];
    list.marked(path + "/prompt", decision.prompt);
    for (std::size_t j = 0; j < decision.options.size(); ++j) {
      list.plain(Lister::item(path + "/options", j) + "/label", decision.options[j].label);
    }
  }
  for (std::size_t i = 0; i < challenge.hints.size(); ++i) {
    list.on_demand(Lister::item("/challenge/hints", i), challenge.hints[i]);
  }
  list.at(Known::own);
  list.marked("/challenge/when_met", challenge.when_met);
  list.on_demand("/challenge/when_missed", challenge.when_missed);
}

void list_question(Lister& list, const std::string& path, const Question& question) {
  list.of(&question);
  list.at(Known::asked);
  list.marked(path + "/prompt", question.prompt);
  list.on_demand(path + "/hint", question.hint);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    list.at(Known::asked);
    // What an option on the diagram says is its part's label, which is not the question's text.
    const std::string option = Lister::item(path + "/options", i);
    if (!question.on_diagram()) list.marked(option + "/text", question.options[i].text);
    list.at(Known::answered);
    list.on_demand(option + "/reason", question.options[i].reason);
  }
  list.at(Known::answered);
  list.on_demand(path + "/when_right", question.when_right);
  list.on_demand(path + "/when_low/reason", question.when_low.reason);
  list.on_demand(path + "/when_high/reason", question.when_high.reason);
  list.of(nullptr);
}

}  // namespace

std::vector<LessonText> texts_of(const Lesson& lesson) {
  Lister list;
  list.plain("/title", lesson.title);
  list.plain("/idea", lesson.idea);
  list.section("/hook", lesson.hook.title, lesson.hook.text);
  list.marked("/hook/caption", lesson.hook.caption);
  for (const Walk& walk : lesson.walk) list_walk(list, walk);
  list.marked("/predict/prompt", lesson.predict.prompt);
  for (std::size_t i = 0; i < lesson.predict.options.size(); ++i) {
    const std::string path = Lister::item("/predict/options", i);
    list.plain(path + "/text", lesson.predict.options[i].text);
    list.on_demand(path + "/feedback", lesson.predict.options[i].feedback);
  }
  list.on_demand("/predict/when_right", lesson.predict.when_right);
  list.on_demand("/predict/when_low", lesson.predict.when_low);
  list.on_demand("/predict/when_high", lesson.predict.when_high);
  list.section("/run", lesson.run.title, lesson.run.text);
  list.at(Known::fix);
  list.section("/compare", lesson.compare.title, lesson.compare.text);
  list.section("/explain", lesson.explain.title, lesson.explain.text);
  list_challenge(list, lesson.challenge);
  list.at(Known::worse);
  list.section("/worse", lesson.worse.title, lesson.worse.text);
  for (std::size_t i = 0; i < lesson.questions.size(); ++i) {
    list_question(list, Lister::item("/questions", i), lesson.questions[i]);
  }
  list.at(Known::worse);
  list.section("/next", lesson.next.title, lesson.next.text);
  list.at(Known::run);
  for (std::size_t i = 0; i < lesson.glossary.size(); ++i) {
    list.on_demand(Lister::item("/glossary", i) + "/meaning", lesson.glossary[i].meaning);
  }
  list.paragraphs("/omits", lesson.omits);
  return list.take();
}

}  // namespace tenfold::lesson
