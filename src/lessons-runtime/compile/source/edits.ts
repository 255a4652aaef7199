/** Text that the compiled code has and the learner's does not. `origin` is the learner's offset it stands for. */
export type Insertion = { readonly at: number; readonly text: string; readonly origin: number };

type Pending = Insertion & { readonly closes: boolean; readonly reach: number; readonly order: number };

/**
 * Collects changes to one text that never move a line: insertions (without line breaks) and characters
 * blanked in place. Insertions at the same offset come out nested: what closes before what opens,
 * inner closings before outer ones, outer openings before inner ones.
 */
export type Edits = {
  /** Inserts in front of the whole text; `origin` is the learner's offset that this code stands for. */
  readonly prepend: (text: string, origin?: number) => void;
  /** Inserts right in front of the token at `at`, inside everything else that opens there. */
  readonly before: (at: number, text: string) => void;
  /** Inserts in front of the statement at `at`, outside everything else that opens there. */
  readonly lead: (at: number, text: string) => void;
  /** Ends the statement that ends at `at` by a semicolon, once however often it is asked for. */
  readonly terminate: (at: number) => void;
  /** Inserts after the statement that ends at `at`, outside everything else that closes there. */
  readonly trail: (at: number, text: string) => void;
  /** Inserts right behind the token that ends at `at`, inside everything else that closes there. */
  readonly after: (at: number, text: string) => void;
  /** Inserts `open` at `start` and `close` at `end`. */
  readonly wrap: (start: number, end: number, open: string, close: string) => void;
  /** Replaces [start, end) by spaces, keeping white space; the first character by `first` if given. */
  readonly blank: (start: number, end: number, first?: ';') => void;
  /** Overwrites one character. */
  readonly put: (at: number, character: string) => void;
  /** End of the blanked range that starts at `at`, if one does. */
  readonly blankFrom: (at: number) => number | undefined;
  /** Whether a blanked range ends at `at`. */
  readonly isBlankUpTo: (at: number) => boolean;
  /** The edited text, and its insertions in order of place. */
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
  // The farther an opening reaches the more it encloses; a closing encloses more the earlier it opened.
  if (a.reach !== b.reach) return b.reach > a.reach ? 1 : -1;
  return a.closes ? b.order - a.order : a.order - b.order;
}
