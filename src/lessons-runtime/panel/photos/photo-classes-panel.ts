import { createPhotoClasses, type IncomingPhoto, type PhotoClasses } from '../../host/photo-classes.ts';
import { shrinkPhoto } from '../../host/shrink-photo.ts';
import { photoSetLimits } from '../../progress/blobs/photo-set.ts';
import { openPhotoSetStore } from '../../progress/blobs/photo-set-store.ts';
import type { Language } from '../../shared/language.ts';
import { textDigest } from '../../shared/text-digest.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import { type ClassCard, createClassCard } from './class-card.ts';
import { photoClassWords } from './photo-class-words.ts';

/** Opens the lesson's photo classes stored on this device. @param names the author's classes, used until the learner edits them */
export async function openPhotoClasses(lesson: string, names: readonly string[]): Promise<PhotoClasses> {
  return createPhotoClasses(openPhotoSetStore(), lesson, names, shrinkPhoto);
}

/** Mounts the section: one card for each class; removals can be undone. */
export function mountPhotoClasses(section: HTMLElement, classes: PhotoClasses, language: Language): void {
  const words = photoClassWords[language];
  const list = requireElement(section, '[data-class-list]');
  const showStatus = createAnnouncer(requireElement(section, '[data-classes-status]'));
  const showProblem = createAnnouncer(requireElement(section, '[data-classes-trouble]'));
  const add = requireElement<HTMLButtonElement>(section, '[data-action=add-class]');
  const undo = requireElement<HTMLButtonElement>(section, '[data-action=undo]');
  const cards = new Map<string, ClassCard>();

  async function addPhotos(id: string, photos: readonly IncomingPhoto[]): Promise<void> {
    if (photos.length === 0) return;
    showProblem('');
    if (photos.length > 1) showStatus(words.adding(photos.length));
    const { added, unreadable, over } = await classes.addPhotos(id, photos, (handled, count) =>
      cards.get(id)?.showAdding(handled, count),
    );
    const name = classes.set.classes.find((each) => each.id === id)?.name ?? '';
    if (added > 0) showStatus(words.added(added, name));
    const problems = [
      ...(unreadable.length > 0 ? [words.unreadable(unreadable)] : []),
      ...(over > 0 ? [words.over(over, photoSetLimits.photos)] : []),
    ];
    // Without problems here, a message that photos cannot be stored may be shown, and stays.
    if (problems.length > 0) showProblem(problems.join(' '));
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
    classes.set.classes.forEach((each, index) => {
      const card =
        cards.get(each.id) ??
        createClassCard(each, classes, language, {
          onPhotos: (photos) => void addPhotos(each.id, photos),
          onProblem: showProblem,
        });
      cards.set(each.id, card);
      if (list.children[index] !== card.node) list.insertBefore(card.node, list.children[index] ?? null);
      card.show(each, index);
    });
    const filled = classes.set.classes.filter(({ photos }) => photos.length > 0);
    section.dataset['content'] = textDigest(
      JSON.stringify(filled.map(({ name, photos }) => [name, photos.map(({ id }) => id)])),
    );
    undo.hidden = !classes.canUndo;
    if (classes.canUndo) showStatus(words.removed);
    // Otherwise the focus would be lost with the removed class.
    if (hadFocus) (classes.canUndo ? undo : add).focus();
  }

  add.addEventListener('click', () => {
    const added = classes.addClass(words.newClass(classes.set.classes.length + 1));
    showProblem(added ? '' : words.classLimit(photoSetLimits.classes));
    if (added) list.lastElementChild?.querySelector('input')?.select();
  });
  undo.addEventListener('click', () => {
    classes.undo();
    showStatus(words.undone);
    add.focus();
  });
  classes.onChange(show);
  classes.onStorageFailure(() => showProblem(words.notKept));
  add.hidden = false;
  show();
}
