import { type OutlineNode, propertyOf } from "../../definition/index.ts";
import { safeAddress, shapingAttributes, shapingTags } from "../../page/index.ts";
import type { Objection, Rule } from "../rule.ts";
import { wordingsOf } from "../wordings.ts";

/** HTML beyond plain shaping of words. */
export const html: Rule = {
  id: "html",
  severity: "error",
  reason: {
    en: "HTML can run programs, load pictures from strangers and break the page on a phone or for a screen reader; words need only a few tags.",
    lt: "HTML gali vykdyti programas, krauti svetimus paveikslėlius ir sugadinti puslapį telefone ar ekrano skaitytuvui; žodžiams užtenka kelių žymų.",
  },
  *check(subject) {
    for (const { node, property, path, text } of wordingsOf(subject)) {
      const found = [...tagsIn(text)];
      const outside = found.flatMap(objectionsTo);
      if (outside.length > 0) yield outsideAllowed(path, outside, subject.isFolder);
      else if (found.length > 0 && !showsHtml(node, property)) yield shownAsText(path, found[0]?.tag ?? "");
    }
  },
};

interface Tag {
  readonly tag: string;
  readonly attributes: string;
}

function* tagsIn(text: string): Generator<Tag> {
  for (const [, tag = "", attributes = ""] of text.matchAll(/<\/?([a-zA-Z][\w:-]*)([^<>]*)>?/g))
    yield { tag: tag.toLowerCase(), attributes };
}

function objectionsTo({ tag, attributes }: Tag): string[] {
  if (!shapingTags.has(tag)) return [`<${tag}>`];
  return [...attributes.matchAll(/([a-zA-Z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)].flatMap(
    ([, name = "", value = ""]) => {
      const attribute = name.toLowerCase();
      if (!shapingAttributes.has(attribute)) return [`${attribute}=`];
      return attribute === "href" && !safeAddress.test(value.replace(/^["']/, "")) ? [`href=${value}`] : [];
    },
  );
}

/** survey-core shows HTML in properties of the kind "html"; titles show their tags as they are written. */
function showsHtml(node: OutlineNode, property: string): boolean {
  return propertyOf(node, property)?.type === "html" || property.toLowerCase().endsWith("html");
}

function outsideAllowed(path: string, outside: readonly string[], isFolder: boolean): Objection {
  const told = [...new Set(outside)].slice(0, 5).join(", ");
  return {
    path,
    severity: isFolder ? "error" : "warning",
    says: {
      en: [`HTML outside the allow-list: ${told}`, "Keep to paragraphs, lists, emphasis and https links."],
      lt: [
        `Neleistinas HTML: ${told}`,
        "Apsiribokite pastraipomis, sąrašais, paryškinimu ir https nuorodomis.",
      ],
    },
  };
}

function shownAsText(path: string, tag: string): Objection {
  return {
    path,
    severity: "warning",
    says: {
      en: [
        `The tag <${tag}> stands in a text that shows it as it is written.`,
        "Write plain words here, or use an element of the type html.",
      ],
      lt: [
        `Žyma <${tag}> įrašyta tekste, kuris ją parodys tokią, kokia parašyta.`,
        "Čia rašykite paprastus žodžius arba naudokite html tipo elementą.",
      ],
    },
  };
}
