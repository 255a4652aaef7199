import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

/** A class of the pad and a number of drawings. */
export interface ClassCount {
  readonly title: string;
  readonly count: number;
}

const es = {
  added: (classes: readonly ClassCount[]) =>
    `Añadidos: ${spanish.list(classes.map(({ title, count }) => `${spanish.count(count)} de «${title}»`))}.`,
  nothingNew: 'No hay ningún dibujo nuevo.',
  duplicates: (count: number) => (count === 1 ? '1 ya lo tenías.' : `${spanish.count(count)} ya los tenías.`),
  over: (classes: readonly ClassCount[], limit: number) =>
    `No caben más de ${spanish.count(limit)} por clase; se han quedado fuera ${spanish.list(classes.map(({ title, count }) => `${spanish.count(count)} de «${title}»`))}.`,
  otherClasses: (names: readonly string[], more: number) =>
    `No se han añadido los de ${spanish.list([...names, ...(more > 0 ? [spanish.plural(more, 'clase más', 'clases más')] : [])])}, porque en esta página no se dibujan: ábrelos en una lección que tenga esas clases.`,
  refused: (file: string, reason: string) => `«${file}» no se ha podido usar. ${reason}`,
};

const en: typeof es = {
  added: (classes) =>
    `Added: ${english.list(classes.map(({ title, count }) => `${english.count(count)} of “${title}”`))}.`,
  nothingNew: 'There are no new drawings.',
  duplicates: (count) =>
    count === 1 ? 'You already had 1 of them.' : `You already had ${english.count(count)} of them.`,
  over: (classes, limit) =>
    `No more than ${english.count(limit)} fit in a class; left out: ${english.list(classes.map(({ title, count }) => `${english.count(count)} of “${title}”`))}.`,
  otherClasses: (names, more) =>
    `Those of ${english.list([...names, ...(more > 0 ? [english.plural(more, 'more class', 'more classes')] : [])])} were not added, because they are not drawn on this page: open them in a lesson that has these classes.`,
  refused: (file, reason) => `“${file}” could not be used. ${reason}`,
};

/** The texts about an import of drawings. */
export const importWords = defineWords({ es, en });
