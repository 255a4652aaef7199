/** An object on one line. `isComplete` means that it has no entries to expand. */
interface Summary {
  readonly text: string;
  readonly isComplete: boolean;
}

/**
 * Returns an object on one line: `Array(3)`, `Map(2)`, `Point`, `Error: message`, `Tensor [2, 3] float32`. Throws if the object
 * throws when it is accessed.
 */
export function summaryOf(value: object): Summary {
  if (value instanceof Date) {
    return complete(Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString());
  }
  if (value instanceof RegExp) return complete(String(value));
  if (isTensor(value)) return complete(`Tensor [${value.shape.join(', ')}] ${value.dtype}`);
  return { text: textOf(value), isComplete: false };
}

function complete(text: string): Summary {
  return { text, isComplete: true };
}

function textOf(value: object): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Array.isArray(value)) return `Array(${value.length})`;
  const name = constructorName(value);
  if (value instanceof Map || value instanceof Set) return `${name}(${value.size})`;
  if (ArrayBuffer.isView(value) && 'length' in value) return `${name}(${String(value.length)})`;
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  return name;
}

/** Recognizes a tensor by its fields, because this module has no reference to tfjs and bundling changes class names. */
function isTensor(value: object): value is { shape: readonly number[]; dtype: string } {
  return (
    'dataId' in value &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    'dtype' in value &&
    typeof value.dtype === 'string'
  );
}

/** Returns the name of the first named class in the prototype chain. */
function constructorName(value: object): string {
  for (
    let prototype = Object.getPrototypeOf(value);
    prototype !== null;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const type: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    const name = typeof type === 'function' ? classNameOf(type) : '';
    if (name !== '') return name;
  }
  return 'Object';
}

/** Returns the name of a class. tfjs's layers and models have it in `className`, because bundling changes `name`. */
function classNameOf(type: object): string {
  for (const property of ['className', 'name']) {
    const name: unknown = Object.getOwnPropertyDescriptor(type, property)?.value;
    if (typeof name === 'string') return name;
  }
  return '';
}
