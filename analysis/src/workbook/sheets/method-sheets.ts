import type { ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { dimensionName, domainsOfLife } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";
import { provenanceWords } from "../texts/index.ts";

/** How the figures were made, in words. */
export function writeMethod(book: Book): void {
  const { texts, reading } = book;
  const { wave, weighting, thresholds, sampling } = reading.release;
  const page = new Page(book, "method", [24, 32, 62]);
  page.open(texts.sheets.method, texts.fieldwork(wave.opens, wave.closes));
  const facts = {
    universe: book.say(wave.universe),
    weighted: weighting !== null,
    drawn: book.drawn,
    clients: wave.sample === "clients",
    thresholds,
    meaning: book.say(sampling.meaning),
    unreached: book.say(sampling.unreached),
    refused: refusedCrossings(book),
  };
  for (const [heading, paragraphs, table] of texts.method(facts)) {
    page.keepTogether(70);
    page.section(heading);
    for (const paragraph of paragraphs)
      if (paragraph !== "") page.line(paragraph, { look: "body", vertical: "top" }, { spacing: 6 });
    if (table) writeLevels(page);
  }
  if (!weighting) page.notes(reading.release.notes.map((note) => book.say(note)));
  page.close();
}

/** Crossings that the lattice refuses, of dimensions that readers meet. */
function refusedCrossings(book: Book) {
  const { lattice } = book.reading.release;
  const met = new Set(lattice.dimensions.map(({ id }) => id));
  return lattice.refused
    .filter(({ dimensions }) => dimensions.every((id) => met.has(id)))
    .map(({ dimensions, why }) => ({
      names: dimensions.map((id) => dimensionName(book, id)).join(" × "),
      why: book.say(why),
    }));
}

/** How far down each indicator is shown, and why: country first. */
function writeLevels(page: Page): void {
  const { heads, levels } = page.book.texts;
  const said = levelsOf(page.book);
  writeTable(
    page,
    "levels",
    [{ head: heads.lowest }, { head: heads.indicators, look: "quiet" }, { head: heads.why, look: "quiet" }],
    (["country", "municipality-group", "municipality"] as const).flatMap((level) =>
      said.filter(({ lowest }) => lowest === level).map(({ ids, why }) => [levels[level], ids, why]),
    ),
  );
}

/** Indicators by their lowest level and the reason for it; those with the same reason together. */
function levelsOf(book: Book) {
  const { reading } = book;
  const said = reading.release.indicators.flatMap(({ id, definition }) => {
    const measure = reading.release.measures[reading.ownMeasure(id)];
    if (!measure) return [];
    return [{ id, lowest: measure.lowest, why: definition?.why ? book.say(definition.why) : "" }];
  });
  const grouped = Map.groupBy(said, ({ lowest, why }) => `${lowest} ${why}`);
  return [...grouped.values()].flatMap((ones) => {
    const [first] = ones;
    return first ? [{ lowest: first.lowest, why: first.why, ids: ones.map(({ id }) => id).join(", ") }] : [];
  });
}

/** What each indicator is, of whom it speaks and how it is made. */
export function writeCodebook(book: Book): void {
  const { texts } = book;
  const { heads } = texts;
  const page = new Page(book, "codebook", [8, 40, 20, 34, 12, 16, 30, 16, 16, 18, 32, 60]);
  page.open(texts.sheets.codebook, texts.codebookMessage);
  const quiet = { look: "quiet" } as const;
  const head = writeTable(
    page,
    "codebook",
    [
      { head: heads.id, ...quiet },
      { head: heads.indicator },
      { head: heads.domainOfLife, ...quiet },
      { head: heads.universe, ...quiet },
      { head: heads.unit, ...quiet },
      { head: heads.measure, ...quiet },
      { head: heads.missingRule, ...quiet },
      { head: heads.direction, ...quiet },
      { head: heads.lowest, ...quiet },
      { head: heads.comparability, ...quiet },
      { head: heads.source, ...quiet },
      { head: heads.questions, ...quiet },
    ],
    domainsOfLife(book).flatMap(({ label, indicators }) =>
      indicators.map((indicator) => definitionRow(book, label, indicator)),
    ),
    { filter: true },
  );
  page.close({ head, frozenColumns: 2 });
}

function definitionRow(book: Book, domain: string, indicator: ReleasedIndicator): string[] {
  const { texts, reading } = book;
  const { definition } = indicator;
  const measure = reading.release.measures[reading.ownMeasure(indicator.id)];
  return [
    indicator.id,
    book.say(indicator.label),
    domain,
    book.say(indicator.universe),
    texts.units[indicator.unit],
    definition ? (texts.measures[definition.type] ?? definition.type) : "",
    definition ? missingRule(definition.missingRule, texts.missingRules) : "",
    texts.directions[indicator.direction],
    measure ? texts.levels[measure.lowest] : "",
    texts.comparability[indicator.comparability],
    definition ? texts.source(definition.source) : "",
    (definition?.items ?? []).map(({ name, label }) => `${name}: ${book.say(label)}`).join("\n"),
  ];
}

/** The rule's number as the definition gives it, with what it means in the reader's language. */
function missingRule(rule: string, rules: Readonly<Record<string, string>>): string {
  const numbers = rule.match(/M\d/g) ?? [];
  return [...new Set(numbers)].map((number) => `${number}: ${rules[number] ?? ""}`).join("; ");
}

/** What was asked of whom, and who released it. */
function provenanceRows(book: Book): (readonly [string, string])[] {
  const { texts, reading, manifest, language } = book;
  const { study, wave, policy, quality } = reading.release;
  const words = provenanceWords[language];
  const excluded = Object.entries(quality.exclusions).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    [words.study, book.say(study.title)],
    [words.wave, `${book.say(wave.title)} (${wave.id})`],
    [words.fieldwork, texts.fieldwork(wave.opens, wave.closes)],
    [words.universe, book.say(wave.universe)],
    [words.respondents, texts.number(wave.respondents, 0)],
    [
      words.excluded,
      excluded.map(([reason, count]) => texts.exclusion(reason, count)).join("; ") || words.none,
    ],
    [words.policy, texts.policies[policy]],
    [words.release, String(manifest.number)],
    [words.releasedAt, texts.moment(manifest.releasedAt)],
    [words.signedBy, manifest.signedBy.join(", ") || words.none],
    [words.notes, book.say(manifest.notes) || words.none],
    ...(manifest.corrects === null
      ? []
      : [
          [words.changed, [texts.cover.corrects(manifest.corrects), ...manifest.changed].join("\n")] as const,
        ]),
    [words.software, `Tiltas ${manifest.software}`],
    [words.language, texts.languageName],
  ];
}

/** Where everything came from: enough to make the same workbook again. */
export function writeProvenance(book: Book): void {
  const { texts, manifest } = book;
  const page = new Page(book, "provenance", [34, 60, 70]);
  page.open(texts.sheets.provenance, texts.provenanceMessage);
  writeTable(
    page,
    "provenance",
    [{ head: texts.heads.what, look: "quiet" }, { head: texts.heads.value }],
    provenanceRows(book),
  );
  page.skip();
  const digests = Object.entries(manifest.digests).sort(([a], [b]) => (a < b ? -1 : 1));
  if (digests.length > 0)
    writeTable(
      page,
      "digests",
      [
        { head: texts.heads.what, look: "quiet" },
        { head: texts.heads.digest, look: "quiet" },
      ],
      digests,
    );
  page.close();
}
