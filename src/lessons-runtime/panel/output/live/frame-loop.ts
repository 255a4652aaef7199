import type { OutputOf } from '../../../protocol/output.ts';

type Answer = NonNullable<OutputOf<'live'>['answer']>;

/** Where the pictures of a live view come from. */
export interface FrameSource {
  /** Returns the RGBA pixels of the current picture; `null` if there is none yet. */
  readonly read: () => ArrayBuffer | null;
  /** Whether the picture changes, so that it is classified again and again. */
  readonly isMoving: boolean;
}

/** Sends the pictures of a source to a model, one at a time. */
export interface FrameLoop {
  /** Replaces the source; `null` ends the loop. */
  show(source: FrameSource | null): void;
  /** Passes on the model's answer to a picture. */
  receive(answer: Answer): void;
  /** Since when a picture has been waiting for its answer, in milliseconds since 1970; `null` if none is. */
  readonly waitingSince: number | null;
  /** How many pictures of the current source were answered in the last second. */
  readonly rate: number;
}

/** The least time between two pictures: bars that change more often cannot be read, and the camera need not warm the device. */
const frameMilliseconds = 66;
/** How long to wait for the first picture of a camera. */
const retryMilliseconds = 50;

/** @param onAnswer called with the answers to pictures of the current source */
export function createFrameLoop(deps: {
  readonly send: (frame: number, pixels: ArrayBuffer) => void;
  readonly onAnswer: (answer: Answer) => void;
}): FrameLoop {
  let source: FrameSource | null = null;
  let frames = 0;
  let waiting: { readonly frame: number; readonly of: FrameSource; readonly since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSent = 0;
  /** The times of the answers of the last second. */
  let answered: readonly number[] = [];

  const recent = () => answered.filter((at) => at > Date.now() - 1000);

  function sendNext(): void {
    clearTimeout(timer);
    if (source === null || waiting !== null) return;
    const pixels = source.read();
    if (pixels === null) {
      timer = setTimeout(sendNext, retryMilliseconds);
      return;
    }
    lastSent = Date.now();
    waiting = { frame: ++frames, of: source, since: lastSent };
    deps.send(frames, pixels);
  }

  return {
    show(next) {
      source = next;
      answered = [];
      sendNext();
    },
    receive(answer) {
      if (answer.frame !== waiting?.frame) return;
      const isCurrent = waiting.of === source;
      waiting = null;
      if (isCurrent) {
        answered = [...recent(), Date.now()];
        deps.onAnswer(answer);
      }
      if (!isCurrent || source?.isMoving === true)
        timer = setTimeout(sendNext, frameMilliseconds - (Date.now() - lastSent));
    },
    get waitingSince() {
      return waiting?.since ?? null;
    },
    get rate() {
      return recent().length;
    },
  };
}
