import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';
import { quoted } from '../labelled/dataset-words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  noPad: {
    what: 'En esta página no hay ningún sitio donde dibujar.',
    advice:
      'Usa myDrawings() en una lección que tenga un recuadro para dibujar, o prueba con drawingDataset.',
  },
  noDrawings: (titles: readonly string[]) => ({
    what: `Todavía no has dibujado nada de estas clases: ${spanish.list(titles)}.`,
    advice:
      'Dibuja en el recuadro de esta página, pulsa «Añadir» después de cada dibujo y ejecuta la celda otra vez.',
  }),
  unknownClass: (name: string, known: readonly string[]) => ({
    what: `En esta página no se dibuja la clase «${name}».`,
    advice: `Aquí puedes pedir: ${spanish.list(known.map(quoted))}.`,
  }),
  notList: (name: string) => ({
    what: 'Las clases de myDrawings van en una lista.',
    advice: `Escribe myDrawings([${quoted(name)}]).`,
  }),
  noNames: (known: readonly string[]) => ({
    what: 'La lista de clases de myDrawings está vacía.',
    advice: `Aquí puedes pedir: ${spanish.list(known.map(quoted))}. Sin lista, myDrawings() los da todos.`,
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
    what: `You have not drawn any of these classes yet: ${english.list(titles)}.`,
    advice: 'Draw on the pad of this page, press “Add” after each drawing, and run the cell again.',
  }),
  unknownClass: (name, known) => ({
    what: `The class “${name}” is not drawn on this page.`,
    advice: `You can ask for: ${english.list(known.map(quoted))}.`,
  }),
  notList: (name) => ({
    what: 'The classes of myDrawings have to be in a list.',
    advice: `Write myDrawings([${quoted(name)}]).`,
  }),
  noNames: (known) => ({
    what: 'The list of classes of myDrawings is empty.',
    advice: `You can ask for: ${english.list(known.map(quoted))}. Without a list, myDrawings() returns all.`,
  }),
  notOptions: (found) => ({
    what: `The options of myDrawings are ${found}, and have to be an object.`,
    advice: 'Write, for example, myDrawings({ imageSize: 64 }).',
  }),
};

/** Messages about drawings that are missing, and about invalid arguments of `myDrawings`. */
export const myDrawingsWords = defineWords({ es, en });
