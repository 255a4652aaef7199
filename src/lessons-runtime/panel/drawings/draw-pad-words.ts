import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  surface: (title: string) => `Recuadro para dibujar: ${title}`,
  add: (title: string) => `Añadir a «${title}»`,
  stored: (title: string, count: number) => `Tus dibujos de «${title}»: ${spanish.count(count)}`,
  none: (title: string) => `Todavía no hay ninguno. Dibuja «${title}» en el recuadro y añádelo.`,
  drawing: (number: number, title: string) => `Dibujo ${number} de «${title}»`,
  remove: (number: number, title: string) => `Quitar el dibujo ${number} de «${title}»`,
  added: (title: string, count: number) =>
    `Añadido a «${title}»: ya hay ${spanish.plural(count, 'dibujo', 'dibujos')}.`,
  removed: 'Dibujo quitado.',
  undone: 'Deshecho: todo está como antes.',
  nothingDrawn: 'El recuadro está vacío: dibuja algo antes de añadirlo.',
  duplicate: (title: string) => `Ese dibujo ya está entre los de «${title}».`,
  classFull: (title: string, count: number) =>
    `Ya hay ${spanish.count(count)} dibujos de «${title}» y no caben más. Quita alguno si quieres añadir este.`,
  strokesFull: (limit: number) =>
    `Un dibujo puede tener ${spanish.count(limit)} trazos como mucho. Deshaz alguno o añade el dibujo tal como está.`,
  strokes: (count: number) => spanish.plural(count, 'trazo', 'trazos'),
  strokeUndone: (left: string) => `Trazo deshecho. En el recuadro: ${left}.`,
  clearUndone: (strokes: string) => `Dibujo recuperado. En el recuadro: ${strokes}.`,
  nothingToUndo: 'No hay ningún trazo que deshacer.',
  alreadyEmpty: 'El recuadro ya está vacío.',
  cleared: 'Recuadro vacío. «Deshacer trazo» recupera lo que había.',
  penAt: (x: number, y: number) => `Lápiz en ${x}, ${y}.`,
  penDownAt: (x: number, y: number) => `Dibujando en ${x}, ${y}.`,
  penLowered: (x: number, y: number) => `Lápiz apoyado en ${x}, ${y}.`,
  penLifted: (strokes: string) => `Lápiz levantado. En el recuadro: ${strokes}.`,
  nothingToSave: 'Todavía no hay dibujos que guardar.',
  fileName: 'deshielo-dibujos',
  saved: (file: string, count: number) =>
    `${spanish.plural(count, 'dibujo guardado', 'dibujos guardados')} en el archivo ${file}.`,
};

const en: typeof es = {
  surface: (title) => `Drawing pad: ${title}`,
  add: (title) => `Add to “${title}”`,
  stored: (title, count) => `Your drawings of “${title}”: ${english.count(count)}`,
  none: (title) => `None yet. Draw “${title}” on the pad and add it.`,
  drawing: (number, title) => `Drawing ${number} of “${title}”`,
  remove: (number, title) => `Remove drawing ${number} of “${title}”`,
  added: (title, count) => `Added to “${title}”: that makes ${english.count(count)}.`,
  removed: 'Drawing removed.',
  undone: 'Undone: everything is as before.',
  nothingDrawn: 'The pad is empty: draw something before you add it.',
  duplicate: (title) => `That drawing is already among those of “${title}”.`,
  classFull: (title, count) =>
    `There are ${english.count(count)} drawings of “${title}” already, and no more fit. Remove one to add this one.`,
  strokesFull: (limit) =>
    `A drawing can have ${english.count(limit)} strokes at most. Undo one, or add the drawing as it is.`,
  strokes: (count) => english.plural(count, 'stroke', 'strokes'),
  strokeUndone: (left) => `Stroke undone. On the pad: ${left}.`,
  clearUndone: (strokes) => `Drawing restored. On the pad: ${strokes}.`,
  nothingToUndo: 'There is no stroke to undo.',
  alreadyEmpty: 'The pad is already empty.',
  cleared: 'The pad is empty. “Undo stroke” brings back what was on it.',
  penAt: (x, y) => `Pen at ${x}, ${y}.`,
  penDownAt: (x, y) => `Drawing at ${x}, ${y}.`,
  penLowered: (x, y) => `Pen down at ${x}, ${y}.`,
  penLifted: (strokes) => `Pen up. On the pad: ${strokes}.`,
  nothingToSave: 'There are no drawings to save yet.',
  fileName: 'deshielo-drawings',
  saved: (file, count) => `${english.plural(count, 'drawing', 'drawings')} saved to the file ${file}.`,
};

/** The texts of a draw pad. */
export const drawPadWords = defineWords({ es, en });
