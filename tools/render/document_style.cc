#include "tools/render/document_style.h"

namespace ducha::tools {

// --line: 22 of them make 225 mm. --pitch: what is taken from each character so that 28 of 16 pt fill 156 mm (a hair
// more, so that rounding does not push the last one out).
const std::string_view document_style = R"(
:root{color-scheme:light;--line:calc(225mm/22);--pitch:-.212pt;--red:#d6000f;
--fang:"仿宋_GB2312","FangSong_GB2312","FangSong","仿宋","STFangsong","华文仿宋","Noto Serif CJK SC","Source Han Serif SC",serif;
--xiaobiao:"方正小标宋_GBK","方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","华文中宋","Noto Serif CJK SC","Source Han Serif SC",serif;
--hei:"SimHei","黑体","STHeiti","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
--kai:"楷体_GB2312","KaiTi_GB2312","KaiTi","楷体","STKaiti","AR PL UKai CN","Noto Serif CJK SC",serif;
--song:"SimSun","宋体","STSong","Noto Serif CJK SC","Source Han Serif SC",serif}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page :right{margin:37mm 26mm 35mm 28mm;
@bottom-right{content:"—  " counter(page) "  —";font:14pt/14pt "SimSun","宋体","Noto Serif CJK SC",serif;vertical-align:top;text-align:right;padding:4.5mm 14pt 0 0;white-space:pre}}
@page :left{margin:37mm 28mm 35mm 26mm;
@bottom-left{content:"—  " counter(page) "  —";font:14pt/14pt "SimSun","宋体","Noto Serif CJK SC",serif;vertical-align:top;text-align:left;padding:4.5mm 0 0 14pt;white-space:pre}}
@page letter{margin:30mm 20mm 35mm 20mm;@bottom-right{content:none}@bottom-left{content:none}
@bottom-center{content:"";width:170mm;background:linear-gradient(#d6000f,#d6000f) 0 12.9mm/100% .4mm no-repeat,linear-gradient(#d6000f,#d6000f) 0 13.8mm/100% 1.2mm no-repeat}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:#000;background:#e4e6ea}
article{font:16pt/var(--line) var(--fang);letter-spacing:var(--pitch);text-autospace:no-autospace;text-spacing-trim:space-all;text-align:justify;line-break:strict;overflow-wrap:anywhere;orphans:1;widows:1;width:156mm}
article+article{break-before:page}
p,h1,h2,h3{margin:0;font:inherit}
p.body{text-indent:2em}
p.flush{text-align:left}
p.annexes{margin-top:var(--line);padding-left:5em;text-indent:-3em;text-align:left;break-inside:avoid}
p.small{font:12pt/1.5 var(--fang);letter-spacing:0}
h2.first{font-family:var(--hei);text-indent:2em;break-after:avoid}
h3.second{font-family:var(--kai);text-indent:2em;break-after:avoid}
h2.centred{font:22pt/var(--line) var(--xiaobiao);font-weight:700;letter-spacing:0;text-align:center;break-after:avoid;margin-bottom:var(--line)}
.issuer{padding-top:35mm;font-family:var(--xiaobiao);font-weight:700;line-height:1;color:var(--red);text-align:center;letter-spacing:0;white-space:nowrap}
.meta{position:absolute;font:16pt/var(--line) var(--hei);letter-spacing:0}
.head{position:relative;border-bottom:.5mm solid var(--red);padding-bottom:4mm;margin-bottom:calc(2*var(--line))}
.number{margin-top:calc(2*var(--line));text-align:center;letter-spacing:0}
.head.bulletin .number{margin-top:var(--line)}
.head .between{display:flex;justify-content:space-between;letter-spacing:0}
.head .between span{padding:0 16pt}
h1{font:22pt/var(--line) var(--xiaobiao);font-weight:700;letter-spacing:0;text-align:center;text-wrap:balance;margin-bottom:var(--line);break-after:avoid}
article.letter{page:letter;width:170mm;padding:0 6mm 0 8mm}
.letter .issuer{padding-top:0}
.letter .head{border-bottom:0;margin:0 -6mm var(--line) -8mm;padding:0}
.letter .rule{margin-top:4mm;height:2.1mm;border-top:1.2mm solid var(--red);border-bottom:.4mm solid var(--red)}
.letter .number{margin:0;text-align:right;padding-right:6mm}
.letter .meta{position:static;padding-left:8mm;margin-top:calc(-1*var(--line))}
.signature{margin-top:calc(2*var(--line));break-inside:avoid;letter-spacing:0}
.signature p{text-align:right;padding-right:64pt}
.signature p.office{padding-right:calc(64pt - var(--shift,0pt))}
table{border-collapse:collapse;width:calc(100% - .5mm);margin-left:.25mm;font:10.5pt/1.4 var(--fang);letter-spacing:0;text-align:left;margin-top:1.5mm;margin-bottom:1.5mm}
caption{font:14pt/2 var(--hei);text-align:left;break-after:avoid}
th,td{border:.35mm solid #000;padding:1mm 1.1mm;font-weight:400;vertical-align:middle;overflow-wrap:anywhere}
thead{display:table-header-group}
thead th{font-family:var(--hei);text-align:center;white-space:nowrap}
tr{break-inside:avoid}
td.c{text-align:center;white-space:nowrap}
table.form{font-size:14pt;line-height:1.4;table-layout:fixed}
.cut+.scroll table{break-inside:avoid}
:is(p,.scroll):has(+.signature),.cut+.scroll{break-after:avoid}
.signature+.basis{break-before:avoid}
table.dense{font-size:9pt;line-height:1.3}
table.dense :is(th,td){padding:.7mm .7mm}
table.form th{font-family:var(--hei);text-align:center}
table.form td{white-space:pre-line}
.band{display:flex;align-items:center;justify-content:center;gap:6mm;font:16pt/var(--line) var(--hei);letter-spacing:0;margin-bottom:4mm}
.band b{display:inline-block;width:38mm;height:8mm}
.blue b{background:#1f5fa8}.yellow b{background:#f6c21b}.orange b{background:#e8710a}.red b{background:#c62828}
.cut{border-top:.3mm dashed #000;margin:10mm 0 4mm;text-align:center;font:12pt/1 var(--fang);letter-spacing:.5em;break-after:avoid;break-inside:avoid}
.cut span{position:relative;top:-6pt;background:#fff;padding:0 4mm}
.annex{break-before:page}
.annex .label{font-family:var(--hei);text-align:left;margin-bottom:var(--line)}
.imprint{margin-top:calc(2*var(--line));border-top:.35mm solid #000;border-bottom:.35mm solid #000;font:14pt/2 var(--fang);letter-spacing:0;break-inside:avoid}
.imprint div{display:flex;justify-content:space-between;padding:0 14pt}
.imprint div+div{border-top:.25mm solid #000}
.basis{margin-top:4mm;font:7.5pt/1.4 var(--song);letter-spacing:0;color:#444;text-align:left;break-inside:avoid}
@media screen{
article,article.letter{box-sizing:border-box;width:210mm;background:#fff;margin:8mm auto;padding:37mm 26mm 35mm 28mm;min-height:297mm;box-shadow:0 1px 8px #0004}
article.letter{padding-top:30mm}
.letter .head{margin:0 -6mm var(--line) -8mm}
}
@media screen and (max-width:820px){
body{background:#fff}
article,article.letter{width:auto;min-height:0;margin:0;padding:24px 18px;box-shadow:none;font-size:17px;line-height:1.75;letter-spacing:0;--line:1.75em}
.issuer{padding-top:8px;font-size:26px!important;white-space:normal;line-height:1.3}
.letter .head{margin:0 0 16px}.letter .number{padding:0}
h1,h2.centred{font-size:22px;line-height:1.4}
.signature p{padding-right:2em!important}
.meta{position:static}
table{font-size:14px;table-layout:auto}
.scroll{overflow-x:auto}
.scroll table:not(.form){min-width:560px}
.imprint{font-size:14px}
}
@media print{
body{background:none}
.scroll{overflow:visible}
.head,.rule,.band b,.issuer{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)";

}  // namespace ducha::tools
