import { safeAddress, shapingAttributes, shapingTags } from "@tiltas/instrument/page";
import { createElement, Fragment, type ReactNode, useEffect, useReducer } from "react";
import { type Question, QuestionHtmlModel } from "survey-core";

/**
 * Words between the questions, with answers piped into them. SurveyJS hands the browser whatever comes of it as HTML;
 * here it is read into a document that runs nothing, and drawn anew from the allowed tags and attributes alone.
 */
export function Note({ question }: { readonly question: Question }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!(question instanceof QuestionHtmlModel)) return;
    const { locHtml } = question;
    locHtml.onChanged = redraw;
    return () => {
      locHtml.onChanged = () => {};
    };
  }, [question]);
  if (!(question instanceof QuestionHtmlModel) || question.html === "") return null;
  const { body } = new DOMParser().parseFromString(question.locHtml.renderedHtml, "text/html");
  return <div className={question.renderCssRoot}>{createElement(Fragment, null, ...within(body))}</div>;
}

/** What stands inside these is a program or a style, not words. */
const silent: ReadonlySet<string> = new Set(
  "script style template noscript noembed noframes iframe object textarea title".split(" "),
);

function within(node: Node): ReactNode[] {
  return [...node.childNodes].map(shaped);
}

function shaped(node: Node): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement) || silent.has(node.localName)) return null;
  if (!shapingTags.has(node.localName)) return createElement(Fragment, null, ...within(node));
  return createElement(node.localName, allowedOn(node), ...within(node));
}

function allowedOn(element: HTMLElement): Record<string, string> {
  const allowed = [...element.attributes].filter(
    ({ name, value }) => shapingAttributes.has(name) && (name !== "href" || safeAddress.test(value)),
  );
  return Object.fromEntries(allowed.map(({ name, value }) => [name, value]));
}
