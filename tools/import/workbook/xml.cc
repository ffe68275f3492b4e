#include "tools/import/workbook/xml.h"

#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>

#include <expat.h>

#include "tools/import/workbook/trouble.h"

namespace ducha::tools::workbook {
namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Free {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

// Expat is C: an exception must not pass through it, so it waits here until expat has come back.
class Parser {
 public:
  Parser(std::string_view part, XmlListener& listener)
      : part_(part), listener_(listener), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  // False when there is no need for more.
  bool feed(std::string_view piece, bool last) {
    const auto status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? XML_TRUE : XML_FALSE);
    if (thrown_) std::rethrow_exception(thrown_);
    if (done_) return false;
    if (status == XML_STATUS_OK) return true;
    throw Trouble{Wrong::book_malformed,
                  {part_, std::to_string(XML_GetCurrentLineNumber(parser_.get())),
                   XML_ErrorString(XML_GetErrorCode(parser_.get()))}};
  }

 private:
  template <class Do>
  void guarded(Do&& act) {
    if (thrown_ || done_) return;  // after a stop expat still closes an element that was empty
    try {
      act();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  static void on_open(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      if (++parser.depth_ > depth_max) throw Trouble{Wrong::book_too_deep, {parser.part_, std::to_string(depth_max)}};
      parser.listener_.open(without_prefix(name), Attributes(attributes));
    });
  }
  static void on_close(void* self, const XML_Char* name) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      --parser.depth_;
      parser.listener_.close(without_prefix(name));
      if (!parser.listener_.done()) return;
      parser.done_ = true;
      XML_StopParser(parser.parser_.get(), XML_FALSE);
    });
  }
  static void on_text(void* self, const XML_Char* text, int size) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { parser.listener_.text({text, static_cast<std::size_t>(size)}); });
  }
  static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { throw Trouble{Wrong::book_doctype, {parser.part_}}; });
  }

  std::string part_;
  XmlListener& listener_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::exception_ptr thrown_;
  std::size_t depth_ = 0;
  bool done_ = false;
};

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char* const* pair = pairs_; *pair; pair += 2) {
    if (without_prefix(*pair) == name) return pair[1];
  }
  return {};
}

void read_xml(Package& package, std::string_view part, XmlListener& listener) {
  Parser parser(part, listener);
  bool more = true;
  package.read(part, [&](std::string_view piece) { return more = parser.feed(piece, false); });
  if (more) parser.feed({}, true);
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

}  // namespace ducha::tools::workbook
