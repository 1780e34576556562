// What a copy of a container takes, beyond the object itself: for keeping copies of a run within a
// bound.
#pragma once

#include <cstddef>
#include <vector>

namespace tenfold::sim {

template <typename T>
std::size_t bytes_of(const std::vector<T>& values) {
  return values.size() * sizeof(T);
}

}  // namespace tenfold::sim
