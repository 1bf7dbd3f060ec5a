// Independent pieces of work on all cores: replications of a test, series of a desk. Which thread does which piece must not matter.
#pragma once

#include <cstddef>
#include <functional>

namespace sitrep::analyse {

/// Calls work(i) once for each i < pieces, on `threads` threads (0 = as many as the machine has cores); returns when all are done.
/// Each piece writes to a slot of its own, so that the answer is the same on any number of threads.
/// The first exception thrown by a piece is thrown again here, after the others have stopped.
void replicate(std::size_t pieces, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace sitrep::analyse
