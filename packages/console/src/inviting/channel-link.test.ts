import { expect, test } from "vitest";
import { channelLink } from "./channel-link.ts";
import { codeTable } from "./code-table.ts";
import { sheetWords } from "./sheet-words.ts";

test("a link carries its language and its channel", () => {
  const link = channelLink("https://tiltas.example/w/autumn", {
    kind: "poster",
    place: "13",
    language: "uk",
  });
  expect(link).toBe("https://tiltas.example/w/autumn?lang=uk&channel=poster-13-uk");
});

test("a link that leaves the language to the person names none", () => {
  const link = channelLink("https://tiltas.example/w/autumn", {
    kind: "social",
    place: null,
    language: null,
  });
  expect(link).toBe("https://tiltas.example/w/autumn?channel=social-00-any");
});

test("codes leave as a table that spreadsheets open, grouped as people read them", () => {
  const link = "https://tiltas.example/w/autumn#code=ABCDE-FGHIJ-K";
  expect(codeTable([{ code: "ABCDEFGHIJK", link }], ["Code", "Link"])).toBe(
    `\uFEFFCode,Link\r\nABCDE-FGHIJ-K,${link}\r\n`,
  );
});

test("every language of respondents has its sheet, without gaps or shouting", () => {
  for (const words of Object.values(sheetWords))
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[^!]+$/);
});
