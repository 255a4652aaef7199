import type { PhotoChoice, PhotoSize, Photos } from '../../host/photos.ts';
import { type Failure, failureText } from '../../protocol/failure.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { mountCamera } from './camera.ts';

/** The page's photo picker: gallery, file, camera, drag and drop. What is chosen in it comes from `find-photo-picker.ts`. */
export interface PhotoPicker {
  /** @param input one of the gallery, or that of files */
  chooseBy(input: HTMLInputElement): void;
  chooseFile(file: File): void;
}

export function createPhotoPicker(
  section: HTMLElement,
  language: Language,
  words: PanelWords,
  photos: Photos,
): PhotoPicker {
  const preview = requireElement<HTMLImageElement>(section, '[data-photo-preview]');
  const status = requireElement(section, '[data-photo-status]');
  const tell = createAnnouncer(requireElement(section, '[data-photo-trouble]'));
  const radios = [...section.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  mountCamera(section, {
    onPhoto: (blob) => void chooseOwn(blob, '📷'),
    onRefused: () => tell(words.cameraRefused),
    onMissing: () => tell(words.cameraMissing),
  });
  let shownUrl: string | null = null;

  /** Tries a choice; what cannot be read is told, and the earlier choice stays. */
  async function choose(choice: PhotoChoice): Promise<PhotoSize | null> {
    tell('');
    try {
      return await photos.choose(choice);
    } catch (error) {
      const { what, advice } = failureText(failureOf(error), language);
      tell(`${what} ${advice}`);
      return null;
    }
  }

  function show(url: string, alt: string, text: string): void {
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
      show(url, alt, words.photoGallery(title));
  }

  async function chooseOwn(blob: Blob, name: string): Promise<void> {
    const size = await choose({ kind: 'own', blob, name });
    if (size === null) return;
    const { width, height, originalWidth, originalHeight } = size;
    const reduced = width !== originalWidth || height !== originalHeight;
    const now = `${width} × ${height}`;
    const text = words.photoOwn(name, now);
    show(
      URL.createObjectURL(blob),
      name,
      reduced ? `${text} ${words.photoReduced(`${originalWidth} × ${originalHeight}`, now)}` : text,
    );
    for (const radio of radios) radio.checked = false;
  }

  return {
    chooseBy(input) {
      if (input.type === 'radio') return void chooseFromGallery(input);
      const [chosen] = input.files ?? [];
      if (chosen !== undefined) void chooseOwn(chosen, chosen.name);
      // The same file can be tried again.
      input.value = '';
    },
    chooseFile: (file) => void chooseOwn(file, file.name),
  };
}

/** The photos' own failure; anything else is the browser's, and looks like a connection that broke. */
function failureOf(error: unknown): Failure {
  const failure = error instanceof Error && 'failure' in error ? (error.failure as Failure) : null;
  return failure ?? { code: 'network', subject: 'photo' };
}
