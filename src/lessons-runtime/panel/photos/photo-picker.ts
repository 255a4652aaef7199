import { FetchFailure } from '../../host/fetch-bytes.ts';
import type { PhotoChoice, PhotoSize, Photos } from '../../host/photos.ts';
import { type Failure, failureText } from '../../protocol/failure.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import { mountCamera } from './camera.ts';
import { contentOf, type LastPhoto, readLastPhoto, storeLastPhoto, withStoredSize } from './last-photo.ts';
import { photoPickerWords } from './photo-picker-words.ts';

/** The page's photo picker: gallery, file, camera, drag and drop. `lazy-photo-picker.ts` handles its events. */
interface PhotoPicker {
  /** Chooses what a control of the picker now holds. @param input a gallery photo's radio button, or the file input */
  chooseFromInput(input: HTMLInputElement): void;
  chooseFile(file: File): void;
}

export function createPhotoPicker(section: HTMLElement, language: Language, photos: Photos): PhotoPicker {
  const words = photoPickerWords[language];
  const preview = requireElement<HTMLImageElement>(section, '[data-photo-preview]');
  const status = requireElement(section, '[data-photo-status]');
  const showProblem = createAnnouncer(requireElement(section, '[data-photo-trouble]'));
  const radios = [...section.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  mountCamera(section, {
    onPhoto: (blob) => void chooseOwn(blob, '📷'),
    onRefused: () => showProblem(words.cameraRefused),
    onMissing: () => showProblem(words.cameraMissing),
  });
  let shownUrl: string | null = null;
  /** Whether a photo was chosen, now or earlier. */
  let isChosen = false;
  /** The browser may have restored another choice than the first. */
  const chosen = radios.find(({ checked }) => checked);
  if (chosen !== undefined) section.dataset['content'] = chosen.value;

  /** Chooses a photo. @returns `null` if it cannot be read: the problem is shown and the earlier choice stays */
  async function choose(choice: PhotoChoice): Promise<PhotoSize | null> {
    showProblem('');
    try {
      return await photos.choose(choice);
    } catch (error) {
      const { what, advice } = failureText(failureOf(error), language);
      showProblem(`${what} ${advice}`);
      return null;
    }
  }

  function show(choice: PhotoChoice, url: string, alt: string, text: string): void {
    isChosen = true;
    section.dataset['content'] = contentOf(choice);
    if (shownUrl !== null) URL.revokeObjectURL(shownUrl);
    shownUrl = url.startsWith('blob:') ? url : null;
    preview.removeAttribute('width');
    preview.removeAttribute('height');
    preview.src = url;
    preview.alt = alt;
    status.textContent = text;
  }

  async function chooseFromGallery(radio: HTMLInputElement): Promise<void> {
    const { file: url = '', alt = '', title = '' } = radio.dataset;
    const choice = { kind: 'gallery', id: radio.value } as const;
    if ((await choose(choice)) === null) return;
    show(choice, url, alt, words.chosenFromGallery(title));
    void storeLastPhoto(section.ownerDocument, choice);
  }

  async function chooseOwn(file: Blob, name: string): Promise<void> {
    const size = await choose({ kind: 'own', blob: file, name });
    if (size === null) return;
    const blob = await withStoredSize(file, name);
    const choice = { kind: 'own', blob, name } as const;
    // What cells get now is what they get in a later visit.
    if (blob !== file && (await choose(choice)) === null) return;
    const { width, height, originalWidth, originalHeight } = size;
    const isReduced = width !== originalWidth || height !== originalHeight;
    const sizeText = `${width} × ${height}`;
    const text = words.chosen(name, sizeText);
    show(
      choice,
      URL.createObjectURL(blob),
      name,
      isReduced ? `${text} ${words.reduced(`${originalWidth} × ${originalHeight}`, sizeText)}` : text,
    );
    for (const radio of radios) radio.checked = false;
    void storeLastPhoto(section.ownerDocument, choice);
  }

  /** Shows the photo that the learner chose last, which cells get already (see `open-photos.ts`). */
  function showLast({ choice, isFromHome }: LastPhoto): void {
    const text = isFromHome ? words.kept : words.chosenBefore;
    const radio = choice.kind === 'gallery' ? radios.find(({ value }) => value === choice.id) : undefined;
    if (choice.kind === 'own') {
      for (const each of radios) each.checked = false;
      show(choice, URL.createObjectURL(choice.blob), choice.name, text(choice.name));
    } else if (radio !== undefined) {
      radio.checked = true;
      const { file = '', alt = '', title = '' } = radio.dataset;
      show(choice, file, alt, text(title));
    }
  }

  void readLastPhoto(section.ownerDocument).then((last) => {
    // The learner may have chosen another one meanwhile.
    if (last !== null && !isChosen) showLast(last);
  });

  return {
    chooseFromInput(input) {
      if (input.type === 'radio') return void chooseFromGallery(input);
      const [chosen] = input.files ?? [];
      if (chosen !== undefined) void chooseOwn(chosen, chosen.name);
      // Allows the same file to be chosen again.
      input.value = '';
    },
    chooseFile: (file) => void chooseOwn(file, file.name),
  };
}

/** Returns the failure that an error of the photos carries; any other error is treated as a lost connection. */
function failureOf(error: unknown): Failure {
  return error instanceof FetchFailure ? error.failure : { code: 'network', subject: 'photo' };
}
