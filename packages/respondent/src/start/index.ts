export { consentRecord } from "./consent.ts";
export { ConsentScreen, DeclinedScreen } from "./consent-screen.tsx";
export { languageToBeginWith } from "./language.ts";
export { LanguageScreen } from "./language-screen.tsx";
export { type Link, readLink } from "./link.ts";
export { NoticePoints } from "./notice-points.tsx";
export { NoticeScreen } from "./notice-screen.tsx";
export { UnavailableScreen } from "./unavailable-screen.tsx";
export { findWave } from "./wave.ts";
