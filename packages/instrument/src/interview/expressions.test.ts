import fc from "fast-check";
import {
  ConditionRunner,
  ConditionsParser,
  ExpressionRunner,
  FunctionFactory,
  Helpers,
  SurveyModel,
} from "survey-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  areEqualValues,
  bindCondition,
  bindExpression,
  type Expression,
  ExpressionError,
  type Host,
  isEmptyValue,
  knownFunctions,
  lookUp,
  missing,
  objectionTo,
  parseExpression,
  recognisedNumber,
  refusedFunctions,
  writeExpression,
} from "../expressions/index.ts";

type Answers = Readonly<Record<string, unknown>>;

/** The simplest questionnaire: answers by name, and nothing around the entries of a list. */
const host: Host<Answers> = {
  reference: ({ path }) => ({
    read: (answers) => lookUp(answers, path),
    exists: (answers) => lookUp(answers, path) !== missing,
  }),
  outerReference: () => ({ read: () => undefined, exists: () => false }),
  now: () => new Date(),
  displayValue: () => undefined,
  comment: () => undefined,
};

/** survey-core tells the console of what it cannot read. */
beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.useFakeTimers({ now: new Date(2026, 1, 28, 13, 45, 10, 20), toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Answers of every kind, also such as no questionnaire asks for. */
const hostile: readonly unknown[] = [
  undefined,
  Number.NaN,
  ...JSON.parse(`[
    null, "", " ", 0, 1, 2, -1, 1.5, 0.1, 0.2, 5e-7, 1e21, true, false,
    "0", "1", "01", "007", "1e3", " 5 ", "1,5", "-3", ".5", "0x1F", "0x", "12345678901234567", "5*2", "Infinity",
    "true", "FALSE", "undefined", "null", "'a'", "''", "a", "A", " a ", "ab", "b", "item1", "ąž", "ΑΣ", "İ", "😀",
    "2020-02-29", "2020-02-29T10:20", "2020-02-29T10:20:30", "2020-02-29 10:20", "1999-12-31", "12/31/1999",
    [], [null], [""], [0], [1], [1, 2], [2, 1], ["1", 2], ["a"], ["a", "b"], ["b", "A"], ["undefined"], [[1], [2]], [1.5],
    [{"x": 1}, {"x": "2", "y": "a"}, {"x": ""}, {"y": 5}], [{"x": 1.1, "y": 1}, {"x": 2.2, "y": [1]}, "a", null, 5],
    {}, {"a": ""}, {"x": 1}, {"X": 1, "x": 2}, {"x": {"y": [1, {"z": "deep"}]}}, {"r1": {"x": 3}, "r2": {"x": 4, "y": true}},
    {"a": [], "b": {}}, {"x.y": 7, "x": {"y": 8}}
  ]`),
];

const names = ["a", "b", "c", "d", "x", "list", "rows"];
const values = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...hostile)])), {
  requiredKeys: [],
});

/** One of the words between bars. */
const oneOf = (words: string) => fc.constantFrom(...words.split("¦"));

