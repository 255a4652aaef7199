import scripts from 'virtual:worker-scripts';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { ChooseFiles } from '../host/chosen-files.ts';
import { fetchBytes } from '../host/fetch-bytes.ts';
import type { OpenSession } from '../host/grade-exercise.ts';
import { createPhotos, type Photos } from '../host/photos.ts';
import { createRequestServer, type LearnersOwn } from '../host/serve-requests.ts';
import { createSession, type Session, type SessionEvents } from '../host/session.ts';
import { createWorkerFactory } from '../host/worker-factory.ts';
import type { LessonPage } from '../lesson/lesson-page.ts';
import type { BackendChoice } from '../protocol/host-to-worker.ts';
import { once } from '../shared/once.ts';
import { createOutputList, type OutputList } from './output/output-list.ts';
import type { PanelWords } from './words.ts';

export { showCarriedOutputs } from './show-carried-outputs.ts';

/** All that a lesson needs to run cells: loaded at the first run, not before. */
export interface Engine {
  readonly session: Session;
  readonly photos: Photos;
  readonly createOutputs: (container: HTMLElement, cell: string) => OutputList;
  /** Another worker, that shares nothing with the lesson's. */
  readonly openBeside: OpenSession;
}

export function startEngine(options: {
  readonly page: LessonPage;
  readonly words: PanelWords;
  readonly firstPhoto: string | null;
  readonly seed: () => number;
  readonly events: SessionEvents;
  readonly onPlace: (cell: string, line: number, column: number) => void;
  readonly chooseFiles: ChooseFiles;
  readonly photoClasses: LearnersOwn['photoClasses'];
}): Engine {
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  const photos = createPhotos(`${base}datasets/gallery@1/`, options.firstPhoto);
  const keptFiles = once(async () => (await import('./open-kept-files.ts')).openKeptFiles());
  const { chooseFiles, photoClasses } = options;
  const open = (
    events: SessionEvents,
    seed: () => number,
    own: Pick<LearnersOwn, 'keptFiles' | 'chooseFiles'>,
  ): Session =>
    createSession({
      language: options.page.language,
      backend: backendChoice(location.search),
      seed,
      connect: createWorkerFactory({ runner: `${base}runner.html`, kernel: scripts.kernel }),
      requests: createRequestServer({ scripts, wasm: { simd: simdUrl, plain: plainUrl }, base }, fetchBytes, {
        photos,
        photoClasses,
        ...own,
      }),
      events,
    });
  const session = open(options.events, options.seed, { keptFiles, chooseFiles });
  return {
    session,
    photos,
    openBeside: async ({ events, keptFiles, seed }) =>
      open(events, seed === null ? options.seed : () => seed, { keptFiles, chooseFiles: async () => null }),
    createOutputs: (container, cell) =>
      createOutputList(container, cell, options.words, {
        onPlace: options.onPlace,
        onFreeze: session.freeze,
      }),
  };
}

/** `?backend=webgl|wasm|cpu` in the page's address; anything else leaves the choice to the device. */
export function backendChoice(search: string): BackendChoice {
  const asked = new URLSearchParams(search).get('backend');
  return asked === 'webgl' || asked === 'wasm' || asked === 'cpu' ? asked : 'auto';
}
