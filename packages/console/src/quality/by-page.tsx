import type { ResponseQuality } from "@tiltas/contract/quality";
import { BarRows } from "../pictures/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";

type Item = ResponseQuality["items"][number];
type BrokenPage = ResponseQuality["breakOff"][number];
type TimedPage = ResponseQuality["times"][number];

/** As many as one takes in at a glance; the table holds all. */
const mostDrawn = 12;

/** What people leave empty or refuse, of those who were asked. */
export function ItemGaps({ items }: { items: readonly Item[] }) {
  const { language, strings } = useSpeech();
  const { quality, format } = strings;
  const compare = new Intl.Collator(language).compare;
  const label = (item: Item) => inLanguage(item.label, language) || item.item;
  const columns: TableColumn<Item>[] = [
    {
      id: "item",
      title: quality.item,
      cell: label,
      plain: label,
      order: (one, other) => compare(label(one), label(other)),
    },
    {
      id: "code",
      title: quality.code,
      cell: ({ item }) => item,
      plain: ({ item }) => item,
      order: (one, other) => compare(one.item, other.item),
    },
    {
      id: "share",
      title: quality.share,
      numeric: true,
      cell: ({ nonresponse }) => format.share(nonresponse),
      plain: ({ nonresponse }) => nonresponse,
      order: (one, other) => other.nonresponse - one.nonresponse,
    },
  ];
  const drawn = items.slice(0, mostDrawn).map((item) => ({
    key: item.item,
    name: label(item),
    value: item.nonresponse,
    words: format.share(item.nonresponse),
  }));
  return (
    <section className="stack" aria-labelledby="items">
      <h2 id="items">{quality.itemsTitle}</h2>
      <p className="quiet">{items.length === 0 ? quality.itemsNone : quality.itemsLead}</p>
      {items.length === 0 ? null : (
        <>
          <BarRows label={quality.itemsPicture} rows={drawn} />
          <ReadTable
            label={quality.itemsTitle}
            columns={columns}
            rows={items}
            rowId={({ item }) => item}
            sortedBy="share"
            fileName="nonresponse"
          />
        </>
      )}
    </section>
  );
}

/** On which pages interviews ended. */
export function BreakOff({ pages }: { pages: readonly BrokenPage[] }) {
  const { language, strings } = useSpeech();
  const { quality, format } = strings;
  const label = (page: BrokenPage) => inLanguage(page.label, language) || page.page;
  const share = ({ share: ended }: BrokenPage) => format.share(ended);
  const columns = usePageColumns(pages, [
    { id: "share", title: quality.share, read: (page) => page.share, write: share },
  ]);
  return (
    <section className="stack" aria-labelledby="break-off">
      <h2 id="break-off">{quality.breakTitle}</h2>
      {pages.length === 0 ? (
        <p className="quiet">{quality.breakNone}</p>
      ) : (
        <>
          <BarRows
            label={quality.breakPicture}
            rows={pages
              .filter((page) => page.share > 0)
              .map((page) => ({ key: page.page, name: label(page), value: page.share, words: share(page) }))}
          />
          <ReadTable
            label={quality.breakTitle}
            columns={columns}
            rows={pages}
            rowId={({ page }) => page}
            sortedBy="page"
          />
        </>
      )}
    </section>
  );
}

/** How long the middle person and the slowest tenth take for a page. */
export function PageTimes({ pages }: { pages: readonly TimedPage[] }) {
  const { language, strings } = useSpeech();
  const { quality, format } = strings;
  const label = (page: TimedPage) => inLanguage(page.label, language) || page.page;
  const seconds = (value: number) => format.number(Math.round(value));
  const columns = usePageColumns(pages, [
    {
      id: "median",
      title: quality.median,
      read: (page) => page.median,
      write: (page) => seconds(page.median),
    },
    {
      id: "slowest",
      title: quality.slowest,
      read: (page) => page.slowestTenth,
      write: (page) => seconds(page.slowestTenth),
    },
  ]);
  return (
    <section className="stack" aria-labelledby="times">
      <h2 id="times">{quality.timesTitle}</h2>
      {pages.length === 0 ? (
        <p className="quiet">{quality.timesNone}</p>
      ) : (
        <>
          <BarRows
            label={quality.timesPicture}
            rows={pages.map((page) => ({
              key: page.page,
              name: label(page),
              value: page.median,
              behind: page.slowestTenth,
              words: `${seconds(page.median)}–${seconds(page.slowestTenth)} s`,
            }))}
          />
          <ReadTable
            label={quality.timesTitle}
            columns={columns}
            rows={pages}
            rowId={({ page }) => page}
            sortedBy="page"
          />
        </>
      )}
    </section>
  );
}

interface NumberOfPage<P> {
  readonly id: string;
  readonly title: string;
  readonly read: (page: P) => number;
  readonly write: (page: P) => string;
}

/** A page by its name, in the order of the questionnaire, then its numbers. */
function usePageColumns<
  P extends { readonly page: string; readonly label: Readonly<Record<string, string>> },
>(pages: readonly P[], numbers: readonly NumberOfPage<P>[]): TableColumn<P>[] {
  const { language, strings } = useSpeech();
  const label = (page: P) => inLanguage(page.label, language) || page.page;
  return [
    {
      id: "page",
      title: strings.quality.page,
      cell: label,
      plain: label,
      order: (one, other) => pages.indexOf(one) - pages.indexOf(other),
    },
    ...numbers.map(
      ({ id, title, read, write }): TableColumn<P> => ({
        id,
        title,
        numeric: true,
        cell: write,
        plain: read,
        order: (one, other) => read(one) - read(other),
      }),
    ),
  ];
}
