#include "tools/render/html_style.h"

namespace ducha::tools {

// Contrast of text is at least 4.5 to 1. What is wide scrolls in its own box with its head and first column in
// place; on paper nothing scrolls and heads repeat.
const std::string_view html_style = R"(
:root{color-scheme:light;--ink:#1a1a1a;--soft:#50565f;--line:#d5d9df;--red:#b3261e;--paper:#fff}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#f2f4f6;color:var(--ink);font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif}
main{max-width:1180px;margin:0 auto;padding:28px 32px 40px;background:var(--paper);min-height:100vh}
header{border-bottom:3px solid var(--red);margin-bottom:20px;padding-bottom:12px}
h1{font-size:26px;line-height:1.3;margin:0 0 6px}
h2{font-size:19px;margin:32px 0 10px;line-height:1.4}
.asked,.basis{display:flex;flex-wrap:wrap;gap:2px 20px;margin:0;padding:0;list-style:none;color:var(--soft)}
.counts{margin:6px 0 0;padding:0;list-style:none;color:var(--soft)}
figure{margin:18px 0 24px;break-inside:avoid}
figcaption{font-weight:600;margin-bottom:6px}
.pan{overflow-x:auto}
svg{display:block;width:100%;min-width:620px;height:auto;font-size:13.5px;fill:var(--ink)}
svg.small{min-width:0;max-width:760px}
.names{display:flex;flex-wrap:wrap;gap:2px 22px;margin:8px 0 0;padding:0;list-style:none}
.names b{display:inline-block;width:.85em;height:.85em;border-radius:2px;margin-right:.4em;vertical-align:-.06em}
svg .tick{fill:var(--soft);font-size:12.5px}
svg .red{fill:var(--red)}
svg .grid{stroke:#e1e5ea}
svg .mark{stroke:#fff;stroke-width:1.5}
svg .due{stroke:var(--red);stroke-width:1.6}
svg .was{stroke-dasharray:4 3;opacity:.75}
svg .today{stroke:#1a1a1a;stroke-width:1.2;stroke-dasharray:2 3}
.pan:focus-visible,.wide:focus-visible{outline:3px solid #1f5fa8;outline-offset:2px}
.wide{overflow:auto;max-height:88vh;border:1px solid var(--line)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px}
.wide:has(>.narrow){width:fit-content;max-width:100%}
table.narrow{width:auto;min-width:min(24em,100%)}
caption{text-align:left;font-weight:600;padding:0 0 6px;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{position:sticky;top:0;z-index:2;background:#eef1f4;white-space:nowrap;font-weight:600}
tbody th{font-weight:400;position:sticky;left:0;background:#fff;white-space:nowrap;z-index:1}
thead th:first-child{left:0;z-index:3}
tbody tr:nth-child(even)>*{background:#fafbfc}
tfoot>tr>*{border-top:2px solid var(--ink);border-bottom:0;font-weight:600}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.d{white-space:nowrap;font-variant-numeric:tabular-nums}
.t{min-width:19em}
.s{min-width:11em}
.l{min-width:16em;word-break:keep-all;overflow-wrap:break-word}
.paper{display:none}
.w{white-space:nowrap}
tr.edge>:first-child{box-shadow:inset 4px 0 var(--edge)}
td i,tbody th i{display:inline-block;width:.75em;height:.75em;border-radius:50%;margin-right:.4em;vertical-align:-.04em}
.note{color:var(--soft);margin:14px 0 0}
.empty{color:var(--soft)}
.story{list-style:none;margin:0;padding:0;border-left:3px solid var(--line)}
.story>li{position:relative;padding:4px 0 14px 20px;break-inside:avoid}
.story>li::before{content:"";position:absolute;left:-8px;top:11px;width:13px;height:13px;border-radius:50%;background:#1f5fa8;border:2px solid #fff}
.story h3{font-size:16px;margin:0;display:inline}
.story time{color:var(--soft);margin-right:.7em;font-variant-numeric:tabular-nums}
.story .origin{color:var(--soft);font-size:13px;margin:0}
.story p{margin:2px 0}
.story ul{margin:2px 0;padding:0;list-style:none}
.story .gone h3,.story .gone p.said{text-decoration:line-through}
.story .gone::before{background:#6b7280}
.badge{border:1px solid currentColor;border-radius:3px;padding:0 5px;font-size:12.5px;color:var(--red);margin-left:.5em}
details{margin-top:22px}
summary{cursor:pointer;font-weight:600}
dl.meanings{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:10px 0;font-size:14px}
dl.meanings dt{font-weight:600}
dl.meanings dd{margin:0}
footer{margin-top:28px;padding-top:12px;border-top:1px solid var(--line);color:var(--soft);font-size:13.5px}
footer code{font-size:12px;overflow-wrap:anywhere}
@media (max-width:700px){
main{padding:16px 14px 28px}
h1{font-size:22px}
.wide{overflow:visible;max-height:none;border:0}
table:not(.few),table:not(.few) :is(tbody,tfoot,tr,td,tbody th,tfoot th){display:block;width:auto}
table:not(.few) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table:not(.few) :is(tbody,tfoot) tr{position:relative;border:1px solid var(--line);border-radius:6px;margin-bottom:12px;padding:6px 12px}
tbody tr:nth-child(even)>*{background:none}
table:not(.few) :is(tbody th,td,tfoot th){position:static;border:0!important;padding:3px 0 3px 7.5em;text-align:left;white-space:normal;min-width:0;min-height:1.6em;background:none;overflow-wrap:anywhere}
table:not(.few) tr.edge{border-left:4px solid var(--edge)}
table:not(.few) tr.edge>:first-child{box-shadow:none}
svg{min-width:800px}
svg.small{font-size:22px}
tbody th{font-weight:600}
tbody th::before,td::before{position:absolute;left:12px;width:7em;color:var(--soft);font-weight:400;white-space:normal}
table:not(.few) :is(tbody,tfoot) .n{text-align:left}
tfoot th::before{content:none!important}
table:not(.few) td.x{display:none}
.wide:has(>.narrow:not(.few)){width:auto}
dl.meanings{grid-template-columns:1fr;gap:0}
dl.meanings dd{margin-bottom:8px}
}
@media print{
@page{size:A4;margin:16mm 14mm 16mm 16mm}
body{background:#fff;font-size:10pt}
main{max-width:none;margin:0;padding:0;min-height:0}
.wide,.pan{overflow:visible;max-height:none;border:0}
svg{min-width:0;max-height:140mm;width:auto;max-width:100%;margin:0 auto}
table{font-size:8.5pt}
th,td{padding:3px 5px}
thead{display:table-header-group}
tfoot{display:table-row-group}
thead th,tbody th{position:static}
tr{break-inside:avoid}
thead th{white-space:normal}
.t{min-width:12em}
.s,.l{min-width:7em}
.paper{display:block;font-size:8.5pt;margin:4px 0}
h2,h3,figcaption{break-after:avoid}
details{display:none}
td i,svg,thead th,.story>li::before{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)";

}  // namespace ducha::tools
