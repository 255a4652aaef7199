/** A number of a tensor in four digits, written as code writes it. */
export function briefNumber(value: number): string {
  return String(Number.parseFloat(value.toPrecision(4)));
}
