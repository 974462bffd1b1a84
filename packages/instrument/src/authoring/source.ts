import { isObject } from "../definition/index.ts";

/** The definition a workbook was made from, which it carries along so that nothing in it is lost. */
export interface AuthorSource {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the questionnaire. */
  readonly digest: string;
  readonly languages: readonly string[];
  readonly questionnaire: unknown;
  readonly measures: unknown;
  readonly manifest?: unknown;
}

const format = "tiltas-author-1";
/** Excel takes 32,767 characters in a cell. */
const longestPiece = 30_000;

/** The source in pieces that fit into cells: JSON in ASCII, without the `_x` that workbooks read as an escape. */
export function piecesOf(source: AuthorSource): string[] {
  const text = JSON.stringify({ format, ...source })
    .replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("_x", "_\\u0078");
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += longestPiece)
    pieces.push(`#${text.slice(start, start + longestPiece)}#`);
  return pieces;
}

/** The source again; undefined where pieces are missing or changed. */
export function sourceIn(pieces: readonly string[]): AuthorSource | undefined {
  try {
    const text = pieces.map((piece) => piece.slice(1, -1)).join("");
    const source: unknown = JSON.parse(text);
    if (!isObject(source) || source.format !== format) return undefined;
    const { id, version, digest, languages, questionnaire, measures, manifest } = source;
    if (typeof id !== "string" || typeof version !== "string" || typeof digest !== "string") return undefined;
    if (!Array.isArray(languages) || !languages.every((one) => typeof one === "string")) return undefined;
    return {
      id,
      version,
      digest,
      languages,
      questionnaire,
      measures,
      ...(manifest === undefined ? {} : { manifest }),
    };
  } catch {
    return undefined;
  }
}
