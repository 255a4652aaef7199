/**
 * What is wrong with a file of a pretrained model.
 * - `missing`: the file does not exist
 * - `network`: the file could not be fetched
 * - `truncated`: the file is shorter than its record says
 * - `corrupt`: the content does not match its record or format
 */
type ModelFileErrorKind = 'missing' | 'network' | 'truncated' | 'corrupt';

interface ModelFileErrorDetails {
  /** The requested path. */
  readonly file: string;
  /** The expected length (`1234 bytes`), checksum (`crc32 89abcdef`) or format. */
  readonly expected?: string;
  readonly found?: string;
  readonly cause?: unknown;
}

/** Thrown if a file of a pretrained model cannot be used. Its fields let a page show a message in its own language. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly kind: ModelFileErrorKind;
  readonly file: string;
  readonly expected: string | undefined;
  readonly found: string | undefined;

  constructor(kind: ModelFileErrorKind, { file, expected, found, cause }: ModelFileErrorDetails) {
    super(`${file}: ${describe(kind)}${expected ? `; expected ${expected}, found ${found}` : ''}`, { cause });
    this.kind = kind;
    this.file = file;
    this.expected = expected;
    this.found = found;
  }
}

function describe(kind: ModelFileErrorKind): string {
  switch (kind) {
    case 'missing':
      return 'the file does not exist';
    case 'network':
      return 'the file could not be fetched';
    case 'truncated':
      return 'the file is truncated';
    case 'corrupt':
      return 'the file is damaged';
  }
}
