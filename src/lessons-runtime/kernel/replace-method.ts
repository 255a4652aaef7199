type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Puts another function in a method's place, made of the one that was there.
 * @throws {TypeError} where the object's own `name` is no function: the library is not the one this was written for
 */
export function replaceMethod(object: object, name: string, make: (original: Method) => Method): void {
  const property = Object.getOwnPropertyDescriptor(object, name);
  const original: unknown = property?.value;
  if (typeof original !== 'function') throw new TypeError(`no method ${name} to replace`);
  Object.defineProperty(object, name, { ...property, value: make(original as Method) });
}
