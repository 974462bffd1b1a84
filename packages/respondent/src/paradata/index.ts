export { type Recorded, type Recorder, recorderOf, type Shelf } from "./recorder.ts";
export { ParadataShelf, useRecorder } from "./use-recorder.ts";
