import type { Output, OutputOf } from '../../protocol/output.ts';
import { unbudgetedKinds } from '../../protocol/unbudgeted-kinds.ts';
import type { WorkerToHost } from '../../protocol/worker-to-host.ts';
import { createOutputBudget } from './output-budget.ts';

const flushMilliseconds = 50;

type TextLevel = OutputOf<'text'>['level'];

/** A part of an output, with the objects to transfer with it. */
export interface CapturedOutput {
  readonly part: Output;
  readonly transfer: readonly Transferable[];
}

/**
 * Sends the output of the current run to the page, in the order in which it was shown. Text is merged and sent in batches, so
 * that a loop that logs does not flood the page. Beyond its budget a run shows only errors, notes, charts and progress bars.
 */
export interface OutputCapture {
  /** Starts a new run: later output belongs to it, and its budget is full. */
  begin(cell: string, run: number): void;
  /** Shows a part. */
  show(part: Output, transfer?: readonly Transferable[]): void;
  /** Shows an error that no cell caught; only the first of a run are explained and shown. */
  showUncaught(explain: () => Promise<OutputOf<'error'>>): void;
  /** Shows a part that is read asynchronously; later output waits for it. `null` shows nothing. */
  showLater(reading: Promise<CapturedOutput | null>): void;
  /** Shows a line of text. */
  print(level: TextLevel, text: string): void;
  /** Sends the output that waits, up to the first part that is still being read. */
  flush(): void;
  /** Resolves when all output of this run was sent. Rejects with the reason of the first part that could not be read. */
  settled(): Promise<void>;
}

interface Owner {
  readonly cell: string;
  readonly run: number;
}

type Entry =
  | { readonly kind: 'text'; readonly owner: Owner; readonly level: TextLevel; readonly texts: string[] }
  | { readonly kind: 'part'; readonly owner: Owner; state: 'reading' | CapturedOutput | null };

/**
 * @param post sends a message to the page
 * @param omittedText returns the text for output beyond the budget
 */
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
    // The clock is checked as well, because no timer fires during a busy loop.
    if (Date.now() - lastFlush > flushMilliseconds) flush();
    else timer ??= setTimeout(flush, flushMilliseconds);
  }

  function send(part: Output, transfer: readonly Transferable[] = []): void {
    waiting.push({ kind: 'part', owner, state: { part, transfer } });
    flush();
  }

  /** Shows a warning the first time that the budget is exceeded. Returns its argument. */
  function hasRoom(room: boolean): boolean {
    if (!room && budget.isFirstOverrun()) write('warn', omittedText());
    return room;
  }

  /** Returns whether the budget for pixels has room for the transferred buffers. */
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
    const settle = (output: CapturedOutput | null): void => {
      entry.state = output !== null && hasRoomFor(output.transfer) ? output : null;
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
      const isUnbudgeted = unbudgetedKinds.has(part.kind);
      if (!isUnbudgeted && !(hasRoom(budget.part()) && hasRoomFor(transfer))) return;
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
