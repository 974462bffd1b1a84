import type { IStylesOptions } from "docx";

const ink = "1C2321";
const green = "1F5D50";
const quiet = "414A47";

/** Twentieths of a point; the number of an item hangs in this margin. */
export const hanging = 620;

/** Word styles of a printed questionnaire: a committee can restyle the whole document by changing them. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: "Calibri", size: 22, color: ink },
      paragraph: { spacing: { after: 60, line: 264 } },
    },
    title: { run: { size: 44, bold: true, color: green }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { size: 30, bold: true, color: green },
      paragraph: {
        spacing: { before: 400, after: 120 },
        keepNext: true,
        border: { bottom: { style: "single", size: 10, color: green, space: 3 } },
      },
    },
    heading2: {
      run: { size: 25, bold: true, color: ink },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { size: 23, bold: true, color: ink },
      paragraph: { spacing: { before: 0, after: 40 }, keepNext: true, indent: { start: hanging, hanging } },
    },
  },
  paragraphStyles: [
    {
      id: "Skip",
      name: "Skip",
      basedOn: "Normal",
      run: { bold: true, size: 19 },
      paragraph: {
        spacing: { before: 200, after: 40 },
        keepNext: true,
        indent: { start: hanging },
        border: { left: { style: "single", size: 18, color: ink, space: 6 } },
      },
    },
    {
      id: "Help",
      name: "Help",
      basedOn: "Normal",
      run: { size: 20, color: quiet },
      paragraph: { keepNext: true, indent: { start: hanging }, spacing: { after: 40 } },
    },
    {
      id: "Note",
      name: "Note",
      basedOn: "Normal",
      run: { size: 18, italics: true, color: quiet },
      paragraph: { keepNext: true, indent: { start: hanging }, spacing: { after: 60 } },
    },
    {
      id: "Option",
      name: "Option",
      basedOn: "Normal",
      paragraph: { keepLines: true, indent: { start: hanging + 320, hanging: 320 }, spacing: { after: 20 } },
    },
    {
      id: "ListedOption",
      name: "Option in a long list",
      basedOn: "Normal",
      run: { size: 17 },
      paragraph: { keepLines: true, indent: { start: 260, hanging: 260 }, spacing: { after: 0, line: 240 } },
    },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { size: 18 },
      paragraph: { spacing: { before: 20, after: 20 } },
    },
    {
      id: "Line",
      name: "Answer line",
      basedOn: "Normal",
      paragraph: {
        indent: { start: hanging },
        spacing: { before: 160, after: 60 },
        border: { bottom: { style: "single", size: 6, color: ink, space: 1 } },
      },
    },
    { id: "Small", name: "Small", basedOn: "Normal", run: { size: 17, color: quiet } },
  ],
  characterStyles: [
    {
      id: "Code",
      name: "Code",
      basedOn: "DefaultParagraphFont",
      run: { font: "Consolas", size: 16, color: "5F6764" },
    },
    { id: "GoTo", name: "Go to", basedOn: "DefaultParagraphFont", run: { bold: true, size: 19 } },
    {
      id: "Aside",
      name: "Aside",
      basedOn: "DefaultParagraphFont",
      run: { italics: true, size: 18, color: quiet },
    },
  ],
};
