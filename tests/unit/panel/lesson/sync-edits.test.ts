import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LateRestore, syncEdits } from '../../../../src/lessons-runtime/panel/lesson/sync-edits.ts';
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

/** Creates a cell's code; `texts` are its successive texts. */
function createCode(authored: string) {
  const texts = [authored];
  const listeners: ((source: string) => void)[] = [];
  const setSource = (source: string) => {
    texts.push(source);
    for (const listener of listeners) listener(source);
  };
  return {
    texts,
    type: setSource,
    code: {
      source: () => texts.at(-1) ?? '',
      restore: setSource,
      onChange: (listener: (source: string) => void) => void listeners.push(listener),
    },
  };
}

/**
 * Opens the record in two tabs.
 * @param ownStorage the storage that this tab uses, `storage` by default
 */
function openTabs(storage: RecordStorage = createMemoryRecordStorage(), ownStorage: RecordStorage = storage) {
  const channels: {
    onmessage: ((event: MessageEvent) => unknown) | null;
    postMessage(data: unknown): void;
  }[] = [];
  const channel = () => {
    const own = {
      onmessage: null,
      postMessage(data: unknown) {
        for (const other of channels) {
          if (other !== own) other.onmessage?.(new MessageEvent('message', { data }));
        }
      },
    };
    channels.push(own);
    return own;
  };
  return { other: createRecordStore(storage, channel()), record: createRecordStore(ownStorage, channel()) };
}

const edit = (source: string) => ({ lesson, cell: 'a', source, at: 1 });

async function open(record: ReturnType<typeof openTabs>['record'], typed?: string, hasRun = false) {
  const cell = createCode('authored');
  const lateRestores: LateRestore[] = [];
  if (typed !== undefined) cell.type(typed);
  await syncEdits(
    record,
    lesson,
    [{ id: 'a', authored: 'authored', code: cell.code, hasRun: () => hasRun }],
    (restore) => lateRestores.push(restore),
  );
  return { ...cell, lateRestores };
}

const storedSources = async ({ record }: { record: ReturnType<typeof openTabs>['record'] }) =>
  (await record.load('edits', lesson)).map(({ source }) => source);

describe('syncEdits', () => {
  it('replaces text typed before the stored code was read, reports it, and keeps it for undo', async () => {
    const tabs = openTabs();
    await tabs.other.put('edits', edit('yesterday'));
    const { texts, type, lateRestores } = await open(tabs.record, 'authored!');
    expect(texts).toEqual(['authored', 'authored!', 'yesterday']);
    expect(lateRestores).toEqual([{ afterTyping: true, afterRun: false }]);
    expect(await storedSources(tabs)).toEqual(['yesterday']);
    type('authored!');
    await vi.waitFor(async () => expect(await storedSources(tabs)).toEqual(['authored!']));
  });

  it('does not report stored code that replaces only the authored code', async () => {
    const tabs = openTabs();
    await tabs.other.put('edits', edit('yesterday'));
    const { texts, lateRestores } = await open(tabs.record);
    expect([texts, lateRestores]).toEqual([['authored', 'yesterday'], []]);
  });

  it('reports stored code that is restored after a run of other code', async () => {
    const tabs = openTabs();
    await tabs.other.put('edits', edit('yesterday'));
    const { lateRestores } = await open(tabs.record, undefined, true);
    expect(lateRestores).toEqual([{ afterTyping: false, afterRun: true }]);
  });

  it('stores what was typed before the record was read if there is no stored code', async () => {
    const tabs = openTabs();
    const { texts, lateRestores } = await open(tabs.record, 'mine');
    await vi.waitFor(async () => expect(await storedSources(tabs)).toEqual(['mine']));
    expect([texts, lateRestores]).toEqual([['authored', 'mine'], []]);
  });
});

