import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { asHtml, type PrintedBlock, type PrintedItem, printedQuestionnaire, universeIn } from "./index.ts";

const work = {
  locale: "en",
  pages: [
    {
      name: "work",
      elements: [
        {
          type: "radiogroup",
          name: "worked",
          title: { en: "Do you work?", lt: "Ar dirbate?" },
          choices: [
            { value: "yes", text: { en: "Yes", lt: "Taip" } },
            { value: "no", text: { en: "No", lt: "Ne" } },
            { value: "refused", text: { en: "I prefer not to say", lt: "Nenoriu atsakyti" } },
          ],
        },
        {
          type: "text",
          name: "hours",
          inputType: "number",
          title: "Hours a week",
          visibleIf: "{worked} = 'yes'",
        },
        {
          type: "comment",
          name: "why",
          title: "Why not?",
          visibleIf: "{worked} = 'no' or {worked} = 'refused'",
        },
        { type: "rating", name: "life", title: "Life as a whole", rateMin: 0, rateMax: 10 },
      ],
    },
  ],
};

function itemsIn(blocks: readonly PrintedBlock[]): PrintedItem[] {
  return blocks.flatMap((block) =>
    block.kind === "item"
      ? [block, ...(block.answer.kind === "entries" ? itemsIn(block.answer.blocks) : [])]
      : block.kind === "group"
        ? itemsIn(block.blocks)
        : [],
  );
}

function items(questionnaire: unknown, language = "en"): PrintedItem[] {
  return printedQuestionnaire({ questionnaire }, { language }).sections.flatMap(({ blocks }) =>
    itemsIn(blocks),
  );
}

/** The words of one condition on the last of some questions. */
function said(condition: string, language: "lt" | "en", ...elements: object[]): string {
  const shown = { type: "text", name: "shown", visibleIf: condition };
  return items({ locale: "en", elements: [...elements, shown] }, language).at(-1)?.askedIf ?? "";
}

const services = {
  type: "checkbox",
  name: "used",
  title: "Used",
  choices: [
    { value: "a", text: "Alpha" },
    { value: "b", text: "Beta" },
  ],
};
const age = { type: "text", name: "age", inputType: "number", title: "Age" };

