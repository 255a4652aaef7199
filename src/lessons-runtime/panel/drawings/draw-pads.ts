import { openDrawings } from '../../host/drawings/drawings.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import type { DrawnClass } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { mountDrawPad, type PadClass } from './draw-pad.ts';

/**
 * Mounts the draw pads of a page.
 * @returns the classes of all pads with their drawings at the time of the call
 */
export async function mountDrawPads(
  sections: readonly HTMLElement[],
  language: Language,
): Promise<() => readonly DrawnClass[]> {
  const pads = sections.map((section) => ({ section, classes: classesOf(section) }));
  const classes = new Map(pads.flatMap((pad) => pad.classes).map((each) => [each.name, each]));
  const { store } = await openRecord();
  const drawings = await openDrawings(store, [...classes.keys()]);
  for (const pad of pads) mountDrawPad(pad.section, pad.classes, drawings, language);
  return () => [...classes.values()].map((each) => ({ ...each, drawings: drawings.of(each.name) }));
}

/** Reads the classes that the build wrote into a pad. */
function classesOf(section: HTMLElement): readonly PadClass[] {
  return [...section.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ value, dataset }) => ({
    name: value,
    title: dataset['title'] ?? value,
  }));
}
