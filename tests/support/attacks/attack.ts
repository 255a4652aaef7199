/** One escape attempt: what is typed into a cell, and what shows that it was tried and came to nothing. */
export interface Attack {
  readonly name: string;
  /** The cell's text, after the prelude. `RIVAL` and `SITE` stand for the addresses of the two servers. */
  readonly source: string;
  /** What the cell's output must show: proof that the attempt was made, and what it met. */
  readonly shows: RegExp;
  /** How the run ends; `done` where left out, `any` where the attempt may well hit itself. */
  readonly ends?: 'done' | 'failed' | 'any';
  /** Shown above the lesson afterwards: the worker was ended, and the page says why. */
  readonly told?: RegExp;
  /** The attempt goes on after its run: this long, in milliseconds, before the page is looked at. */
  readonly lingers?: number;
}

/**
 * What every attempt has at hand. `attempt` says `GOT` where something came of it, which no output may hold, else what
 * stopped it; what takes longer than a second and a half came to nothing.
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
