/** A mistake in a file that an author wrote. */
export interface Diagnostic {
  /** From the top of the project. */
  readonly file: string;
  /** From 1. */
  readonly line?: number | undefined;
  /** From 1. */
  readonly column?: number | undefined;
  /** The field, where a file has fields: `questions[2].why`. */
  readonly field?: string | undefined;
  readonly expected: string;
  readonly found: string;
  /** How to mend it, as a sentence. */
  readonly fix: string;
}

/** Ends the build. Its message has a line for each mistake: where, expected, found, how to mend it. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError';
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(diagnosticText).join('\n'));
    this.diagnostics = diagnostics;
  }
}

function diagnosticText({ file, line, column, field, expected, found, fix }: Diagnostic): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${field === undefined ? '' : `${field}: `}expected ${expected}; found ${found}. ${fix}`;
}

/** What a reader reads; where it throws an {@link AuthoringError}, `null` and the mistakes. */
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
