import type { PhotoClasses } from '../../../host/photo-classes.ts';
import { type PhotoClass, photoSetLimits } from '../../../progress/blobs/photo-set.ts';
import { element } from '../../dom/element.ts';
import { createKeyedList } from '../../dom/keyed-list.ts';
import { photoClassWords } from '../../photos/photo-class-words.ts';
import type { ShowContext } from '../shown-output.ts';
import { liveViewWords } from './live-view-words.ts';

/** A picture that can be added to a class. */
export interface TakenPicture {
  readonly name: string;
  readonly blob: Blob;
}

/** A button for each of the learner's photo classes, which adds the current picture to it. */
interface ClassButtons {
  readonly node: HTMLElement;
  /** Opens the classes, once. There are no buttons on a page without classes. */
  open(): Promise<void>;
}

/**
 * @param learned the names of the classes that the model learned
 * @param take returns the current picture; `null` if there is none
 * @param otherwise gets the focus if a class is removed and no other is left
 */
export function createClassButtons(
  learned: readonly string[],
  take: () => Promise<TakenPicture | null>,
  otherwise: HTMLElement,
  { words: { language, format }, announce, live }: Pick<ShowContext, 'words' | 'announce' | 'live'>,
): ClassButtons {
  const words = liveViewWords[language];
  const other = element('p', { hidden: true });
  const list = element('ul', { class: 'live-classes', 'aria-label': words.addLabel });
  const status = element('p', { class: 'live-added' });
  const node = element('div', { class: 'live-add', hidden: true }, element('p', {}, words.addWhich), other);
  node.append(list, status);
  let classes: PhotoClasses | null = null;

  async function add({ id, name }: PhotoClass): Promise<void> {
    const picture = await take();
    if (picture === null || classes === null) return;
    const { added, over } = await classes.addPhotos(id, [picture]);
    const count = classes.set.classes.find((each) => each.id === id)?.photos.length ?? 0;
    if (added > 0) status.textContent = words.added(name, count);
    else if (over > 0) status.textContent = photoClassWords[language].over(over, photoSetLimits.photos);
    else status.textContent = words.unreadable(picture.name);
    announce(status.textContent);
  }

  const latest = new Map<string, PhotoClass>();
  const showClasses = createKeyedList<PhotoClass>(
    list,
    ({ id }) => id,
    ({ id }) => {
      const button = element('button', { type: 'button' });
      button.addEventListener('click', () => {
        const current = latest.get(id);
        if (current !== undefined) void add(current);
      });
      return element('li', {}, button);
    },
    (item, current) => {
      latest.set(current.id, current);
      item.querySelector('button')?.replaceChildren(words.add(current.name));
    },
    otherwise,
  );

  function show(): void {
    const current = classes?.set.classes ?? [];
    showClasses(current);
    other.hidden = current.some(({ name }) => learned.includes(name));
    other.textContent = words.otherClasses(format.list(learned));
  }

  return {
    node,
    async open() {
      if (classes !== null) return;
      const opened = await live.photoClasses();
      if (opened === null || classes !== null) return;
      classes = opened;
      classes.onChange(show);
      show();
      node.hidden = false;
    },
  };
}
