import scripts from 'virtual:worker-scripts';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { fetchBytes } from '../../host/fetch-bytes.ts';
import type { PhotoClasses } from '../../host/photo-classes.ts';
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
import { withNetworkFigures } from '../figures/with-network-figures.ts';
import { createOutputList } from '../output/output-list.ts';
import type { PanelWords } from '../words/panel-words.ts';

export { createOutputList } from '../output/output-list.ts';
export { connectionFailureText } from './connection-words.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** What a lesson needs to run cells. It is loaded at the first run. */
export interface Engine {
  readonly session: Session;
  readonly createOutputs: CreateOutputs;
}

/** Opens the lesson's session. Its worker starts with the first run, or with `session.warmUp()`. */
export function startEngine(options: {
  readonly page: LessonPage;
  readonly words: PanelWords;
  readonly photos: Photos;
  readonly seed: () => number;
  readonly events: SessionEvents;
  readonly goToCode: (cell: string, line: number, column: number) => void;
  /** Returns the output area of the running cell, below which it asks for files. */
  readonly runningOutput: () => HTMLElement | null;
  /** Opens the learner's photo classes; `null` on a page without them. */
  readonly photoClasses: () => Promise<PhotoClasses | null>;
  readonly drawings: LearnerFiles['drawings'];
}): Engine {
  const blobCache = once(async () =>
    (await loadPart(() => import('../lesson/open-blob-cache.ts'))).openBlobCache(),
  );
  const { photoClasses } = options;
  const session: Session = openSession({
    ...options,
    events: withNetworkFigures(options.events, options.page.language, (...all) => session.freeze(...all)),
    language: options.page.language,
    blobCache,
    photoClasses: async () => (await photoClasses())?.files() ?? [],
    chooseFiles: createFileChooser(options.runningOutput, options.words),
  });
  return {
    session,
    createOutputs: (container, cell, announce) =>
      createOutputList(container, cell, options.words, {
        announce,
        goToCode: options.goToCode,
        onFreeze: session.freeze,
        live: { ...session, photoClasses },
        onOcclude: session.occlude,
      }),
  };
}

/** Opens a session: a worker with its own queue of runs, which shares no state with other sessions. */
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

/** Reads `?backend=webgl|wasm|cpu` from the page's address; without it the backend depends on the device. */
function backendChoice(search: string): BackendChoice {
  const choice = new URLSearchParams(search).get('backend');
  return choice === 'webgl' || choice === 'wasm' || choice === 'cpu' ? choice : 'auto';
}
