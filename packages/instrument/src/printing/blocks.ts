import { isKindOf, isQuestion, type OutlineNode } from "../definition/index.ts";
import { answerOf } from "./answers.ts";
import { clauseOf } from "./conditions.ts";
import type { Directory } from "./directory.ts";
import { optionsOf, plain } from "./lists.ts";
import type { PrintedBlock, PrintedGroup, PrintedItem, PrintedSection, PrintedText } from "./model.ts";
import { notesOf, orderOfQuestions } from "./notes.ts";
import { isNumbered, lettersOf } from "./numbering.ts";
import type { GoTo } from "./options.ts";
import { paragraphsOf } from "./wording.ts";

/** What a printed questionnaire is made from, beside its parts. */
export interface Printing {
  readonly directory: Directory;
  readonly numbers: ReadonlyMap<OutlineNode, string>;
  readonly goTo: ReadonlyMap<OutlineNode, GoTo>;
}

const inContainers = ["elements", "templateElements", "detailElements"];

/** A page; undefined for one without anything in it. */
export function sectionOf(page: OutlineNode, count: number, printing: Printing): PrintedSection | undefined {
  const { directory } = printing;
  const blocks = blocksIn(page, printing, hasCondition(page));
  if (blocks.length === 0) return undefined;
  return {
    name: page.name ?? "",
    letter: lettersOf(count).toUpperCase(),
    ...words(page, printing),
    ...condition(page, directory),
    notes: orderOfQuestions(page, directory),
    blocks,
  };
}

/** @param isConditional  whether a page or panel around has a condition, so that nothing inside is asked of all */
export function blocksIn(node: OutlineNode, printing: Printing, isConditional: boolean): PrintedBlock[] {
  return node.children
    .filter(({ slot }) => inContainers.includes(slot))
    .flatMap((child) => blockOf(child, printing, isConditional));
}

function blockOf(node: OutlineNode, printing: Printing, isConditional: boolean): PrintedBlock[] {
  if (isKindOf(node.type, "panelbase")) return groupOf(node, printing, isConditional || hasCondition(node));
  if (isKindOf(node.type, "html") || isKindOf(node.type, "image")) return textOf(node, printing);
  if (!isQuestion(node) || !isNumbered(node)) return [];
  return [itemOf(node, printing, isConditional), ...followUps(node, printing)];
}

/** A panel without words or condition is no more than its questions. */
function groupOf(node: OutlineNode, printing: Printing, isConditional: boolean): PrintedBlock[] {
  const blocks = blocksIn(node, printing, isConditional);
  const group: PrintedGroup = {
    kind: "group",
    ...words(node, printing),
    ...condition(node, printing.directory),
    notes: orderOfQuestions(node, printing.directory),
    blocks,
  };
  if (blocks.length === 0) return [];
  return group.title === undefined && group.askedIf === undefined && group.notes.length === 0
    ? blocks
    : [group];
}

function textOf(node: OutlineNode, { directory }: Printing): PrintedText[] {
  const { wording, phrases } = directory;
  const paragraphs = isKindOf(node.type, "image")
    ? [phrases.picture(wording.at(node, "altText") ?? node.name ?? "")]
    : paragraphsOf(wording.at(node, "html") ?? "");
  return paragraphs.length === 0 ? [] : [{ kind: "text", paragraphs, ...condition(node, directory) }];
}

function itemOf(node: OutlineNode, printing: Printing, isConditional: boolean): PrintedItem {
  const { directory, numbers } = printing;
  const help = directory.wording.at(node, "description");
  const goTo = printing.goTo.get(node);
  return {
    kind: "item",
    number: numbers.get(node) ?? "",
    name: node.name ?? "",
    wording: inserted(directory.wording.at(node, "title") ?? node.name ?? "", directory),
    ...(help === undefined ? {} : { help: inserted(help, directory) }),
    ...condition(node, directory),
    askAll: !isConditional && !hasCondition(node),
    notes: [...notesOf(node, directory), ...elsewhere(node, printing)],
    answer: answerOf(node, directory, {
      ...(goTo ? { goTo } : {}),
      inside: () => blocksIn({ ...node, children: node.children.filter(isInside) }, printing, true),
    }),
  };
}

const isInside = ({ slot }: OutlineNode) => slot !== "elements";

/** Questions that stand inside an option come right after their question. */
function followUps(node: OutlineNode, printing: Printing): PrintedBlock[] {
  const { wording, phrases } = printing.directory;
  return node.children
    .filter(({ slot, children }) => slot === "choices" && children.some((child) => child.slot === "elements"))
    .map((choice) => {
      const label = wording.at(choice, "text") ?? plain(choice.json.value);
      const what = { kind: "numbered" as const, label: printing.numbers.get(node) ?? "" };
      return {
        kind: "group" as const,
        askedIf: phrases.askedIf(phrases.is(what, [phrases.quote(label)])),
        notes: [],
        blocks: blocksIn(choice, printing, true),
      };
    });
}

/** Options that are not in the file, and question types this print has no picture of. */
function elsewhere(node: OutlineNode, { directory, numbers }: Printing): string[] {
  const { phrases } = directory;
  const { json, type } = node;
  if (!isKindOf(type, "question") || type === "question") return [phrases.unprintable(plain(json.type))];
  const from =
    typeof json.choicesFromQuestion === "string" ? directory.find(json.choicesFromQuestion)?.node : undefined;
  if (from) return [phrases.optionsOf(numbers.get(from) ?? "")];
  const isLoaded =
    json.choicesByUrl !== undefined && optionsOf(node, directory.wording, phrases).length === 0;
  return isLoaded ? [phrases.optionsElsewhere] : [];
}

function words(node: OutlineNode, { directory }: Printing): { title?: string; description?: string } {
  const [title, description] = [
    directory.wording.at(node, "title"),
    directory.wording.at(node, "description"),
  ];
  return {
    ...(title === undefined ? {} : { title: inserted(title, directory) }),
    ...(description === undefined ? {} : { description: inserted(description, directory) }),
  };
}

function hasCondition({ json }: OutlineNode): boolean {
  return (typeof json.visibleIf === "string" && json.visibleIf.trim() !== "") || json.visible === false;
}

function condition({ json }: OutlineNode, directory: Directory): { askedIf?: string } {
  if (json.visible === false) return { askedIf: directory.phrases.never };
  if (typeof json.visibleIf !== "string" || json.visibleIf.trim() === "") return {};
  return { askedIf: directory.phrases.askedIf(clauseOf(json.visibleIf, directory)) };
}

/** Answers put into a text are named instead: "{name}" becomes "[answer to Q3]". */
function inserted(text: string, directory: Directory): string {
  return text.replace(/\{[^{}\n]{1,200}\}/g, (braces) => {
    const name = braces.slice(1, -1).trim();
    const label = directory.find(name.split(".")[0] ?? name)?.label;
    return directory.phrases.answerInserted(label ?? name, label !== undefined);
  });
}