describe('an edit that could not be stored', () => {
  /** Opens a tab that cannot write while `state.isFull`. */
  function openFullTab() {
    const storage = createMemoryRecordStorage();
    const state = { isFull: true };
    const guard = async () => {
      if (state.isFull) throw new DOMException('there is no room', 'QuotaExceededError');
    };
    const ownStorage: RecordStorage = {
      transact: (mode, act) =>
        mode === 'readonly' ? storage.transact(mode, act) : guard().then(() => storage.transact(mode, act)),
      put: (key, value) => guard().then(() => storage.put(key, value)),
    };
    return { ...openTabs(storage, ownStorage), state };
  }

  it('does not overwrite a later edit of another tab', async () => {
    const tabs = openFullTab();
    const { type, texts, lateRestores } = await open(tabs.record);
    const problem = new Promise((resolve) => tabs.record.onProblem(resolve));
    type('mine');
    expect(await problem).toEqual({ kind: 'full' });
    await tabs.other.put('edits', edit('theirs'));
    await vi.waitFor(() => expect(texts.at(-1)).toBe('theirs'));
    tabs.state.isFull = false;
    page.dispatchEvent(new Event('pagehide'));
    expect(await storedSources(tabs)).toEqual(['theirs']);
    expect(lateRestores).toEqual([{ afterTyping: true, afterRun: false }]);
  });

  it('is stored together with the next successful write', async () => {
    const tabs = openFullTab();
    const { type } = await open(tabs.record);
    const problem = new Promise((resolve) => tabs.record.onProblem(resolve));
    type('mine');
    await problem;
    tabs.state.isFull = false;
    await tabs.record.update('steps', ['steps', lesson, 'run'], () => ({ lesson, step: 'run', at: 1 }));
    await vi.waitFor(async () => expect(await storedSources(tabs)).toEqual(['mine']));
  });
});

describe('code that the author has changed', () => {
  /** Opens the lesson whose author now has `authored`; `reports` are the cells that are reported, and those that are settled. */
  async function openAuthored(record: ReturnType<typeof openTabs>['record'], authored: string) {
    const cell = createCode(authored);
    const reports: (string | null)[] = [];
    let keep: (() => void) | null = null;
    await syncEdits(
      record,
      lesson,
      [{ id: 'a', authored, code: cell.code, hasRun: () => false }],
      () => {},
      (id, next) => {
        reports.push(next === null ? null : id);
        keep = next;
      },
    );
    return { ...cell, reports, keep: () => keep?.() };
  }
  const stored = async ({ record }: ReturnType<typeof openTabs>) => (await record.load('edits', lesson))[0];

  /** Edits the code `one` of the author. */
  async function editEarlier(tabs: ReturnType<typeof openTabs>) {
    const { type } = await openAuthored(tabs.record, 'one');
    type('mine');
    await vi.waitFor(async () => expect((await stored(tabs))?.source).toBe('mine'));
  }

  it('is reported once it differs in more than comments', async () => {
    const tabs = openTabs();
    await editEarlier(tabs);
    expect((await openAuthored(tabs.record, 'one // uno')).reports).toEqual([]);
    const { reports, texts } = await openAuthored(tabs.record, 'two');
    expect(reports).toEqual(['a']);
    expect(texts.at(-1)).toBe('mine');
  });

  it('stays reported while the learner edits on, until they keep their code', async () => {
    const tabs = openTabs();
    await editEarlier(tabs);
    const { type, reports, keep } = await openAuthored(tabs.record, 'two');
    type('mine!');
    await vi.waitFor(async () => expect((await stored(tabs))?.source).toBe('mine!'));
    expect((await openAuthored(tabs.record, 'two')).reports).toEqual(['a']);
    keep();
    expect(reports).toEqual(['a', null]);
    await vi.waitFor(async () => expect((await openAuthored(tabs.record, 'two')).reports).toEqual([]));
    expect((await stored(tabs))?.source).toBe('mine!');
  });

  it('is settled when the learner takes it', async () => {
    const tabs = openTabs();
    await editEarlier(tabs);
    const { type, reports } = await openAuthored(tabs.record, 'two');
    type('two');
    await vi.waitFor(() => expect(reports).toEqual(['a', null]));
    expect(await stored(tabs)).toBeUndefined();
  });

  it('is not reported for edits of before this was stored', async () => {
    const tabs = openTabs();
    await tabs.other.put('edits', edit('yesterday'));
    expect((await openAuthored(tabs.record, 'two')).reports).toEqual([]);
  });
});
