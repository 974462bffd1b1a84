export { askedIn } from "./asked.ts";
export { ExplorePage } from "./explore-page.tsx";
export { releasesQuery } from "./queries.ts";
