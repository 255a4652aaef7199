import type { Output } from '../../protocol/output.ts';
import { unbudgetedKinds } from '../../protocol/unbudgeted-kinds.ts';
import type { WorkerToHost } from '../../protocol/worker-to-host.ts';
import { createOutputBudget } from './output-budget.ts';

const flushMilliseconds = 50;

type TextLevel = Extract<Output, { kind: 'text' }>['level'];

/** A part to be shown, and what is given away with it. */
export interface CapturedOutput {
  readonly part: Output;
  readonly transfer: readonly Transferable[];
}

/**
 * Gathers what the run under way shows, and sends it in the order in which it was shown. Text is merged and sent in
 * batches, so that a loop that logs cannot flood the page; beyond its budget a run shows only errors, charts and bars.
 */
export interface OutputCapture {
  begin(cell: string, run: number): void;
  show(part: Output, transfer?: readonly Transferable[]): void;
  /** For what no cell caught: of that, only the first of a run are worded and shown. */
  showUncaught(explain: () => Promise<Extract<Output, { kind: 'error' }>>): void;
  /** For what takes time to read: what is shown after it waits for it. `null` turns out to be nothing. */
  showLater(reading: Promise<CapturedOutput | null>): void;
  print(level: TextLevel, text: string): void;
  flush(): void;
  /** When all shown so far in this run is sent. Rejects with the first reason why something could not be read. */
  settled(): Promise<void>;
}

interface Owner {
  readonly cell: string;
  readonly run: number;
}

type Entry =
  | { readonly kind: 'text'; readonly owner: Owner; readonly level: TextLevel; readonly texts: string[] }
  | { readonly kind: 'part'; readonly owner: Owner; state: 'reading' | CapturedOutput | null };

/** @param omittedText says that what follows is left out */
export function createOutputCapture(
  post: (message: WorkerToHost, transfer?: readonly Transferable[]) => void,
  omittedText: () => string,
): OutputCapture {
  let owner: Owner = { cell: '', run: 0 };
  let budget = createOutputBudget();
  const waiting: Entry[] = [];
  let readings: Promise<void>[] = [];
  let lastFlush = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  /** Sends what waits, up to the first thing that is still being read. */
  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    lastFlush = Date.now();
    for (let [entry] = waiting; entry !== undefined; [entry] = waiting) {
      if (entry.kind === 'part' && entry.state === 'reading') return;
      waiting.shift();
      dispatch(entry);
    }
  }

  function dispatch(entry: Entry): void {
    const { owner } = entry;
    if (entry.kind === 'text') {
      const { level, texts } = entry;
      post({ type: 'output', ...owner, part: { kind: 'text', level, text: texts.join('\n') } });
    } else if (entry.state !== 'reading' && entry.state !== null) {
      post({ type: 'output', ...owner, part: entry.state.part }, entry.state.transfer);
    }
  }

  function write(level: TextLevel, text: string): void {
    const last = waiting.at(-1);
    if (last?.kind === 'text' && last.level === level && last.owner === owner) last.texts.push(text);
    else waiting.push({ kind: 'text', owner, level, texts: [text] });
    // A busy loop never lets a timer fire, so the clock is looked at as well.
    if (Date.now() - lastFlush > flushMilliseconds) flush();
    else timer ??= setTimeout(flush, flushMilliseconds);
  }

  function send(part: Output, transfer: readonly Transferable[] = []): void {
    waiting.push({ kind: 'part', owner, state: { part, transfer } });
    flush();
  }

  function hasRoom(room: boolean): boolean {
    if (!room && budget.firstOver()) write('warn', omittedText());
    return room;
  }

  /** Pictures are few in number and heavy. */
  function hasRoomFor(transfer: readonly Transferable[]): boolean {
    const bytes = transfer.reduce<number>(
      (sum, item) => sum + (item instanceof ArrayBuffer ? item.byteLength : 0),
      0,
    );
    return bytes === 0 || hasRoom(budget.pixels(bytes));
  }

  function later(reading: Promise<CapturedOutput | null>): void {
    const entry: Entry = { kind: 'part', owner, state: 'reading' };
    waiting.push(entry);
    const settle = (shown: CapturedOutput | null): void => {
      entry.state = shown !== null && hasRoomFor(shown.transfer) ? shown : null;
      flush();
    };
    const read = reading.then(settle, (reason: unknown) => {
      settle(null);
      throw reason;
    });
    read.catch(() => {});
    readings.push(read);
  }

  return {
    begin(cell, run) {
      flush();
      owner = { cell, run };
      budget = createOutputBudget();
      readings = [];
    },
    show(part, transfer = []) {
      const isFree = unbudgetedKinds.has(part.kind);
      if (!isFree && !(hasRoom(budget.part()) && hasRoomFor(transfer))) return;
      send(part, transfer);
    },
    showUncaught(explain) {
      if (budget.uncaught()) later(explain().then((part) => ({ part, transfer: [] })));
    },
    showLater(reading) {
      if (hasRoom(budget.part())) later(reading);
    },
    print(level, text) {
      if (hasRoom(budget.line(text.length))) write(level, text);
    },
    flush,
    async settled() {
      const results = await Promise.allSettled(readings);
      flush();
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}
