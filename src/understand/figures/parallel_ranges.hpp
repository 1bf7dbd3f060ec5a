// Two sources who differ over the dead and each tell of the hurt too differ over both: "two killed and six wounded, said one; one killed and five
// wounded, said another".
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Where killed or injured was answered by a range of two figures and the other by one of those told beside these two, the other is a range too.
void set_parallel_ranges(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account);

}  // namespace sitrep::understand
