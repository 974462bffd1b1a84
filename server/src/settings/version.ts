import manifest from "../../package.json" with { type: "json" };

/** Version of Tiltas, as printed in the provenance of workbooks. */
export const softwareVersion: string = manifest.version;
