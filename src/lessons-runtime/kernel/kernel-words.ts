import { formatFor } from '../shared/format.ts';
import { defineWords } from '../shared/words.ts';

/** The maximum number of exports listed in a message. */
const listLimit = 40;

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  outputOmitted: '… demasiada salida: lo que sigue se omite.',
  preparingGraphics: 'Preparando la GPU para esta red (solo la primera vez)',
  generalAdvice:
    'Mira la línea señalada. Tu código y los demás resultados siguen aquí: cambia y ejecuta otra vez.',
  thrownValue: (value: string) => `Se lanzó un valor: ${value}`,
  unknownModule: (specifier: string, known: readonly string[]) => ({
    what: `Una celda no puede importar «${specifier}».`,
    advice: `Puede importar: ${spanish.list(known.map((name) => `«${name}»`))}.`,
  }),
  missingExport: (specifier: string, name: string, known: readonly string[]) => ({
    what: `«${specifier}» no exporta «${name}».`,
    advice:
      known.length > listLimit
        ? '¿Está bien escrito? Las mayúsculas cuentan.'
        : `¿Está bien escrito? Exporta: ${spanish.list(known)}.`,
  }),
  noDefaultExport: (specifier: string) => ({
    what: `«${specifier}» no tiene una exportación por defecto.`,
    advice: `Importa por su nombre lo que necesites, entre llaves, o todo: import * as ${namespaceName(specifier)} from '${specifier}'`,
  }),
};

const en: typeof es = {
  outputOmitted: '… too much output: what follows is left out.',
  preparingGraphics: 'Preparing the GPU for this network (the first time only)',
  generalAdvice:
    'Look at the line shown. Your code and the other results are still here: change it and run again.',
  thrownValue: (value) => `A value was thrown: ${value}`,
  unknownModule: (specifier, known) => ({
    what: `A cell cannot import “${specifier}”.`,
    advice: `It can import: ${english.list(known.map((name) => `“${name}”`))}.`,
  }),
  missingExport: (specifier, name, known) => ({
    what: `“${specifier}” does not export “${name}”.`,
    advice:
      known.length > listLimit
        ? 'Is it spelt right? Capitals count.'
        : `Is it spelt right? It exports: ${english.list(known)}.`,
  }),
  noDefaultExport: (specifier) => ({
    what: `“${specifier}” has no default export.`,
    advice: `Import what you need by name, in braces, or everything: import * as ${namespaceName(specifier)} from '${specifier}'`,
  }),
};

/** The texts of the kernel itself in a cell's output. */
export const kernelWords = defineWords({ es, en });

/** Returns the conventional name of a module's namespace. */
function namespaceName(specifier: string): string {
  if (specifier.endsWith('/tfjs')) return 'tf';
  return specifier.endsWith('-vis') ? 'tfvis' : 'course';
}
