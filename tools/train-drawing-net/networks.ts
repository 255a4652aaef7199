/** The classes that lessons transfer to, which one of the networks has never seen. */
export const targets = ['butterfly', 'bee', 'cat', 'dog'] as const;

export const networks = {
  /** All classes without the targets, from random weights. */
  'drawing-net-341': { without: targets, base: null },
  /** All classes, from the convolutions of the other network. */
  'drawing-net-345': { without: [], base: 'drawing-net-341' },
} as const;

export type NetworkName = keyof typeof networks;

/** @throws Error for another name */
export function networkNamed(name: string | undefined): NetworkName {
  const found = (Object.keys(networks) as NetworkName[]).find((known) => known === name);
  if (found === undefined) throw new Error(`expected one of ${Object.keys(networks).join(', ')}`);
  return found;
}
