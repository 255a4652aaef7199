/** A mistake in a file that an author wrote. */
export interface Fault {
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
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(faultText).join('\n'));
    this.faults = faults;
  }
}

function faultText({ file, line, column, field, expected, found, fix }: Fault): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${field === undefined ? '' : `${field}: `}expected ${expected}; found ${found}. ${fix}`;
}

/** What a reader reads; where it throws an {@link AuthoringError}, `null` and the mistakes. */
export function attempt<Value>(read: () => Value): {
  readonly value: Value | null;
  readonly faults: readonly Fault[];
} {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    if (error instanceof AuthoringError) return { value: null, faults: error.faults };
    throw error;
  }
}
