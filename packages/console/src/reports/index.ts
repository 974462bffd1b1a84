export { ReportWatch } from "./report-watch.tsx";
export { ReportsPage } from "./reports-page.tsx";