describe("skips in words", () => {
  test("a question asked because of one answer gets the number of its question with a letter", () => {
    expect(items(work).map(({ number }) => number)).toEqual(["1", "1a", "1b", "2"]);
  });

  test("who is asked is said with the number, the question and the answer, in the language of the notes", () => {
    const [, hours, why] = items(work);
    expect(hours?.askedIf).toBe("Asked if Q1 (“Do you work?”) is “Yes”");
    expect(why?.askedIf).toBe("Asked if Q1 (“Do you work?”) is “No” or “I prefer not to say”");
    expect(items(work, "lt")[2]?.askedIf).toBe(
      "Klausiama, jei į 1 klausimą („Ar dirbate?“) atsakyta „Ne“ arba „Nenoriu atsakyti“",
    );
  });

  test("each option says where to go on, as far as that is certain", () => {
    const [worked] = items(work);
    const options = worked?.answer.kind === "options" ? worked.answer.options : [];
    expect(options.map(({ code, goTo }) => [code, goTo])).toEqual([
      ["yes", undefined],
      ["no", "go to Q1b"],
      ["refused", "go to Q1b"],
    ]);
  });

  test("an option does not skip a question that another answer may still bring up", () => {
    const both = { type: "text", name: "both", visibleIf: "{worked} = 'yes' or {life} > 5" };
    const [page] = work.pages;
    const [worked] = items({
      ...work,
      pages: [{ ...page, elements: [page?.elements[3], page?.elements[0], both] }],
    }).slice(1);
    const options = worked?.answer.kind === "options" ? worked.answer.options : [];
    expect(options.map(({ goTo }) => goTo)).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    [
      "{age} >= 18",
      "Asked if Q1 (“Age”) is at least 18",
      "Klausiama, jei 1 klausimo („Age“) atsakymas ne mažesnis už 18",
    ],
    [
      "18 <= {age}",
      "Asked if Q1 (“Age”) is at least 18",
      "Klausiama, jei 1 klausimo („Age“) atsakymas ne mažesnis už 18",
    ],
    [
      "{age} >= 18 and {age} <= 64",
      "Asked if Q1 (“Age”) is from 18 to 64",
      "Klausiama, jei 1 klausimo („Age“) atsakymas yra nuo 18 iki 64",
    ],
    ["{age} empty", "Asked if Q1 (“Age”) was left empty", "Klausiama, jei į 1 klausimą („Age“) neatsakyta"],
    ["{age} notempty", "Asked if Q1 (“Age”) was answered", "Klausiama, jei į 1 klausimą („Age“) atsakyta"],
    [
      "{used} contains 'a' or {used} contains 'b'",
      "Asked if “Alpha” or “Beta” was chosen in Q2 (“Used”)",
      "Klausiama, jei 2 klausime („Used“) pasirinkta „Alpha“ arba „Beta“",
    ],
    [
      "{used} allof ['a', 'b']",
      "Asked if “Alpha” and “Beta” were chosen in Q2 (“Used”)",
      "Klausiama, jei 2 klausime („Used“) pasirinkta „Alpha“ ir „Beta“",
    ],
    [
      "{used} noneof ['a', 'b']",
      "Asked if neither “Alpha” nor “Beta” was chosen in Q2 (“Used”)",
      "Klausiama, jei 2 klausime („Used“) nepasirinkta nei „Alpha“, nei „Beta“",
    ],
    [
      "{used} notcontains 'a'",
      "Asked if “Alpha” was not chosen in Q2 (“Used”)",
      "Klausiama, jei 2 klausime („Used“) nepasirinkta „Alpha“",
    ],
    [
      "{age} > 5 and ({age} < 9 or {used} empty)",
      "Asked if Q1 (“Age”) is more than 5 and (Q1 is less than 9 or Q2 (“Used”) was left empty)",
      "Klausiama, jei 1 klausimo („Age“) atsakymas didesnis už 5 ir (1 klausimo atsakymas mažesnis už 9 arba į 2 klausimą („Used“) neatsakyta)",
    ],
    [
      "!({age} > 5)",
      "Asked if it is not so that Q1 (“Age”) is more than 5",
      "Klausiama, jei nėra taip, kad 1 klausimo („Age“) atsakymas didesnis už 5",
    ],
    ["{nobody} = 3", "Asked if nobody is 3", "Klausiama, jei reikšmė nobody yra 3"],
    [
      "age({age}) > 5",
      "Asked if this condition holds: age({age}) > 5",
      "Klausiama, jei tenkinama sąlyga: age({age}) > 5",
    ],
    [
      "{age} = (((",
      "Asked if this condition holds: {age} = (((",
      "Klausiama, jei tenkinama sąlyga: {age} = (((",
    ],
  ])("%s", (condition, english, lithuanian) => {
    expect(said(condition, "en", age, services)).toBe(english);
    expect(said(condition, "lt", age, services)).toBe(lithuanian);
  });

  test("of many options the few that are left out are named", () => {
    const choices = ["a", "b", "c", "d", "none"];
    const many = { type: "checkbox", name: "many", choices };
    expect(said("{many} anyof ['a', 'b', 'c', 'd']", "en", many)).toBe(
      "Asked if something other than “none” was chosen in Q1 (“many”)",
    );
  });

  test("rows of a matrix and questions of an entry are said by their words", () => {
    const matrix = {
      type: "matrix",
      name: "m",
      title: "Ease",
      rows: [{ value: "r", text: "Reading" }],
      columns: [{ value: 1, text: "Easy" }],
    };
    expect(said("{m.r} = 1", "en", matrix)).toBe("Asked if Q1 (“Ease”), “Reading”, is “Easy”");
    const roster = {
      type: "paneldynamic",
      name: "home",
      templateElements: [age, { type: "text", name: "school", visibleIf: "{panel.age} < 18" }],
    };
    const printed = items({ elements: [roster] });
    expect(printed.map(({ number }) => number)).toEqual(["1", "1.1", "1.1a"]);
    expect(printed[2]?.askedIf).toBe("Asked if Q1.1 (“Age”) is less than 18");
  });
});

