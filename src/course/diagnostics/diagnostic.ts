/** A mistake in a file that an author wrote. */
export interface Diagnostic {
  /** Path from the project's root. */
  readonly file: string;
  /** From 1. */
  readonly line?: number | undefined;
  /** From 1. */
  readonly column?: number | undefined;
  /** The field's path, for YAML: `questions[2].why`. */
  readonly field?: string | undefined;
  readonly expected: string;
  readonly found: string;
  /** How to fix it, as a sentence. */
  readonly fix: string;
}

/** Fails the build. Its message has one line per mistake: file and line, expected, found, how to fix it. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError';
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(diagnosticText).join('\n'));
    this.diagnostics = diagnostics;
  }
}

/** Creates the error for a file that a lesson names and that does not exist. @param lesson the lesson's folder */
export function missingFile(file: string, lesson: string): AuthoringError {
  const expected = `this file, which ${lesson} names`;
  return new AuthoringError([{ file, expected, found: 'none', fix: 'Write it, or correct the id.' }]);
}

function diagnosticText({ file, line, column, field, expected, found, fix }: Diagnostic): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${field === undefined ? '' : `${field}: `}expected ${expected}; found ${found}. ${fix}`;
}

/**
 * Calls a reader and returns its value, or `null` with the mistakes if it throws an {@link AuthoringError}.
 * @throws whatever else `read` throws
 */
export function collectDiagnostics<Value>(read: () => Value): {
  readonly value: Value | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  try {
    return { value: read(), diagnostics: [] };
  } catch (error) {
    if (error instanceof AuthoringError) return { value: null, diagnostics: error.diagnostics };
    throw error;
  }
}
