import type { Book } from "../book.ts";
import { groupsOfPlaces } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Every sheet by name, and for every municipality where its figures are. */
export function writeContents(
  book: Book,
  sheets: readonly { key: string; title: string; about: string }[],
): void {
  const { texts } = book;
  const { heads } = texts;
  const page = new Page(book, "contents", [42, 96, 44]);
  page.open(texts.sheets.contents, texts.contentsMessage);
  const others = sheets.filter(({ key }) => key !== "contents");
  writeTable(
    page,
    "contents",
    [{ head: heads.sheet }, { head: heads.about, look: "quiet" }],
    others.map(({ title, about }) => [title, about]),
    { links: others.map(({ key }) => key) },
  );
  page.skip(16);
  writePlaces(page);
  page.close();
}

/** For every municipality its own sheet, or that of its group. */
function writePlaces(page: Page): void {
  const { book } = page;
  const { texts } = book;
  const { heads } = texts;
  const places = groupsOfPlaces(book).flatMap(({ group, members }) =>
    members.map((member) => ({ member, group })),
  );
  const isOwn = ({ code }: { code: string }) => book.has(`municipality:${code}`);
  const groupKey = (code: string | undefined) =>
    code !== undefined && book.has(`municipality-group:${code}`) ? `municipality-group:${code}` : null;
  if (places.length === 0) return;
  writeTable(
    page,
    "municipalities",
    [
      { head: heads.municipality },
      { head: heads.group, look: "quiet" },
      { head: heads.where, look: "quiet" },
    ],
    places.map(({ member, group }) => {
      const name = group ? book.say(group.label) : "";
      return [book.say(member.label), name, isOwn(member) ? texts.ownSheet : texts.throughGroup(name)];
    }),
    {
      links: places.map(({ member, group }) =>
        isOwn(member) ? `municipality:${member.code}` : groupKey(group?.code),
      ),
    },
  );
}