const blank = fc.constantFrom("", " ", "  ", "\n\t");
const reference = oneOf(
  "a¦b¦c¦d¦x¦list¦rows¦A¦nothing¦rows[0].x¦rows[1].y¦rows[-1].x¦rows[9].x¦list[0]¦list[0x1]¦list.length¦a.x¦a.x.y¦x.y¦" +
    'x.x.y[1].z¦nothing.length¦a.length¦#a¦#b¦#list[0]¦#¦"k":1¦a[b]¦$a.title¦ a ¦a.¦.a¦[0]¦x.y[0]¦equals¦',
).map((name) => `{${name}}`);
const constant = oneOf(
  `0¦1¦2¦-1¦1.5¦0.1¦0.2¦10¦0x1F¦00¦007¦1e3¦1.¦.5¦123456789012345678¦''¦""¦'a'¦"b"¦'A '¦'1'¦'01'¦'true'¦true¦FALSE¦` +
    String.raw`'2020-02-29'¦'2020-02-29T10:20'¦'it\'s'¦'say \"so\"'¦'undefined'¦undefined¦null¦NULL¦yes¦item1¦ąž¦'ąž'¦'😀'¦` +
    String.raw`'=>'¦'equals'¦' '¦'1,5'¦'\\'¦'a\\b'¦'{x} > 1'¦'{y}'¦'x'¦'y'¦'{'¦'[1'`,
);
const binary = oneOf(
  " and ¦ AND ¦&&¦ or ¦||¦ Or ¦=¦ == ¦ equal ¦ equals ¦!=¦<>¦ notequal ¦ notequals ¦<¦<=¦=<¦ less ¦ lessorequal ¦>¦>=¦=>¦" +
    " greater ¦ greaterorequal ¦+¦ + ¦-¦ - ¦*¦/¦%¦^¦ power ¦ contains ¦ contain ¦*=¦ notcontains ¦ notcontain ¦ anyof ¦" +
    " AllOf ¦ noneof ",
);
/** Weighted to conditions that questionnaires use, down to what no questionnaire holds. */
const texts = (functionNames: readonly string[]) =>
  fc.letrec<{ operand: string; expression: string; list: string; call: string }>((tie) => ({
    list: fc.array(tie("expression"), { maxLength: 3 }).map((parts) => parts.join(", ")),
    call: fc
      .tuple(fc.constantFrom(...functionNames), fc.array(tie("expression"), { maxLength: 4 }))
      .map(([name, parts]) => `${name}(${parts.join(",")})`),
    operand: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 5, arbitrary: reference },
      { weight: 4, arbitrary: constant },
      { weight: 2, arbitrary: tie("expression").map((inside) => `(${inside})`) },
      { weight: 1, arbitrary: tie("list").map((inside) => `[${inside}]`) },
      { weight: 3, arbitrary: tie("call") },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom("!", "! ", "negate "), tie("operand")).map((p) => p.join("")),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(reference, fc.constantFrom(" empty", " notempty", "EMPTY"))
          .map((p) => p.join("")),
      },
    ),
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 2, arbitrary: tie("operand") },
      {
        weight: 4,
        arbitrary: fc.tuple(tie("operand"), blank, binary, blank, tie("operand")).map((p) => p.join("")),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie("operand"), binary, tie("operand"), binary, tie("operand"))
          .map((p) => p.join("")),
      },
    ),
  }));

const asking = ["displayValue", "getComment", "isDisplayMode"];
const calculating = knownFunctions.filter((name) => !asking.includes(name));

const copied = (answers: Answers): Answers => structuredClone(answers);

/** survey-core's readers of the expression read last: reading takes most of the time. */
let last: { text: string; expression: ExpressionRunner; condition: ConditionRunner } | undefined;

function readBySurveyCore(text: string) {
  if (last?.text !== text)
    last = { text, expression: new ExpressionRunner(text), condition: new ConditionRunner(text) };
  return last;
}

/** What survey-core makes of an expression; undefined where it breaks. */
function bySurveyCore(text: string, answers: Answers) {
  try {
    const { expression, condition } = readBySurveyCore(text);
    return {
      value: expression.runValues({ ...copied(answers) }, {}),
      isFulfilled: condition.runValues({ ...copied(answers) }, {}),
    };
  } catch {
    return undefined;
  }
}

