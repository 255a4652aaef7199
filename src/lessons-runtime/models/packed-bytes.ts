/** The content of a buffer that `packBytes` created. */
interface Unpacked {
  readonly header: unknown;
  readonly body: ArrayBuffer;
}

const lengthBytes = 4;

/**
 * Packs a header and bytes into one buffer, for the browser's storage:
 * `[length of the header: uint32, little-endian][header: JSON in UTF-8][body]`.
 */
export function packBytes(header: unknown, body: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const packed = new Uint8Array(lengthBytes + text.byteLength + body.byteLength);
  new DataView(packed.buffer).setUint32(0, text.byteLength, true);
  packed.set(text, lengthBytes);
  packed.set(
    ArrayBuffer.isView(body)
      ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
      : new Uint8Array(body),
    lengthBytes + text.byteLength,
  );
  return packed.buffer;
}

/** Unpacks the result of `packBytes`; the body is a copy. @returns `null` if the buffer does not have that format */
export function unpackBytes(packed: ArrayBuffer): Unpacked | null {
  if (packed.byteLength < lengthBytes) return null;
  const bodyAt = lengthBytes + new DataView(packed).getUint32(0, true);
  if (bodyAt > packed.byteLength) return null;
  try {
    const header: unknown = JSON.parse(
      new TextDecoder().decode(new Uint8Array(packed, lengthBytes, bodyAt - lengthBytes)),
    );
    return { header, body: packed.slice(bodyAt) };
  } catch {
    return null;
  }
}
