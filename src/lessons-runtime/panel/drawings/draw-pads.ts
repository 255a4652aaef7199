import { openDrawings } from '../../host/drawings/drawings.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import type { DrawnClass } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { textDigest } from '../../shared/text-digest.ts';
import { mountDrawPad, type PadClass } from './draw-pad.ts';

/**
 * Mounts the draw pads of a page.
 * @returns the classes of all pads with their drawings at the time of the call
 */
export async function mountDrawPads(
  sections: readonly HTMLElement[],
  language: Language,
): Promise<() => readonly DrawnClass[]> {
  const { store } = await openRecord();
  const pads = await Promise.all(
    sections.map(async (section) => {
      const classes = classesOf(section);
      // Each pad has its own drawings, because it reverts its own changes only.
      const drawings = await openDrawings(
        store,
        classes.map(({ name }) => name),
      );
      mountDrawPad(section, classes, drawings, language);
      const showContent = () => {
        const ids = classes.map(({ name }) => [name, drawings.of(name).map(({ id }) => id)]);
        section.dataset['content'] = textDigest(JSON.stringify(ids));
      };
      drawings.onChange(showContent);
      showContent();
      return { classes, drawings };
    }),
  );
  return () =>
    pads.flatMap(({ classes, drawings }) =>
      classes.map((each) => ({ ...each, drawings: drawings.of(each.name) })),
    );
}

/** Reads the classes that the build wrote into a pad. */
function classesOf(section: HTMLElement): readonly PadClass[] {
  return [...section.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ value, dataset }) => ({
    name: value,
    title: dataset['title'] ?? value,
  }));
}
