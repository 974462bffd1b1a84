export { Heading } from "./heading.tsx";
export { leave, whereKept } from "./place.ts";
export { TopBar } from "./top-bar.tsx";
