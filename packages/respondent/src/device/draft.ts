import { ResponseUpload } from "@tiltas/contract/responses";
import { Form, Sample, Stage } from "@tiltas/contract/waves";

const { wave: shortName, mode } = ResponseUpload.shape;

/** An interview that is not finished: everything needed to go on after a reload, on the version it began with. */
export const Draft = ResponseUpload.pick({
  wave: true,
  responseId: true,
  instrument: true,
  consent: true,
  language: true,
  channel: true,
  answers: true,
}).extend({
  /** How the questions are asked; drafts of before knew only the web. */
  mode: mode.default("web"),
  form: Form.default("short"),
  sample: Sample.default("open"),
  stage: Stage.default("pilot"),
  /** Name of the page the person is on; null on the first one. */
  page: shortName.nullable(),
});
export type Draft = ReturnType<typeof Draft.parse>;
