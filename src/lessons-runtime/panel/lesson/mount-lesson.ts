import type { CellState, CellStatus } from '../../host/cell-state.ts';
import type { Photos } from '../../host/photos.ts';
import { loadPart, PartFailure } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { type CellView, createCellView } from '../cell/cell-view.ts';
import { onVisible } from '../dom/on-visible.ts';
import { type CellOnPage, readPage, requireElement } from '../dom/read-page.ts';
import type { Engine } from '../engine/start-engine.ts';
import { mountPart, partWords } from '../mount-part.ts';
import { findPhotoClasses } from '../photos/find-photo-classes.ts';
import { findPhotoPicker } from '../photos/find-photo-picker.ts';
import { openPhotos } from '../photos/open-photos.ts';
import { findQuizzes } from '../quiz/find-quizzes.ts';
import type { RunLog } from '../run-log/run-log.ts';
import { type PanelWords, panelWordsIn } from '../words/panel-words.ts';
import { type CarriedOutputs, carriedParts, carryOutputs, takeCarriedOutputs } from './carried-outputs.ts';
import { mountFirstSteps } from './first-steps.ts';
import { createLazyProgress } from './lazy-progress.ts';
import { createLessonBar } from './lesson-bar.ts';
import { mountSeedInput } from './seed-input.ts';

