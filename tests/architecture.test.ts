import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  packageFolders,
  roomOfImport,
  root,
  type SourceFile,
  sourceFiles,
} from "./structure/source-files.ts";

const files = sourceFiles();
const production = files.filter((file) => !file.isTest);

/** The drawing in docs/architecture.md: who may import whom. Arrows only go down. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  instrument: [],
  contract: ["instrument"],
  formats: ["instrument"],
  store: ["instrument"],
  analysis: ["instrument"],
  respondent: ["contract", "instrument"],
  console: ["contract", "instrument"],
  cli: ["formats", "analysis", "store", "instrument"],
  server: ["contract", "formats", "analysis", "store", "instrument"],
};

/** Libraries that one or a few rooms own: nobody else may import them. */
const owned: readonly { library: RegExp; rooms: readonly RegExp[] }[] = [
  {
    library: /^survey-(core(-next)?|react-ui)(\/|$)/,
    rooms: [
      /^packages\/instrument\/src\/(interview|lint)\//,
      /^packages\/respondent\/src\/interview\//,
      /^packages\/respondent\/(vite\.config|build)/,
    ],
  },
  { library: /^(drizzle-orm|drizzle-kit|better-sqlite3|pg)(\/|$)/, rooms: [/^packages\/store\//] },
  {
    library: /^exceljs/,
    rooms: [/^packages\/formats\/src\/(tables|xlsform)\//, /^analysis\/src\/workbook\//],
  },
  { library: /^highs$/, rooms: [/^analysis\/src\/disclosure\//] },
  { library: /^react-aria/, rooms: [/^packages\/console\/src\/widgets\//] },
  { library: /^@node-rs\/argon2/, rooms: [/^server\/src\/access\//] },
];

/** analysis reads from left to right; a room may use what stands to its left. */
const analysisOrder = [
  ["numerics"],
  ["dataset"],
  ["design"],
  ["outcomes", "weighting"],
  ["estimation"],
  ["indicators", "psychometrics"],
  ["quality"],
  ["pilot", "lattice"],
  ["comparison"],
  ["disclosure"],
  ["release"],
  ["charts", "open-data"],
  ["workbook"],
  ["chain"],
];

function packageOf(specifier: string): string | undefined {
  return specifier.startsWith("@tiltas/") ? specifier.split("/")[1] : undefined;
}

describe("arrows only go down", () => {
  test.each(Object.keys(packageFolders))("%s imports only what stands below it", (name) => {
    const wrong = production
      .filter((file) => file.package === name)
      .flatMap((file) =>
        file.imports
          .filter((specifier) => {
            const target = packageOf(specifier);
            return target !== undefined && target !== name && !mayImport[name]?.includes(target);
          })
          .map((specifier) => `${file.path} imports ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  test("no relative import leaves its package", () => {
    const leaving = production.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith("."))
        .filter(
          (specifier) => !join(file.path, "..", specifier).startsWith(packageFolders[file.package] ?? "?"),
        )
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(leaving).toEqual([]);
  });

  test("analysis reads from dataset to workbook, never back", () => {
    const place = (room: string) => analysisOrder.findIndex((rooms) => rooms.includes(room));
    const back = production
      .filter((file) => file.package === "analysis")
      .flatMap((file) =>
        file.imports.flatMap((specifier) => {
          const target = roomOfImport(file, specifier);
          return target !== undefined && target !== file.room && place(target) >= place(file.room)
            ? [`${file.path} imports ${specifier}`]
            : [];
        }),
      );
    expect(back).toEqual([]);
  });
});

describe("rooms inside a package", () => {
  test.each(Object.keys(packageFolders))("%s has no cycle between rooms", (name) => {
    expect(firstCycle(roomArrows(production.filter((file) => file.package === name)))).toBeUndefined();
  });
});

describe("libraries stay in the rooms that own them", () => {
  test.each(owned.map(({ library, rooms }) => [library.source, library, rooms] as const))(
    "%s",
    (_name, library, rooms) => {
      const outside = production.flatMap((file) =>
        file.imports
          .filter((specifier) => library.test(specifier) && !rooms.some((room) => room.test(file.path)))
          .map((specifier) => `${file.path} imports ${specifier}`),
      );
      expect(outside).toEqual([]);
    },
  );

  test("the instrument package touches no file, no network and no Node module", () => {
    const node = production
      .filter((file) => file.package === "instrument")
      .filter(
        (file) =>
          file.imports.some((specifier) => specifier.startsWith("node:")) || /\bfetch\(/.test(file.text),
      )
      .map((file) => file.path);
    expect(node).toEqual([]);
  });

  test("packages that are banned are nowhere declared", () => {
    const banned = /^(xlsx|survey-creator.*|survey-analytics|survey-pdf)$/;
    const declared = [".", ...Object.values(packageFolders), "tests"].flatMap((folder) => {
      const path = join(root, folder, "package.json");
      if (!existsSync(path)) return [];
      const manifest = JSON.parse(readFileSync(path, "utf8"));
      return Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.optionalDependencies,
      });
    });
    expect(declared.filter((name) => banned.test(name))).toEqual([]);
  });
});

describe("files stay small and named after what they hold", () => {
  test("no production file is longer than 250 lines", () => {
    const long = production
      .filter((file) => !/\/strings\//.test(file.path))
      .map((file) => ({ path: file.path, lines: file.text.split("\n").length }))
      .filter(({ lines }) => lines > 251);
    expect(long).toEqual([]);
  });

  test("nothing is called utils, helpers, common, misc, shared, new or old", () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|shared|new|old|v2)(\/|\.tsx?$)/;
    expect(files.map((file) => file.path).filter((path) => vague.test(path))).toEqual([]);
  });

  test("randomness is always seeded or cryptographic", () => {
    const careless = production.filter((file) => /Math\.random\(/.test(file.text)).map((file) => file.path);
    expect(careless).toEqual([]);
  });
});

function roomArrows(inPackage: readonly SourceFile[]): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const file of inPackage) {
    if (file.room === "") continue;
    const targets = arrows.get(file.room) ?? new Set<string>();
    for (const specifier of file.imports) {
      const target = roomOfImport(file, specifier);
      if (target !== undefined && target !== file.room) targets.add(target);
    }
    arrows.set(file.room, targets);
  }
  return arrows;
}

function firstCycle(arrows: Map<string, Set<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (room: string, way: string[]): string[] | undefined => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const target of arrows.get(room) ?? []) {
      const cycle = visit(target, [...way, room]);
      if (cycle) return cycle;
    }
    done.add(room);
    return undefined;
  };
  for (const room of arrows.keys()) {
    const cycle = visit(room, []);
    if (cycle) return cycle;
  }
  return undefined;
}
