/** Offers the text as a file whose name says nothing about where it comes from. */
export function saveAsText(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "note.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
