import { readContent, takesAnswer } from "./content.ts";
import { given, stringGiven } from "./given.ts";
import type { Page } from "./instrument.ts";
import type { Item, ItemKind, Measure } from "./item.ts";
import { measureOf, partMeasure } from "./measured.ts";
import type { Measures } from "./measures.ts";
import { isQuestion, type Outline, type OutlineNode } from "./outline.ts";
import { conditionsOf, partsOf } from "./parts.ts";
import type { Findings } from "./refusal.ts";
import { isKindOf } from "./surveyjs/classes.ts";
import { inAll, readText } from "./text.ts";

interface Context {
  readonly languages: readonly string[];
  /** undefined while nothing is known of what the items measure. */
  readonly measures: Measures | undefined;
  readonly findings: Findings;
}

/** Where a part stands: its page, and the conditions around it, outermost first. */
interface Surroundings {
  readonly page: string;
  readonly conditions: readonly string[];
}

/** Reads the pages and items of a questionnaire in its order; questions inside others become their parts. */
export function readItems({ survey, nodes }: Outline, context: Context): { pages: Page[]; items: Item[] } {
  const byName = new Map(nodes.filter(isQuestion).map((node) => [node.name ?? "", node]));
  const reader = new ItemReader(context, byName);
  reader.readSurvey(survey);
  return { pages: reader.pages, items: reader.items };
}

const partedKinds: ReadonlySet<ItemKind> = new Set(["composite", "grid", "roster"]);

class ItemReader {
  readonly pages: Page[] = [];
  readonly items: Item[] = [];
  private readonly context: Context;
  private readonly byName: ReadonlyMap<string, OutlineNode>;

  constructor(context: Context, byName: ReadonlyMap<string, OutlineNode>) {
    this.context = context;
    this.byName = byName;
  }

  readSurvey(survey: OutlineNode): void {
    const pages = survey.children.filter(({ slot }) => slot === "pages");
    const isBare = survey.children.some(({ slot }) => slot === "elements");
    if (isBare) this.readPage(survey, "page1");
    for (const [i, page] of pages.entries()) this.readPage(page, page.name ?? `page${i + 1}`);
    for (const value of survey.children) if (value.slot === "calculatedValues") this.readCalculated(value);
  }

  /** Questions that stand in no page are on one that survey-core makes for them. */
  private readPage(node: OutlineNode, name: string): void {
    const title = node.type === "page" ? given(node, "title") : undefined;
    this.pages.push({
      name,
      titles: title === undefined ? {} : readText(title, this.context.languages),
    });
    this.readElements(node, { page: name, conditions: node.type === "page" ? conditionsOf(node, []) : [] });
  }

  private readElements(container: OutlineNode, surroundings: Surroundings): void {
    for (const node of container.children) {
      if (node.slot !== "elements") continue;
      if (isKindOf(node.type, "panelbase"))
        this.readElements(node, { ...surroundings, conditions: conditionsOf(node, surroundings.conditions) });
      else this.readQuestion(node, surroundings);
    }
  }

  private readQuestion(node: OutlineNode, surroundings: Surroundings): void {
    if (!takesAnswer(node)) return;
    const item = this.itemOf(node, surroundings, measureOf(node, this.context));
    this.items.push(item);
    for (const choice of node.children)
      if (choice.slot === "choices")
        this.readElements(choice, {
          ...surroundings,
          conditions: [...item.conditions, chosen(node, choice)],
        });
  }

  private itemOf(node: OutlineNode, { page, conditions }: Surroundings, measure: Measure): Item {
    const { languages, findings } = this.context;
    const missing = measure.missing;
    const content = readContent(node, { languages, findings, byName: this.byName, missing });
    const name = node.name ?? "";
    const valueName = stringGiven(node, "valueName");
    const parts = partsOf(node, content)
      .filter((part) => takesAnswer(part.node))
      .map((part) => {
        const around = { page, conditions: part.conditions };
        return this.itemOf(part.node, around, partMeasure(name, part.node, measure, this.context));
      });
    return {
      name,
      ...content,
      page,
      path: node.path,
      ...(valueName === undefined ? {} : { valueName }),
      ...(given(node, "showCommentArea") === true && node.type !== "comment"
        ? { comment: true as const }
        : {}),
      titles: readText(given(node, "title") ?? name, languages),
      ...(partedKinds.has(content.kind) ? { parts } : {}),
      conditions: conditionsOf(node, conditions),
      required: given(node, "isRequired") === true,
      ...(given(node, "visible") === false ? { hidden: true as const } : {}),
      measure,
    };
  }

  private readCalculated(node: OutlineNode): void {
    if (given(node, "includeIntoResult") !== true) return;
    const name = node.name ?? "";
    this.items.push({
      name,
      kind: "calculated",
      page: "",
      path: node.path,
      titles: inAll(name, this.context.languages),
      choices: [],
      rows: [],
      conditions: [],
      required: false,
      measure: measureOf(node, this.context),
    });
  }
}

/** Questions inside an option are asked when it is chosen. */
function chosen(question: OutlineNode, choice: OutlineNode): string {
  const name = stringGiven(question, "valueName") ?? question.name ?? "";
  const code = JSON.stringify(choice.json.value ?? "");
  return isKindOf(question.type, "checkbox") ? `{${name}} contains ${code}` : `{${name}} = ${code}`;
}
