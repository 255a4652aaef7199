import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noLive } from '../../../../../src/lessons-runtime/panel/output/live/no-live.ts';
import { createOutputList } from '../../../../../src/lessons-runtime/panel/output/output-list.ts';
import { panelWordsIn } from '../../../../../src/lessons-runtime/panel/words/panel-words.ts';
import type { OutputOf } from '../../../../../src/lessons-runtime/protocol/output.ts';
import { asElement, StandInElement, standInDocument } from '../../../../support/stand-in-dom.ts';

type Bar = OutputOf<'progress'>;

let page: ReturnType<typeof standInDocument>;
/** Reports a change of the attribute `data-status`. */
let reportStatus: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  page = standInDocument();
  reportStatus = [];
  vi.stubGlobal('document', page);
  vi.stubGlobal('getComputedStyle', () => ({ position: 'sticky', top: '0px' }));
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(report: () => void) {
        reportStatus.push(report);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const bar = (changes: Partial<Bar>): Bar => ({
  kind: 'progress',
  id: 'fit-1',
  label: 'fit · epoch 1/2',
  loaded: 1,
  total: 4,
  unit: 'steps',
  ...changes,
});

function make(tag: string, attributes: Record<string, string>): StandInElement {
  const made = new StandInElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Creates the lesson bar and a running cell. */
function createPage(language: 'en' | 'es' = 'en') {
  const lessonBar = make('section', { 'data-lesson-bar': '' });
  lessonBar.offsetHeight = 48;
  lessonBar.append(make('button', { 'data-action': 'run-all' }), make('p', { 'data-backend': 'cpu' }));
  const section = make('section', {
    id: 'cell-a',
    'data-cell': 'a',
    'aria-label': 'Cell a',
    'data-status': 'running',
  });
  const head = make('header', { class: 'cell-bar' });
  head.append(make('span', { class: 'cell-status' }));
  const container = make('div', {});
  section.append(head, container);
  page.body.append(lessonBar, section);
  const announced: string[] = [];
  const list = createOutputList(asElement(container), 'a', panelWordsIn(language), {
    announce: (text) => void announced.push(text),
    goToCode() {},
    onFreeze: () => false,
    live: noLive,
    onOcclude: () => false,
  });
  const text = (selector: string) => page.querySelector(selector)?.textContent;
  let run = 1;
  return {
    lessonBar,
    section,
    head,
    container,
    announced,
    text,
    /** Shows outputs, and waits for the script that follows them. */
    async show(...parts: readonly Bar[]): Promise<void> {
      list.show(run, parts, true);
      await vi.dynamicImportSettled();
      await new Promise((turn) => setImmediate(turn));
    },
    /** Starts another run. */
    restart(): void {
      run += 1;
      section.dataset['status'] = 'running';
      list.show(run, [], true);
    },
    end(status: string): void {
      section.dataset['status'] = status;
      for (const report of reportStatus) report();
    },
    /** The texts of the bars in the output that are not folded. */
    unfolded: () =>
      container.children
        .filter(({ hidden }) => !hidden)
        .flatMap((frame) => frame.children.filter(({ tagName }) => tagName === 'p'))
        .map(({ textContent }) => textContent),
  };
}

describe('the progress of a running cell', () => {
  it('is shown in its head and in the lesson bar, and is removed when the run ends', async () => {
    const cell = createPage();
    await cell.show(bar({ secondsLeft: 12 }));
    expect(cell.text('.cell-progress')).toBe('fit · epoch 1/2 · 25% · 12 s left');
    expect(cell.text('.lesson-progress')).toBe('a25% · 12 s left · fit · epoch 1/2');
    expect(cell.head.querySelector('progress')?.value).toBe(0.25);
    expect(cell.section.style.getPropertyValue('--below-lesson-bar')).toBe('48px');
    await cell.show(bar({ loaded: 2, secondsLeft: 5 }));
    expect(cell.text('.cell-progress')).toBe('fit · epoch 1/2 · 50% · 5 s left');
    cell.end('done');
    expect(cell.text('.cell-progress')).toBeUndefined();
    expect(cell.text('.lesson-progress')).toBeUndefined();
    expect([cell.head, cell.lessonBar].map(({ dataset }) => dataset['progress'])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is shown once after several runs', async () => {
    const cell = createPage('es');
    await cell.show(bar({}));
    cell.end('stopped');
    cell.restart();
    await cell.show(bar({ loaded: 3 }));
    expect(page.querySelectorAll('.cell-progress').map(({ textContent }) => textContent)).toEqual([
      'fit · epoch 1/2 · 75\u00a0%',
    ]);
  });

  it('is the rest of the whole cell, if earlier runs tell how long it takes', async () => {
    const cell = createPage();
    cell.section.dataset['secondsExpected'] = '90';
    await cell.show(bar({ secondsLeft: 5 }));
    expect(cell.text('.cell-progress')).toContain('1 min 30 s left');
  });

  it('is announced only now and then', async () => {
    const cell = createPage();
    for (let second = 0; second < 60; second++) {
      await cell.show(bar({ loaded: second, total: 60 }));
      vi.advanceTimersByTime(1000);
    }
    expect(cell.announced).toEqual(['Cell a: fit · epoch 1/2 · 33%', 'Cell a: fit · epoch 1/2 · 67%']);
  });

  it('is not shown for a short download', async () => {
    const cell = createPage();
    await cell.show(bar({ id: 'net', unit: 'bytes', secondsLeft: 1 }));
    expect(cell.text('.cell-progress')).toBeUndefined();
    await cell.show(bar({ id: 'net', unit: 'bytes', secondsLeft: 9 }));
    expect(cell.text('.cell-progress')).toContain('9 s left');
  });
});

describe('completed progress bars', () => {
  const trainings = (complete: number) =>
    Array.from({ length: complete + 1 }, (_, index) =>
      bar({ id: `fit-${index + 1}`, label: `fit ${index + 1}`, loaded: index < complete ? 4 : 1 }),
    );

  it('stay as they are while there is only one', async () => {
    const cell = createPage();
    await cell.show(...trainings(1));
    expect(cell.unfolded()).toEqual(['fit 14 / 4', 'fit 21 / 4']);
    expect(cell.text('summary')).toBeUndefined();
  });

  it('are folded into one line, which opens to show them', async () => {
    const cell = createPage();
    await cell.show(...trainings(1));
    vi.advanceTimersByTime(2000);
    await cell.show(...trainings(2));
    vi.advanceTimersByTime(1000);
    await cell.show(...trainings(3));
    expect(cell.text('summary')).toMatch(/^3 trainings · \d+(\.\d+)? s$/);
    expect(cell.unfolded()).toEqual(['fit 41 / 4']);
    const lines = cell.container.querySelector('details')?.children.map(({ textContent }) => textContent);
    expect(lines).toEqual([cell.text('summary'), 'fit 14 / 4', 'fit 24 / 4', 'fit 34 / 4']);
  });

  it('are folded into one line of trainings and one of downloads', async () => {
    const cell = createPage('es');
    const files = [1, 2].map((file) =>
      bar({ id: `f${file}`, unit: 'bytes', loaded: 1e6 * file, total: 1e6 * file }),
    );
    await cell.show(...files, ...trainings(2));
    const summaries = page.querySelectorAll('summary').map(({ textContent }) => textContent);
    expect(summaries).toEqual(['2 descargas · 3 MB', '2 entrenamientos']);
  });

  it('leave the line when another training uses their bar', async () => {
    const cell = createPage();
    await cell.show(...trainings(2).slice(0, 2));
    expect(cell.unfolded()).toEqual([]);
    await cell.show(...trainings(1));
    expect(cell.unfolded()).toEqual(['fit 21 / 4']);
    await cell.show(...trainings(2).slice(0, 2));
    expect(cell.unfolded()).toEqual([]);
    expect(cell.text('summary')).toMatch(/^3 trainings/);
  });

  it('are counted anew in the next run', async () => {
    const cell = createPage();
    await cell.show(...trainings(3));
    cell.end('done');
    cell.restart();
    await cell.show(...trainings(2));
    expect(page.querySelectorAll('summary')).toHaveLength(1);
    expect(cell.text('summary')).toMatch(/^2 trainings/);
  });
});
