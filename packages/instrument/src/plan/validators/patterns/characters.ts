import type { AST } from "@eslint-community/regexpp";

/** Characters as ranges of UTF-16 units, both ends included, in order and apart. */
export type Ranges = readonly (readonly [number, number])[];

const last = 0xffff;
const digits: Ranges = [[48, 57]];
const wordCharacters: Ranges = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const spaces: Ranges = [
  [9, 13],
  [32, 32],
  [160, 160],
  [5760, 5760],
  [8192, 8202],
  [8232, 8233],
  [8239, 8239],
  [8287, 8287],
  [12288, 12288],
  [65279, 65279],
];
const lineEnds: Ranges = [
  [10, 10],
  [13, 13],
  [8232, 8233],
];
const everything: Ranges = [[0, last]];

/** The characters that one position of a pattern takes; with `anyCase` those of the other case as well. */
export function charactersOf(
  element: AST.Character | AST.CharacterSet | AST.CharacterClass,
  anyCase: boolean,
): Ranges {
  const written = rangesOf(element);
  return anyCase ? merged([...written, ...otherCases(written)]) : written;
}

export function overlap(a: Ranges, b: Ranges): boolean {
  let [i, j] = [0, 0];
  for (;;) {
    const [left, right] = [a[i], b[j]];
    if (!left || !right) return false;
    if (left[0] <= right[1] && right[0] <= left[1]) return true;
    if (left[1] < right[1]) i += 1;
    else j += 1;
  }
}

export const anyCharacter = everything;

function rangesOf(
  element: AST.CharacterClassElement | AST.Character | AST.CharacterSet | AST.CharacterClass,
): Ranges {
  switch (element.type) {
    case "Character":
      return [[element.value, element.value]];
    case "CharacterClassRange":
      return [[element.min.value, element.max.value]];
    case "CharacterSet":
      return setOf(element);
    case "CharacterClass": {
      const members = merged(element.elements.flatMap((member) => [...rangesOf(member)]));
      return element.negate ? complement(members) : members;
    }
    default:
      return everything;
  }
}

function setOf(set: AST.CharacterSet): Ranges {
  if (set.kind === "any") return complement(lineEnds);
  if (set.kind === "property") return everything;
  const ranges = { digit: digits, word: wordCharacters, space: spaces }[set.kind];
  return set.negate ? complement(ranges) : ranges;
}

function complement(ranges: Ranges): Ranges {
  const rest: [number, number][] = [];
  let from = 0;
  for (const [first, end] of ranges) {
    if (first > from) rest.push([from, first - 1]);
    from = end + 1;
  }
  if (from <= last) rest.push([from, last]);
  return rest;
}

function merged(ranges: Ranges): Ranges {
  const inOrder = [...ranges].sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [first, end] of inOrder) {
    const before = apart.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], end);
    else apart.push([first, end]);
  }
  return apart;
}

/** Letters of the basic alphabets; a range of many more letters stands for both cases by itself. */
const mostLetters = 1024;

function otherCases(ranges: Ranges): [number, number][] {
  const cases: [number, number][] = [];
  for (const [first, end] of ranges)
    for (let unit = first; unit <= Math.min(end, first + mostLetters); unit += 1) {
      const letter = String.fromCharCode(unit);
      for (const other of [letter.toLowerCase(), letter.toUpperCase()])
        if (other !== letter && other.length === 1) cases.push([other.charCodeAt(0), other.charCodeAt(0)]);
    }
  return cases;
}
