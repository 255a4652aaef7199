/**
 * What went wrong with a file of a pretrained model.
 * - `missing`: the site does not have it
 * - `network`: it could not be fetched at all
 * - `truncated`: fewer bytes came than the model says
 * - `corrupt`: the bytes are others than the model says
 */
type ModelFileErrorKind = 'missing' | 'network' | 'truncated' | 'corrupt';

interface ModelFileErrorDetails {
  /** The path that was asked for. */
  readonly file: string;
  /** What the model says the file is: a length (`1234 bytes`) or a checksum (`crc32 89abcdef`). */
  readonly expected?: string;
  /** What came instead. */
  readonly found?: string;
  readonly cause?: unknown;
}

/** A file of a pretrained model could not be used. The fields let a page say so in its own language. */
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
      return 'the file is not there';
    case 'network':
      return 'the file could not be fetched';
    case 'truncated':
      return 'the file came cut short';
    case 'corrupt':
      return 'the file is damaged';
  }
}
