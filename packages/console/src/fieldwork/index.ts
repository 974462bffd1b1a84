export { drawQr, type QrDrawing, qrFile } from "./qr-drawing.ts";
export { waveQuery, wavesQuery } from "./queries.ts";
export { WavePage } from "./wave-page.tsx";
export { WavesPage } from "./waves-page.tsx";
export { WorkOnWave } from "./work-on-wave.tsx";
