import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filledNotice, Notice, particulars, readInstrument } from "../definition/index.ts";
import { type LightFiles, type LightWave, languagePage, lightPage, readFirstPage } from "./index.ts";

const root = new URL("../../../../instruments/tcn-integration/1.1.0/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, root), "utf8"));
const published = {
  manifest: read("manifest.json"),
  questionnaire: read("questionnaire.json"),
  measures: read("measures.json"),
};
const files: LightFiles = {
  style: "",
  script: "",
  icon: "/mark.svg",
  application: { script: "/a.js", styles: [], files: ["/a.js"], byLanguage: {}, fonts: [] },
};

/** One language's text in a small questionnaire of one page. */
function asked(elements: object[], more: { page?: object; notice?: string; title?: string } = {}) {
  const questionnaire = {
    pages: [
      { name: "start", ...more.page, elements },
      { name: "end", elements: [last] },
    ],
  };
  const manifest = {
    id: "small",
    version: "1.0.0",
    title: both("Small"),
    languages: ["lt", "en"],
  };
  const items = Object.fromEntries(
    [...elements, last].flatMap((element) =>
      "name" in element && !("html" in element) ? [[element.name, { ...measure, ...givenIn(element) }]] : [],
    ),
  );
  const instrument = readInstrument({
    manifest: { ...published.manifest, ...manifest },
    questionnaire: JSON.parse(
      JSON.stringify(questionnaire, (key, value) => (key === "given" ? undefined : value)),
    ),
    measures: { items },
  });
  const words = both(more.notice ?? "words");
  const wave: LightWave = {
    ...{ id: "w", title: both(more.title ?? "Wave"), synthetic: false, open: true, languages: ["lt", "en"] },
    ...{ modes: ["web", "interviewer"], form: "short", sample: "open", stage: "field" },
    instrument: instrument.digest,
    noticeDigest: "0".repeat(64),
    notice: {
      number: 1,
      title: words,
      points: [1, 2, 3].map(() => ({ heading: words, detail: words })),
      consent: { question: words, agree: words, decline: words, declined: words },
      consents: [
        { id: "sensitive", question: words },
        { id: "archive", question: words },
      ],
    },
  };
  return { instrument, wave };
}

const both = (words: string) => ({ lt: words, en: words });
const text = { type: "text", name: "first", title: both("Words") };
const last = { ...text, name: "last" };
const measure = {
  concept: "c",
  domain: "d",
  level: "nominal",
  purpose: "p",
  dataClass: "ordinary",
};
const givenIn = (element: object) => ("given" in element ? { role: "given", given: element.given } : {});
const mode = {
  ...{ type: "radiogroup", name: "int_mode", visible: false, clearIfInvisible: "none", given: "mode" },
  choices: ["web", "interviewer"].map((value) => ({ value, text: both(value) })),
};
const consents = {
  ...{ type: "checkbox", name: "int_consents", visible: false, clearIfInvisible: "none", given: "consents" },
  choices: ["sensitive", "archive"].map((value) => ({ value, text: both(value) })),
};

const page = ({ instrument, wave }: ReturnType<typeof asked>, way = "web") =>
  lightPage({ wave, instrument, language: "en", mode: way, files });
const because = ({ instrument, wave }: ReturnType<typeof asked>) => {
  const { form, sample, stage } = wave;
  const found = readFirstPage(instrument, { mode: "web", form, sample, stage }, ["sensitive", "archive"]);
  return found.kind === "found" ? [] : found.because.map(({ path, cause }) => `${path}: ${cause}`);
};

describe("what the first page shows", () => {
  test("the flagship begins with its citizenship question in every language, and interviewers read their note", () => {
    const instrument = readInstrument(published);
    const said = Object.fromEntries(
      particulars.map((name) => [
        name,
        Object.fromEntries(instrument.manifest.languages.map((one) => [one, name])),
      ]),
    ) as Parameters<typeof filledNotice>[1];
    const wave: LightWave = {
      ...{
        id: "w",
        title: { lt: "w" },
        synthetic: true,
        open: true,
        languages: instrument.manifest.languages,
      },
      ...{ modes: ["web", "interviewer"], form: "short", sample: "open", stage: "pilot" },
      ...{ instrument: instrument.digest, noticeDigest: "0".repeat(64) },
      notice: filledNotice(Notice.parse(read("notice/1.json")), said),
    };
    for (const language of instrument.manifest.languages) {
      const html = lightPage({ wave, instrument, language, mode: "web", files });
      expect(html).toContain('data-item="dsg_citizenship"');
      expect(html).not.toContain('data-name="note_start"');
    }
    expect(lightPage({ wave, instrument, language: "lt", mode: "interviewer", files })).toContain(
      'data-name="note_start"',
    );
    const arabic = lightPage({ wave, instrument, language: "ar", mode: "web", files });
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
  });

  test("missing reasons stand apart from the answers, and one of them is chosen alone", () => {
    const choices = ["a", "b", "none", "refused"].map((value) => ({ value, text: both(value) }));
    const html = page(
      asked([{ type: "checkbox", name: "many", title: both("Many"), choices, maxSelectedChoices: 2 }]),
    );
    const [, apart = ""] = html.split('class="set-apart"');
    expect(apart.split("</div>")[0]?.match(/data-alone/g)).toHaveLength(2);
    expect(html).toContain('data-most="2"');
  });

  test("codes keep their kind: a number is no word", () => {
    const choices = [
      { value: 1, text: both("one") },
      { value: "1a", text: both("one a") },
    ];
    const html = page(asked([{ type: "radiogroup", name: "one", title: both("One"), choices }]));
    expect(html).toContain('value="1"');
    expect(html).toContain('value="&quot;1a&quot;"');
  });

  test("a question that hangs on a separate consent says for which decisions it is shown", () => {
    const visibleIf = "{int_consents} contains 'archive'";
    const html = page(asked([consents, { ...text, name: "kept" }, { ...text, name: "more", visibleIf }]));
    expect(html).toMatch(/data-name="more"[^>]*data-shown-for="0011"/);
    expect(html).toMatch(/data-name="kept"[^>]*data-shown-for=""/);
  });

  test("an item says why it is asked, the notice only for the others; what can be heard is left to the application", () => {
    const { instrument, wave } = asked([text, { ...text, name: "second" }]);
    const made = (items: string[], recordings: Record<string, Record<string, string>> = {}) =>
      lightPage({
        ...{ wave, instrument, language: "en", mode: "web", files },
        beside: { reasons: [{ items, text: both("Because.") }], recordings },
      });
    const whys = (html: string) => html.match(/<details class="why">/g)?.length;
    expect([whys(made(["first"])), whys(made(["first", "second"]))]).toEqual([2, 2]);
    expect(made(["first"])).toContain("<p>Because.</p>");
    const address = "/api/recordings/x.mp3";
    expect(made([], { first: { lt: address } })).toContain('data-section="first"');
    expect(made([], { first: { en: address } })).not.toContain('data-section="first"');
  });

  test("the list of languages is links that keep what the link carries", () => {
    const { wave } = asked([text]);
    const list = (mode: string) =>
      languagePage({ wave, mode, files }, (language) => `?lang=${language}&channel=letter`);
    expect(list("web")).toContain('href="?lang=lt&amp;channel=letter"');
    expect(list("web")).not.toContain("application/json");
    expect(list("kiosk")).toContain(`id="tiltas-kiosk">"${files.application.script}"`);
  });
});

describe("what the first page cannot show, it names", () => {
  const visibleIf = "{first} = 'a'";
  test.each<[string, object[], object, string[]]>([
    [
      "a condition on an answer",
      [text, { ...text, name: "b", visibleIf }],
      {},
      ["pages[0].elements[1].visibleIf: answers"],
    ],
    ["piping", [{ ...text, title: both("Dear {name}") }], {}, ["pages[0].elements[0].title: piping"]],
    [
      "a battery",
      [{ type: "matrix", name: "m", columns: ["a"], rows: ["r"] }],
      {},
      ["pages[0].elements[0]: type"],
    ],
    [
      "options in a random order",
      [{ type: "radiogroup", name: "r", choices: ["a"], choicesOrder: "random" }],
      {},
      ["pages[0].elements[0].choicesOrder: property"],
    ],
    [
      "a page that comes and goes with a consent",
      [consents, { ...text, visibleIf: "{int_consents} contains 'archive'" }],
      {},
      ["pages[0]: answers"],
    ],
  ])("%s", (_, elements, more, expected) => {
    expect(because(asked(elements, { page: more }))).toEqual(expected);
  });

  test("a condition on what the application fills in is no obstacle, and a hidden page is passed over", () => {
    expect(because(asked([mode, { ...text, name: "b", visibleIf: "{int_mode} = 'web'" }]))).toEqual([]);
    const hidden = asked([mode]);
    const html = page(hidden);
    expect(html).toContain('data-page="end"');
  });

  test("where it cannot be shown, the page still begins with notice and consent", () => {
    const html = page(asked([{ type: "matrix", name: "m", columns: ["a"], rows: ["r"] }]));
    expect(html).toContain('data-section="consent"');
    expect(html).not.toContain('data-section="first"');
  });
});
