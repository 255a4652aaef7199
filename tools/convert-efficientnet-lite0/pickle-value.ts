/** A value of a pickle. A dictionary is a Map; tuples and lists are arrays. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleValue[]
  | Map<PickleValue, PickleValue>
  | PickleFunction
  | PickleObject;

/** An allowed global, which REDUCE calls with the pickled arguments. */
type PickleFunction = (args: readonly PickleValue[]) => PickleValue;

/** A value that one of the caller's functions returns. The machine does not read it. */
export interface PickleObject {
  readonly kind: string;
}

export interface UnpickleOptions {
  /** The allowed globals, by `module name`. */
  readonly globals?: Readonly<Record<string, PickleFunction>>;
  /** Loads the value of a persistent id (BINPERSID). */
  readonly persistent?: (id: PickleValue) => PickleValue;
}

/** Thrown for a pickle that is damaged, or that uses something not allowed. `at` is the opcode's position. */
export class UnpickleError extends Error {
  override readonly name = 'UnpickleError';
  readonly at: number;

  constructor(message: string, at: number, cause?: unknown) {
    super(`pickle, byte ${at}: ${message}`, { cause });
    this.at = at;
  }
}
