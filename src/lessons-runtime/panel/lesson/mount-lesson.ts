import type { CellStatus } from '../../host/cell-state.ts';
import type { FirstStep } from '../../lesson/first-steps.ts';
import { loadPart } from '../../shared/load-part.ts';
import { createCellView } from '../cell/cell-view.ts';
import { readPage } from '../dom/read-page.ts';
import { findExercises } from '../exercise/find-exercises.ts';
import { findPhotoClasses } from '../photos/find-photo-classes.ts';
import { findPhotoPicker } from '../photos/find-photo-picker.ts';
import { markedPhoto, openPhotos } from '../photos/open-photos.ts';
import { findQuizzes } from '../quiz/find-quizzes.ts';
import { panelWordsIn } from '../words/panel-words.ts';
import { carryBetweenLanguages } from './carry-between-languages.ts';
import { createCellRunner } from './cell-runner.ts';
import { mountFirstSteps } from './first-steps.ts';
import { createLazyEngine } from './lazy-engine.ts';
import { createLazyRunLog } from './lazy-run-log.ts';
import { createLessonBar } from './lesson-bar.ts';
import { createLessonProgress } from './lesson-progress.ts';
import { mountSeedInput } from './seed-input.ts';
import { warmUpBeforeRun } from './warm-up.ts';

/** How a run ends. */
const ends: ReadonlySet<CellStatus> = new Set(['done', 'failed', 'stopped']);

/** Brings a lesson page to life. Nothing of TensorFlow.js, editor or charts is loaded before a learner asks for it. */
export function mountLesson(root: Document): void {
  const read = readPage(root);
  if (read === null) return;
  const { page, cells } = read;
  const { lesson, language } = page;
  const words = panelWordsIn(language);
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

  // What is on the page.
  const bar = createLessonBar(root, words);
  const views = new Map(
    cells.map(({ id, source, section }) => [id, createCellView(section, source, words)] as const),
  );
  const firstSteps = mountFirstSteps(root, words);
  const seed = mountSeedInput(root, lesson, {
    onChange(changed) {
      if (bar.isUp()) bar.showNotice(words.seedChanged(changed));
    },
    onRefused: (kept) => bar.showNotice(words.seedStays(kept)),
  });
  const photos = openPhotos(async () => {
    const { createPhotos } = await loadPart(() => import('../../host/photos.ts'));
    return createPhotos(`${base}datasets/gallery@1/`, () => markedPhoto(root));
  });
  findPhotoPicker(root, language, words, photos);
  const photoClasses = findPhotoClasses(root, lesson, language);

  // What is kept of it.
  const progress = createLessonProgress(root, lesson, words, { bar, cells, views, firstSteps });
  function keepSteps(steps: readonly FirstStep[] = []): void {
    for (const step of steps) progress.afterRun(({ keepStep }) => keepStep(step));
  }
  const tellQuizzes = findQuizzes(
    root,
    lesson,
    language,
    () => void progress.keep(),
    (cell) => cells.find(({ id }) => id === cell)?.source,
  );
  const runLog = createLazyRunLog(root, lesson, words, progress);

  // What runs it.
  const engine = createLazyEngine(
    {
      page,
      words,
      photos,
      seed,
      photoClasses,
      runningOutput: () => [...views.values()].find(({ status }) => status === 'running')?.output ?? null,
      onPlace: (cell, line, column) => views.get(cell)?.code.goTo(line, column),
    },
    {
      onCell(cell, state, createOutputs) {
        const { run, status } = state;
        const view = views.get(cell);
        view?.show(state, createOutputs);
        keepSteps(firstSteps?.showRun(cell, run, status, view?.code.isEdited() === true));
        if (ends.has(status)) progress.afterRun(({ keepRun }) => keepRun(cell, run, status));
        bar.showRunning([...views.values()].some((each) => isBusy(each.status)));
      },
      onState(state) {
        bar.showState(state);
        if (state.phase === 'off') runLog.endWorker();
      },
      onMemory: bar.showMemory,
      onTraining(by, event, workerSeed) {
        tellQuizzes(by, event);
        runLog.onTrainingEvent(by, event, workerSeed);
      },
      onConnectionLost: bar.showTrouble,
    },
  );
  const { run, stop } = createCellRunner(engine, progress, views);

  // What the learner does.
  cells.forEach(({ id }, place) => {
    views.get(id)?.listen({
      onRun: () => void run([id]),
      onRunAndAdvance() {
        void run([id]);
        views.get(cells[place + 1]?.id ?? id)?.code.focus();
      },
      onStop: stop,
      onReset: () => keepSteps(firstSteps?.showReset(id)),
    });
  });
  warmUpBeforeRun(root, () => {
    engine.start().then(
      ({ session }) => session.warmUp(),
      () => {},
    );
  });
  const exercises = findExercises(root, progress.keep, {
    page,
    code: (cell) => views.get(cell)?.code,
    photos,
    seed,
  });
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
          language,
          bar.announce,
        ),
      // Each cell still shows how it ended.
      () => {},
    );
  });
  bar.onStop(stop);
  bar.onRestart(() => engine.up()?.session.restart());
  carryBetweenLanguages(root, lesson, words, cells, views);
}

function isBusy(status: CellStatus): boolean {
  return status === 'queued' || status === 'running';
}
