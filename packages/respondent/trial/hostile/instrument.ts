import { join } from "node:path";
import { type Element, ownInstrument, rewrite } from "../own-instrument.ts";
import { payloads } from "./payloads.ts";

interface Said {
  readonly name: string;
  readonly words: string;
}

/** Where words may be HTML, each payload stands alone; where they are plain, ten stand in one text. */
const alone: readonly Said[] = payloads.map((words, at) => ({ name: `p${at}`, words }));
const together: readonly Said[] = batches(payloads, 10).map((ten, at) => ({
  name: `t${at}`,
  words: ten.join(" "),
}));

function batches<One>(all: readonly One[], size: number): (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

/** Everywhere an instrument, a notice or a list of help can say something, it says something hostile. */
export function hostileInstrument(pattern: string): string {
  const folder = ownInstrument(pattern, hostileQuestionnaire());
  rewrite(join(folder, "manifest.json"), (manifest) => ({
    ...manifest,
    ...{ languages: ["en"], title: text(payloads[5] ?? ""), universe: text("x") },
  }));
  rewrite(join(folder, "notice/1.json"), ({ consent, ...notice }) => ({
    ...notice,
    title: text(payloads[0] ?? ""),
    points: payloads.map((words) => ({ heading: text(words), detail: text(words) })),
    consent: Object.fromEntries(
      Object.keys(consent as object).map((key, at) => [key, text(payloads[at + 5] ?? "")]),
    ),
    consents: ["sensitive", "archive"].map((id, at) => ({
      id,
      question: text(payloads[at] ?? ""),
      detail: text(payloads[at + 50] ?? ""),
    })),
  }));
  rewrite(join(folder, "help/1.json"), (help) => ({
    ...{ ...help, municipalities: {} },
    national: payloads.map((words) => ({ organisation: text(words), purpose: text(words) })),
  }));
  return folder;
}

const text = (words: string) => ({ en: words });
function hostileQuestionnaire() {
  const end = text(payloads.join(" "));
  const last = {
    type: "page",
    name: "plain",
    title: said(3),
    description: said(4),
    elements: together.flatMap(inPlain),
  };
  return {
    ...{ locale: "en", title: said(0), completedHtml: end, completedBeforeHtml: end, loadingHtml: end },
    pages: [
      lightPage(),
      ...batches(alone, 90).map(shapedPage),
      { ...last, elements: [...last.elements, ...inLists()] },
    ],
  };
}

const said = (at: number) => text(together[at]?.words ?? "");

/** What the server draws. */
function lightPage(): Element {
  const elements = [
    ...alone.map(({ name, words }) => ({ type: "html", name: `light_${name}`, html: text(words) })),
    choicesOf("light_choices", "radiogroup"),
    { ...choicesOf("light_list", "dropdown"), placeholder: said(1) },
    { type: "comment", name: "light_words", title: said(2), placeholder: said(3) },
  ];
  return { type: "page", name: "start", title: said(0), description: said(1), elements };
}

/** Payloads as words between the questions, and as answers that such words pipe in. */
function shapedPage(batch: readonly Said[], at: number): Element {
  const elements = batch.flatMap(({ name, words }) => {
    const pipe = `{${name}}`;
    const html = `<p>${pipe}</p><a href="${pipe}" title="${pipe}">x</a><b lang='${pipe}'>x</b>`;
    return [
      { type: "text", name, title: text("x"), visible: false, defaultValue: words, clearIfInvisible: "none" },
      { type: "html", name: `html_${name}`, html: text(words) },
      { type: "html", name: `pipe_${name}`, html: text(html) },
    ];
  });
  const why = {
    type: "radiogroup",
    name: `why${at}`,
    title: said(at),
    isRequired: true,
    requiredErrorText: said(at),
  };
  return {
    type: "page",
    name: `page${at}`,
    elements: [...elements, { ...why, choices: [{ value: "a", text: said(at) }] }],
  };
}

/** Payloads as every word of an item, and as answers piped into its words. */
function inPlain({ name, words }: Said): Element[] {
  const pipe = text(`{${name}}`);
  const all = text(words);
  const choices = [
    { value: "a", text: all },
    { value: "b", text: pipe },
  ];
  return [
    { type: "text", name, title: text("x"), visible: false, defaultValue: words, clearIfInvisible: "none" },
    {
      ...{ type: "radiogroup", name: `one_${name}`, title: all, description: pipe, choices },
      ...{ isRequired: true, requiredErrorText: all },
    },
    {
      ...{ type: "rating", name: `rate_${name}`, title: pipe, description: all, rateMin: 1, rateMax: 2 },
      ...{ minRateDescription: all, maxRateDescription: pipe },
    },
    { type: "comment", name: `say_${name}`, title: pipe, description: all, placeholder: all },
  ];
}

function inLists(): Element[] {
  const inner = { type: "radiogroup", name: "inner", title: said(5), choices: together.map(choice) };
  return [
    { ...choicesOf("many", "checkbox"), maxSelectedChoices: 1 },
    { ...choicesOf("list", "dropdown"), placeholder: said(6) },
    {
      ...{ type: "matrix", name: "statements", title: said(7), eachRowRequired: true },
      ...{ columns: together.slice(0, 3).map(choice), rows: together.map(choice) },
    },
    {
      ...{
        type: "paneldynamic",
        name: "roster",
        title: said(8),
        description: said(9),
        panelCount: 1,
        maxPanelCount: 2,
      },
      ...{
        templateTitle: said(10),
        panelAddText: said(11),
        panelRemoveText: said(12),
        templateElements: [inner],
      },
    },
  ];
}

const choice = ({ name, words }: Said) => ({ value: name, text: text(words) });

function choicesOf(name: string, type: string): Element {
  return { type, name, title: said(1), description: said(2), choices: together.map(choice) };
}
