export { type Recorded, type Recorder, recorderOf, type Shelf } from "./recorder.ts";
export { ParadataPlace, recordingOn, useRecorder } from "./use-recorder.ts";
