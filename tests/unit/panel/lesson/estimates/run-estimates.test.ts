import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountRunEstimates } from '../../../../../src/lessons-runtime/panel/lesson/estimates/run-estimates.ts';
import { panelWordsIn } from '../../../../../src/lessons-runtime/panel/words/panel-words.ts';
import type { Language } from '../../../../../src/lessons-runtime/shared/language.ts';
import { asElement, StandInElement, standInDocument } from '../../../../support/stand-in-dom.ts';

let stored: Map<string, string>;
let page: ReturnType<typeof standInDocument>;

beforeEach(() => {
  stored = new Map();
  page = standInDocument();
  vi.stubGlobal('document', page);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** Creates a cell; `run` and `edit` do what the learner does. */
function createCell(id: string, seconds?: number) {
  const section = new StandInElement('section');
  if (seconds !== undefined) section.dataset['seconds'] = String(seconds);
  const actions = new StandInElement('span');
  actions.setAttribute('class', 'cell-actions');
  const run = new StandInElement('button');
  run.setAttribute('data-action', 'run');
  actions.append(run);
  section.append(actions);
  const listeners: ((source: string) => void)[] = [];
  let source = `${id}()`;
  const code = {
    source: () => source,
    isEdited: () => source !== `${id}()`,
    onChange: (listener: (source: string) => void) => void listeners.push(listener),
  };
  const view = {
    code,
    state: null as { status: 'done' | 'stopped'; milliseconds: number; source: string } | null,
  };
  return {
    cell: { id, section: asElement(section), view },
    text: () => section.querySelector('.cell-estimate')?.textContent,
    described: () => run.getAttribute('aria-describedby'),
    expected: () => section.dataset['secondsExpected'],
    took(milliseconds: number, status: 'done' | 'stopped' = 'done') {
      view.state = { status, milliseconds, source };
    },
    edit(next: string) {
      source = next;
      for (const listener of listeners) listener(source);
    },
  };
}

function open(cells: readonly ReturnType<typeof createCell>[], language: Language = 'en', backend = 'wasm') {
  const element = new StandInElement('p');
  element.dataset['backend'] = backend;
  page.body.replaceChildren(element);
  return mountRunEstimates(
    'l',
    cells.map(({ cell }) => cell),
    panelWordsIn(language),
  );
}

describe('beside Run', () => {
  it('a long cell shows how long it took elsewhere until the device’s speed is known, then how long it will take', () => {
    const [short, long] = [createCell('short', 2), createCell('long', 20)];
    const estimates = open([short, long]);
    expect(long.text()).toBe('about 20 s on an ordinary laptop');
    expect(short.text()).toBeUndefined();
    short.took(4000);
    estimates.afterRun('short');
    expect(long.text()).toBe('about 40 s on this device');
    expect(long.expected()).toBe('40');
    expect(long.described()).toBe('estimate-long');
    expect(short.text()).toBeUndefined();
    expect(short.described()).toBeNull();
  });

  it('the estimate is there at the next visit, also before the backend is known', () => {
    const before = createCell('a', 2);
    const first = open([before]);
    before.took(9000);
    first.afterRun('a');
    const [again, long] = [createCell('a', 2), createCell('long', 20)];
    open([again, long], 'es', '');
    expect(again.text()).toBe('unos 9 s en este dispositivo');
    expect(long.text()).toBe('unos 1 min 30 s en este dispositivo');
  });

  it('the estimate disappears when the code is edited, and returns with the authored code', () => {
    const cell = createCell('a', 20);
    const estimates = open([cell]);
    cell.took(60_000);
    estimates.afterRun('a');
    expect(cell.text()).toBe('about 1 min on this device');
    cell.edit('other()');
    expect([cell.text(), cell.expected(), cell.described()]).toEqual([undefined, undefined, null]);
    cell.edit('a()');
    expect(cell.text()).toBe('about 1 min on this device');
  });

  it('a run that was stopped does not count', () => {
    const cell = createCell('a', 20);
    const estimates = open([cell]);
    cell.took(60_000, 'stopped');
    estimates.afterRun('a');
    expect(cell.text()).toBe('about 20 s on an ordinary laptop');
    expect(stored.size).toBe(0);
  });

  it('nothing is learned, and nothing fails, if the browser refuses storage', () => {
    vi.stubGlobal('localStorage', undefined);
    const cell = createCell('a', 20);
    const estimates = open([cell]);
    cell.took(60_000);
    estimates.afterRun('a');
    expect(cell.text()).toBe('about 20 s on an ordinary laptop');
  });
});
