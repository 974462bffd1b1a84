export { CodeScreen } from "./code-screen.tsx";
export { Elsewhere } from "./elsewhere.tsx";
export { MoveScreen } from "./move-screen.tsx";
export { MovedScreen } from "./moved-screen.tsx";
export { httpMover, type Mover } from "./mover.ts";
