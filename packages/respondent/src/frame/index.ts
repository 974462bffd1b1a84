export { ChoiceRow } from "./choice-row.tsx";
export { leave, whereKept } from "./place.ts";
export { SafetyNet } from "./safety-net.tsx";
export { Screen } from "./screen.tsx";
export { TopBar } from "./top-bar.tsx";
