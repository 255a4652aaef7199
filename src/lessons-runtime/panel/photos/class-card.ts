import type { IncomingPhoto, PhotoClasses } from '../../host/photo-classes.ts';
import { type PhotoClass, photoSetLimits, type StoredPhoto } from '../../progress/blobs/photo-set.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { createKeyedList } from '../dom/keyed-list.ts';
import { onFilesDropped } from '../dom/on-files-dropped.ts';
import { mountCamera } from './camera.ts';
import { photoClassWords } from './photo-class-words.ts';

/** One class on the page: its name, its photos, and the controls to add more. */
export interface ClassCard {
  readonly node: HTMLElement;
  /** @param index of the class, from 0 */
  show(shown: PhotoClass, index: number): void;
  /** Shows how many of the photos that are being added were handled. */
  showAdding(handled: number, count: number): void;
}

interface ClassCardEvents {
  readonly onPhotos: (photos: readonly IncomingPhoto[]) => void;
  /** Called with the message about a camera that cannot be used. */
  readonly onProblem: (text: string) => void;
}

export function createClassCard(
  first: PhotoClass,
  classes: PhotoClasses,
  language: Language,
  { onPhotos, onProblem }: ClassCardEvents,
): ClassCard {
  const words = photoClassWords[language];
  const { id } = first;
  const name = element('input', {
    type: 'text',
    maxlength: String(photoSetLimits.nameLetters),
    autocomplete: 'off',
  });
  const count = element('span', { class: 'photo-class-count' });
  const file = element('input', {
    type: 'file',
    accept: 'image/*',
    multiple: true,
    class: 'visually-hidden',
  });
  const addText = element('span');
  const progress = element('progress', { 'aria-hidden': 'true' });
  const adding = element('p', { class: 'photo-adding', hidden: true }, progress, element('span'));
  const button = (action: string, hidden = false) =>
    element('button', { type: 'button', 'data-action': action, hidden });
  const [camera, shoot, cameraOff] = [button('camera'), button('shoot', true), button('camera-off', true)];
  const removeClass = button('remove-class');
  const strip = element('ul', { class: 'photo-class-strip' });
  const node = element(
    'div',
    { class: 'photo-class', role: 'group', 'data-class': id },
    element('div', { class: 'photo-class-head' }, name, count),
    element('video', {
      class: 'photo-camera',
      'data-photo-camera': true,
      playsinline: true,
      muted: true,
      hidden: true,
    }),
    element(
      'div',
      { class: 'photo-own' },
      element('label', { class: 'button' }, addText, file),
      camera,
      shoot,
      cameraOff,
    ),
    adding,
    strip,
    removeClass,
  );
  cameraOff.textContent = words.cameraOff;

  // On `input`, not `change`: the page may be closed while the field still has the focus.
  name.addEventListener('input', () => classes.rename(id, name.value.trim() || name.defaultValue));
  file.addEventListener('change', () => {
    onPhotos([...(file.files ?? [])].map(toPhoto));
    // Allows the same files to be chosen again.
    file.value = '';
  });
  removeClass.addEventListener('click', () => classes.removeClass(id));
  let shots = 0;
  mountCamera(
    node,
    {
      onPhoto: (blob) => onPhotos([{ name: `📷 ${++shots}`, blob }]),
      onRefused: () => onProblem(words.cameraRefused),
      onMissing: () => onProblem(words.cameraMissing),
    },
    true,
  );
  onFilesDropped(node, (files) => onPhotos([...files].map(toPhoto)));

  function drawPhoto(photo: StoredPhoto): HTMLElement {
    const image = element('img', { loading: 'lazy', decoding: 'async', title: photo.name });
    const remove = element('button', { type: 'button', class: 'photo-remove' }, '×');
    remove.addEventListener('click', () => classes.removePhoto(id, photo.id));
    const item = element('li', {}, image, remove);
    void classes.photo(photo.id).then((bytes) => {
      if (bytes === null) return;
      const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      image.addEventListener('load', () => URL.revokeObjectURL(url), { once: true });
      image.loading = 'eager';
      image.src = url;
    });
    return item;
  }

  const showPhotos = createKeyedList(
    strip,
    (photo: StoredPhoto) => photo.id,
    drawPhoto,
    (item, _, index) => {
      item.querySelector('img')?.setAttribute('alt', words.photo(index + 1, name.defaultValue));
      item
        .querySelector('button')
        ?.setAttribute('aria-label', words.removePhoto(index + 1, name.defaultValue));
    },
    file,
  );

  return {
    node,
    show(shown, index) {
      if (document.activeElement !== name) name.value = shown.name;
      name.defaultValue = shown.name;
      name.setAttribute('aria-label', words.name(index + 1));
      node.setAttribute('aria-label', shown.name);
      count.textContent = words.photos(shown.photos.length);
      addText.textContent = words.add(shown.name);
      camera.textContent = words.camera(shown.name);
      shoot.textContent = words.shoot(shown.name);
      removeClass.textContent = words.removeClass(shown.name);
      showPhotos(shown.photos);
    },
    showAdding(handled, of) {
      adding.hidden = handled === of;
      node.setAttribute('aria-busy', String(handled < of));
      progress.max = of;
      progress.value = handled;
      adding.lastElementChild?.replaceChildren(`${words.adding(of)} ${handled}/${of}`);
    },
  };
}

function toPhoto(file: File): IncomingPhoto {
  return { name: file.name, blob: file };
}
