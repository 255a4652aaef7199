/**
 * Replaces a part of code, whatever line breaks, indentation and trailing commas the formatter chose.
 * @throws if the code does not contain the part
 */
export function replaceCode(code: string, part: string, replacement: string): string {
  const tokens = part.match(/\w+|[^\w\s]/g) ?? [];
  const pattern = tokens
    .map((token) => (/[)\]}]/.test(token) ? `,?\\s*\\${token}` : token.replace(/\W/, '\\$&')))
    .join('\\s*');
  const place = new RegExp(pattern).exec(code);
  if (place === null) throw new Error(`the code does not contain ${part}`);
  return code.slice(0, place.index) + replacement + code.slice(place.index + place[0].length);
}
