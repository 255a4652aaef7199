/** Reads consecutive little-endian values. Every method throws at the end of the bytes. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    // A subarray of a Buffer is a Buffer, whose slice() returns a view; a Uint8Array's slice() copies.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  /** The position of the next byte. */
  get at(): number {
    return this.#at;
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  bigUint64(): bigint {
    return this.#view.getBigUint64(this.#advance(8), true);
  }

  /** Returns a view of the next `length` bytes. */
  take(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** Reads `length` bytes as UTF-8. */
  text(length: number): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.take(length));
  }

  /** Reads text up to a line feed, which is consumed but not returned. */
  line(): string {
    const end = this.#bytes.indexOf(0x0a, this.#at);
    if (end < 0) throw new Error(`no line feed after byte ${this.#at}`);
    const text = this.text(end - this.#at);
    this.#at += 1;
    return text;
  }

  #advance(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) {
      throw new Error(
        `truncated: expected ${length} bytes at byte ${start}, the file has ${this.#bytes.length}`,
      );
    }
    this.#at = start + length;
    return start;
  }
}
