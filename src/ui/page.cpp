// What pages say and ask alike.
#include "ui/page.h"

#include <string>

namespace tenfold::ui {

using tutor::Step;

void Page::say(std::string_view key, const lesson::Paragraphs& text, Tone tone) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string of = std::string(key) + "/" + std::to_string(i);
    if (text[i].is_code) {
      column.code(of, text[i].text);
    } else {
      column.paragraph(of, tutor::filled(tutor, text[i].text), tone);
    }
  }
}

void Page::proceed(Step step, std::string_view label) const {
  if (!is_current(step)) return;
  if (column.button("proceed/" + std::string(tutor::step_name(step)), label, Weight::primary)) {
    act(tutor::Proceed{});
  }
}

}  // namespace tenfold::ui
