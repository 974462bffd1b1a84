import { isShown } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { counts, difference, differenceFormat, formatOf, shares, type Unit } from "../estimate-cells.ts";
import { codeName, dimensionName, labelled } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Published figures of others beside ours, with whom, when and out of whom. */
export function writeOthers(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const { others } = reading.release;
  const page = new Page(book, "others", [40, 12, 12, 36, 32, 14, 32, 16]);
  page.open(texts.sheets.others, others.length > 0 ? texts.othersMessage : texts.noOthers);
  if (others.length > 0) {
    const units = others.map(({ unit, indicator }) => unitOf(book, unit, indicator));
    const formats = units.map(formatOf);
    const head = writeTable(
      page,
      "others",
      [
        { head: heads.indicator },
        { head: heads.ours, format: "0.0", formats },
        { head: heads.value, format: "0.0", formats },
        { head: heads.universe, look: "quiet" },
        { head: heads.denominator, look: "quiet" },
        { head: heads.date, look: "quiet" },
        { head: heads.source, look: "quiet" },
        { head: heads.confidence, look: "quiet" },
      ],
      others.map((one) => {
        const indicator = reading.indicator(one.indicator);
        const own = reading.cell(reading.ownMeasure(one.indicator), [], []);
        return [
          indicator ? labelled(book, indicator) : one.indicator,
          isShown(own) ? own.value : ":",
          one.value,
          book.say(one.universe),
          book.say(one.denominator),
          one.date,
          one.source,
          one.confidence,
        ];
      }),
      { filter: true },
    );
    page.close({ head });
  } else page.close();
}

const units: ReadonlySet<string> = new Set([
  "percent",
  "score-0-10",
  "index-0-1",
  "index-0-100",
  "points",
  "number",
  "days",
]);
const unitOf = ({ reading }: Book, unit: string, indicator: string): Unit =>
  units.has(unit) ? (unit as Unit) : (reading.indicator(indicator)?.unit ?? "number");

/** Margins before and after, the spread of the weights, and what other margins would have said. */
export function writeWeights(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const { weighting, sensitivity, measures } = reading.release;
  if (!weighting) return;
  const page = new Page(book, "weights", [34, 52, 14, 16, 16, 60]);
  page.open(
    texts.sheets.weights,
    texts.weightsMessage(weighting.designEffect, weighting.effectiveRespondents),
  );
  const head = writeTable(
    page,
    "margins",
    [
      { head: heads.margin, look: "quiet" },
      { head: heads.category },
      { head: heads.population, format: counts },
      { head: heads.weightedBefore, format: counts },
      { head: heads.weightedAfter, format: counts },
      { head: heads.note, look: "quiet" },
    ],
    weighting.margins.flatMap(({ name, cells, date, source, confidence }) =>
      cells.map((cell, i) => [
        book.say(name),
        book.say(cell.label),
        cell.population,
        cell.before,
        cell.after,
        [
          ...(i === 0 ? [`${source}, ${date} (${confidence})`] : []),
          ...(cell.note ? [book.say(cell.note)] : []),
        ].join("; "),
      ]),
    ),
  );
  page.section(texts.quantilesMessage);
  const percentiles = [0, 5, 25, 50, 75, 95, 100];
  writeTable(
    page,
    "weights",
    [{ head: heads.percentile }, { head: heads.weight, format: "0.00" }],
    weighting.quantiles.map((weight, i) => [String(percentiles[i] ?? ""), weight]),
  );
  page.section(texts.sensitivityMessage);
  const shifts = sensitivity.flatMap(({ name, shifts }) =>
    shifts.flatMap(({ measure, shift }) => {
      const indicator = reading.indicator(measures[measure]?.indicator ?? "");
      return indicator ? [{ name, indicator, shift }] : [];
    }),
  );
  if (shifts.length === 0) page.line(texts.noSensitivity, { look: "quiet" });
  else
    writeTable(
      page,
      "sensitivity",
      [
        { head: heads.margin, look: "quiet" },
        { head: heads.indicator },
        {
          head: heads.shift,
          format: "0.0",
          formats: shifts.map(({ indicator }) => differenceFormat(indicator.unit, texts)),
        },
      ],
      shifts.map(({ name, indicator, shift }) => [
        book.say(name),
        labelled(book, indicator),
        difference(shift, indicator.unit),
      ]),
    );
  page.notes(reading.release.notes.map((note) => book.say(note)));
  page.close({ head });
}

/** What was not answered, where people stopped, who answered how, and which answers were left out. */
export function writeQuality(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const { items, breakOff, counts: by, exclusions } = reading.release.quality;
  const page = new Page(book, "quality", [70, 30, 16]);
  page.open(texts.sheets.quality, texts.qualityMessage);
  const left = Object.entries(exclusions).sort(([a], [b]) => (a < b ? -1 : 1));
  if (left.length > 0)
    writeTable(
      page,
      "exclusions",
      [{ head: heads.reason }],
      left.map(([reason, count]) => [texts.exclusion(reason, count)]),
    );
  page.skip();
  if (by.length > 0)
    writeTable(
      page,
      "counts",
      [{ head: heads.cut }, { head: heads.category }, { head: heads.respondents, format: counts }],
      by.map(({ dimension, code, respondents }) => {
        const known = reading.release.lattice.dimensions.find(({ id }) => id === dimension);
        return known
          ? [dimensionName(book, known.id), codeName(book, known.id, code), respondents]
          : [dimension, code, respondents];
      }),
    );
  page.skip();
  if (items.length > 0)
    writeTable(
      page,
      "items",
      [
        { head: heads.question },
        { head: heads.id, look: "quiet" },
        { head: heads.nonresponse, format: shares },
      ],
      items.map(({ item, label, nonresponse }) => [book.say(label), item, nonresponse]),
      { filter: true },
    );
  page.skip();
  if (breakOff.length > 0)
    writeTable(
      page,
      "breakoff",
      [{ head: heads.pageOf }, { head: heads.id, look: "quiet" }, { head: heads.stopped, format: shares }],
      breakOff.map(({ page: id, label, share }) => [book.say(label), id, share]),
    );
  page.close();
}
