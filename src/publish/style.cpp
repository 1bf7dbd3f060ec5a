#include "publish/style.hpp"

namespace sitrep::publish {

// Sizes are steps of one scale (1.2): 13, 15.6, 18.7, 22.5, 32.4 px at a base of 15.6.
std::string_view style_sheet()
{
    return R"css(
:root{--ink:#1d2733;--soft:#5a6775;--rule:#d9dfe5;--pale:#f5f7f9;--blue:#1f4e79;--amber:#c9822b;--gray:#a9b8c6;--mark:#fff3cf}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:#fff;color:var(--ink);
  font:400 15.6px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans Arabic","Noto Naskh Arabic",Tahoma,"DejaVu Sans",sans-serif;
  font-variant-numeric:lining-nums tabular-nums}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
header{border-block-end:3px solid var(--blue);padding-block-end:1rem;margin-block-end:1.25rem}
.eyebrow{margin:0;color:var(--soft);font-size:13px;letter-spacing:.02em}
[dir=rtl] .eyebrow{letter-spacing:0}
h1{margin:.15rem 0 0;font-size:32.4px;line-height:1.2;font-weight:650;letter-spacing:-.01em}
[dir=rtl] h1{letter-spacing:0;line-height:1.4}
h2{margin:2.6rem 0 .7rem;font-size:22.5px;line-height:1.3;font-weight:650;color:var(--blue)}
h3{margin:1.6rem 0 .4rem;font-size:18.7px;line-height:1.3;font-weight:600}
p{margin:0 0 .8rem;max-width:46rem}
.lead{font-size:18.7px;line-height:1.55}
.note{color:var(--soft);font-size:13px;line-height:1.5}
.contents a{white-space:nowrap}
.notice{border-inline-start:4px solid var(--amber);background:var(--pale);padding:.6rem .9rem;max-width:none}
.date{white-space:nowrap}
.faint{color:var(--soft)}
ul{margin:0 0 1rem;padding-inline-start:1.2rem;max-width:48rem}
li{margin:.3rem 0}
a{color:var(--blue);text-decoration:none}
a:hover,a:focus{text-decoration:underline}
a.figure{color:inherit;border-block-end:1px dotted var(--gray)}
a.figure:hover,a.figure:focus{color:var(--blue);border-color:var(--blue);text-decoration:none}
:target{background:var(--mark)}
.scroll{overflow-x:auto;margin:0 0 1.2rem}
table{border-collapse:collapse;width:100%;font-size:15.6px;line-height:1.4}
caption{text-align:start;font-weight:600;padding-block-end:.5rem}
th,td{text-align:start;vertical-align:top;padding:.34rem .6rem;border-block-end:1px solid var(--rule);font-weight:400}
th:first-child{padding-inline-start:0}
td:last-child,thead th:last-child{padding-inline-end:0}
thead th{color:var(--soft);font-size:13px;border-block-end:1px solid var(--soft);vertical-align:bottom}
.number{text-align:end;white-space:nowrap}
tr.group th{font-weight:600;padding-block-start:.9rem;border-block-end:1px solid var(--soft)}
th.indent{padding-inline-start:1.1rem;color:var(--soft)}
table.pairs{width:auto;margin:0}
table.pairs th{color:var(--soft);padding-inline-end:1.4rem;white-space:nowrap}
table.pairs th,table.pairs td{border:0;padding-block:.12rem}
table.list{font-size:13px}
figure{margin:1.4rem 0}
figure svg{margin-block-end:.5rem}
summary{cursor:pointer;color:var(--blue);margin:0 0 .8rem}
figcaption{font-weight:600;margin-block-end:.5rem}
svg{display:block;width:100%;height:auto;font-family:inherit;font-variant-numeric:tabular-nums}
.entries{columns:3 17rem;column-gap:1.6rem;list-style:none;padding:0;max-width:none;font-size:13px;line-height:1.45}
.entries li{break-inside:avoid;margin:.12rem 0}
.lists{columns:1}
.lists li{break-inside:auto;overflow-wrap:anywhere}
@page{size:A4;margin:16mm 15mm}
@media print{
  body{font-size:10pt}
  main{max-width:none;padding:0}
  h1{font-size:20pt}
  h2{font-size:14pt;break-after:avoid}
  h3{font-size:12pt;break-after:avoid}
  .lead{font-size:11.5pt}
  .note,.eyebrow,thead th,table.list,.entries{font-size:8.5pt}
  table{font-size:9.5pt}
  tr,figure,.notice{break-inside:avoid}
  thead{display:table-header-group}
  .scroll{overflow:visible}
  a{color:inherit}
  a.figure{border:0}
  :target{background:none}
  caption,thead,tbody tr:first-child{break-after:avoid}
}
@media (max-width:40rem){main{padding:1.25rem 1rem 3rem}h1{font-size:26px}}
)css";
}

}  // namespace sitrep::publish
