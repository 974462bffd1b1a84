export { consentRecord } from "./consent.ts";
export { ElsewhereScreen } from "./elsewhere-screen.tsx";
export { type Link, readLink } from "./link.ts";
export { NoticePoints } from "./notice-points.tsx";
export { UnavailableScreen } from "./unavailable-screen.tsx";
export { findWave } from "./wave.ts";
