/** Look of the printed questionnaire: ink on paper, A4, readable in black and white; no file is loaded. */
export function styleFor(header: string, footer: string, page: string, of: string): string {
  const pages = `
@page { size: A4; margin: 20mm 16mm 18mm;
  @top-left { content: "${header}"; font: 8pt sans-serif; color: #5f6764; }
  @bottom-left { content: "${footer}"; font: 7pt monospace; color: #5f6764; }
  @bottom-right { content: "${page} " counter(page) " ${of} " counter(pages); font: 8pt sans-serif; color: #1c2321; } }
`;
  return pages + rules;
}

const rules = `
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; color: #1c2321; background: #fff;
  font: 11.5pt/1.42 "Noto Sans", "Noto Sans Arabic", "Segoe UI", "Liberation Sans", Arial, sans-serif; }
@media print { body { max-width: none; padding: 0; } }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 .3rem; color: #1f5d50; text-wrap: balance; }
h2 { font-size: 15pt; margin: 1.6rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1.5pt solid #1f5d50; color: #1f5d50;
  break-after: avoid; }
h2 .part { font-weight: 400; }
h3 { font-size: 12.5pt; margin: 1.1rem 0 .3rem; break-after: avoid; }
h4 { font-size: 11.5pt; font-weight: 600; margin: 0 0 .15rem; }
p { margin: 0 0 .3rem; }
p, h1, h2, h3, h4, li, td { overflow-wrap: anywhere; }
.meta { font-size: 9.5pt; color: #414a47; }
.meta code { font-size: 8pt; }
.box { border: .75pt solid #b7b09c; border-radius: 6px; padding: .55rem .8rem; margin: .8rem 0; font-size: 10pt; }
.box h3 { margin: 0 0 .25rem; font-size: 10.5pt; }
.box ul { margin: .2rem 0; padding-inline-start: 1.2rem; }
.notice li { margin-bottom: .25rem; }
.item { display: grid; grid-template-columns: 3rem minmax(0, 1fr); padding: .6rem 0; border-bottom: .5pt solid #d8d1be;
  break-inside: avoid; }
.item.long { break-inside: auto; }
.number { font-weight: 700; font-size: 13pt; line-height: 1.25; color: #1f5d50; }
.help { color: #414a47; font-size: 10.5pt; }
.skip { font-size: 9.5pt; font-weight: 600; border-inline-start: 2.5pt solid #1c2321; padding-inline-start: .45rem;
  margin-bottom: .3rem; break-after: avoid; }
.note { font-size: 9pt; font-style: italic; color: #414a47; }
.code { font: 8pt/1.2 "Liberation Mono", Consolas, monospace; color: #5f6764; direction: ltr; unicode-bidi: isolate; }
.group { margin: .5rem 0; border-inline-start: .75pt solid #b7b09c; padding-inline-start: .7rem; }
ul.options { list-style: none; margin: .3rem 0 0; padding: 0; }
ul.options.many { columns: 3; column-gap: 1rem; font-size: 9pt; }
ul.options.pair { columns: 2; column-gap: 1.5rem; }
.options li { display: grid; grid-template-columns: 1.35em minmax(0, 1fr); gap: .1rem; padding: .08rem 0; break-inside: avoid; }
.options li.apart:not(.apart + .apart) { margin-top: .3rem; border-top: .5pt solid #d8d1be; padding-top: .3rem; }
.mark { display: inline-block; width: .82em; height: .82em; border: .9pt solid #1c2321; margin-top: .22em; background: #fff; }
.mark.one { border-radius: 50%; }
.mark.rank { width: 1em; border-width: 0 0 .9pt; }
.onward { font-size: 9pt; font-weight: 600; white-space: nowrap; }
.aside { font-size: 9pt; font-style: italic; color: #414a47; }
.onward::before { content: "→ "; }
html[dir="rtl"] .onward::before { content: "← "; }
.write { display: inline-block; width: 12em; max-width: 100%; border-bottom: .75pt solid #1c2321; height: 1.1em; vertical-align: bottom; }
.line { border-bottom: .75pt solid #1c2321; height: 1.9em; max-width: 32em; }
.line.short { max-width: 11em; }
table { border-collapse: collapse; width: 100%; margin-top: .35rem; font-size: 9.5pt; }
tr { break-inside: avoid; } thead { display: table-header-group; }
th, td { border-bottom: .5pt solid #d8d1be; padding: .25rem .3rem; vertical-align: middle; text-align: center; }
th { font-weight: 600; font-size: 8.5pt; vertical-align: bottom; }
th .code { display: block; }
td:first-child, th:first-child { text-align: start; font-weight: 400; font-size: 10pt; width: 34%; }
td .mark { margin: 0; } td .cell { display: block; border-bottom: .75pt solid #1c2321; height: 1.5em; min-width: 3em; }
th.apart, td.apart { border-inline-start: .5pt solid #b7b09c; }
.scale { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: flex-end; margin-top: .35rem; }
.scale .point { text-align: center; min-width: 1.4em; font-size: 10pt; } .scale .mark { display: block; margin: 0 auto .1rem; }
.scale .end { font-size: 9.5pt; max-width: 11em; }
.parts { margin-top: .3rem; } .parts div { display: grid; grid-template-columns: 40% 1fr; gap: .6rem; align-items: end; padding: .15rem 0; }
.parts i { border-bottom: .75pt solid #1c2321; height: 1.4em; }
.text { margin: .6rem 0; padding: .4rem .7rem; background: #f5f1e6; print-color-adjust: economy; break-inside: avoid; }
`;
