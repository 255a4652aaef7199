/** Returns whether a value is a typed array. */
export function isTypedArray(value: unknown): value is ArrayBufferView & ArrayLike<unknown> {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
