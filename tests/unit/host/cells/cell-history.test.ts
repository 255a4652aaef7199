import { describe, expect, it } from 'vitest';
import { cellNames } from '../../../../src/lessons-runtime/compile/cell-names.ts';
import { type CellState, idleCell } from '../../../../src/lessons-runtime/host/cell-state.ts';
import {
  createCellHistory,
  parseInputs,
  undeclaredName,
} from '../../../../src/lessons-runtime/host/cells/cell-history.ts';
import type { Output } from '../../../../src/lessons-runtime/protocol/output.ts';
import { createMemoryOutputStore } from '../../../support/memory-output-store.ts';

const authored = {
  choose: "import { chosenPhoto } from 'deshielo'; const photo = await chosenPhoto();",
  model: 'const model = load();',
  predict: 'const answer = model.predict(photo);',
  bars: 'draw(answer);',
  other: 'console.log(1);',
};
type Cell = keyof typeof authored;
const text: Output = { kind: 'text', level: 'log', text: 'hello' };

/** Opens the lesson; the cells are run with `run`. */
async function openLesson(store = createMemoryOutputStore()) {
  const sources: Record<string, string> = { ...authored };
  const page = {
    inputs: ['photo:cat'],
    seed: 42,
    ran: new Set<string>(),
    busy: new Set<string>(),
    parses: 0,
  };
  const history = createCellHistory(
    'lesson',
    Object.entries(authored).map(([id, source]) => ({
      id,
      isExercise: false,
      authored: source,
      names: cellNames(source),
      source: () => sources[id] ?? '',
      hasRun: () => page.ran.has(id),
      isBusy: () => page.busy.has(id),
    })),
    {
      store,
      parseNames: async (source) => {
        page.parses += 1;
        return cellNames(source);
      },
      inputs: () => page.inputs,
      seed: () => page.seed,
      onChange: () => {},
      now: () => 5,
    },
  );
  async function run(cell: Cell, changed: Partial<CellState> = {}): Promise<void> {
    const source = sources[cell] ?? '';
    page.ran.add(cell);
    const state = {
      ...idleCell,
      status: 'done',
      run: 1,
      milliseconds: 1000,
      source,
      outputs: [text],
    } as const;
    await history.recordRun(cell, { ...state, ...changed }, page.inputs);
  }
  async function edit(cell: Cell, source: string = authored[cell]): Promise<void> {
    sources[cell] = source;
    await history.refresh();
  }
  const restored = await history.restore();
  const stale = () => Object.fromEntries([...history.stale].map(([cell, { kind }]) => [cell, kind]));
  return { history, page, run, edit, restored, stale, store };
}

async function openAndRun(store = createMemoryOutputStore()) {
  const lesson = await openLesson(store);
  for (const cell of ['choose', 'model', 'predict', 'bars', 'other'] as const) await lesson.run(cell);
  return lesson;
}

describe('stale outputs', () => {
  it('are those of an edited cell and of the cells that depend on it, until the code is the same again', async () => {
    const { edit, stale, run, page } = await openAndRun();
    expect(stale()).toEqual({});
    await edit('model', 'const model = load(2);');
    expect(stale()).toEqual({ model: 'code', predict: 'cell', bars: 'cell' });
    await edit('model');
    expect(stale()).toEqual({});
    await edit('model', 'const model = load(2);');
    await run('model');
    expect(stale()).toEqual({ predict: 'cell', bars: 'cell' });
    await run('predict');
    expect(stale()).toEqual({ bars: 'cell' });
    await run('bars');
    expect(stale()).toEqual({});
    expect(page.parses, 'the authored code needs no parsing').toBe(2);
  });

  it('follow the photo', async () => {
    const { history, page, stale, run } = await openAndRun();
    page.inputs = ['photo:dog'];
    await history.refresh();
    expect(stale()).toEqual({ choose: 'photo', predict: 'cell', bars: 'cell' });
    expect(history.readers('photo')).toEqual(['choose', 'predict', 'bars']);
    await run('choose');
    await run('predict');
    await run('bars');
    expect(stale()).toEqual({});
  });

  it('follow the seed of the worker, which changes with a new worker only', async () => {
    const { history, page, stale, run } = await openLesson();
    await run('other', { seed: 42 });
    page.seed = 7;
    await history.refresh();
    expect(stale()).toEqual({});
    await history.endWorker();
    expect(stale()).toEqual({ other: 'seed' });
  });
});

