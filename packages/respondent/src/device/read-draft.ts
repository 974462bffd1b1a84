import { ResponseUpload } from "@tiltas/contract/responses";
import { Form, Sample, Stage } from "@tiltas/contract/waves";
import { z } from "zod";
import type { Draft } from "./draft.ts";

const { wave: shortName, mode } = ResponseUpload.shape;

const DraftOnDevice = ResponseUpload.pick({
  wave: true,
  responseId: true,
  instrument: true,
  consent: true,
  language: true,
  channel: true,
  answers: true,
  code: true,
  trap: true,
  changes: true,
}).extend({
  /** How the questions are asked; drafts of before knew only the web. */
  mode: mode.default("web"),
  form: Form.default("short"),
  sample: Sample.default("open"),
  stage: Stage.default("pilot"),
  page: shortName.nullable(),
  case: z.uuid().optional(),
});

/** @returns the draft, or undefined when what lies on the device is not one */
export function readDraft(kept: unknown): Draft | undefined {
  return DraftOnDevice.safeParse(kept).data;
}