/** Brings a lesson page to life. Nothing of TensorFlow.js, editor or charts is loaded before a learner asks for it. */
export function mountLesson(root: Document): void {
  const read = readPage(root);
  if (read === null) return;
  const { page, cells } = read;
  const words = panelWordsIn(page.language);
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  const bar = createLessonBar(root, words);
  const firstSteps = mountFirstSteps(root, words, (step) =>
    keeper.afterRun(({ keepStep }) => keepStep(step)),
  );
  const views = new Map<string, CellView>();
  let engine: Engine | null = null;
  const seed = mountSeedInput(root, page.lesson, {
    onChange(changed) {
      if (bar.isUp()) bar.showNotice(words.seedChanged(changed));
    },
    onRefused: (kept) => bar.showNotice(words.seedStays(kept)),
  });

  const photos: Photos = openPhotos(async () => {
    const { createPhotos } = await loadPart(() => import('../../host/photos.ts'));
    return createPhotos(`${base}datasets/gallery@1/`, checkedPhoto);
  });
  const checkedPhoto = findPhotoPicker(root, page.language, words, photos);

  const photoClasses = findPhotoClasses(root, page.lesson, page.language);
  const tellQuizzes = findQuizzes(
    root,
    page.lesson,
    page.language,
    () => void keeper.keep(),
    (cell) => cells.find(({ id }) => id === cell)?.source,
  );
  const logPlace = root.querySelector<HTMLElement>('[data-run-log]');
  /** Loaded with the first training, or when the reader comes to its place. */
  const runLog = once(async () => {
    // It tells of trainings that cannot be kept.
    await keeper.keep();
    const { createRunLog } = await loadPart(() => import('../run-log/run-log.ts'));
    return createRunLog(page.lesson, logPlace, words);
  });
  if (logPlace !== null) onVisible(logPlace, () => mountPart(logPlace, runLog));

  /** The engine, brought up once; after a failure, at the next try. */
  const start = once(() =>
    loadPart(() => import('../engine/start-engine.ts'))
      .then(({ startEngine }) =>
        startEngine({
          page,
          words,
          photos,
          seed,
          events: {
            onCell,
            onState(state) {
              bar.showState(state);
              if (state.phase === 'off') log((trainings) => trainings.endWorker());
            },
            onMemory: bar.showMemory,
            onTraining(by, event, workerSeed) {
              tellQuizzes(by, event);
              hasTrained = true;
              log((trainings) => trainings.onTrainingEvent(by, event, workerSeed));
            },
            onTrouble: bar.showTrouble,
          },
          runningOutput: () => [...views.values()].find(({ status }) => status === 'running')?.output ?? null,
          photoClasses,
          onPlace: (cell, line, column) => views.get(cell)?.code.goTo(line, column),
        }),
      )
      .then((started) => {
        engine = started;
        return started;
      })
      .catch((error: unknown) => {
        bar.showTrouble('start-failed');
        throw error;
      }),
  );

  let hasTrained = false;

  /** Acts follow one another in their order, also while the log is being loaded. */
  function log(act: (trainings: RunLog) => void): void {
    if (hasTrained)
      runLog()
        .then(act)
        .catch(() => {});
  }

  function onCell(cell: string, state: CellState): void {
    if (engine === null) return;
    const view = views.get(cell);
    view?.show(state, engine.createOutputs);
    firstSteps?.showRun(cell, state.run, state.status, view?.code.isEdited() === true);
    if (ends.has(state.status)) keeper.afterRun(({ keepRun }) => keepRun(cell, state.run, state.status));
    bar.showRunning([...views.values()].some(({ status }) => status === 'queued' || status === 'running'));
  }

  /** How often Stop was pressed: a run that still waits for engine or record is one that it ends. */
  let stops = 0;
  function stop(): void {
    stops += 1;
    engine?.session.stop();
  }

  async function run(ids: readonly string[], isOneOfMany = false): Promise<void> {
    for (const id of ids) views.get(id)?.showPending(isOneOfMany);
    const earlier = stops;
    try {
      // What is kept comes first: else the authored code would run, and stand under outputs of which it is not the code.
      const [{ session }] = await Promise.all([start(), keeper.restored()]);
      if (stops !== earlier) throw new Error('stopped before it began');
      await session.run(ids.map((cell) => ({ cell, source: views.get(cell)?.code.source() ?? '' })));
    } catch {
      for (const id of ids) views.get(id)?.showIdle();
    }
  }

  cells.forEach(({ id, source, section }, place) => {
    const next = cells[place + 1]?.id ?? id;
    const view = createCellView(section, source, words, {
      onRun: () => void run([id]),
      onRunAndAdvance() {
        void run([id]);
        views.get(next)?.code.focus();
      },
      onStop: stop,
      onReset: () => firstSteps?.showReset(id),
    });
    views.set(id, view);
  });

  warmUpBeforeRun(root, () => {
    start().then(
      ({ session }) => session.warmUp(),
      () => {},
    );
  });

  const exercises = [...root.querySelectorAll<HTMLElement>('[data-exercise]')];
  bar.onRunAll(() => {
    const all = cells.filter(({ section }) => !exercises.some((each) => each.contains(section)));
    const ran = run(
      all.map(({ id }) => id),
      true,
    );
    loadPart(() => import('./announce-run-all.ts')).then(
      ({ announceRunAll }) =>
        announceRunAll(
          ran,
          all.flatMap(({ id }) => views.get(id) ?? []),
          page.language,
          bar.announce,
        ),
      // Each cell still shows how it ended.
      () => {},
    );
  });
  bar.onStop(stop);
  bar.onRestart(() => engine?.session.restart());

  const grading = once(async () => {
    // What is checked is the code that is kept.
    await keeper.keep();
    const { createExercises } = await loadPart(() => import('../exercise/exercises.ts'));
    return createExercises({
      page,
      code: (cell) => views.get(cell)?.code,
      photos,
      seed,
    });
  });
  for (const section of exercises) {
    onVisible(section, () => mountPart(section, async () => (await grading()).mount(section)));
  }

  const carried = takeCarriedOutputs(page.lesson);
  showCarried(cells, carried, words, (cell) => views.get(cell)?.announce ?? (() => {}));
  for (const link of root.querySelectorAll('a[data-language]')) {
    link.addEventListener('click', () => carryOutputs(page.lesson, { ...carried, ...shownOutputs() }));
  }

  /** Since the page came; a run that still waits for the record is none. */
  function hasRun(cell: string): boolean {
    return (engine?.session.cell(cell).run ?? 0) > 0;
  }

  /** By cell, of those that ran since the page came. */
  function shownOutputs(): CarriedOutputs {
    const ran = cells.flatMap(({ id }) => {
      const state = engine?.session.cell(id);
      return state === undefined || state.run === 0 ? [] : [[id, carriedParts(state.outputs)] as const];
    });
    return Object.fromEntries(ran);
  }

  /** Why nothing is kept, where it is for want of a script and not of the browser's leave. */
  let missing: PartFailure | null = null;
  const keeper = createLazyProgress(
    root,
    async () => {
      const { keepProgress } = await loadPart(() => import('./keep-progress.ts')).catch((error: unknown) => {
        missing = error instanceof PartFailure ? error : null;
        throw error;
      });
      if (missing !== null) bar.showNotice(partWords()['saved'] ?? '');
      missing = null;
      return keepProgress(page.lesson, words, {
        cells: cells.flatMap(({ id, source }) => {
          const view = views.get(id);
          return view === undefined
            ? []
            : [{ id, authored: source, code: view.code, hasRun: () => hasRun(id) }];
        }),
        firstSteps,
        onTrouble: (text) => bar.showNotice(text, true),
      });
    },
    () => bar.showNotice(missing === null ? words.notSaved : (partWords()['unsaved'] ?? ''), true),
  );
  for (const { code } of views.values()) code.onChange(() => void keeper.keep());
}

/** How a run ends. */
const ends: ReadonlySet<CellStatus> = new Set(['done', 'failed', 'stopped']);

function showCarried(
  cells: readonly CellOnPage[],
  carried: CarriedOutputs,
  words: PanelWords,
  announcerOf: (cell: string) => (text: string) => void,
): void {
  for (const { id, section } of cells) {
    const { [id]: parts = [] } = carried;
    if (parts.length === 0) continue;
    mountPart(section, async () => {
      const { showCarriedOutputs } = await loadPart(() => import('./show-carried-outputs.ts'));
      const container = requireElement(section, '[data-cell-output]');
      // Whoever runs the cell before this comes sees the new run.
      if (container.childElementCount === 0) showCarriedOutputs(container, id, parts, words, announcerOf(id));
    });
  }
}

/** Whoever points at a Run button, or comes to it by keyboard, is about to press it: that is time to start in. */
function warmUpBeforeRun(root: Document, warmUp: () => void): void {
  const hints = new AbortController();
  for (const button of root.querySelectorAll('[data-action=run], [data-action=run-all]')) {
    for (const hint of ['pointerenter', 'focus']) {
      button.addEventListener(
        hint,
        () => {
          hints.abort();
          warmUp();
        },
        { signal: hints.signal },
      );
    }
  }
}
