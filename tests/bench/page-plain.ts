/**
 * A plain HTML form with the same words and the same steps as our page (notice, consent, separate consents, questions),
 * made from our page, so that both ask the same. It has a dozen lines of style and the shortest script that keeps an
 * answer: the form is written to localStorage, in plain text, at each change. That is less than we promise:
 * localStorage returns before anything is on disk, and everybody who opens the phone can read it.
 */
export function plainForm(ours: string): string {
  const screens = ["notice", "consent", "consents", "first"];
  const shown = screens.map((name, at) => {
    const inside = screenIn(ours, name).replace(
      / (?:class|data-[\w-]+|aria-[\w-]+|role|tabindex)="[^"]*"/g,
      "",
    );
    const next = screens[at + 1];
    const words = inside.replace(
      /<button[^>]*>(.*?)<\/button>/g,
      next ? `<a class="go" href="#${next}">$1</a>` : "",
    );
    return `<section id="${name}">${words}</section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Plain form</title><style>body{font:18px sans-serif;margin:1rem}section{display:none}section:target{display:block}
body:not(:has(:target)) #notice{display:block}label,.go{display:block;padding:.7rem}</style>
<body><form>${shown.join("")}</form><script>document.forms[0].onchange = ({ currentTarget }) => {
localStorage.answers = JSON.stringify([...new FormData(currentTarget)]);
document.body.dataset.state = "saved"; };</script>`;
}

function screenIn(page: string, name: string): string {
  const [, waiting] = page.split(`<template data-section="${name}">`);
  const [, first = ""] = page.split("<main data-screen");
  const [inside = ""] = (waiting ?? first).split("</main>");
  return inside.slice(inside.indexOf(">") + 1);
}
