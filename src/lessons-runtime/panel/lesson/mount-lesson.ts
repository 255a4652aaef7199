import type { CellStatus } from '../../host/cell-state.ts';
import type { FirstStep } from '../../lesson/first-steps.ts';
import { loadPart } from '../../shared/load-part.ts';
import { createCellView } from '../cell/cell-view.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';
import { readPage } from '../dom/read-page.ts';
import { mountLazyDrawPads } from '../drawings/lazy-draw-pads.ts';
import { mountLazyExercises } from '../exercise/lazy-exercises.ts';
import { mountLazyFigures } from '../figures/lazy-figures.ts';
import { mountLazyPhotoClasses } from '../photos/lazy-photo-classes.ts';
import { mountLazyPhotoPicker } from '../photos/lazy-photo-picker.ts';
import { createLazyPhotos } from '../photos/lazy-photos.ts';
import { mountLazyQuizzes } from '../quiz/lazy-quizzes.ts';
import { panelWordsIn } from '../words/panel-words.ts';
import { createCellRunner } from './cell-runner.ts';
import { mountFirstSteps } from './first-steps.ts';
import { createLazyEngine } from './lazy-engine.ts';
import { createLazyRunLog } from './lazy-run-log.ts';
import { createLessonBar } from './lesson-bar.ts';
import { createLessonProgress } from './lesson-progress.ts';
import { readInputs } from './read-inputs.ts';
import { mountSeedInput } from './seed-input.ts';
import { trackOutcomes } from './track-outcomes.ts';
import { warmUpBeforeRun } from './warm-up.ts';

/** Mounts a lesson page. TensorFlow.js, the editor and charts are loaded only when the learner uses them. */
export function mountLesson(root: Document): void {
  const read = readPage(root);
  if (read === null) return;
  const { page, cells } = read;
  const { lesson, language } = page;
  const words = panelWordsIn(language);
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

  // The parts of the page.
  const bar = createLessonBar(root, words);
  const views = new Map(
    cells.map(({ id, source, section }) => [id, createCellView(section, source, words)] as const),
  );
  for (const { id, section } of cells) {
    mountWhenVisible(section.querySelectorAll<HTMLElement>('[data-code-controls]'), async () => {
      const { mountCodeControls } = await loadPart(() => import('../cell/code-controls.ts'));
      const code = views.get(id)?.code;
      if (code !== undefined) mountCodeControls(section, code);
    });
  }
  const firstSteps = mountFirstSteps(root, words);
  const seed = mountSeedInput(root, lesson, {
    onChange(message) {
      if (bar.hasWorker()) bar.showNotice(message);
    },
    onRejected: (message) => bar.showNotice(message),
  });
  const photos = createLazyPhotos(async () => {
    const { openPhotos } = await loadPart(() => import('../photos/open-photos.ts'));
    return openPhotos(root, `${base}datasets/gallery@1/`);
  });
  mountLazyPhotoPicker(root, language, photos);
  const photoClasses = mountLazyPhotoClasses(root, lesson, language);
  mountLazyFigures(root, language);

  // The learner's record.
  const progress = createLessonProgress(root, lesson, words, {
    bar,
    cells,
    views,
    firstSteps,
    run: runSeveral,
  });
  function recordSteps(steps: readonly FirstStep[] = []): void {
    for (const step of steps) progress.afterRun(({ recordStep }) => recordStep(step));
  }
  const openProgress = () => void progress.open();
  const drawings = mountLazyDrawPads(root, language, openProgress);
  const notifyQuizzes = mountLazyQuizzes(
    root,
    lesson,
    language,
    openProgress,
    (cell) => cells.find(({ id }) => id === cell)?.source,
  );
  const runLog = createLazyRunLog(root, lesson, words, progress);

  // The engine.
  const newOutcome = trackOutcomes();
  /** The contents of the page's inputs when the last run started. */
  let inputs: readonly string[] = [];
  const engine = createLazyEngine(
    {
      page,
      words,
      photos,
      seed,
      photoClasses,
      drawings,
      runningOutput: () => [...views.values()].find(({ status }) => status === 'running')?.output ?? null,
      goToCode: (cell, line, column) => views.get(cell)?.code.goTo(line, column),
    },
    {
      onCell(cell, state, createOutputs) {
        const view = views.get(cell);
        view?.show(state, createOutputs);
        if (state.status === 'running' && state.outputs.length === 0) inputs = readInputs(root);
        const outcome = newOutcome(cell, state);
        if (outcome !== null) {
          recordSteps(firstSteps?.showRun(cell, outcome, view?.code.isEdited() === true));
          const started = inputs;
          progress.afterRun(({ recordRun }) => recordRun(cell, outcome, state, started));
        }
        bar.showRunning([...views.values()].some((each) => isBusy(each.status)));
      },
      onState(state) {
        bar.showState(state);
        if (state.phase !== 'off') return;
        runLog.endWorker();
        progress.afterRun(({ endWorker }) => endWorker());
      },
      onMemory: bar.showMemory,
      onTraining(by, event, workerSeed) {
        notifyQuizzes(by, event);
        runLog.onTrainingEvent(by, event, workerSeed);
      },
      onFailure: bar.showNotice,
    },
  );
  const { run, runOrAsk, stop } = createCellRunner(engine, progress, views);

  // The learner's actions.
  /** Runs a cell, or asks; then scrolls. @param index of the cell on the page */
  function start(
    id: string,
    index: number,
    scroll: (part: typeof import('./scroll-after-run.ts')) => Promise<void>,
    onStart = () => {},
  ): void {
    // Any cell but the first may need others, which the recorder finds.
    if (index > 0) openProgress();
    void runOrAsk(id, () => {
      onStart();
      // If the script cannot be loaded, the page does not scroll.
      loadPart(() => import('./scroll-after-run.ts')).then(scroll, () => {});
    });
  }
  cells.forEach(({ id, section }, index) => {
    views.get(id)?.listen({
      onRun: () => start(id, index, ({ showResult }) => showResult(section)),
      onRunAndAdvance() {
        const next = cells[index + 1] ?? { id, section };
        start(
          id,
          index,
          ({ showNextCell }) => showNextCell(section, next.section),
          () => views.get(next.id)?.code.focus(),
        );
      },
      onStop: stop,
      onReset: () => recordSteps(firstSteps?.showReset(id)),
    });
  });
  warmUpBeforeRun(root, () => {
    engine.start().then(
      ({ session }) => session.warmUp(),
      () => {},
    );
  });
  const exercises = mountLazyExercises(root, progress.open, {
    page,
    code: (cell) => views.get(cell)?.code,
    photos,
    drawings,
    seed,
  });
  /** Runs cells one after the other and announces the progress of all. */
  function runSeveral(ids: readonly string[]): void {
    if (ids.length === 1) return void run(ids);
    const finished = run(ids, true);
    loadPart(() => import('./announce-run-all.ts')).then(
      ({ announceRunAll }) =>
        announceRunAll(
          finished,
          ids.flatMap((id) => views.get(id) ?? []),
          language,
          bar.announce,
        ),
      // If the script cannot be loaded, each cell still shows how it ended.
      () => {},
    );
  }
  bar.onRunAll(() =>
    runSeveral(
      cells.flatMap(({ id, section }) => (exercises.some((each) => each.contains(section)) ? [] : [id])),
    ),
  );
  bar.onStop(stop);
  bar.onRestart(() => engine.current()?.session.restart());
  // The menu of a cell is filled by the recorder.
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-cell-more]') !== null) openProgress();
  });
}

function isBusy(status: CellStatus): boolean {
  return status === 'queued' || status === 'running';
}
