import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ResponseUpload } from "@tiltas/contract/responses";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { contentHash } from "@tiltas/instrument/versions";
import { listPublishedFolders } from "@tiltas/store/folders";

const root = fileURLToPath(new URL("../../instruments", import.meta.url));

/** The newest published version of the instrument that the benches answer. */
export function flagshipFolder() {
  const folder = listPublishedFolders(root).findLast(({ manifest }) => manifest.id === "tcn-integration");
  if (!folder) throw new Error("The bench needs the instrument tcn-integration.");
  return folder;
}

/** The questionnaire that is answered. */
export function flagshipQuestionnaire(): unknown {
  return flagshipFolder().questionnaire;
}

/** Uploads as devices would send them, each with an identity of its own. */
export function simulatedUploads(count: number): ResponseUpload[] {
  const folder = flagshipFolder();
  const instrument = readInstrument(folder);
  const margins = readCsv(readFileSync(join(root, "demonstration-margins.csv"), "utf8")).rows;
  const notice = folder.notices.at(-1);
  return [...simulate({ instrument, margins, respondents: count, seed: 17 })].map(
    ({ responseId, answers, language, mode, channel }) => {
      const consent = {
        notice: notice?.number,
        noticeDigest: notice?.digest,
        language,
        time: "2026-11-21T12:00:00Z",
        given: [answers.int_consents ?? []].flat().map(String).sort(),
      };
      const content = { instrument: folder.digest, parent: null, consent, answers };
      const hash = contentHash(content);
      return ResponseUpload.parse({
        ...content,
        responseId,
        revision: 1,
        wave: "demo",
        hash,
        language,
        mode,
        channel,
      });
    },
  );
}
