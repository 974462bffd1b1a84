export { CasesPage } from "./cases-page.tsx";
export { RescuePage } from "./rescue-page.tsx";
export { TabletsPage } from "./tablets-page.tsx";
