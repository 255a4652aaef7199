/** A manifest is not what its type promises: says in which file and field, what was expected and what was found. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly file: string;
  readonly field: string;

  constructor(file: string, field: string, expected: string, found: unknown) {
    super(`${file}: ${field}: expected ${expected}, found ${describe(found)}`);
    this.file = file;
    this.field = field;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A value read from a manifest that knows where it stood, so that a refusal can name the place. */
export class ManifestField {
  readonly file: string;
  readonly path: string;
  readonly value: unknown;

  constructor(file: string, path: string, value: unknown) {
    this.file = file;
    this.path = path;
    this.value = value;
  }

  /** Makes the error that says this field should have been `expected`. */
  refuse(expected: string): ManifestError {
    return new ManifestError(this.file, this.path, expected, this.value);
  }

  /** The field `name` of this object; one that is absent has the value undefined. */
  field(name: string): ManifestField {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.refuse('an object');
    const path = this.path === '(root)' ? name : `${this.path}.${name}`;
    return new ManifestField(
      this.file,
      path,
      Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined,
    );
  }

  items(): readonly ManifestField[] {
    const { value } = this;
    if (!Array.isArray(value)) throw this.refuse('an array');
    return value.map((item: unknown, index) => new ManifestField(this.file, `${this.path}[${index}]`, item));
  }

  /** Text that is not blank and, where `pattern` is given, matches it. */
  text(pattern?: RegExp, expected = 'a text that is not blank'): string {
    const { value } = this;
    if (typeof value !== 'string' || value.trim() === '') throw this.refuse(expected);
    if (pattern !== undefined && !pattern.test(value)) throw this.refuse(expected);
    return value;
  }

  integer(from: number, to: number): number {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) {
      throw this.refuse(`an integer from ${from} to ${to}`);
    }
    return value;
  }

  boolean(): boolean {
    if (typeof this.value !== 'boolean') throw this.refuse('true or false');
    return this.value;
  }
}
