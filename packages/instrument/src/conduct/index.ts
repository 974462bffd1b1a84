export { type Conduct, conductOf } from "./conduct.ts";
