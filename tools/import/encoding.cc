#include "tools/import/encoding.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <system_error>

#include <iconv.h>
#include <simdjson.h>
#include <utf8proc.h>

#include "tools/import/complaint_texts.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using namespace std::string_view_literals;

// This many Chinese characters in sound UTF-8, before any break, do not come about by chance in
// GB18030: each would need a lead byte and two more in a third of their range.
constexpr std::size_t sound_chinese_min = 4;

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark marks[] = {{"\xEF\xBB\xBF"sv, Encoding::utf8},
                          {"\xFF\xFE"sv, Encoding::utf16_le},
                          {"\xFE\xFF"sv, Encoding::utf16_be},
                          {"\x84\x31\x95\x33"sv, Encoding::gb18030}};

std::optional<Mark> mark_of(std::string_view bytes) {
  for (const auto& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return mark;
  }
  return std::nullopt;
}

const char* iconv_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16_le:
      return "UTF-16LE";
    case Encoding::utf16_be:
      return "UTF-16BE";
    case Encoding::gb18030:
      return "GB18030";
  }
  return "";
}

// UTF-8 as far as the bytes go; whole when all of them went.
struct Converted {
  std::string text;
  bool whole;
};

Converted utf8_prefix(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes)) return {std::string(bytes), true};
  std::size_t good = 0;
  while (good < bytes.size()) {
    utf8proc_int32_t point = 0;
    const auto step = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data() + good),
                                       static_cast<utf8proc_ssize_t>(bytes.size() - good), &point);
    if (step <= 0) break;
    good += static_cast<std::size_t>(step);
  }
  return {std::string(bytes.substr(0, good)), false};
}

class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    if (handle_ == reinterpret_cast<iconv_t>(-1)) throw std::system_error(errno, std::generic_category(), "iconv_open");
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  Converted operator()(std::string_view bytes) {
    std::string text;
    auto* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    auto in_left = bytes.size();
    char room[1 << 14];
    while (in_left > 0) {
      auto* out = room;
      auto out_left = sizeof room;
      const auto result = iconv(handle_, &in, &in_left, &out, &out_left);
      text.append(room, sizeof room - out_left);
      if (result == static_cast<std::size_t>(-1) && errno != E2BIG) return {std::move(text), false};
    }
    return {std::move(text), true};
  }

 private:
  iconv_t handle_;
};

Converted convert(std::string_view bytes, Encoding from) {
  return from == Encoding::utf8 ? utf8_prefix(bytes) : Converter("UTF-8", iconv_name(from))(bytes);
}

// Where the character after `text` stands.
Place place_after(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  const auto last = text.rfind('\n');
  return {lines + 1, count_points(last == std::string_view::npos ? text : text.substr(last + 1)) + 1};
}

bool begins_as_chinese_utf8(std::string_view sound_prefix) {
  std::size_t count = 0;
  for (const char byte : sound_prefix) count += static_cast<unsigned char>(byte) >= 0xE3;
  return count >= sound_chinese_min;
}

Decoded read_as(std::string_view bytes, Encoding encoding, EncodingReason reason, Language language) {
  auto converted = convert(bytes, encoding);
  if (converted.whole) return {to_nfc(converted.text), encoding, reason, std::nullopt};
  auto complaint =
      complain(language, Wrong::bytes_not_in_encoding, place_after(converted.text), {}, {iconv_name(encoding)});
  return {{}, encoding, reason, std::move(complaint)};
}

Encoding encoding_asked(EncodingChoice choice, std::optional<Mark> mark) {
  switch (choice) {
    case EncodingChoice::utf8:
      return Encoding::utf8;
    case EncodingChoice::utf16:
      return mark && mark->encoding == Encoding::utf16_be ? Encoding::utf16_be : Encoding::utf16_le;
    case EncodingChoice::utf16_le:
      return Encoding::utf16_le;
    case EncodingChoice::utf16_be:
      return Encoding::utf16_be;
    case EncodingChoice::gb18030:
      return Encoding::gb18030;
  }
  return Encoding::utf8;
}

}  // namespace

std::optional<EncodingChoice> encoding_choice(std::string_view name) {
  std::string plain;
  for (const char letter : name) {
    if (letter != '-' && letter != '_') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  if (plain == "utf8") return EncodingChoice::utf8;
  if (plain == "utf16") return EncodingChoice::utf16;
  if (plain == "utf16le") return EncodingChoice::utf16_le;
  if (plain == "utf16be") return EncodingChoice::utf16_be;
  if (plain == "gb18030" || plain == "gbk" || plain == "gb2312") return EncodingChoice::gb18030;
  return std::nullopt;
}

Decoded decode_text(std::string_view bytes, std::optional<EncodingChoice> asked, Language language) {
  const auto mark = mark_of(bytes);
  if (asked) {
    const auto encoding = encoding_asked(*asked, mark);
    if (mark && mark->encoding == encoding) bytes.remove_prefix(mark->bytes.size());
    return read_as(bytes, encoding, EncodingReason::asked, language);
  }
  if (mark) {
    bytes.remove_prefix(mark->bytes.size());
    return read_as(bytes, mark->encoding, EncodingReason::mark, language);
  }
  auto utf8 = convert(bytes, Encoding::utf8);
  if (utf8.whole) return {to_nfc(utf8.text), Encoding::utf8, EncodingReason::sound_utf8, std::nullopt};

  const auto utf8_ends = place_after(utf8.text);
  const bool damaged = begins_as_chinese_utf8(utf8.text);
  auto other = damaged ? std::move(utf8) : convert(bytes, Encoding::gb18030);
  if (other.whole)
    return {to_nfc(other.text), Encoding::gb18030, EncodingReason::fits_gb18030, std::nullopt, utf8_ends};
  auto complaint = complain(language, Wrong::bytes_in_no_encoding, place_after(other.text), {});
  if (damaged) return {{}, Encoding::utf8, EncodingReason::sound_utf8, std::move(complaint)};
  return {{}, Encoding::gb18030, EncodingReason::fits_gb18030, std::move(complaint)};
}

std::string encode_text(std::string_view text, Encoding encoding, ByteOrderMark mark) {
  std::string bytes;
  if (mark == ByteOrderMark::with)
    for (const auto& each : marks)
      if (each.encoding == encoding) bytes = each.bytes;
  if (encoding == Encoding::utf8) return bytes.append(text);
  return bytes.append(Converter(iconv_name(encoding), "UTF-8")(text).text);
}

bool begins_with_mark(std::string_view bytes, Encoding encoding) {
  const auto mark = mark_of(bytes);
  return mark && mark->encoding == encoding;
}

std::string describe(Encoding encoding, EncodingReason reason, Language language) {
  const bool zh = language == Language::zh;
  const std::string name = iconv_name(encoding);
  switch (reason) {
    case EncodingReason::asked:
      return name + (zh ? "（按指定）" : " (as asked)");
    case EncodingReason::mark:
      return name + (zh ? "（文件开头的标记如此）" : " (the file's byte order mark says so)");
    case EncodingReason::sound_utf8:
      return name + (zh ? "（字节全部合乎 UTF-8）" : " (every byte fits)");
    case EncodingReason::fits_gb18030:
      return name + (zh ? "（不是 UTF-8，按 GB18030 读通）" : " (not UTF-8; every byte fits GB18030)");
  }
  return name;
}

}  // namespace ducha::tools
