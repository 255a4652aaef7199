import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

/** The functions of `deshielo` that load labelled pictures. */
export type DatasetName = PublishedName | 'myDrawings';

/** Those that load pictures of the site. */
export type PublishedName = 'iconDataset' | 'photoDataset' | 'drawingDataset';

/** The classes that a message names: all, or those whose names are most similar to an unknown one. */
export interface NamedClasses {
  readonly names: readonly string[];
  /** The number of all classes. */
  readonly total: number;
}

const spanish = formatFor('es');
const english = formatFor('en');

/** Returns a name as a cell writes it. */
export const quoted = (name: string): string => `'${name}'`;

const spanishNouns = { iconDataset: 'iconos', photoDataset: 'fotos', drawingDataset: 'dibujos' } as const;
const englishNouns = { iconDataset: 'icons', photoDataset: 'photos', drawingDataset: 'drawings' } as const;
const examples = {
  iconDataset: "['butterfly', 'bee']",
  photoDataset: "['water', 'mountain']",
  drawingDataset: "['butterfly', 'bee']",
} as const;

const spanishClasses = ({ names, total }: NamedClasses): string =>
  names.length === total
    ? `Las clases son: ${spanish.list(names.map(quoted))}.`
    : `Hay ${spanish.count(total)} clases; por ejemplo: ${spanish.list(names.map(quoted))}.`;

const englishClasses = ({ names, total }: NamedClasses): string =>
  names.length === total
    ? `The classes are: ${english.list(names.map(quoted))}.`
    : `There are ${english.count(total)} classes, for example: ${english.list(names.map(quoted))}.`;

const es = {
  fewClasses: (call: PublishedName, known: NamedClasses) => ({
    what: 'Hacen falta al menos dos clases distintas.',
    advice: `Da una lista de nombres, por ejemplo ${call}(${examples[call]}). ${spanishClasses(known)}`,
  }),
  unknownClass: (call: PublishedName, name: string, known: NamedClasses) => ({
    what: `No hay ${spanishNouns[call]} de la clase «${name}».`,
    advice: spanishClasses(known),
  }),
  unknownOption: (call: DatasetName, name: string, known: readonly string[]) => ({
    what: `${call} no tiene ninguna opción «${name}».`,
    advice: `Sus opciones son: ${spanish.list(known)}.`,
  }),
  notInteger: (call: DatasetName, option: string, min: number, max: number, found: string) => ({
    what: `«${option}» vale ${found}, y tiene que ser un número entero de ${spanish.count(min)} a ${spanish.count(max)}.`,
    advice: `Cambia ${option} en las opciones de ${call}.`,
  }),
  notBoolean: (call: DatasetName, option: string, found: string) => ({
    what: `«${option}» vale ${found}, y tiene que ser true o false.`,
    advice: `Cambia ${option} en las opciones de ${call}.`,
  }),
  fewExamples: (wanted: number, have: readonly (readonly [name: string, count: number])[]) => ({
    what: `Se pidieron ${spanish.count(wanted)} ejemplos por clase y no hay tantos.`,
    advice: `Con este reparto quedan para entrenar: ${spanish.list(have.map(([name, count]) => `${name} ${spanish.count(count)}`))}. Pide menos con numExamples o prueba otro reparto con split.`,
  }),
};

const en: typeof es = {
  fewClasses: (call, known) => ({
    what: 'At least two different classes are needed.',
    advice: `Give a list of names, for example ${call}(${examples[call]}). ${englishClasses(known)}`,
  }),
  unknownClass: (call, name, known) => ({
    what: `There are no ${englishNouns[call]} of the class “${name}”.`,
    advice: englishClasses(known),
  }),
  unknownOption: (call, name, known) => ({
    what: `${call} has no option “${name}”.`,
    advice: `Its options are: ${english.list(known)}.`,
  }),
  notInteger: (call, option, min, max, found) => ({
    what: `“${option}” is ${found}, and has to be a whole number from ${english.count(min)} to ${english.count(max)}.`,
    advice: `Change ${option} in the options of ${call}.`,
  }),
  notBoolean: (call, option, found) => ({
    what: `“${option}” is ${found}, and has to be true or false.`,
    advice: `Change ${option} in the options of ${call}.`,
  }),
  fewExamples: (wanted, have) => ({
    what: `${english.count(wanted)} examples of each class were asked for, and there are not that many.`,
    advice: `This split leaves for training: ${english.list(have.map(([name, count]) => `${name} ${english.count(count)}`))}. Ask for fewer with numExamples, or try another split.`,
  }),
};

/** Messages about invalid arguments of the data set functions. */
export const datasetWords = defineWords({ es, en });
