import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const quoted = (name: string): string => `'${name}'`;

const es = {
  fewClasses: (known: readonly string[]) => ({
    what: 'Hacen falta al menos dos clases distintas.',
    advice: `Da una lista de nombres, por ejemplo iconDataset(['butterfly', 'bee']). Las clases son: ${spanish.list(known.map(quoted))}.`,
  }),
  unknownClass: (name: string, known: readonly string[]) => ({
    what: `No hay iconos de la clase «${name}».`,
    advice: `Las clases son: ${spanish.list(known.map(quoted))}.`,
  }),
  notInteger: (option: string, least: number, most: number, found: string) => ({
    what: `«${option}» vale ${found}, y tiene que ser un número entero de ${spanish.count(least)} a ${spanish.count(most)}.`,
    advice: `Cambia ${option} en las opciones de iconDataset.`,
  }),
  fewExamples: (wanted: number, have: readonly (readonly [name: string, count: number])[]) => ({
    what: `Se pidieron ${spanish.count(wanted)} ejemplos por clase y no hay tantos.`,
    advice: `Con este reparto quedan para entrenar: ${spanish.list(have.map(([name, count]) => `${name} ${spanish.count(count)}`))}. Pide menos con numExamples o prueba otro reparto con split.`,
  }),
};

const en: typeof es = {
  fewClasses: (known) => ({
    what: 'At least two different classes are needed.',
    advice: `Give a list of names, for example iconDataset(['butterfly', 'bee']). The classes are: ${english.list(known.map(quoted))}.`,
  }),
  unknownClass: (name, known) => ({
    what: `There are no icons of the class “${name}”.`,
    advice: `The classes are: ${english.list(known.map(quoted))}.`,
  }),
  notInteger: (option, least, most, found) => ({
    what: `“${option}” is ${found}, and has to be a whole number from ${english.count(least)} to ${english.count(most)}.`,
    advice: `Change ${option} in the options of iconDataset.`,
  }),
  fewExamples: (wanted, have) => ({
    what: `${english.count(wanted)} examples of each class were asked for, and there are not that many.`,
    advice: `This split leaves for training: ${english.list(have.map(([name, count]) => `${name} ${english.count(count)}`))}. Ask for fewer with numExamples, or try another split.`,
  }),
};

/** Messages about invalid arguments of `iconDataset`. */
export const iconWords = defineWords({ es, en });