describe('a later visit', () => {
  it('gets the outputs back, but not the variables', async () => {
    const { store } = await openAndRun();
    const { history, restored, stale } = await openLesson(store);
    expect(restored).toHaveLength(5);
    expect(restored[0]).toEqual({ cell: 'choose', at: 5, outputs: [text] });
    expect(stale()).toEqual({});
    expect(history.missing('bars')).toEqual(['choose', 'model', 'predict']);
    expect(history.lost.size).toBe(0);
  });

  it('finds what has changed since', async () => {
    const { store } = await openAndRun();
    const later = await openLesson(store);
    await later.edit('predict', 'const answer = 1');
    expect(later.stale()).toEqual({ predict: 'code', bars: 'cell' });
  });

  it('ignores damaged and foreign data', async () => {
    const { store } = await openAndRun();
    const [kept] = await store.load('lesson');
    if (kept === undefined) throw new Error('nothing is kept');
    await store.put({ ...kept, cell: 'model', facts: 'damaged' });
    await store.put({ ...kept, cell: 'removed' });
    const { restored } = await openLesson(store);
    expect(restored.map(({ cell }) => cell)).toEqual(['choose', 'predict', 'bars', 'other']);
  });

  it('works without storage', async () => {
    const refused = async () => {
      throw new Error('refused');
    };
    const { restored, stale, edit } = await openAndRun({ load: refused, put: refused, remove: refused });
    expect(restored).toEqual([]);
    await edit('model', 'const model = 1');
    expect(stale()['bars']).toBe('cell');
  });
});

describe('plans', () => {
  it('run a cell, what is missing before it, and what depends on it', async () => {
    const { history, run } = await openLesson();
    expect(history.from('predict')).toEqual({ missing: ['choose', 'model'], dependents: ['bars'] });
    await run('model');
    expect(history.from('choose')).toEqual({ missing: [], dependents: ['predict', 'bars'] });
    expect(history.missing('predict')).toEqual(['choose']);
    await run('choose', { status: 'failed' });
    expect(history.missing('predict')).toEqual(['choose']);
    await run('choose', { status: 'stopped', milliseconds: null });
    expect(history.missing('predict'), 'a worker that was ended').toEqual(['choose']);
    await run('choose');
    expect(history.missing('predict')).toEqual([]);
    expect(history.duration(['choose', 'model', 'predict'])).toBe(2000);
    await history.endWorker();
    expect(history.missing('predict')).toEqual(['choose', 'model']);
    expect([...history.lost].sort()).toEqual(['choose', 'model']);
  });

  it('name what a cell uses of missing cells, and leave out cells that are about to run', async () => {
    const { history, run, page } = await openLesson();
    expect(history.missingNames('predict')).toEqual([
      { name: 'model', cell: 'model' },
      { name: 'photo', cell: 'choose' },
    ]);
    page.busy.add('model');
    expect(history.missing('predict')).toEqual(['choose']);
    expect(history.missingNames('predict')).toEqual([{ name: 'photo', cell: 'choose' }]);
    expect(history.hasRunHere('choose')).toBe(false);
    await run('choose');
    expect(history.hasRunHere('choose')).toBe(true);
    expect(history.missingNames('predict')).toEqual([]);
  });

  it('use edited code before anything has run', async () => {
    const { history, edit } = await openLesson();
    await edit('other', 'answer;');
    await history.readNames();
    expect(history.missing('other')).toEqual(['choose', 'model', 'predict']);
    await edit('other', 'answer = ');
    await history.readNames();
    expect(history.missing('other'), 'code with a syntax error').toEqual(['choose', 'model', 'predict']);
  });
});

describe('parseInputs', () => {
  it('joins the contents of one kind', () => {
    expect(parseInputs(['drawings:a', 'photo:own/a:b.jpg/1', 'drawings:b', 'other:c'])).toEqual({
      drawings: 'a|b',
      photo: 'own/a:b.jpg/1',
    });
  });
});

describe('undeclaredName', () => {
  const error = (name: string, what: string): Output => ({
    kind: 'error',
    name,
    what,
    advice: '',
    place: null,
    trace: [],
  });
  const declaredBy = (name: string) => (name === 'insects' ? 'problem-y' : null);

  it('is the name in the error that another cell declares', () => {
    expect(undeclaredName([text, error('ReferenceError', '«insects» no existe')], declaredBy)).toEqual({
      name: 'insects',
      cell: 'problem-y',
    });
    expect(undeclaredName([error('ReferenceError', 'moths is not declared')], declaredBy)).toBeNull();
    expect(undeclaredName([error('TypeError', 'insects is broken')], declaredBy)).toBeNull();
  });
});
