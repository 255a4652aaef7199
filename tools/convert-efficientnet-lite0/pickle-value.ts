/** What a pickle may hold here. A dictionary is a Map, a tuple and a list are arrays. */
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

/** A global that the caller vouches for: called by REDUCE with the pickled arguments. */
type PickleFunction = (args: readonly PickleValue[]) => PickleValue;

/** What the caller's own functions make; the machine only carries it about. */
export interface PickleObject {
  readonly kind: string;
}

export interface UnpickleOptions {
  /** The only globals that may be named, as `module name`. */
  readonly globals?: Readonly<Record<string, PickleFunction>>;
  /** Answers BINPERSID. */
  readonly persistent?: (id: PickleValue) => PickleValue;
}

/** A pickle that is damaged or asks for more than it is allowed. `at` is the byte of the opcode. */
export class UnpickleError extends Error {
  override readonly name = 'UnpickleError';
  readonly at: number;

  constructor(message: string, at: number, cause?: unknown) {
    super(`pickle, byte ${at}: ${message}`, { cause });
    this.at = at;
  }
}
