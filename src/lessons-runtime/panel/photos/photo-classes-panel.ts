import { createPhotoClasses, type IncomingPhoto, type PhotoClasses } from '../../host/photo-classes.ts';
import { shrinkPhoto } from '../../host/shrink-photo.ts';
import { photoSetLimits } from '../../progress/blobs/photo-set.ts';
import { openPhotoSetStore } from '../../progress/blobs/photo-set-store.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import { type ClassCard, createClassCard } from './class-card.ts';
import { classWords } from './class-words.ts';

/** The lesson's classes as this device has them. @param names of the author's, until the learner changes them */
export async function openPhotoClasses(lesson: string, names: readonly string[]): Promise<PhotoClasses> {
  return createPhotoClasses(openPhotoSetStore(), lesson, names, shrinkPhoto);
}

/** Brings the section to life: one card a class, what was removed can be taken back. */
export function mountPhotoClasses(section: HTMLElement, classes: PhotoClasses, language: Language): void {
  const words = classWords[language];
  const list = requireElement(section, '[data-class-list]');
  const tell = createAnnouncer(requireElement(section, '[data-classes-status]'));
  const tellTrouble = createAnnouncer(requireElement(section, '[data-classes-trouble]'));
  const add = requireElement<HTMLButtonElement>(section, '[data-action=add-class]');
  const undo = requireElement<HTMLButtonElement>(section, '[data-action=undo]');
  const cards = new Map<string, ClassCard>();

  async function take(id: string, photos: readonly IncomingPhoto[]): Promise<void> {
    if (photos.length === 0) return;
    tellTrouble('');
    const { added, unreadable, over } = await classes.addPhotos(id, photos);
    const name = classes.set.classes.find((each) => each.id === id)?.name ?? '';
    if (added > 0) tell(words.added(added, name));
    const troubles = [
      ...(unreadable.length > 0 ? [words.unreadable(unreadable)] : []),
      ...(over > 0 ? [words.over(over, photoSetLimits.photos)] : []),
    ];
    // That they are not kept may have been told meanwhile.
    if (troubles.length > 0) tellTrouble(troubles.join(' '));
  }

  function show(): void {
    let hadFocus = false;
    const present = new Set(classes.set.classes.map(({ id }) => id));
    for (const [id, card] of cards) {
      if (present.has(id)) continue;
      hadFocus ||= card.node.contains(document.activeElement);
      card.node.remove();
      cards.delete(id);
    }
    classes.set.classes.forEach((each, place) => {
      const card =
        cards.get(each.id) ??
        createClassCard(each, classes, language, {
          onPhotos: (photos) => void take(each.id, photos),
          onTrouble: tellTrouble,
        });
      cards.set(each.id, card);
      if (list.children[place] !== card.node) list.insertBefore(card.node, list.children[place] ?? null);
      card.show(each, place);
    });
    undo.hidden = !classes.canUndo;
    if (classes.canUndo) tell(words.removed);
    // The focus must not go with the class that had it.
    if (hadFocus) (classes.canUndo ? undo : add).focus();
  }

  add.addEventListener('click', () => {
    const added = classes.addClass(words.newClass(classes.set.classes.length + 1));
    tellTrouble(added ? '' : words.classLimit(photoSetLimits.classes));
    if (added) list.lastElementChild?.querySelector('input')?.select();
  });
  undo.addEventListener('click', () => {
    classes.undo();
    tell(words.undone);
    add.focus();
  });
  classes.onChange(show);
  classes.onStorageFailure(() => tellTrouble(words.notKept));
  add.hidden = false;
  show();
}
