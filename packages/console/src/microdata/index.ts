export { MicrodataPage } from "./microdata-page.tsx";
