import { fontSize, type Look } from "./style.ts";

/** Points that a column of so many digits takes on paper. */
export const textWidth = (digits: number): number => digits * 5.3;

/** How many lines a text takes in a column; a little generous, since fonts differ between machines. */
export function linesOf(text: string, width: number, look: Look): number {
  const room = Math.max(1, Math.floor((width * 11.3) / fontSize(look)));
  return text.split("\n").reduce((lines, paragraph) => lines + wrappedLines(paragraph, room), 0);
}

function wrappedLines(paragraph: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const word of paragraph.split(" ")) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = 0;
    }
    lines += Math.floor(Math.max(0, word.length - 1) / room);
    used += (used > 0 ? 1 : 0) + (word.length % room || word.length);
  }
  return lines;
}
