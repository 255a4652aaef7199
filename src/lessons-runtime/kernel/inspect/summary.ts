/** An object in one line. `isWhole` says that the line tells all, and nothing is to be unfolded. */
export interface Summary {
  readonly text: string;
  readonly isWhole: boolean;
}

/** `Array(3)`, `Map(2)`, `Point`, `Error: message`, `Tensor [2, 3] float32`. Throws where the object does. */
export function summaryOf(value: object): Summary {
  if (value instanceof Date) {
    return whole(Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString());
  }
  if (value instanceof RegExp) return whole(String(value));
  if (isTensor(value)) return whole(`Tensor [${value.shape.join(', ')}] ${value.dtype}`);
  return { text: textOf(value), isWhole: false };
}

function whole(text: string): Summary {
  return { text, isWhole: true };
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

/** By its own fields: within a value there is no tfjs to ask, and its class has another name once bundled. */
function isTensor(value: object): value is { shape: readonly number[]; dtype: string } {
  return (
    'dataId' in value &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    'dtype' in value &&
    typeof value.dtype === 'string'
  );
}

/** The nearest class that has a name. */
function constructorName(value: object): string {
  for (
    let prototype = Object.getPrototypeOf(value);
    prototype !== null;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const maker: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    const name = typeof maker === 'function' ? classNameOf(maker) : '';
    if (name !== '') return name;
  }
  return 'Object';
}

/** tfjs's layers and models say their name in `className`: that of their class is lost once bundled. */
function classNameOf(maker: object): string {
  for (const property of ['className', 'name']) {
    const name: unknown = Object.getOwnPropertyDescriptor(maker, property)?.value;
    if (typeof name === 'string') return name;
  }
  return '';
}
