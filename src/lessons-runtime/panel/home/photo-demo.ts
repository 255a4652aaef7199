import type { CellState } from '../../host/cell-state.ts';
import { FetchFailure } from '../../host/fetch-bytes.ts';
import { createPhotos, type PhotoChoice } from '../../host/photos.ts';
import { defaultSeed } from '../../lesson/seed.ts';
import { failureText } from '../../protocol/failure.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import { createOutputList, openSession } from '../engine/start-engine.ts';
import { noLive } from '../output/live/no-live.ts';
import { mountCamera } from '../photos/camera.ts';
import { keepPhoto } from '../photos/kept-photo.ts';
import { photoPickerWords } from '../photos/photo-picker-words.ts';
import { panelWordsIn } from '../words/panel-words.ts';
import { answerCell, networkCell } from './answers.ts';
import { photoDemoWords } from './photo-demo-words.ts';

/** The demo of the home page: MobileNet names a photo. It runs hidden cells in a session, as a lesson does. */
export interface PhotoDemo {
  chooseFile(file: File): void;
  /** @param button has the photo's id, file, description and title as data */
  chooseSample(button: HTMLButtonElement): void;
}

export function createPhotoDemo(section: HTMLElement, language: Language): PhotoDemo {
  const words = photoDemoWords[language];
  const pickerWords = photoPickerWords[language];
  const format = formatFor(language);
  const stage = requireElement(section, '[data-demo-stage]');
  const preview = requireElement<HTMLImageElement>(section, '[data-photo-preview]');
  const waiting = requireElement(section, '[data-demo-waiting]');
  const waitingText = requireElement(waiting, '[data-demo-waiting-text]');
  const bar = requireElement<HTMLProgressElement>(waiting, 'progress');
  const result = requireElement(section, '[data-demo-result]');
  const bars = requireElement(result, '[data-demo-bars]');
  const withPhoto = requireElement(result, '[data-demo-kept]');
  const showProblem = createAnnouncer(requireElement(section, '[data-photo-trouble]'));
  const announce = createAnnouncer(requireElement(section, '[data-demo-live]'));

  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  const photos = createPhotos(language, `${base}datasets/gallery@1/`, () => null);
  /** The number of the latest choice: an answer about an earlier one is dropped. */
  let lastChoice = 0;
  let shownUrl: string | null = null;
  let hasNetwork = false;
  let failure: string | null = null;

  const session = openSession({
    language,
    photos,
    seed: () => defaultSeed,
    blobCache: async () => {
      throw new Error('the demo stores nothing');
    },
    chooseFiles: async () => null,
    photoClasses: async () => [],
    drawings: async () => [],
    events: {
      onCell: showProgress,
      onState({ phase }) {
        if (phase === 'off') hasNetwork = false;
      },
      onMemory() {},
      onTraining() {},
      onConnectionLost() {},
    },
  });
  const cards = createOutputList(bars, answerCell.cell, panelWordsIn(language), {
    announce,
    goToCode() {},
    onFreeze: () => false,
    onOcclude: session.occlude,
    live: noLive,
  });
  mountCamera(section, {
    onPhoto: (blob) => void answer({ kind: 'own', blob, name: words.cameraPhoto }),
    onRefused: () => showProblem(pickerWords.cameraRefused),
    onMissing: () => showProblem(pickerWords.cameraMissing),
  });

  /** Shows the download of the network and what follows it, and the card of the answer; stores the text of an error. */
  function showProgress(cell: string, { status, run, outputs }: CellState): void {
    if (cell === answerCell.cell)
      cards.show(
        run,
        outputs.filter(({ kind }) => kind === 'predictions'),
      );
    if (cell === networkCell.cell && status === 'done') {
      hasNetwork = true;
      showWaiting(words.looking);
    }
    const part = outputs.at(-1);
    if (part?.kind === 'error') failure = `${part.what} ${part.advice}`;
    if (part?.kind !== 'progress') return;
    waitingText.textContent = part.label;
    if (part.total > 0) bar.value = part.loaded / part.total;
    else bar.removeAttribute('value');
  }

  function showWaiting(text: string): void {
    waitingText.textContent = text;
    bar.removeAttribute('value');
    waiting.hidden = false;
    result.hidden = true;
    stage.scrollIntoView({ block: 'nearest' });
  }

  function showPhoto(url: string, alt: string): void {
    if (shownUrl !== null) URL.revokeObjectURL(shownUrl);
    shownUrl = url.startsWith('blob:') ? url : null;
    preview.src = url;
    preview.alt = alt;
    preview.hidden = false;
  }

  /** Runs the network on a photo, unless another one is chosen meanwhile. */
  async function answer(choice: PhotoChoice, sample?: { readonly url: string; readonly alt: string }) {
    const own = ++lastChoice;
    showProblem('');
    try {
      await photos.choose(choice);
    } catch (error) {
      if (own === lastChoice) showFailure(error);
      return;
    }
    if (own !== lastChoice) return;
    if (sample !== undefined) showPhoto(sample.url, sample.alt);
    else if (choice.kind === 'own') showPhoto(URL.createObjectURL(choice.blob), words.ownPhoto);
    showWaiting(hasNetwork ? words.looking : words.working);
    const kept = keepPhoto(choice);
    failure = null;
    const outcome = await session.run(hasNetwork ? [answerCell] : [networkCell, answerCell]);
    if (own !== lastChoice) return;
    waiting.hidden = true;
    const [card] = session.cell(answerCell.cell).outputs.filter((part) => part.kind === 'predictions');
    const [best] = card?.items[0]?.guesses ?? [];
    if (outcome !== 'done' || best === undefined) {
      showProblem(failure ?? words.failed);
      return;
    }
    withPhoto.hidden = !(await kept);
    result.hidden = false;
    result.scrollIntoView({ block: 'nearest' });
    announce(words.answer(best.label, format.percent(best.probability, 0)));
  }

  /** Shows why a photo cannot be used. The earlier photo and its answer stay. */
  function showFailure(error: unknown): void {
    const known = error instanceof FetchFailure ? error.failure : null;
    const text = known === null ? { what: words.failed, advice: '' } : failureText(known, language);
    showProblem(`${text.what} ${text.advice}`.trim());
  }

  return {
    chooseFile: (file) => void answer({ kind: 'own', blob: file, name: file.name }),
    chooseSample(button) {
      const { sample = '', file = '', alt = '' } = button.dataset;
      void answer({ kind: 'gallery', id: sample }, { url: file, alt });
    },
  };
}