test("who is asked in a codebook goes by names, over all conditions around an item", () => {
  const universe = universeIn(work, "en");
  expect(universe([])).toBe("Everybody");
  expect(universe(["{worked} = 'yes'", "{hours} > 20 or {hours} empty"])).toBe(
    "Asked if worked (“Do you work?”) is “Yes” and (hours (“Hours a week”) is more than 20 or hours was left empty)",
  );
});

describe("a printed page", () => {
  test("needs no other file and no script, and says what it is on every page", () => {
    const manifest = { id: "tiny", version: "1.2.0", title: { en: "Tiny" }, universe: { en: "Everybody" } };
    const html = asHtml(printedQuestionnaire({ questionnaire: work, manifest }));
    expect(html).not.toMatch(/<script|<link|<img|https?:|url\(/);
    expect(html).toContain('@top-left { content: "tiny 1.2.0 · Tiny"');
    expect(html).toMatch(/Digest: <code>[0-9a-f]{64}<\/code>/);
  });

  test("shows words as they are, whatever they hold", () => {
    const evil = {
      title: '<script>alert("1")</script>',
      elements: [{ type: "text", name: "q", title: `"><img onerror='x'>\u0000` }],
    };
    const html = asHtml(printedQuestionnaire({ questionnaire: evil }));
    expect(html).not.toMatch(/<script|<img/);
    expect(html).not.toContain("\u0000");
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(html).not.toMatch(/content: "[^"]*<\/style/);
  });

  test("runs from right to left in Arabic, its notes from left to right", () => {
    const arabic = { elements: [{ type: "text", name: "q", title: { ar: "كم عمرك؟" } }] };
    const html = asHtml(printedQuestionnaire({ questionnaire: arabic }, { language: "ar" }));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<p class="skip" lang="en" dir="ltr">Ask all</p>');
    expect(html).toMatch(/^\.onward::before \{ content: "→ "; \}$/m);
    expect(html).toMatch(/^html\[dir="rtl"\] \.onward::before \{ content: "← "; \}$/m);
  });

  test("sets options apart that say why there is no answer", () => {
    const measures = { items: { worked: { missing: { no: "refused" } } } };
    const { sections } = printedQuestionnaire({ questionnaire: work, measures });
    const [worked] = itemsIn(sections[0]?.blocks ?? []);
    const options = worked?.answer.kind === "options" ? worked.answer.options : [];
    expect(options.map(({ code, apart }) => [code, apart])).toEqual([
      ["yes", false],
      ["no", true],
      ["refused", true],
    ]);
  });

  test("says how many texts have no words in its language", () => {
    const { remarks } = printedQuestionnaire({ questionnaire: work }, { language: "lt" });
    expect(remarks).toEqual([]);
    const polish = printedQuestionnaire({ questionnaire: work }, { language: "pl" });
    expect(polish.remarks.join()).toContain("texts have no words in pl yet");
  });
});

