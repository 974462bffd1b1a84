import type { Page } from "playwright-core";

const spoken =
  "heading group radiogroup radio checkbox combobox listbox option textbox searchbox spinbutton slider alert status link button".split(
    " ",
  );
const states = ["invalid", "required", "checked", "disabled", "expanded"];

/**
 * What a screen reader is told about the items of the page, from the accessibility tree of the browser: one line a
 * part, with its role, its name, its description and its states, indented by what it stands in.
 */
export async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const tell = (id: string, depth: number): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const role = String(node.role?.value);
    const isSpoken = !node.ignored && spoken.includes(role) && !isOfTheFrame(role, depth, node);
    if (isSpoken) lines.push("  ".repeat(depth) + told(role, node));
    for (const child of node.childIds ?? []) tell(child, depth + Number(isSpoken));
  };
  const main = nodes.find((node) => node.role?.value === "main");
  if (main !== undefined) tell(main.nodeId, 0);
  return lines.join("\n");
}

/** The buttons around every page, and parts that are there for their content alone. */
function isOfTheFrame(role: string, depth: number, { name }: Told): boolean {
  return (role === "button" && depth === 0) || (["group", "status"].includes(role) && name?.value === "");
}

interface Told {
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

function told(role: string, { name, description, properties = [] }: Told): string {
  const held = properties.filter(
    ({ name, value }) => states.includes(name) && value.value !== "false" && value.value !== false,
  );
  return [
    role,
    JSON.stringify(name?.value ?? ""),
    ...(description?.value ? [`described ${JSON.stringify(description.value)}`] : []),
    ...held.map(({ name, value }) =>
      name === "invalid" || value.value === true ? name : `${name}=${value.value}`,
    ),
  ].join(" ");
}
