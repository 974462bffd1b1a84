import type { OutlineNode } from "../../definition/outline.ts";
import { isKindOf } from "../../definition/surveyjs/classes.ts";
import type { ElementSpec, PanelSpec, QuestionSpec } from "../specs.ts";
import type { Compiler } from "./compiler.ts";
import { compileComposite } from "./composites.ts";
import { compileGrid } from "./grids.ts";
import { compileMatrix } from "./matrices.ts";
import { Meaning, validName } from "./meaning.ts";
import { Names } from "./names.ts";
import { compileLeaf, compileQuestion } from "./questions.ts";
import { compileRoster } from "./rosters.ts";

/** Compiles pages, panels and questions in the order of the file. */
export class ElementCompiler {
  readonly compiler: Compiler;
  private readonly names = new Names();
  private readonly pageNames = new Names();

  constructor(compiler: Compiler) {
    this.compiler = compiler;
  }

  /** The pages of the survey; what stands directly in it is a page of its own. */
  pages(survey: OutlineNode): PanelSpec[] {
    const loose = survey.children.filter(({ slot }) => slot === "elements" || slot === "questions");
    const pages: PanelSpec[] = [];
    for (const child of survey.children) {
      if (child.slot === "pages") pages.push(this.panel(child, this.names, this.pageNames));
      else if (child === loose[0]) pages.push(this.loosePage(loose));
    }
    return pages;
  }

  private loosePage(elements: readonly OutlineNode[]): PanelSpec {
    const name = this.pageNames.next("page");
    this.pageNames.take(name, "");
    return {
      kind: "panel",
      name,
      path: "",
      visible: true,
      readOnly: false,
      isRequired: false,
      requiredMessage: "requiredErrorInPanel",
      elements: elements.map((element) => this.element(element, this.names)),
    };
  }

  /** `names`: of the questions on this level; `own`: of its pages. */
  panel(node: OutlineNode, names: Names, own?: Names): PanelSpec {
    this.compiler.properties(node);
    const meaning = new Meaning(node);
    const written = validName(meaning.get("name"));
    const name = written === "" && own ? own.next("page") : written;
    if (own) this.compiler.object(own.take(name, node.path));
    return {
      kind: "panel",
      name,
      path: node.path,
      ...this.conditions(meaning),
      requiredMessage: meaning.words("requiredErrorText", "requiredErrorInPanel"),
      elements: node.children
        .filter(({ slot }) => slot === "elements")
        .map((element) => this.element(element, names)),
    };
  }

  /** Lists in a detail panel begin without entries: survey-core takes the count of its own pattern, which is none. */
  readonly inDetail = { isSo: false };

  /** A panel that the file writes as the list `slot` of a question: the template of entries, the detail of a row. */
  inside(node: OutlineNode, slot: string): PanelSpec {
    const names = new Names();
    return {
      kind: "panel",
      name: "",
      path: node.path,
      visible: true,
      readOnly: false,
      isRequired: false,
      requiredMessage: "requiredErrorInPanel",
      elements: node.children
        .filter((child) => child.slot === slot)
        .map((element) => this.element(element, names)),
    };
  }

  conditions(meaning: Meaning) {
    const visibleIf = this.compiler.expressionOf(meaning, "visibleIf");
    const enableIf = this.compiler.expressionOf(meaning, "enableIf");
    const requiredIf = this.compiler.expressionOf(meaning, "requiredIf");
    return {
      visible: meaning.flag("visible", true),
      readOnly: meaning.flag("readOnly"),
      isRequired: meaning.flag("isRequired"),
      ...(visibleIf === undefined ? {} : { visibleIf }),
      ...(enableIf === undefined ? {} : { enableIf }),
      ...(requiredIf === undefined ? {} : { requiredIf }),
    };
  }

  private element(node: OutlineNode, names: Names): ElementSpec {
    if (node.type === "panel") return this.panel(node, names);
    return this.question(node, names);
  }

  /** A question in its place; cells and items of a multiple text come with nodes of their own. */
  question(node: OutlineNode, names: Names): QuestionSpec {
    const { compiler } = this;
    compiler.properties(node);
    const written = validName(node.json.name);
    const name = written === "" ? names.next("question") : written;
    compiler.object(names.take(name, node.path));
    const shared = compileQuestion(node, name, this);
    if (isKindOf(node.type, "matrixdropdownbase")) return { ...shared, grid: compileGrid(node, this) };
    if (node.type === "paneldynamic") return { ...shared, roster: compileRoster(node, this) };
    if (node.type === "multipletext") return { ...shared, composite: compileComposite(node, this) };
    if (node.type === "matrix") return { ...shared, matrix: compileMatrix(node, this) };
    return { ...shared, leaf: compileLeaf(node, compiler) };
  }
}
