import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CameAfter, keepEdits } from '../../../../src/lessons-runtime/panel/lesson/keep-edits.ts';
import {
  createMemoryRecordStorage,
  type RecordStorage,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import { createRecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';

const lesson = 'l';
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

/** A cell's code, whose earlier texts undo would bring back. */
function createCode(authored: string) {
  const texts = [authored];
  const listeners: ((source: string) => void)[] = [];
  const put = (source: string) => {
    texts.push(source);
    for (const listener of listeners) listener(source);
  };
  return {
    texts,
    type: put,
    code: {
      source: () => texts.at(-1) ?? '',
      restore: put,
      onChange: (listener: (source: string) => void) => void listeners.push(listener),
    },
  };
}

/** Two tabs of one record; `ledger` of the second. */
function tabs(ledger: RecordStorage = createMemoryRecordStorage(), mine: RecordStorage = ledger) {
  const channels: {
    onmessage: ((event: MessageEvent) => unknown) | null;
    postMessage(data: unknown): void;
  }[] = [];
  const channel = () => {
    const made = {
      onmessage: null,
      postMessage(data: unknown) {
        for (const other of channels) {
          if (other !== made) other.onmessage?.(new MessageEvent('message', { data }));
        }
      },
    };
    channels.push(made);
    return made;
  };
  return { other: createRecordStore(ledger, channel()), record: createRecordStore(mine, channel()) };
}

const edit = (source: string) => ({ lesson, cell: 'a', source, at: 1 });

async function open(record: ReturnType<typeof tabs>['record'], typed?: string, hasRun = false) {
  const cell = createCode('authored');
  const late: CameAfter[] = [];
  if (typed !== undefined) cell.type(typed);
  await keepEdits(
    record,
    lesson,
    [{ id: 'a', authored: 'authored', code: cell.code, hasRun: () => hasRun }],
    (after) => late.push(after),
  );
  return { ...cell, late };
}

const kept = async ({ record }: { record: ReturnType<typeof tabs>['record'] }) =>
  (await record.load('edits', lesson)).map(({ source }) => source);

describe('what is kept', () => {
  it('comes before what was typed while it could not be read, which is told and stays a step away', async () => {
    const two = tabs();
    await two.other.put('edits', edit('yesterday'));
    const { texts, type, late } = await open(two.record, 'authored!');
    expect(texts).toEqual(['authored', 'authored!', 'yesterday']);
    expect(late).toEqual([{ typing: true, run: false }]);
    expect(await kept(two)).toEqual(['yesterday']);
    type('authored!');
    await vi.waitFor(async () => expect(await kept(two)).toEqual(['authored!']));
  });

  it('is not told of where nothing else was there', async () => {
    const two = tabs();
    await two.other.put('edits', edit('yesterday'));
    const { texts, late } = await open(two.record);
    expect([texts, late]).toEqual([['authored', 'yesterday'], []]);
  });

  it('is told of where it comes after a run of other code', async () => {
    const two = tabs();
    await two.other.put('edits', edit('yesterday'));
    expect((await open(two.record, undefined, true)).late).toEqual([{ typing: false, run: true }]);
  });

  it('is what was typed, where there was nothing', async () => {
    const two = tabs();
    const { texts, late } = await open(two.record, 'mine');
    await vi.waitFor(async () => expect(await kept(two)).toEqual(['mine']));
    expect([texts, late]).toEqual([['authored', 'mine'], []]);
  });
});

describe('an edit that could not be kept', () => {
  /** A tab that cannot write for a time. */
  function failing() {
    const ledger = createMemoryRecordStorage();
    const state = { isFull: true };
    const guard = async () => {
      if (state.isFull) throw new DOMException('there is no room', 'QuotaExceededError');
    };
    const mine: RecordStorage = {
      transact: (mode, act) =>
        mode === 'readonly' ? ledger.transact(mode, act) : guard().then(() => ledger.transact(mode, act)),
      put: (key, value) => guard().then(() => ledger.put(key, value)),
    };
    return { ...tabs(ledger, mine), state };
  }

  it('does not write over what another tab kept since', async () => {
    const two = failing();
    const { type, texts, late } = await open(two.record);
    const told = new Promise((resolve) => two.record.onProblem(resolve));
    type('mine');
    expect(await told).toEqual({ kind: 'full' });
    await two.other.put('edits', edit('theirs'));
    await vi.waitFor(() => expect(texts.at(-1)).toBe('theirs'));
    two.state.isFull = false;
    page.dispatchEvent(new Event('pagehide'));
    expect(await kept(two)).toEqual(['theirs']);
    expect(late).toEqual([{ typing: true, run: false }]);
  });

  it('is kept with the next thing that can be', async () => {
    const two = failing();
    const { type } = await open(two.record);
    const told = new Promise((resolve) => two.record.onProblem(resolve));
    type('mine');
    await told;
    two.state.isFull = false;
    await two.record.update('steps', ['steps', lesson, 'run'], () => ({ lesson, step: 'run', at: 1 }));
    await vi.waitFor(async () => expect(await kept(two)).toEqual(['mine']));
  });
});
