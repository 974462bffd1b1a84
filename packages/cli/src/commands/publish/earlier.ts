import { compareVersions, type WordLanguage } from "@tiltas/instrument/versions";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { compareSides } from "../compare/comparison.ts";
import { sideOf } from "../compare/files.ts";
import type { Refusal } from "./gates.ts";

/** What must hold of a version beside the one published before it. */
export function refusalsBeside(
  folder: InstrumentFolder,
  before: InstrumentFolder,
  language: WordLanguage,
): Refusal[] {
  const { mappings } = folder;
  const [now, old] = [folder.manifest.version, before.manifest.version];
  if (compareVersions(now, old) <= 0)
    return [
      version(
        `${now} does not follow ${old}, which is published. Give it a higher number.`,
        `${now} neina po ${old}, kuri jau publikuota. Suteikite didesnį numerį.`,
      ),
    ];
  if (folder.digest === before.digest)
    return [
      version(
        `The questionnaire is the same as in ${old}, so responses could not tell the two versions apart. Change the questionnaire, or leave ${old} in force.`,
        `Klausimynas toks pat kaip ${old}, todėl pagal atsakymus versijų atskirti nebūtų galima. Pakeiskite klausimyną arba palikite galioti ${old}.`,
      ),
    ];
  const { required, isEnough, findings } = compareSides(sideOf(before), sideOf(folder), { language });
  return [
    ...(isEnough === false
      ? [
          version(
            `The version is ${now}, and its changes since ${old} ask for ${required.version} (${required.bump}). Raise the number, or answer in the mapping what means the same; "npx tiltas compare ${before.path} ${folder.path}" gives the reasons, and with --write-mapping writes what there is to answer.`,
            `Versijos numeris ${now}, o pakeitimams nuo ${old} reikia ${required.version} (${required.bump}). Padidinkite numerį arba atitikmenyse nurodykite, kas reiškia tą patį; priežastis rodo „npx tiltas compare ${before.path} ${folder.path}“, o su --write-mapping ji surašo, į ką reikia atsakyti.`,
          ),
        ]
      : []),
    ...findings.map(({ path, message }): Refusal => {
      const place = path.startsWith("entries") ? `mapping/${mappings.at(-1)?.number}.json, ${path}: ` : "";
      return { gate: "mapping", message: { en: `${place}${message.en}`, lt: `${place}${message.lt}` } };
    }),
  ];
}

function version(en: string, lt: string): Refusal {
  return { gate: "version", message: { en, lt } };
}
