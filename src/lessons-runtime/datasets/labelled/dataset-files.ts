/** A decoded image; `data` is RGBA, row by row, 0 to 255. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** The files of a data set's folder. */
export interface DatasetFiles {
  /**
   * Reads a file and parses it.
   * @param file path relative to the folder
   * @throws if the file cannot be fetched; a file that `parse` rejects is reported as corrupt
   */
  read<T>(file: string, parse: (bytes: ArrayBuffer) => T | Promise<T>): Promise<T>;
  /**
   * Decodes a picture without changing its pixels.
   * @param file the file that contains it, for the error
   * @throws if it is not a picture
   */
  decode(bytes: ArrayBuffer, file: string): Promise<DecodedImage>;
}

/** Parses a file that is JSON. */
export function parseJson(bytes: ArrayBuffer): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
