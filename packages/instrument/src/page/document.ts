import { directionOf } from "../words/index.ts";
import { html, Markup } from "./markup.ts";
import type { BuiltApplication } from "./state.ts";

/** The parts of the page that a build makes. */
export interface LightFiles {
  /** Small styles and the small script; they stand in the page itself, allowed by their hashes. */
  readonly style: string;
  readonly script: string;
  readonly icon: string;
  readonly application: BuiltApplication;
}

export interface DocumentProps {
  readonly language: string;
  readonly title: string;
  readonly files: Pick<LightFiles, "style" | "script" | "icon">;
  readonly header: Markup;
  readonly sections: readonly (Markup | false | undefined)[];
}

/** A whole document that loads nothing before it is shown. */
export function documentOf({ language, title, files, header, sections }: DocumentProps): string {
  const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#FBFAF7" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#141816" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${files.icon}" type="image/svg+xml">
<title>${title}</title>
<style>${new Markup(files.style)}</style>
</head>
<body>
<div id="first">${header}${sections}</div>
<div id="root"></div>
<script>${new Markup(files.script)}</script>
</body>
</html>
`;
  return page.text;
}
