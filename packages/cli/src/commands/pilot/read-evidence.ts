import {
  decisions,
  type ExpertRating,
  type InterviewNote,
  type PilotUnit,
  problemCodes,
  type SecondAnswers,
  type TimeSpent,
} from "@tiltas/analysis/pilot";
import { isPseudonym, type Line, nearest, readPilotTable, TableFindings } from "./read-table.ts";
import { pilotTables } from "./tables.ts";

/** What a questionnaire and its responses know, for checking tables against. */
export interface Known {
  readonly units: readonly PilotUnit[];
  readonly pages: ReadonlySet<string>;
  readonly languages: readonly string[];
  readonly responses: ReadonlySet<string>;
}

export function readNotes(path: string, known: Known): InterviewNote[] {
  const names = namesOf(known);
  return readLines(path, "notes", names, (line, say): InterviewNote | undefined => {
    const {
      item = "",
      language = "",
      code = "",
      second_code: second = "",
      severity = "",
      decision = "",
    } = line.fields;
    const pseudonym = line.fields.respondent_pseudonym ?? "";
    if (!names.has(item)) return say(unknownItem(item, names));
    if (!known.languages.includes(language))
      return say(
        `the language "${language}" is not one of the questionnaire. It has ${known.languages.join(", ")}.`,
      );
    if (!isPseudonym(pseudonym)) return say(notPseudonym("respondent_pseudonym"));
    const codes = [code, ...(second === "" ? [] : [second])];
    const wrong = codes.find((one) => !isOneOf(problemCodes, one));
    if (wrong !== undefined)
      return say(`the code "${wrong}" is not known. Codes are ${problemCodes.join(", ")}.`);
    if (!/^[0-3]$/.test(severity)) return say(`the severity "${severity}" is not 0, 1, 2 or 3.`);
    if (decision !== "" && !isOneOf(decisions, decision))
      return say(`the decision "${decision}" is not known. Decisions are ${decisions.join(", ")}.`);
    return {
      item,
      language,
      respondent: pseudonym,
      probe: line.fields.probe ?? "",
      summary: line.fields.verbatim_summary ?? "",
      code: code as InterviewNote["code"],
      ...(second === "" ? {} : { secondCode: second as InterviewNote["code"] }),
      severity: Number(severity) as InterviewNote["severity"],
      fix: line.fields.fix ?? "",
      ...(decision === "" ? {} : { decision: decision as NonNullable<InterviewNote["decision"]> }),
    };
  });
}

export function readRatings(path: string, known: Known): ExpertRating[] {
  const names = namesOf(known);
  const seen = new Set<string>();
  return readLines(path, "ratings", names, ({ fields: { item = "", rater = "", relevance = "" } }, say) => {
    if (!names.has(item)) return say(unknownItem(item, names));
    if (!isPseudonym(rater)) return say(notPseudonym("rater"));
    if (!/^[1-4]$/.test(relevance)) return say(`the relevance "${relevance}" is not 1, 2, 3 or 4.`);
    if (seen.has(`${item} ${rater}`))
      return say(`${rater} has rated "${item}" already. Keep one of the two lines.`);
    seen.add(`${item} ${rater}`);
    return { item, rater, relevance: Number(relevance) as ExpertRating["relevance"] };
  });
}

export function readTimes(path: string, known: Known): TimeSpent[] {
  const items = new Set(known.units.map(({ item }) => item));
  return readLines(path, "paradata", items, ({ fields }, say): TimeSpent | undefined => {
    const { response = "", item = "", page = "", milliseconds = "", focused = "" } = fields;
    if (!known.responses.has(response)) return say(unknownResponse);
    if ((item === "") === (page === ""))
      return say("name either an item or a page, not both and not neither.");
    if (item !== "" && !items.has(item)) return say(unknownItem(item, items));
    if (page !== "" && !known.pages.has(page))
      return say(`there is no page "${page}". Pages are ${[...known.pages].slice(0, 8).join(", ")} …`);
    if (!/^\d{1,9}(\.\d+)?$/.test(milliseconds))
      return say(`the milliseconds are not a number of 0 or more.`);
    if (!/^(yes|no|true|false|1|0)$/i.test(focused)) return say(`"focused" is neither yes nor no.`);
    const place = item === "" ? { page } : { item };
    return {
      response,
      ...place,
      milliseconds: Number(milliseconds),
      focused: /^(yes|true|1)$/i.test(focused),
    };
  });
}

export function readRetest(path: string, known: Known): SecondAnswers[] {
  const units = new Map(known.units.map((unit) => [unit.name, unit]));
  return readLines(path, "retest", new Set(units.keys()), ({ fields }, say) => {
    const { response = "", ...answers } = fields;
    if (!known.responses.has(response)) return say(unknownResponse);
    const given = Object.entries(answers).filter(([, answer]) => answer !== "");
    // The answer itself is not repeated: what people answered stands in no message.
    const wrong = given.find(([name, answer]) => !couldAnswer(units.get(name), answer));
    if (wrong)
      return say(
        `the answer to "${wrong[0]}" is not one of its codes. Write codes as in the codebook, or leave it empty.`,
      );
    return { response, answers: new Map(given) };
  });
}

export function readInterviewers(path: string, known: Known): ReadonlyMap<string, string> {
  const pairs = readLines(
    path,
    "interviewers",
    new Set(),
    ({ fields: { response = "", interviewer = "" } }, say) => {
      if (!known.responses.has(response)) return say(unknownResponse);
      if (!isPseudonym(interviewer)) return say(notPseudonym("interviewer"));
      return [response, interviewer] as const;
    },
  );
  return new Map(pairs);
}

type Say = (sentence: string) => undefined;

/** Reads every line; all that is wrong is said together. */
function readLines<Row>(
  path: string,
  table: keyof typeof pilotTables,
  units: ReadonlySet<string>,
  read: (line: Line, say: Say) => Row | undefined,
): Row[] {
  const findings = new TableFindings(path);
  const rows = readPilotTable(path, pilotTables[table], units).flatMap((line) => {
    const row = read(line, (sentence) => {
      findings.add(line.number, sentence);
      return undefined;
    });
    return row === undefined ? [] : [row];
  });
  findings.throwIfAny();
  return rows;
}

function namesOf({ units }: Known): ReadonlySet<string> {
  return new Set(units.flatMap(({ name, item }) => [item, name]));
}

function unknownItem(item: string, names: Iterable<string>): string {
  const offer = nearest(item, names);
  return `there is no item "${item}" in the questionnaire. ${offer ? `Did you mean "${offer}"?` : "Write its name as `npx tiltas codebook` lists it."}`;
}

const unknownResponse =
  "the response is not among those given. Give the file of the same pilot, or leave the line out.";

const notPseudonym = (column: string) =>
  `"${column}" is no pseudonym. Write a short code such as P1, never a name.`;

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

function couldAnswer(unit: PilotUnit | undefined, answer: string): boolean {
  if (unit?.variables.length !== 1) return false;
  if (unit.codes.length === 0) return /^-?\d+(\.\d+)?$/.test(answer);
  return unit.codes.some((code) => String(code) === answer);
}
