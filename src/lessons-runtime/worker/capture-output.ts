import type { Output } from '../protocol/output.ts';
import type { WorkerToHost } from '../protocol/worker-to-host.ts';
import { createOutputBudget } from './output-budget.ts';

const flushMilliseconds = 50;

type TextLevel = Extract<Output, { kind: 'text' }>['level'];

/** A part to be shown, and what is given away with it. */
export interface Shown {
  readonly part: Output;
  readonly transfer: readonly Transferable[];
}

/**
 * Gathers what the run under way shows, and sends it in the order in which it was shown. Text is merged and sent in
 * batches, so that a loop that logs cannot flood the page; beyond a budget a run shows nothing but its errors.
 */
export interface OutputCapture {
  begin(cell: string, run: number): void;
  show(part: Output, transfer?: readonly Transferable[]): void;
  /** For what takes time to read: what is shown meanwhile waits for it. `null` turns out to be nothing. */
  showLater(reading: Promise<Shown | null>): void;
  print(level: TextLevel, text: string): void;
  flush(): void;
  /** When all that was shown so far is sent. Rejects with the first reason why a part of this run could not be read. */
  settled(): Promise<void>;
}

interface Owner {
  readonly cell: string;
  readonly run: number;
}

type Entry =
  | { readonly kind: 'text'; readonly owner: Owner; readonly level: TextLevel; readonly texts: string[] }
  | { readonly kind: 'part'; readonly owner: Owner; shown: Shown | null; reading: boolean };

export function createOutputCapture(
  post: (message: WorkerToHost, transfer?: readonly Transferable[]) => void,
  omittedText: () => string,
): OutputCapture {
  const owner: Owner = { cell: '', run: 0 };
  const budget = createOutputBudget();
  const waiting: Entry[] = [];
  const pending: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  const lastFlush = 0;
  const timer: ReturnType<typeof setTimeout> | null = null;

  function send(entry: Entry): void {
    if (entry.kind === 'text') {
      post({
        type: 'output',
        ...entry.owner,
        part: { ...entry, owner: undefined, texts: undefined, text: '' },
      });
    }
  }
  void send;
  return null as never;
}
