import type { Lattice } from "../lattice/index.ts";

/** Three groups and six municipalities of an invented wave, with few categories of everything else. */
export const exampleLattice: Lattice = {
  number: 1,
  dimensions: [
    {
      id: "municipality-group",
      label: { lt: "Savivaldybių grupė", en: "Group of municipalities" },
      codes: [
        { code: "east", label: { lt: "Sostinės kraštas", en: "Capital area" } },
        { code: "south", label: { lt: "Pietūs", en: "South" } },
        { code: "west", label: { lt: "Pajūris", en: "Coast" } },
      ],
    },
    {
      id: "municipality",
      label: { lt: "Savivaldybė", en: "Municipality" },
      codes: [
        { code: "13", label: { lt: "Vilniaus m. sav.", en: "Vilnius City" }, group: "east" },
        { code: "41", label: { lt: "Vilniaus r. sav.", en: "Vilnius District" }, group: "east" },
        { code: "11", label: { lt: "Alytaus m. sav.", en: "Alytus City" }, group: "south" },
        { code: "15", label: { lt: "Druskininkų sav.", en: "Druskininkai" }, group: "south" },
        { code: "21", label: { lt: "Klaipėdos m. sav.", en: "Klaipėda City" }, group: "west" },
        { code: "23", label: { lt: "Neringos sav.", en: "Neringa" }, group: "west" },
      ],
    },
    {
      id: "citizenship-group",
      label: { lt: "Pilietybė", en: "Citizenship" },
      items: ["citizenship"],
      codes: [
        { code: "ukr", label: { lt: "Ukraina", en: "Ukraine" } },
        { code: "blr", label: { lt: "Baltarusija", en: "Belarus" } },
        { code: "other", label: { lt: "Kitos šalys", en: "Other countries" }, holds: ["uzb", "ind"] },
      ],
    },
    {
      id: "sex",
      label: { lt: "Lytis", en: "Sex" },
      codes: [
        { code: "female", label: { lt: "Moterys", en: "Women" } },
        { code: "male", label: { lt: "Vyrai", en: "Men" } },
      ],
    },
    {
      id: "age",
      label: { lt: "Amžius", en: "Age" },
      codes: [
        { code: "18-34", label: { lt: "18–34 m.", en: "18–34" }, from: 18, to: 34 },
        { code: "35-54", label: { lt: "35–54 m.", en: "35–54" }, from: 35, to: 54 },
        { code: "55+", label: { lt: "55 m. ir vyresni", en: "55 and over" }, from: 55 },
      ],
    },
    {
      id: "outside-population",
      label: { lt: "Ne iš tiriamos visumos", en: "Outside the population" },
      codes: [{ code: "asylum", label: { lt: "Prieglobsčio prašytojai", en: "Applicants for asylum" } }],
    },
  ],
  pairs: [["municipality-group", "sex"]],
  refused: [
    {
      dimensions: ["municipality", "citizenship-group"],
      why: {
        lt: "Per mažai žmonių: langelius būtų galima atsekti iki vieno asmens.",
        en: "Too few people: cells could be traced to one person.",
      },
    },
  ],
  ladder: { single: 60, pooled: 40, group: 250 },
};

/** Respondents of the example by code, in the order of each dimension; Druskininkai has few, Neringa hardly any. */
export const exampleRespondents: Readonly<Record<string, readonly number[]>> = {
  "": [1204],
  "municipality-group": [640, 262, 302],
  municipality: [520, 120, 214, 48, 288, 14],
  "citizenship-group": [610, 402, 192],
  sex: [652, 552],
  age: [498, 511, 195],
  "outside-population": [61],
  "municipality-group × sex": [340, 300, 148, 114, 164, 138],
};
