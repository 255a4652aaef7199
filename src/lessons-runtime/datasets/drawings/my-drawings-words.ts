import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const quoted = (name: string): string => `'${name}'`;

const es = {
  noPad: {
    what: 'En esta página no hay ningún sitio donde dibujar.',
    advice:
      'Usa myDrawings() en una lección que tenga un recuadro para dibujar, o prueba con drawingDataset.',
  },
  noDrawings: (titles: readonly string[]) => ({
    what: `Todavía no hay ningún dibujo tuyo de estas clases: ${spanish.list(titles)}.`,
    advice:
      'Dibuja en el recuadro de esta página, pulsa «Añadir» después de cada dibujo y ejecuta la celda otra vez.',
  }),
  unknownClass: (name: string, known: readonly string[]) => ({
    what: `En esta página no se dibuja la clase «${name}».`,
    advice: `Aquí puedes pedir: ${spanish.list(known.map(quoted))}.`,
  }),
  notOptions: (found: string) => ({
    what: `Las opciones de myDrawings son ${found}, y tienen que ser un objeto.`,
    advice: 'Escribe, por ejemplo, myDrawings({ imageSize: 64 }).',
  }),
};

const en: typeof es = {
  noPad: {
    what: 'This page has no place to draw.',
    advice: 'Use myDrawings() in a lesson that has a drawing pad, or try drawingDataset.',
  },
  noDrawings: (titles) => ({
    what: `There is no drawing of yours of these classes yet: ${english.list(titles)}.`,
    advice: 'Draw on the pad of this page, press “Add” after each drawing, and run the cell again.',
  }),
  unknownClass: (name, known) => ({
    what: `The class “${name}” is not drawn on this page.`,
    advice: `You can ask for: ${english.list(known.map(quoted))}.`,
  }),
  notOptions: (found) => ({
    what: `The options of myDrawings are ${found}, and have to be an object.`,
    advice: 'Write, for example, myDrawings({ imageSize: 64 }).',
  }),
};

/** Messages about drawings that are missing, and about invalid arguments of `myDrawings`. */
export const myDrawingsWords = defineWords({ es, en });
