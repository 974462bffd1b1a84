import type { Root } from "react-dom/client";
import { indexedDevice } from "./device/index.ts";
import { httpCollector } from "./outbox/index.ts";
import type { StorageNews } from "./storage-news.ts";
import type { Tools } from "./tools.ts";

export const isTablet = ({ pathname }: Pick<Location, "pathname">) => /^\/tablet\/?$/.test(pathname);

/** The pages of a paired tablet come only to tablets; everybody else's application is lighter by them. */
export async function startTablet(root: Root, tools: Tools, storage: StorageNews): Promise<void> {
  const [{ TabletApp }, { httpOffice }] = await Promise.all([
    import("./tablet-app.tsx"),
    import("./tablet/index.ts"),
  ]);
  const known: { token?: string } = {};
  const ofTheOffice: Tools = {
    ...tools,
    device: indexedDevice({ ownership: "paired", onState: storage.say }),
    collector: httpCollector(tools.fetchNow, () => known.token),
  };
  root.render(
    <TabletApp
      tools={ofTheOffice}
      office={httpOffice(tools.fetchNow)}
      browserLanguages={navigator.languages}
      onToken={(token) => {
        known.token = token;
      }}
    />,
  );
}
