/** The words that lie in every export: what it is, how to treat it, what to do with it. */
export function readMe(synthetic: boolean): string {
  const whose = synthetic
    ? "All answers in it are invented."
    : "It holds personal data: answers of people, some of them in their own words. Keep it where only those who audit can read it, and delete it when the audit is done.";
  return `# Export of a wave

Everything from which the figures of a wave are made, as plain files. ${whose}

- \`export.json\`: what lies here, with the SHA-256 of every file.
- \`instruments\`: the versions that were asked, with measures, mappings and indicators.
- \`wave\`, \`previous-wave\`: responses, one a line, newest revision only, with the reason why estimates leave one out; margins.
- \`plan\`: what was settled before the wave: lattice, weighting plan, disclosure policies, figures of others.

Contacts, receipts, personal codes and paradata are not in it.

    npx tiltas chain FOLDER --out RESULTS --language lt

goes the whole way again, without a server; with \`--release manifest.json\` it says whether the release is what comes out.
`;
}
