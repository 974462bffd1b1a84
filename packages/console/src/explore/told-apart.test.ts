import { expect, test } from "vitest";
import { toldApart } from "./told-apart.ts";

test.each([
  [
    ["Your life in Lithuania – spring 2026", "Your life in Lithuania – autumn 2026"],
    ["Spring 2026", "Autumn 2026"],
  ],
  [
    ["Jūsų gyvenimas – 2026 m. pavasaris", "Jūsų gyvenimas – 2026 m. ruduo"],
    ["Pavasaris", "Ruduo"],
  ],
  [
    ["Spring", "Autumn"],
    ["Spring", "Autumn"],
  ],
  [["Autumn 2026"], ["Autumn 2026"]],
  [
    ["Autumn", "Autumn"],
    ["Autumn", "Autumn"],
  ],
])("waves called %j stand in a picture as %j", (titles, apart) => {
  expect(toldApart(titles)).toEqual(apart);
});
