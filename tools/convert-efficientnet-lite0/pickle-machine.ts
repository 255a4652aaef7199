import type { PickleValue, UnpickleOptions } from './pickle-value.ts';

const mark = Symbol('mark');

/** The stack and memo of a pickle's opcodes. Every method throws if the stack does not have the values that it needs. */
export class PickleMachine {
  readonly #options: UnpickleOptions;
  readonly #stack: (PickleValue | typeof mark)[] = [];
  readonly #memo = new Map<number, PickleValue>();

  constructor(options: UnpickleOptions) {
    this.#options = options;
  }

  push(value: PickleValue): void {
    this.#stack.push(value);
  }

  pushMark(): void {
    this.#stack.push(mark);
  }

  pop(): PickleValue {
    const value = this.top();
    this.#stack.pop();
    return value;
  }

  top(): PickleValue {
    const value = this.#stack.at(-1);
    if (value === undefined || value === mark) throw new Error('a value was expected on the stack');
    return value;
  }

  popPair(): [PickleValue, PickleValue] {
    const second = this.pop();
    return [this.pop(), second];
  }

  /** Removes the last mark and everything above it, and returns the latter. */
  popToMark(): PickleValue[] {
    const start = this.#stack.lastIndexOf(mark);
    if (start < 0) throw new Error('a mark was expected on the stack');
    return this.#stack.splice(start).filter((value) => value !== mark);
  }

  append(values: readonly PickleValue[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw new Error('APPENDS needs a list');
    list.push(...values);
  }

  setItems(keysAndValues: readonly PickleValue[]): void {
    const target = this.top();
    if (!(target instanceof Map)) throw new Error('SETITEMS needs a dictionary');
    if (keysAndValues.length % 2 !== 0) throw new Error('SETITEMS has a key without a value');
    for (let index = 0; index < keysAndValues.length; index += 2) {
      target.set(keysAndValues[index] ?? null, keysAndValues[index + 1] ?? null);
    }
  }

  memoize(key: number): void {
    this.#memo.set(key, this.top());
  }

  pushMemoized(key: number): void {
    const value = this.#memo.get(key);
    if (value === undefined) throw new Error(`the memo has no entry ${key}`);
    this.push(value);
  }

  pushGlobal(module: string, name: string): void {
    const known = this.#options.globals ?? {};
    const key = `${module} ${name}`;
    const found = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!found) throw new Error(`the global ${module}.${name} is not allowed`);
    this.push(found);
  }

  reduce(): void {
    const [callee, args] = this.popPair();
    if (typeof callee !== 'function') throw new Error('REDUCE needs a global to call');
    if (!Array.isArray(args)) throw new Error('REDUCE needs a tuple of arguments');
    this.push(callee(args));
  }

  loadPersistent(): void {
    const load = this.#options.persistent;
    if (!load) throw new Error('the pickle has a persistent id, but no function loads it');
    this.push(load(this.pop()));
  }
}
