/** Makes a switch over a union exhaustive: a missing case does not compile. @throws always */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
