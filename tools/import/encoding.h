// From the bytes of a file to text: UTF-8 in NFC, without a byte order mark.
//
// An encoding asked for is obeyed. Otherwise a byte order mark decides, then whether the bytes are
// strictly UTF-8, and then GB18030, which is what Chinese Excel writes. Nothing is guessed further and
// nothing is replaced: a byte that fits none is a complaint with its line and column. A text that
// goes on for a while as sound Chinese UTF-8 and then breaks is damaged UTF-8, not GB18030, although
// many such texts could be read as GB18030 too, as nonsense.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, gb18030 };

// What was asked for on the command line. `utf16` lets the byte order mark decide; without one it is
// little-endian, as Excel writes it.
enum class EncodingChoice : std::uint8_t { utf8, utf16, utf16_le, utf16_be, gb18030 };

// utf-8, gb18030 (also gbk, gb2312), utf-16 (also utf-16le, utf-16be), in any case; else nothing.
std::optional<EncodingChoice> encoding_choice(std::string_view name);

enum class EncodingReason : std::uint8_t {
  asked,        // it was asked for
  mark,         // a byte order mark says so
  sound_utf8,   // the bytes are strictly UTF-8
  fits_gb18030  // they are not UTF-8, but strictly GB18030
};

struct Decoded {
  std::string text;  // empty when there is a complaint
  Encoding encoding = Encoding::utf8;
  EncodingReason reason = EncodingReason::sound_utf8;
  std::optional<Complaint> complaint;
  Place utf8_ends = {};  // where a text that fits_gb18030 stops being UTF-8
};

Decoded decode_text(std::string_view bytes, std::optional<EncodingChoice> asked, Language language);

// The bytes a text has in an encoding, with the byte order mark when it is asked for. Every text can be written in
// each.
enum class ByteOrderMark : std::uint8_t { without, with };
std::string encode_text(std::string_view text, Encoding encoding, ByteOrderMark mark);
// Whether the bytes begin with the mark of that encoding.
bool begins_with_mark(std::string_view bytes, Encoding encoding);

// What was chosen and why, in one phrase for the remarks of an import.
std::string describe(Encoding encoding, EncodingReason reason, Language language);

}  // namespace ducha::tools
