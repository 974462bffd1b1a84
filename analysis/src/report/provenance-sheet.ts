import type { Workbook } from "exceljs";
import type { Margin } from "../weighting/index.ts";
import type { WeightingFacts, WorkbookContent } from "./content.ts";
import { Page } from "./page.ts";

const widths = [30, 62, 68];

/** Where everything came from: enough to make the same workbook again. */
export function writeProvenance(workbook: Workbook, content: WorkbookContent): void {
  const { texts, provenance, results, policy } = content;
  const words = texts.provenance;
  const page = new Page(workbook, content, texts.sheets.provenance, widths);
  page.open(texts.sheets.provenance, words.message);
  const from = page.row;
  for (const [i, word] of ["", "", words.digest].entries())
    page.put(i + 1, word, { look: "head", fill: "sand", line: "hairline", indent: i === 2 ? 1 : 0 });
  page.endRow();
  entry(page, words.study, content.study);
  entry(page, words.wave, `${content.wave} (${provenance.waveId})`);
  entry(page, words.fieldwork, `${texts.day(content.opens)} – ${texts.day(content.closes)}`);
  for (const { name, digest } of provenance.instruments) entry(page, words.instrument, name, digest);
  entry(
    page,
    words.indicators,
    `indicators/${provenance.indicators.number}.json`,
    provenance.indicators.digest,
  );
  if (provenance.weighting) writeWeighting(page, content, provenance.weighting);
  else if (results) entry(page, words.margins, words.noMargins);
  entry(
    page,
    words.respondents,
    results ? texts.number(results.respondents, 0) : texts.fewerThan(policy.hideBelow),
    provenance.dataDigest,
  );
  const left = Object.entries(provenance.exclusions).sort(([a], [b]) => (a < b ? -1 : 1));
  entry(
    page,
    words.exclusions,
    left.length === 0
      ? words.noExclusions
      : left.map(([reason, count]) => texts.exclusion(reason, count)).join("; "),
  );
  entry(page, words.rule, texts.rule(policy));
  entry(page, words.asOf, texts.moment(content.asOf));
  entry(page, words.software, `Tiltas ${provenance.software}`);
  entry(page, words.language, texts.languageName);
  page.close({ head: { from, to: from } });
}

function writeWeighting(page: Page, { texts }: WorkbookContent, weighting: WeightingFacts): void {
  const words = texts.provenance;
  entry(page, words.margins, texts.marginsTotal(weighting.total), weighting.digest);
  for (const margin of weighting.margins)
    entry(page, `   ${margin.id}`, texts.margin(margin), sourceOf(margin));
  entry(page, words.weighting, texts.raking(weighting.diagnostics));
}

const sourceOf = ({ sources, confidences }: Margin) => `${sources.join("; ")} (${confidences.join(", ")})`;

function entry(page: Page, what: string, value: string, digest = ""): void {
  page.put(1, what, { look: "quiet", line: "hairline", wrap: true, vertical: "top" });
  page.put(2, value, { look: "body", line: "hairline", wrap: true, vertical: "top" });
  page.put(3, digest, { look: "quiet", line: "hairline", wrap: true, vertical: "top", indent: 1 });
  page.endRow([
    [1, what, "quiet"],
    [2, value, "body"],
    [3, digest, "quiet"],
  ]);
}
