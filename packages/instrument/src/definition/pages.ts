import { objectionTo } from "./conditions/index.ts";
import { isElementType, readContent } from "./elements.ts";
import type { Page } from "./instrument.ts";
import type { Item, Measure } from "./item.ts";
import { isList, isObject, type JsonObject } from "./json.ts";
import type { Measures } from "./measures.ts";
import { readName } from "./names.ts";
import { at, checkProperties, type ElementType, knownProperties } from "./properties.ts";
import type { Findings } from "./refusal.ts";
import { readText } from "./text.ts";

interface Context {
  readonly languages: readonly string[];
  /** undefined while measures.json cannot be read. */
  readonly measures: Measures | undefined;
  readonly findings: Findings;
}

/** Where a list of elements stands: its page, and the conditions around it, outermost first. */
interface Surroundings {
  readonly page: string;
  readonly conditions: readonly string[];
  readonly depth: number;
}

const deepestPanel = 8;

/** Reads pages, panels and elements in questionnaire order. */
export function readPages(
  value: unknown,
  context: Context,
): { pages: Page[]; items: Item[]; isRouted: boolean } {
  const reader = new PageReader(context);
  reader.readAll(value);
  return {
    pages: reader.pages,
    items: reader.items,
    isRouted: reader.items.some(({ conditions }) => conditions.length > 0),
  };
}

class PageReader {
  readonly pages: Page[] = [];
  readonly items: Item[] = [];
  private readonly itemNames = new Set<string>();
  private readonly containerNames = new Set<string>();
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  readAll(value: unknown): void {
    if (!isList(value) || value.length === 0)
      this.context.findings.add("pages", "A list with at least one page is expected here.");
    else for (const [i, page] of value.entries()) this.readPage(page, at("pages", i));
  }

  private readPage(page: unknown, path: string): void {
    const { findings, languages } = this.context;
    if (!isObject(page)) {
      findings.add(path, "A page is expected here: one JSON object.");
      return;
    }
    checkProperties(page, "page", path, findings);
    const name = readName(page.name, this.containerNames, at(path, "name"), findings) ?? "";
    this.pages.push({
      name,
      titles: page.title === undefined ? {} : readText(page.title, languages, at(path, "title"), findings),
    });
    this.readElements(page.elements, at(path, "elements"), {
      page: name,
      conditions: this.conditionsOf(page, path, []),
      depth: 0,
    });
  }

  private readElements(elements: unknown, path: string, surroundings: Surroundings): void {
    if (!isList(elements) || elements.length === 0) {
      this.context.findings.add(path, "A list with at least one element is expected here.");
      return;
    }
    for (const [i, element] of elements.entries()) this.readElement(element, at(path, i), surroundings);
  }

  private readElement(element: unknown, path: string, surroundings: Surroundings): void {
    const { findings } = this.context;
    if (!isObject(element)) findings.add(path, "An element is expected here: one JSON object.");
    else if (element.type === "panel") this.readPanel(element, path, surroundings);
    else if (isElementType(element.type)) this.readItem(element, element.type, path, surroundings);
    else findings.add(at(path, "type"), unknownType(element.type));
  }

  private readPanel(panel: JsonObject, path: string, surroundings: Surroundings): void {
    const { findings } = this.context;
    if (surroundings.depth >= deepestPanel) {
      findings.add(path, `Panels stand inside one another at most ${deepestPanel} deep.`);
      return;
    }
    checkProperties(panel, "panel", path, findings);
    if (panel.name !== undefined) readName(panel.name, this.containerNames, at(path, "name"), findings);
    if (panel.title !== undefined) readText(panel.title, this.context.languages, at(path, "title"), findings);
    const conditions = this.conditionsOf(panel, path, surroundings.conditions);
    this.readElements(panel.elements, at(path, "elements"), {
      ...surroundings,
      conditions,
      depth: surroundings.depth + 1,
    });
  }

  private readItem(
    element: JsonObject,
    type: ElementType,
    path: string,
    { page, conditions }: Surroundings,
  ): void {
    const { findings, languages } = this.context;
    checkProperties(element, type, path, findings);
    const content = readContent[type](element, { path, languages, findings });
    const allConditions = this.conditionsOf(element, path, conditions);
    const name = readName(element.name, this.itemNames, at(path, "name"), findings);
    if (name === undefined) return;
    const measure = this.measureOf(name, path);
    const titles = readText(element.title ?? name, languages, at(path, "title"), findings);
    this.items.push({
      name,
      ...content,
      page,
      path,
      titles,
      conditions: allConditions,
      required: element.isRequired === true,
      measure,
    });
  }

  /** Reading goes on without a measure, so that all findings come at once. */
  private measureOf(name: string, path: string): Measure {
    const { findings, measures } = this.context;
    const measure = measures && Object.hasOwn(measures.items, name) ? measures.items[name] : undefined;
    if (measures && !measure)
      findings.add(path, `The item ${name} has no entry in measures.json; say there what it measures.`);
    return measure ?? { concept: "", domain: "", level: "nominal", purpose: "", dataClass: "ordinary" };
  }

  private conditionsOf(element: JsonObject, path: string, around: readonly string[]): readonly string[] {
    if (element.visibleIf === undefined || element.visibleIf === "") return around;
    const objection =
      typeof element.visibleIf === "string"
        ? objectionTo(element.visibleIf, this.items)
        : "A condition is a string.";
    if (objection !== undefined) this.context.findings.add(at(path, "visibleIf"), objection);
    return typeof element.visibleIf === "string" ? [...around, element.visibleIf] : around;
  }
}

function unknownType(type: unknown): string {
  const known = Object.keys(knownProperties).filter(isElementType).join(", ");
  return `The element type ${typeof type === "string" ? type : "nothing"} is not known here. Known: panel, ${known}.`;
}
