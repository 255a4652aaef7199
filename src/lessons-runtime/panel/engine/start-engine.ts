import scripts from 'virtual:worker-scripts';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { fetchBytes } from '../../host/fetch-bytes.ts';
import type { Photos } from '../../host/photos.ts';
import { createRequestServer, type LearnerFiles } from '../../host/serve-requests.ts';
import { createSession, type Session, type SessionEvents } from '../../host/session.ts';
import { createWorkerFactory } from '../../host/worker-factory.ts';
import type { LessonPage } from '../../lesson/lesson-page.ts';
import type { BackendChoice } from '../../protocol/host-to-worker.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import type { CreateOutputs } from '../cell/cell-view.ts';
import { createFileChooser } from '../dom/choose-files.ts';
import { createOutputList } from '../output/output-list.ts';
import type { PanelWords } from '../words/panel-words.ts';

export { createOutputList } from '../output/output-list.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** All that a lesson needs to run cells: loaded at the first run, not before. */
export interface Engine {
  readonly session: Session;
  readonly createOutputs: CreateOutputs;
}

export function startEngine(options: {
  readonly page: LessonPage;
  readonly words: PanelWords;
  readonly photos: Photos;
  readonly seed: () => number;
  readonly events: SessionEvents;
  readonly onPlace: (cell: string, line: number, column: number) => void;
  /** Where a running cell asks for files. */
  readonly runningOutput: () => HTMLElement | null;
  readonly photoClasses: LearnerFiles['photoClasses'];
}): Engine {
  const blobCache = once(async () =>
    (await loadPart(() => import('../lesson/open-blob-cache.ts'))).openBlobCache(),
  );
  const session = openSession({
    ...options,
    language: options.page.language,
    blobCache,
    chooseFiles: createFileChooser(options.runningOutput, options.words),
  });
  return {
    session,
    createOutputs: (container, cell, announce) =>
      createOutputList(container, cell, options.words, {
        announce,
        onPlace: options.onPlace,
        onFreeze: session.freeze,
      }),
  };
}

/** A worker and its queue of runs: the lesson's, or one beside it that shares nothing with it. */
export function openSession(
  options: LearnerFiles & {
    readonly language: Language;
    readonly seed: () => number;
    readonly events: SessionEvents;
  },
): Session {
  return createSession({
    ...options,
    backend: backendChoice(location.search),
    connect: createWorkerFactory({ runner: `${base}runner.html`, kernel: scripts.kernel }),
    requests: createRequestServer(
      { scripts, wasm: { simd: simdUrl, plain: plainUrl }, base },
      fetchBytes,
      options,
    ),
  });
}

/** `?backend=webgl|wasm|cpu` in the page's address; anything else leaves the choice to the device. */
function backendChoice(search: string): BackendChoice {
  const asked = new URLSearchParams(search).get('backend');
  return asked === 'webgl' || asked === 'wasm' || asked === 'cpu' ? asked : 'auto';
}
