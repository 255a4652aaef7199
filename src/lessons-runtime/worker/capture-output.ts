import type { Output } from '../protocol/output.ts';
import type { WorkerToHost } from '../protocol/worker-to-host.ts';

/** Lines of text a run may print: beyond, the page would gain nothing and lose its breath. */
const lineLimit = 5000;
const flushMilliseconds = 50;

type TextLevel = Extract<Output, { kind: 'text' }>['level'];

/**
 * Gathers what the run under way shows. Text is merged and sent in batches, so that a loop that logs cannot flood the page;
 * everything else is sent at once, after the text before it.
 */
export interface OutputCapture {
  begin(cell: string, run: number): void;
  show(part: Output, transfer?: readonly Transferable[]): void;
  print(level: TextLevel, text: string): void;
  flush(): void;
}

export function createOutputCapture(
  post: (message: WorkerToHost, transfer?: readonly Transferable[]) => void,
  omittedText: (limit: number) => string,
): OutputCapture {
  let cell = '';
  let run = 0;
  let lines = 0;
  let buffered: { level: TextLevel; texts: string[] } | null = null;
  let lastFlush = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function send(part: Output, transfer: readonly Transferable[] = []): void {
    post({ type: 'output', cell, run, part }, transfer);
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    lastFlush = Date.now();
    if (buffered === null) return;
    const { level, texts } = buffered;
    buffered = null;
    send({ kind: 'text', level, text: texts.join('\n') });
  }

  return {
    begin(nextCell, nextRun) {
      flush();
      cell = nextCell;
      run = nextRun;
      lines = 0;
    },
    show(part, transfer) {
      flush();
      send(part, transfer);
    },
    print(level, text) {
      lines += 1;
      if (lines > lineLimit + 1) return;
      if (buffered !== null && buffered.level !== level) flush();
      buffered ??= { level, texts: [] };
      buffered.texts.push(lines > lineLimit ? omittedText(lineLimit) : text);
      // A busy loop never lets a timer fire, so the clock is looked at as well.
      if (Date.now() - lastFlush > flushMilliseconds) flush();
      else timer ??= setTimeout(flush, flushMilliseconds);
    },
    flush,
  };
}
