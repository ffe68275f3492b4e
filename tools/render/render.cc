#include "tools/render/render.h"

#include "tools/render/csv.h"
#include "tools/render/html.h"
#include "tools/render/json.h"
#include "tools/render/markdown.h"
#include "tools/render/text.h"
#include "tools/render/xlsx.h"

namespace ducha::tools {

void render(const reports::Report& report, Format format, const Look& look, std::ostream& out) {
  switch (format) {
    case Format::text:
      return render_text(report, look, out);
    case Format::json:
      return render_json(report, out);
    case Format::csv:
      return render_csv(report, look.language, out);
    case Format::md:
      return render_markdown(report, look.language, out);
    case Format::html:
      return render_html(report, look.language, out);
    case Format::xlsx:
      return render_xlsx(report, look.language, out);
  }
}

}  // namespace ducha::tools
