type Method<This> = (this: This, ...args: unknown[]) => unknown;

/**
 * Replaces a method of an object by a function that is created from the original.
 *
 * @param object the object that has the method itself, such as a prototype
 * @param wrap returns the new method; `This` is the type of its `this`, which is not checked
 * @throws {TypeError} if the object has no such method, which means that the library has another version
 */
export function replaceMethod<This = unknown>(
  object: object,
  name: string,
  wrap: (original: Method<This>) => Method<This>,
): void {
  const property = Object.getOwnPropertyDescriptor(object, name);
  if (typeof property?.value !== 'function') throw new TypeError(`no method ${name} to replace`);
  const original: Method<This> = property.value;
  Object.defineProperty(object, name, { ...property, value: wrap(original) });
}
