export { WeighPage } from "./weigh-page.tsx";
