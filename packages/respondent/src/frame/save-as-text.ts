/** Offers the text as a file whose name says nothing about where it comes from. */
export function saveAsText(text: string, name = "note.txt", type = "text/plain"): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
