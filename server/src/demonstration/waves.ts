import type { Circumstances } from "@tiltas/instrument/simulation";

type Title = Readonly<Record<string, string>>;

/** A wave of the demonstration: of whom what is asked, and from what its invented people are made. */
export interface PlannedWave {
  readonly id: string;
  readonly study: { readonly id: string; readonly title: Title };
  /** Added to the title of the instrument. */
  readonly season: Title;
  readonly instrument: string;
  /** Left out: the newest version. */
  readonly version?: string;
  readonly sample: "register" | "open" | "clients";
  readonly opens: string;
  readonly closes: string;
  readonly respondents: number;
  readonly seed: number;
  /** Margins of `demonstration-margins.csv` that the weights meet; null: everyone counts once. */
  readonly margins: readonly string[] | null;
  /** Files with the people to draw from, the first ones first. */
  readonly people: readonly string[];
  /** Files with the figures that answers are bent to; a later one speaks for the items it names. */
  readonly tendencies: readonly string[];
  readonly circumstances: Circumstances;
  /** File with the respondents of every municipality; left out: by the square root of the people there. */
  readonly places?: string;
}

const integration = {
  id: "demonstration",
  title: {
    lt: "Demonstracinis tyrimas (duomenys išgalvoti)",
    en: "Demonstration study (all data are invented)",
  },
};
const clients = {
  id: "demonstration-clients",
  title: {
    lt: "Demonstraciniai klientų atsiliepimai (tik klientai; duomenys išgalvoti)",
    en: "Demonstration feedback of clients (clients only; all data are invented)",
  },
};

const fromRegister = {
  study: integration,
  instrument: "tcn-integration",
  sample: "register",
  respondents: 2_400,
  margins: ["total", "citizenship-by-sex", "residence-ground", "municipality"],
  people: ["demonstration-people.csv", "demonstration-margins.csv"],
  tendencies: ["demonstration-tendencies.json"],
  circumstances: {
    modes: { web: 70, interviewer: 18, telephone: 8, kiosk: 4 },
    samples: { register: 1 },
  },
  places: "demonstration-sample.csv",
} as const;

/** The wave that guides and journeys open. */
export const openWave = "demo";

export const plannedWaves: readonly PlannedWave[] = [
  {
    ...fromRegister,
    id: "demo-1",
    season: { lt: "2026 m. pavasaris", en: "spring 2026" },
    version: "1.0.0",
    opens: "2026-03-02",
    closes: "2026-04-30",
    tendencies: [...fromRegister.tendencies, "demonstration-tendencies-spring.json"],
    seed: 2026,
  },
  {
    ...fromRegister,
    id: openWave,
    season: { lt: "2026 m. ruduo", en: "autumn 2026" },
    opens: "2026-09-01",
    closes: "2036-08-31",
    seed: 2027,
  },
  {
    study: integration,
    instrument: "tcn-integration",
    tendencies: fromRegister.tendencies,
    id: "demo-open",
    season: { lt: "atvira nuoroda, 2026 m. ruduo", en: "open link, autumn 2026" },
    sample: "open",
    opens: "2026-09-01",
    closes: "2036-08-31",
    respondents: 400,
    seed: 2028,
    margins: ["total", "citizenship-by-sex", "residence-ground"],
    people: ["demonstration-open-link.csv", "demonstration-margins.csv"],
    circumstances: { samples: { open: 1 } },
  },
  {
    id: "demo-feedback",
    study: clients,
    season: { lt: "2026 m. ruduo", en: "autumn 2026" },
    instrument: "service-feedback",
    version: "1.0.0",
    sample: "clients",
    opens: "2026-09-01",
    closes: "2036-08-31",
    respondents: 400,
    seed: 2029,
    margins: null,
    people: ["demonstration-clients.csv"],
    tendencies: ["demonstration-clients-tendencies.json"],
    circumstances: { modes: { web: 60, kiosk: 25, interviewer: 15 }, samples: { clients: 1 } },
  },
];
