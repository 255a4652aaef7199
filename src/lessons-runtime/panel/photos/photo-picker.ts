import { FetchFailure } from '../../host/fetch-bytes.ts';
import type { PhotoChoice, PhotoSize, Photos } from '../../host/photos.ts';
import { type Failure, failureText } from '../../protocol/failure.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import { mountCamera } from './camera.ts';
import { forgetKeptPhoto, readKeptPhoto } from './kept-photo.ts';
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
  /** The browser may have restored another choice than the first. */
  const chosen = radios.find(({ checked }) => checked);
  if (chosen !== undefined) section.dataset['content'] = chosen.value;

  /** Chooses a photo. @returns `null` if it cannot be read: the problem is shown and the earlier choice stays */
  async function choose(choice: PhotoChoice): Promise<PhotoSize | null> {
    showProblem('');
    try {
      const size = await photos.choose(choice);
      forgetKeptPhoto();
      return size;
    } catch (error) {
      const { what, advice } = failureText(failureOf(error), language);
      showProblem(`${what} ${advice}`);
      return null;
    }
  }

  /** @param content tells the photo apart from others */
  function show(content: string, url: string, alt: string, text: string): void {
    section.dataset['content'] = content;
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
    if ((await choose({ kind: 'gallery', id: radio.value })) !== null)
      show(radio.value, url, alt, words.chosenFromGallery(title));
  }

  async function chooseOwn(blob: Blob, name: string): Promise<void> {
    const size = await choose({ kind: 'own', blob, name });
    if (size === null) return;
    const { width, height, originalWidth, originalHeight } = size;
    const isReduced = width !== originalWidth || height !== originalHeight;
    const sizeText = `${width} × ${height}`;
    const text = words.chosen(name, sizeText);
    show(
      ownContent({ blob, name }),
      URL.createObjectURL(blob),
      name,
      isReduced ? `${text} ${words.reduced(`${originalWidth} × ${originalHeight}`, sizeText)}` : text,
    );
    for (const radio of radios) radio.checked = false;
  }

  /** Shows the photo that the home page kept for the lesson, which cells get already (see `open-photos.ts`). */
  function showKept(kept: PhotoChoice): void {
    const radio = kept.kind === 'gallery' ? radios.find(({ value }) => value === kept.id) : undefined;
    if (kept.kind === 'own') {
      for (const each of radios) each.checked = false;
      show(ownContent(kept), URL.createObjectURL(kept.blob), kept.name, words.kept(kept.name));
    } else if (radio !== undefined) {
      radio.checked = true;
      const { file = '', alt = '', title = '' } = radio.dataset;
      show(radio.value, file, alt, words.kept(title));
    }
  }

  const kept = readKeptPhoto();
  if (kept !== null) showKept(kept);

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

/** Tells a learner's own photo apart from others. */
function ownContent({ blob, name }: { readonly blob: Blob; readonly name: string }): string {
  return `own/${name}/${blob.size}`;
}

/** Returns the failure that an error of the photos carries; any other error is treated as a lost connection. */
function failureOf(error: unknown): Failure {
  return error instanceof FetchFailure ? error.failure : { code: 'network', subject: 'photo' };
}