function read(text: string): Expression | ExpressionError {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

let lastRead: { text: string; isRead: boolean } | undefined;

function isRead(text: string): boolean {
  if (lastRead?.text !== text) {
    const parser = new ConditionsParser();
    lastRead = { text, isRead: parser.parseExpression(text) !== undefined && parser.error === undefined };
  }
  return lastRead.isRead;
}

/** What a run of comparisons met, so that none of them is empty. */
interface Tally {
  compared: number;
  unreadable: number;
  broken: number;
  refused: number;
  truths: number;
}

const emptyTally = (): Tally => ({ compared: 0, unreadable: 0, broken: 0, refused: 0, truths: 0 });

/** Reads and runs one expression both ways; where survey-core itself breaks, ours only has to survive. */
function compare(text: string, given: Answers, tally: Tally): void {
  const answers = copied(given);
  const mine = read(text);
  if (mine instanceof ExpressionError) {
    tally.unreadable += 1;
    if (mine.construct === "syntax") expect(isRead(text), text).toBe(false);
    return;
  }
  expect(isRead(text), text).toBe(true);
  const objection = objectionTo(mine);
  if (objection !== undefined) {
    tally.refused += 1;
    expect(objection.construct).toMatch(/^function /);
    return;
  }
  const before = copied(answers);
  const value = bindExpression(mine, host)(answers);
  expect(answers, "answers stay as they are").toEqual(before);
  const theirs = bySurveyCore(text, answers);
  if (theirs === undefined) {
    tally.broken += 1;
    return;
  }
  tally.compared += 1;
  expect(value, text).toStrictEqual(theirs.value);
  const isFulfilled = bindCondition(mine, host)(answers);
  if (isFulfilled) tally.truths += 1;
  expect(isFulfilled, text).toBe(theirs.isFulfilled);
}

const runs = (share: number) => ({
  numRuns: Math.round(Number(process.env.RUNS ?? 4000) * share),
  seed: Number(process.env.SEED ?? 3),
});

describe("expressions give what survey-core gives", () => {
  test("for thousands of expressions and hostile answers", () => {
    const tally = emptyTally();
    fc.assert(
      fc.property(texts(calculating).expression, values, (text, answers) => compare(text, answers, tally)),
      runs(1),
    );
    if (process.env.RUNS) console.log(tally);
    expect(tally.compared).toBeGreaterThan(2000);
    expect(tally.truths).toBeGreaterThan(100);
    expect(tally.broken).toBeLessThan(tally.compared / 100);
  });

  test("for two answers beside every operator", () => {
    const tally = emptyTally();
    const operators = "and or = != < <= > >= + - * / % ^ contains notcontains anyof allof noneof".split(" ");
    for (const operator of operators)
      for (const a of hostile) for (const b of hostile) compare(`{a} ${operator} {#b}`, { a, b }, tally);
    if (process.env.RUNS) console.log(tally);
    expect(tally.compared).toBeGreaterThan(50_000);
  });

  test.each(calculating)("for the function %s", (name) => {
    const tally = emptyTally();
    const list = fc.constantFrom("{rows}", "{list}", "{groups}", "{a}", "{rows[0]}");
    const part = fc.constantFrom("'x'", "'y'", "'z'", "{a}");
    const condition = oneOf(
      "{x} > 1¦{y} = 'a'¦{rows.length} > 2 and {x} notempty¦'{x} > 1'¦'{y} = 1 or {a} = 1'¦'y'¦{b} = 1¦!({x} > 2)¦{y} = null¦" +
        "{y} = 'it\\'s'¦true¦''¦{x} contains 2¦sum({x}, 1) > 2¦[1]¦0¦{#x} = 5¦1 = 1¦{nothing} empty¦'=='¦" +
        "countInArray({rows}, 'x', {y} = 'a') > 0",
    );
    const date = oneOf(
      "{date}¦{time}¦today()¦currentDate()¦getDate({date})¦'2024-02-29'¦'2024-12-31T23:30'¦{a}¦0¦'12/31/1999'¦today(-400)¦" +
        "''¦'no date'¦1000000000¦86400000",
    );
    const unit = oneOf("'days'¦'months'¦'years'¦'hours'¦'minutes'¦'seconds'¦''¦'weeks'");
    const number = oneOf("1¦2¦-1¦0¦15.5555¦{n}¦{a}¦{list}¦'3'¦-2.5¦1000000¦1.005");
    const args = name.endsWith("InArray")
      ? fc.tuple(list, part, condition, condition)
      : /date|day|month|year|age|diff/i.test(name)
        ? fc.oneof(fc.tuple(date, date, unit), fc.tuple(date, number, unit), fc.tuple(number, date))
        : fc.oneof(fc.tuple(number, number, number, number), fc.tuple(reference, number, number));
    const rows = fc.array(
      fc.record(
        {
          x: fc.constantFrom(1, 2, 3.3, "4", "five", "", null),
          y: fc.constantFrom("a", "it's", 1, [1], true),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    );
    const answers = fc.record({
      rows,
      list: fc.constantFrom(...hostile),
      a: fc.constantFrom(...hostile),
      n: fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      groups: fc.dictionary(
        fc.constantFrom("r1", "r2", "r3"),
        fc.record({ x: fc.integer(), y: fc.constant("a") }),
      ),
      date: fc.constantFrom("2001-01-31", "1999-02-28", "2026-02-28", "2030-07-01"),
      time: fc.constantFrom("2026-02-28T13:45", "2026-02-28T13:45:10", "2001-03-25T03:30:00.500"),
    });
    const text = fc
      .tuple(
        args,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom("", " = 2", " > 2", " + 1", " >= '2026-02-28'", " = {date}", " <= {time}"),
      )
      .map(([parts, count, after]) => `${name}(${parts.slice(0, count).join(", ")})${after}`);
    fc.assert(
      fc.property(text, answers, (expression, given) => compare(expression, given, tally)),
      runs(0.1),
    );
    if (process.env.RUNS) console.log(name, tally);
    expect(tally.compared).toBeGreaterThan(tally.broken);
    expect(tally.compared).toBeGreaterThan(100);
  });

  test("for answers that are Dates", () => {
    const tally = emptyTally();
    const at = [
      new Date(2026, 1, 28),
      new Date(2026, 1, 28, 13, 45, 10, 7),
      new Date(2020, 0, 1, 0, 30),
      new Date(Number.NaN),
    ];
    const others = [
      ...hostile,
      "2026-02-28",
      "2026-02-28T13:45",
      "2026-02-28T13:45:10",
      "2026-02-28T13",
      ...at,
    ];
    for (const operator of ["=", "!=", "<", "<=", ">", ">=", "contains", "anyof", "+"])
      for (const date of at)
        for (const other of others) {
          compare(`{a} ${operator} {b}`, { a: date, b: other }, tally);
          compare(`{a} ${operator} {b}`, { a: other, b: date }, tally);
        }
    expect(tally.compared).toBeGreaterThan(1000);
  });

  test("for garbage: what one reads the other reads", () => {
    const tally = { read: 0, unread: 0, refused: new Set<string>() };
    const change = fc.tuple(
      fc.nat(),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom(...Array.from("()[]{}'\"!,=<>*&|- \\\u00a0aeno0.x^%#$é"), "not", "empty", "or", "null"),
    );
    const garbage = fc
      .tuple(texts([...calculating, "unknown"]).expression, fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([text, changes]) =>
        changes.reduce((changed, [place, removed, added]) => {
          const at = place % (changed.length + 1);
          return changed.slice(0, at) + added + changed.slice(at + removed);
        }, text),
      );
    fc.assert(
      fc.property(garbage, (text) => {
        const mine = read(text);
        if (mine instanceof ExpressionError && mine.construct !== "syntax") {
          tally.refused.add(mine.construct);
          return;
        }
        const reads = !(mine instanceof ExpressionError);
        if (reads) tally.read += 1;
        else tally.unread += 1;
        expect(reads, text).toBe(isRead(text));
      }),
      runs(2),
    );
    if (process.env.RUNS) console.log(tally);
    expect(Math.min(tally.read, tally.unread)).toBeGreaterThan(1000);
    expect([...tally.refused].sort()).toEqual(["null"]);
  });
});

describe("answers are what they are to survey-core", () => {
  const dates = [new Date(2026, 1, 28), new Date(2026, 1, 28), new Date(Number.NaN)];
  const all = [
    ...hostile,
    ...dates,
    [{ x: "" }],
    [{ x: " " }],
    { x: " " },
    { x: ["b", "a"] },
    { x: ["A", "b"] },
  ];

  test("empty, and numbers", () => {
    for (const value of all) {
      expect(isEmptyValue(value), JSON.stringify(value)).toBe(Helpers.isValueEmpty(value));
      expect(recognisedNumber(value), JSON.stringify(value)).toBe(Helpers.getNumber(value));
    }
  });

  test("equal, under every setting", () => {
    const settings = [undefined, true, false].flatMap((ignoreOrder) =>
      [undefined, true].flatMap((caseSensitive) =>
        [undefined, false].flatMap((trimStrings) =>
          [undefined, true].map((doNotConvertNumbers) =>
            Object.fromEntries(
              Object.entries({ ignoreOrder, caseSensitive, trimStrings, doNotConvertNumbers }).filter(
                ([, value]) => value !== undefined,
              ),
            ),
          ),
        ),
      ),
    );
    const parted = settings.flatMap((setting) =>
      all.flatMap((a) =>
        all
          .filter((b) => areEqualValues(a, b, setting) !== Helpers.checkIfValuesEqual(a, b, setting))
          .map((b) => ({ a, b, setting })),
      ),
    );
    expect(settings).toHaveLength(24);
    expect(parted).toEqual([]);
  });
});

describe("an expression is plain data", () => {
  test("that survives storing, and is the same when written and read again", () => {
    fc.assert(
      fc.property(texts(calculating).expression, (text) => {
        const expression = read(text);
        if (expression instanceof ExpressionError || /=[<>]|<>|equals/.test(text)) return;
        const data: unknown = JSON.parse(JSON.stringify(expression));
        expect(data).toEqual(expression);
        const again = JSON.stringify(parseExpression(writeExpression(expression)), withoutPlace);
        expect(again).toBe(JSON.stringify(expression, withoutPlace));
      }),
      runs(0.5),
    );
  });
});

const withoutPlace = (key: string, value: unknown) => (key === "position" ? undefined : value);

describe("inside a questionnaire", () => {
  test("names that an entry does not know are asked of the questionnaire, however deep the calls", () => {
    const answers = {
      rows: [{ x: 1, y: "a" }, { x: 5, y: "b" }, { x: 7 }],
      limit: 4,
      wanted: "a",
      more: [{ x: 5 }, { x: 6 }],
    };
    const survey = new SurveyModel({});
    survey.data = answers;
    const whole: Host<Answers> = { ...host, outerReference: host.reference };
    const texts = [
      "sumInArray({rows}, 'x', {x} > {limit})",
      "sumInArray({rows}, 'x', {y} = {wanted})",
      "countInArray({rows}, 'x', {more.length} = 2)",
      "countInArray({rows}, 'x', countInArray({more}, 'x', {x} = 5 and {limit} = 4) = 1)",
      "maxInArray({rows}, 'x', 'y', {x} < {limit})",
      "avgInArray({rows}, 'x', '{x} >= {limit}')",
      "countInArray({rows}, 'x', {y} empty and {nothing} empty and {nothing.length} = 0)",
    ];
    for (const text of texts)
      expect(bindExpression(parseExpression(text), whole)(answers), text).toStrictEqual(
        survey.runExpression(text),
      );
  });

  test("words and comments of answers, where the host tells them as survey-core does", () => {
    const survey = new SurveyModel({
      elements: [
        {
          type: "dropdown",
          name: "work",
          choices: [{ value: 1, text: "Paid work" }, 2],
          showOtherItem: true,
        },
        { type: "matrixdynamic", name: "rows", columns: [{ name: "x", cellType: "text" }] },
      ],
    });
    survey.data = { work: 1, rows: [{ x: 5 }, { x: 6 }] };
    const asked: unknown[][] = [];
    const telling: Host<Answers> = {
      ...host,
      displayValue: (_, ...asks) => {
        asked.push(asks);
        return "Paid work";
      },
    };
    const condition = "displayValue('work') = 'Paid work' and displayValue('work', {work}) = 'Paid work'";
    const runner = new ExpressionRunner(condition);
    const results: unknown[] = [];
    runner.onRunComplete = (result: unknown) => results.push(result);
    runner.runContext(survey.getValueGetterContext(), { survey });
    expect(bindCondition(parseExpression(condition), telling)({ work: 1 })).toBe(results[0]);
    expect(asked).toEqual([
      ["work", undefined],
      ["work", 1],
    ]);
    const entries = "sumInArray({rows}, 'x', displayValue('work') = 'never')";
    expect(bindExpression(parseExpression(entries), telling)(survey.data)).toBe(
      survey.runExpression(entries),
    );
  });
});

test("every function of survey-core is known or refused by name", () => {
  const theirs = FunctionFactory.Instance.getAll();
  expect([...knownFunctions, ...refusedFunctions.keys()].sort()).toEqual(theirs);
});