describe("what is no questionnaire is printed as far as it goes", () => {
  const deep = Array.from({ length: 200 }).reduce<object>(
    (inside) => ({ type: "panel", name: "p", elements: [inside] }),
    { type: "text", name: "q" },
  );
  test.each([
    ["nothing", null],
    ["a list", []],
    [
      "names from JavaScript",
      {
        elements: [
          { type: "text", name: "__proto__", visibleIf: "{__proto__} = 1" },
          { type: "text", name: "constructor" },
        ],
      },
    ],
    ["an unknown type", { elements: [{ type: "hologram", name: "h" }] }],
    ["deep nesting", { elements: [deep] }],
    ["two of a name", { elements: [age, age] }],
    [
      "conditions in a circle",
      {
        elements: [
          { ...age, visibleIf: "{b} = 1" },
          { type: "text", name: "b", visibleIf: "{age} = 1" },
        ],
      },
    ],
    [
      "things in the wrong place",
      {
        pages: [
          1,
          "x",
          { elements: [null, 5, { type: "radiogroup", choices: "all", validators: 3, rows: {} }] },
        ],
        title: 7,
      },
    ],
  ])("%s", (_, questionnaire) => {
    expect(asHtml(printedQuestionnaire({ questionnaire }))).toContain("</html>");
  });

  test("thousands of conditions on one question cost no more than a look at each", () => {
    const choices = Array.from({ length: 100 }, (_, i) => i);
    const elements = Array.from({ length: 400 }, (_, i) => ({
      type: "radiogroup",
      name: `q${i}`,
      choices,
      visibleIf: "{q0} = 500",
    }));
    expect(printedQuestionnaire({ questionnaire: { elements } }).sections[0]?.blocks).toHaveLength(400);
  });
});

test("what the application and chance fill in is no question on paper; a note says how it is filled", () => {
  const tiny = validInstruments().find(({ name }) => name === "drawn");
  if (!tiny) throw new Error("There is no tiny instrument with draws.");
  const { questionnaire, measures } = tiny.files;
  const printed = printedQuestionnaire({ questionnaire, measures }, { language: "en", notes: "en" });
  const names = printed.sections.flatMap(({ blocks }) => itemsIn(blocks)).map(({ name }) => name);
  expect(names).toEqual(["children", "used", "job", "school", "doctor"]);
  expect(printed.unseen).toContain(
    "rated: Nobody is asked; drawn by chance for each respondent: at most 2 of those chosen in used",
  );
  expect(printed.unseen.some((note) => note.startsWith("consents: Nobody is asked; the application"))).toBe(
    true,
  );
});

describe("the notice on paper", () => {
  const both = (en: string, lt: string) => ({ en, lt });
  const point = {
    heading: both("Who asks?", "Kas klausia?"),
    detail: both("{controller}.", "{controller}."),
  };
  const notice = {
    number: 1,
    title: both("Before you start", "Prieš pradedant"),
    points: [point, point, point],
    consent: {
      question: both("Do you take part?", "Ar dalyvaujate?"),
      agree: both("Yes", "Taip"),
      decline: both("No", "Ne"),
      declined: both("Thank you", "Ačiū"),
    },
    consents: [
      { id: "sensitive" as const, question: both("Questions on health", "Klausimai apie sveikatą") },
      {
        id: "archive" as const,
        question: both("An archive", "Archyvas"),
        detail: both("Kept {retention}.", "Saugoma {retention}."),
      },
    ],
  };

  test("names what the study will say in place of every gap", () => {
    const print = (language: string) =>
      asHtml(printedQuestionnaire({ questionnaire: work, notice }, { language }));
    expect(print("en")).toContain("[the study says: controller].");
    expect(print("lt")).toContain("Saugoma [nurodo tyrimas: saugojimo terminas].");
    expect(print("en")).not.toMatch(/\{\w+\}/);
  });

  test("has a box of its own for every separate consent", () => {
    const html = asHtml(printedQuestionnaire({ questionnaire: work, notice }));
    for (const question of ["Questions on health", "An archive"])
      expect(html).toContain(`<span class="mark several"></span><span>${question}</span>`);
    expect(html).toContain("taking part is possible without them");
  });

  test("asks for no more than taking part where the notice does not", () => {
    const { consents: _, ...plain } = notice;
    const html = asHtml(printedQuestionnaire({ questionnaire: work, notice: plain }));
    expect(html).not.toContain("taking part is possible without them");
  });
});
