import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, TableError, writeCsv } from "./csv.ts";

describe("reading a table", () => {
  test("quotes, doubled quotes, commas and line breaks inside fields; CRLF or LF; a byte order mark", () => {
    const { header, rows } = readCsv('\uFEFFa,"b ""x"""\r\n"1,5","two\nlines"\r\n,\r\n');
    expect(header).toEqual(["a", 'b "x"']);
    expect(rows).toEqual([
      { a: "1,5", 'b "x"': "two\nlines" },
      { a: "", 'b "x"': "" },
    ]);
  });

  test("a header alone is a table without rows", () => {
    expect(readCsv("a,b\n")).toEqual({ header: ["a", "b"], rows: [], lines: [] });
  });

  test("every row knows its line in the file, past empty lines and line breaks inside quotes", () => {
    expect(readCsv('a,b\n1,2\n\n3,4\n"x\ny",5\n6,7\n').lines).toEqual([2, 4, 6, 7]);
  });

  const refusals: [string, string, RegExp][] = [
    ["a row with a field too few", "a,b\n1,2\n3\n", /Line 3 does not have as many fields/],
    ["a row with a field too many", "a,b\n1,2,3\n", /Line 2 does not have as many fields/],
    ["a quote left open", 'a,b\n"1,2\n', /quote .* never closed/],
    ["a quote in the middle", 'a,b\n1"2,3\n', /Line 2 is not readable/],
    ["semicolons between fields", "a;b\n1,5;2\n", /semicolons, and they must be commas/],
    ["tabs between fields", "a\tb\n1\t2\n", /tabs, and they must be commas/],
    ["nothing", "", /The table is empty/],
    ["two columns of one name", "a,a\n1,2\n", /The column "a" occurs twice/],
    ["a column without a name", "a,\n1,2\n", /Column 2 has no name/],
  ];
  test.each(refusals)("refuses %s by line", (_name, text, expected) => {
    expect(() => readCsv(text)).toThrow(TableError);
    expect(() => readCsv(text)).toThrow(expected);
  });

  test("names every row of another length at once, in both languages of staff", () => {
    let refused: unknown;
    try {
      readCsv("a,b\n1,2\n3\n4,5,6\n");
    } catch (error) {
      refused = error;
    }
    const { problems } = refused as TableError;
    expect(problems.map(({ line, sentence }) => [line, /laukų/.test(sentence.lt)])).toEqual([
      [3, true],
      [4, true],
    ]);
  });

  test("a column may be called like something every object has", () => {
    expect(readCsv("constructor,__proto__\n1,2\n").rows[0]?.constructor).toBe("1");
    expect(Object.entries(readCsv("constructor,__proto__\n1,2\n").rows[0] ?? {})).toEqual([
      ["constructor", "1"],
      ["__proto__", "2"],
    ]);
  });
});

describe("writing a table", () => {
  test("a text a spreadsheet would run is disarmed; numbers stay numbers", () => {
    const values = ["=1+1", "+370", "-5", "-5a", "@x", "\tx", -3.5, null, "plain"];
    const lines = writeCsv(
      ["v"],
      values.map((v) => ({ v })),
    )
      .split("\r\n")
      .slice(1, -1);
    expect(lines).toEqual(["'=1+1", "'+370", "-5", "'-5a", "'@x", "'\tx", "-3.5", "", "plain"]);
    expect(writeCsv(["=evil"], [])).toBe("'=evil\r\n");
  });

  test("what was written is read again", () => {
    const safe = fc.string({ unit: "binary" }).filter((text) => !/^[=+\-@\t\r\uFEFF]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.record({ a: safe, b: safe }), { minLength: 1 }), (rows) => {
        const kept = rows.filter(({ a, b }) => a !== "" || b !== "");
        expect(readCsv(writeCsv(["a", "b"], rows)).rows.filter(({ a, b }) => a !== "" || b !== "")).toEqual(
          kept,
        );
      }),
    );
  });
});
