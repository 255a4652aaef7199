/** Returns code without spaces, line breaks and trailing commas, so that it can be searched however it is broken into lines. */
export function withoutLayout(code: string): string {
  return code.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '');
}
