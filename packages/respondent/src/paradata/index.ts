export { ParadataPlace, type Recording, recordingOn } from "./place.ts";
export { type Recorded, type Recorder, recorderOf, type Shelf } from "./recorder.ts";
