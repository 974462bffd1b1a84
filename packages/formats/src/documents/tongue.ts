import { type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from "docx";

type RunLook = { readonly style?: string; readonly bold?: boolean; readonly tab?: boolean };

/** Makes runs and paragraphs in one language: each run says its language, and runs the way it is written. */
export class Tongue {
  readonly language: string;
  readonly isRightToLeft: boolean;

  constructor(language: string, direction: "ltr" | "rtl") {
    this.language = language;
    this.isRightToLeft = direction === "rtl";
  }

  run(text: string, { style, bold, tab = false }: RunLook = {}): TextRun {
    return new TextRun({
      children: [...(tab ? ["\t"] : []), clean(text)],
      language: this.isRightToLeft ? { bidirectional: this.language } : { value: this.language },
      ...(this.isRightToLeft ? { rightToLeft: true } : {}),
      ...(style === undefined ? {} : { style }),
      ...(bold ? { bold: true } : {}),
    });
  }

  paragraph(children: readonly ParagraphChild[], look: IParagraphOptions & object = {}): Paragraph {
    return new Paragraph({ ...look, children, ...(this.isRightToLeft ? { bidirectional: true } : {}) });
  }

  /** A paragraph of plain words. */
  say(text: string, look: Exclude<IParagraphOptions, string> = {}): Paragraph {
    return this.paragraph([this.run(text)], look);
  }
}

/** Text as XML can hold it. */
export function clean(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
      .replace(/\s+/g, " ")
  );
}
