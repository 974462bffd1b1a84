import { trusted } from "./html.ts";

/** One page of A4, ink on paper; the same on screen. */
export const pageStyle = trusted(`
@page { size: A4 portrait; margin: 12mm 13mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 184mm; padding: 4mm 0; font: 9.5pt/1.4 "Noto Sans", Calibri, sans-serif; color: #1c2321; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { margin: 0; font-size: 20pt; line-height: 1.2; }
p { margin: 0 0 2mm; }
.study { color: #5f6764; padding-bottom: 2mm; border-bottom: 0.7mm solid #1f5d50; margin-bottom: 3mm; }
.warning { background: #fbefdf; color: #8a4600; font-weight: 700; padding: 1mm 2mm; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 8pt; line-height: 1.25; font-variant-numeric: tabular-nums; }
th { background: #e9e2d0; text-align: start; vertical-align: bottom; font-weight: 700; padding: 1.2mm 1.4mm; }
tbody th { background: none; font-weight: 400; vertical-align: middle; }
td, tbody th { border-bottom: 0.2mm solid #d8d1be; padding: 1mm 1.2mm; vertical-align: middle; }
.number { text-align: end; white-space: nowrap; }
th.number { white-space: normal; }
.quiet { color: #5f6764; }
.own { font-weight: 700; }
.few { font-style: italic; }
.label { width: 29%; }
.picture { width: 15%; }
.figure { width: 9.5%; }
.range { width: 13.5%; }
.count { width: 5%; }
.verdict { font-size: 7pt; }
.better { color: #1f5d50; }
.worse { color: #a33b2b; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg { display: block; width: 100%; height: 4mm; }
footer { margin-top: 3mm; color: #5f6764; font-size: 7.5pt; }
@media screen { body { padding: 8mm; } }
`);
