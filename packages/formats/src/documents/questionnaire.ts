import {
  type PrintedBlock,
  type PrintedItem,
  type PrintedQuestionnaire,
  type PrintedSection,
  phrasesIn,
} from "@tiltas/instrument/printing";
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  type Paragraph,
  Tab,
  type Table,
  TextRun,
} from "docx";
import { answerBlocks, type Tongues } from "./answers.ts";
import { noticeBlocks } from "./notice.ts";
import { packDocument } from "./pack.ts";
import { styles } from "./styles.ts";
import { clean, Tongue } from "./tongue.ts";

type Block = Paragraph | Table;

/** The questionnaire as a Word document (.docx) of A4 pages; equal prints give equal bytes. */
export async function questionnaireAsDocx(printed: PrintedQuestionnaire): Promise<Uint8Array> {
  const phrases = phrasesIn(printed.notes);
  const tongues: Tongues = {
    words: new Tongue(printed.language, printed.direction),
    notes: new Tongue(printed.notes, "ltr"),
    optionsFor: (column) => phrases.optionsFor(column),
  };
  const writer = new Writer(printed, tongues);
  const { words } = phrases;
  const about = [printed.version, printed.title].filter((part) => part !== undefined).join(" · ");
  const document = new Document({
    title: clean(about),
    creator: "Tiltas",
    lastModifiedBy: "Tiltas",
    description: clean(`${words.digest} ${printed.digest}`),
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1250, bottom: 1100, left: 1100, right: 1100, header: 560, footer: 480 },
          },
        },
        headers: {
          default: new Header({
            children: [tongues.words.paragraph([tongues.words.run(about)], { style: "Small" })],
          }),
        },
        footers: { default: footer(printed, words) },
        children: writer.all(),
      },
    ],
  });
  return packDocument(new Uint8Array(await Packer.toBuffer(document)));
}

function footer(
  { digest, notes }: PrintedQuestionnaire,
  words: { digest: string; page: string; of: string },
): Footer {
  const tongue = new Tongue(notes, "ltr");
  const pages = new TextRun({
    children: [new Tab(), `${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
    language: { value: notes },
  });
  const sum = digest === "" ? "" : `${words.digest} ${digest.slice(0, 16)}`;
  return new Footer({
    children: [
      tongue.paragraph([tongue.run(sum), pages], {
        style: "Small",
        tabStops: [{ type: "right", position: 9600 }],
      }),
    ],
  });
}

class Writer {
  private readonly printed: PrintedQuestionnaire;
  private readonly tongues: Tongues;

  constructor(printed: PrintedQuestionnaire, tongues: Tongues) {
    this.printed = printed;
    this.tongues = tongues;
  }

  all(): Block[] {
    const { notice, sections, unseen } = this.printed;
    const phrases = phrasesIn(this.printed.notes);
    return [
      ...this.head(),
      ...(notice ? noticeBlocks(notice, phrases, this.tongues) : []),
      ...sections.flatMap((section) => this.section(section)),
      ...(unseen.length === 0
        ? []
        : [
            this.tongues.notes.say(phrases.words.unseen, { heading: HeadingLevel.HEADING_1 }),
            ...this.list(unseen),
          ]),
    ];
  }

  private head(): Block[] {
    const { words: own, notes } = this.tongues;
    const { title, description, version, digest, language, universe, remarks } = this.printed;
    const { words } = phrasesIn(this.printed.notes);
    const meta = [
      ...(version === undefined ? [] : [`${words.questionnaire} ${version}`]),
      `${words.language}: ${language}`,
      ...(digest === "" ? [] : [`${words.digest}: ${digest}`]),
    ];
    return [
      own.say(title, { heading: HeadingLevel.TITLE }),
      ...(description === undefined ? [] : [own.say(description)]),
      notes.say(meta.join(" · "), { style: "Small" }),
      ...(universe === undefined
        ? []
        : [own.paragraph([notes.run(`${words.universe}: `, { bold: true }), own.run(universe)])]),
      notes.paragraph([notes.run(`${words.howToRead}: `, { bold: true }), notes.run(words.reading)], {
        style: "Small",
      }),
      ...(remarks.length === 0
        ? []
        : [notes.say(words.remarks, { heading: HeadingLevel.HEADING_2 }), ...this.list(remarks)]),
    ];
  }

  private list(lines: readonly string[]): Block[] {
    return lines.map((line) => this.tongues.notes.say(line, { bullet: { level: 0 } }));
  }

  private section(section: PrintedSection): Block[] {
    const { words: own, notes } = this.tongues;
    const phrases = phrasesIn(this.printed.notes);
    const title = section.title === undefined ? [] : [own.run(` · ${section.title}`)];
    return [
      own.paragraph([notes.run(phrases.part(section.letter)), ...title], { heading: HeadingLevel.HEADING_1 }),
      ...this.around(section),
      ...section.blocks.flatMap((block) => this.block(block)),
    ];
  }

  /** Help, condition and notes of a page or panel. */
  private around({
    description,
    askedIf,
    notes,
  }: Pick<PrintedSection, "description" | "askedIf" | "notes">): Block[] {
    return [
      ...(description === undefined ? [] : [this.tongues.words.say(description, { style: "Help" })]),
      ...this.skip(askedIf),
      ...(notes.length === 0 ? [] : [this.tongues.notes.say(notes.join(" · "), { style: "Note" })]),
    ];
  }

  private skip(words: string | undefined): Block[] {
    return words === undefined ? [] : [this.tongues.notes.say(words, { style: "Skip" })];
  }

  private block(block: PrintedBlock): Block[] {
    if (block.kind === "item") return this.item(block);
    if (block.kind === "text")
      return [...this.skip(block.askedIf), ...block.paragraphs.map((text) => this.tongues.words.say(text))];
    return [
      ...(block.title === undefined
        ? []
        : [this.tongues.words.say(block.title, { heading: HeadingLevel.HEADING_2 })]),
      ...this.around(block),
      ...block.blocks.flatMap((inside) => this.block(inside)),
    ];
  }

  private item(item: PrintedItem): Block[] {
    const { words: own, notes } = this.tongues;
    const phrases = phrasesIn(this.printed.notes);
    const asked = item.askedIf ?? (item.askAll ? phrases.askAll : undefined);
    const note = [
      ...item.notes.map((text) => notes.run(`${text} · `)),
      notes.run(item.name, { style: "Code" }),
    ];
    return [
      ...this.skip(asked),
      own.paragraph([own.run(item.number), own.run(item.wording, { tab: true })], {
        heading: HeadingLevel.HEADING_3,
      }),
      ...(item.help === undefined ? [] : [own.say(item.help, { style: "Help" })]),
      notes.paragraph(note, { style: "Note" }),
      ...answerBlocks(item.answer, this.tongues),
      ...(item.answer.kind === "entries" ? item.answer.blocks.flatMap((inside) => this.block(inside)) : []),
    ];
  }
}
