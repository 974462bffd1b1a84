const shared = new WeakMap<object, object>();

/** Lists below this many bytes are sent as copies: a shared room of their own costs more. */
const worthSharing = 4096;

/**
 * The same plain data with its long lists of numbers in memory that threads share, so that sending it to a thread
 * copies none of them. A list is copied there once, however often it is sent; one that lies there already stays.
 */
export function inSharedMemory<Data>(data: Data): Data {
  return copied(data) as Data;
}

function copied(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (ArrayBuffer.isView(data)) return sharedView(data);
  if (Array.isArray(data)) return data.map(copied);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, copied(value)]));
}

function sharedView(view: ArrayBufferView): ArrayBufferView {
  if (view.byteLength < worthSharing || view.buffer instanceof SharedArrayBuffer) return view;
  const known = shared.get(view);
  if (known) return known as ArrayBufferView;
  const bytes = new Uint8Array(new SharedArrayBuffer(view.byteLength));
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  const List = view.constructor as new (buffer: SharedArrayBuffer) => ArrayBufferView;
  const made = new List(bytes.buffer);
  shared.set(view, made);
  return made;
}
