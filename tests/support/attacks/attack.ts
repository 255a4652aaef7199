/** An attempt to escape from a cell, with the output that proves that it was tried and failed. */
export interface Attack {
  readonly name: string;
  /** The code of the cell, after the prelude. `RIVAL` and `SITE` stand for the addresses of the two servers. */
  readonly source: string;
  /** Matches the output of the cell, which proves that the attack was tried and how it was stopped. */
  readonly shows: RegExp;
  /** The status at the end of the run; default: `done`. `any` if the attack may make its own cell fail. */
  readonly ends?: 'done' | 'failed' | 'any';
  /** Matches the notice above the lesson if the page ends the worker. */
  readonly notice?: RegExp;
  /** How long the attack continues after its run, in milliseconds, before the page is checked. */
  readonly lingers?: number;
}

/**
 * Helpers for every attack. `attempt` prints `GOT` on success, which no output may contain, else the error that stopped it.
 * It treats an operation of more than 1.5 seconds as blocked.
 */
export const prelude = `
const within = (promise) => Promise.race([promise, new Promise((_, no) => setTimeout(no, 1500, new DOMException('', 'TimeoutError')))]);
const attempt = async (name, act) => {
  try {
    console.log(name + ': GOT ' + String(await within(act())).slice(0, 200));
  } catch (error) {
    console.log(name + ': blocked, ' + (error?.name ?? error));
  }
};
const absent = (...names) => console.log(names.map((name) => name + ' is ' + typeof globalThis[name] + ';').join(' '));
`;
