import { inEachLanguage } from '../shared/language.ts';
import type { LocalizedText } from './gallery-photo.ts';

/** Thrown if a manifest does not match its type; names the file, the field, what was expected and what was found. */
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

/** A value of a manifest, with its file and path for error messages. */
export class ManifestField {
  readonly file: string;
  readonly path: string;
  readonly value: unknown;

  constructor(file: string, path: string, value: unknown) {
    this.file = file;
    this.path = path;
    this.value = value;
  }

  /** Creates the error that this field is not what was expected. */
  error(expected: string): ManifestError {
    return new ManifestError(this.file, this.path, expected, this.value);
  }

  /** Returns the field `name` of this object; a missing field has the value undefined. @throws {ManifestError} */
  field(name: string): ManifestField {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.error('an object');
    const path = this.path === '(root)' ? name : `${this.path}.${name}`;
    return new ManifestField(
      this.file,
      path,
      Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined,
    );
  }

  /** @throws {ManifestError} if this is not an array */
  items(): readonly ManifestField[] {
    const { value } = this;
    if (!Array.isArray(value)) throw this.error('an array');
    return value.map((item: unknown, index) => new ManifestField(this.file, `${this.path}[${index}]`, item));
  }

  /** @throws {ManifestError} if this is not a text, is blank, or does not match `pattern` */
  text(pattern?: RegExp, expected = 'a text that is not blank'): string {
    const { value } = this;
    if (typeof value !== 'string' || value.trim() === '') throw this.error(expected);
    if (pattern !== undefined && !pattern.test(value)) throw this.error(expected);
    return value;
  }

  /** @throws {ManifestError} if this is not an object with a text in each language of the course */
  localizedText(): LocalizedText {
    return inEachLanguage((language) => this.field(language).text());
  }

  /** @throws {ManifestError} if this is not an integer from `min` to `max` */
  integer(min: number, max: number): number {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
      throw this.error(`an integer from ${min} to ${max}`);
    }
    return value;
  }

  /** @throws {ManifestError} if this is not a boolean */
  boolean(): boolean {
    if (typeof this.value !== 'boolean') throw this.error('true or false');
    return this.value;
  }
}
