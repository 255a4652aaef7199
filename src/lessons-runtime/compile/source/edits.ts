/** Text that is inserted at the offset `at` of the source. Its positions are mapped to the offset `origin`. */
export type Insertion = { readonly at: number; readonly text: string; readonly origin: number };

type Pending = Insertion & { readonly closes: boolean; readonly reach: number; readonly order: number };

/**
 * Collects changes to a text that keep its lines: insertions without line breaks, and characters that are blanked in place.
 * Insertions at the same offset are nested: closing ones before opening ones, inner closing ones before outer ones, and
 * outer opening ones before inner ones.
 */
export type Edits = {
  /** Inserts before the text. Positions in the insertion are mapped to the offset `origin`. */
  readonly prepend: (text: string, origin?: number) => void;
  /** Inserts directly before the token at `at`, inside all other insertions that open there. */
  readonly before: (at: number, text: string) => void;
  /** Inserts before the statement at `at`, outside all other insertions that open there. */
  readonly lead: (at: number, text: string) => void;
  /** Inserts a semicolon after the statement that ends at `at`. Repeated calls insert only one. */
  readonly terminate: (at: number) => void;
  /** Inserts after the statement that ends at `at`, outside all other insertions that close there. */
  readonly trail: (at: number, text: string) => void;
  /** Inserts directly after the token that ends at `at`, inside all other insertions that close there. */
  readonly after: (at: number, text: string) => void;
  /** Inserts `open` at `start` and `close` at `end`. */
  readonly wrap: (start: number, end: number, open: string, close: string) => void;
  /** Replaces [start, end) by spaces, except white space; the first character by `first` if given. */
  readonly blank: (start: number, end: number, first?: ';') => void;
  /** Overwrites one character. */
  readonly put: (at: number, character: string) => void;
  /** Returns the end of the blanked range that starts at `at`, undefined if there is none. */
  readonly blankFrom: (at: number) => number | undefined;
  /** Whether a blanked range ends at `at`. */
  readonly isBlankUpTo: (at: number) => boolean;
  /** Returns the edited text, and its insertions by position. */
  readonly apply: () => { readonly text: string; readonly insertions: readonly Insertion[] };
};

export function createEdits(source: string): Edits {
  const pending: Pending[] = [];
  const characters = source.split('');
  const puts = new Map<number, string>();
  const blanks = new Map<number, number>();
  const blankEnds = new Set<number>();
  const terminated = new Set<number>();

  function add(at: number, text: string, closes: boolean, reach: number, origin = at): void {
    pending.push({ at, text, closes, reach, origin, order: pending.length });
  }

  return {
    before: (at, text) => add(at, text, false, at),
    prepend: (text, origin) => add(0, text, false, Number.POSITIVE_INFINITY, origin),
    lead: (at, text) => add(at, text, false, source.length + 1),
    terminate(at) {
      if (!terminated.has(at)) add(at, ';', true, -2);
      terminated.add(at);
    },
    trail: (at, text) => add(at, text, true, -1),
    after: (at, text) => add(at, text, true, at),
    wrap(start, end, open, close) {
      add(start, open, false, end);
      add(end, close, true, start);
    },
    blank(start, end, first) {
      for (let at = start; at < end; at += 1) if (/\S/.test(characters[at] ?? '')) characters[at] = ' ';
      if (first !== undefined) puts.set(start, first);
      blanks.set(start, end);
      blankEnds.add(end);
    },
    put: (at, character) => void puts.set(at, character),
    blankFrom: (at) => blanks.get(at),
    isBlankUpTo: (at) => blankEnds.has(at),
    apply() {
      for (const [at, character] of puts) characters[at] = character;
      const insertions = pending.sort(inOrder);
      let text = '';
      let done = 0;
      for (const insertion of insertions) {
        text += characters.slice(done, insertion.at).join('') + insertion.text;
        done = insertion.at;
      }
      return { text: text + characters.slice(done).join(''), insertions };
    },
  };
}

function inOrder(a: Pending, b: Pending): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.closes !== b.closes) return a.closes ? -1 : 1;
  // An opening insertion is outside others if it reaches farther; a closing one is outside others if it opened earlier.
  if (a.reach !== b.reach) return b.reach > a.reach ? 1 : -1;
  return a.closes ? b.order - a.order : a.order - b.order;
}
