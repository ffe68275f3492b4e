// What `check` finds, in words: what is so, and what to do about it.

#pragma once

#include "projections/reports/check.h"
#include "tools/language.h"

namespace ducha::tools {

reports::Worded word(const reports::Finding& finding, Language language);

}  // namespace ducha::tools
