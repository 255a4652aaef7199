import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  checking: 'Comprobando…',
  cancel: 'Cancelar',
  cancelled: 'Comprobación cancelada: este intento no cuenta.',
  nextHint: (number: number) => `Ahora tienes también la pista ${number}.`,
  unanswered: 'Sin responder',
  state: {
    correct: (tries: number) => `Correcto · ${spanish.plural(tries, 'intento', 'intentos')}`,
    incorrect: (tries: number) => `Todavía no · ${spanish.plural(tries, 'intento', 'intentos')}`,
  },
  verdict: { correct: 'Correcto.', incorrect: 'Todavía no.', broken: 'No se ha podido comprobar.' },
  tested: 'Se probó',
  expected: 'Se esperaba',
  found: 'Salió',
  place: (line: number, column: number) => `Ir a la línea ${line}, columna ${column}`,
  before: 'De tu último intento:',
  /** Why an attempt was not checked. */
  stages: {
    blanks: 'Quedaba algún hueco por rellenar (____).',
    syntax: 'El código no se podía leer: había un error al escribirlo.',
    types: 'Usaba un nombre que nadie ha declarado, o una opción que no existe.',
    run: 'Se detuvo con un error.',
    time: 'Tardaba demasiado.',
  },
  /** The messages that every exercise has, by name. */
  builtIn: {
    missing: {
      tested: 'que tu código declare lo que pide el enunciado',
      says: 'Falta un nombre, o lo que hay en él es de otra clase. Mira cómo lo llama el enunciado: las mayúsculas cuentan.',
    },
    'not-awaited': {
      tested: 'que tu código declare lo que pide el enunciado',
      says: 'Lo que has guardado es una promesa: algo que todavía no ha llegado. Falta un `await` delante de la llamada.',
    },
    unfit: {
      tested: 'tu modelo, con datos de prueba',
      says: 'Los datos de la prueba no entran en tu modelo, o no tienen la forma de lo que sale. Mira `inputShape` y las unidades de la última capa.',
    },
    threw: {
      tested: 'tu función, con datos de prueba',
      says: 'Se ejecuta, pero al llamarla se detiene con un error. Prueba a llamarla tú en la celda.',
    },
  },
  seen: 'solución vista',
  ask: (left: number) =>
    `La solución se abre sola después de ${left === 1 ? 'un intento más' : spanish.plural(left, 'intento más', 'intentos más')}, cada uno con un código distinto. ¿Quieres verla ya? Quedará anotado que la has visto.`,
  show: 'Ver la solución',
  keepTrying: 'Seguir intentando',
};

const en: typeof es = {
  checking: 'Checking…',
  cancel: 'Cancel',
  cancelled: 'Check cancelled: this try does not count.',
  nextHint: (number) => `Hint ${number} is there now, too.`,
  unanswered: 'Not answered yet',
  state: {
    correct: (tries) => `Correct · ${english.plural(tries, 'try', 'tries')}`,
    incorrect: (tries) => `Not yet · ${english.plural(tries, 'try', 'tries')}`,
  },
  verdict: { correct: 'Correct.', incorrect: 'Not yet.', broken: 'It could not be checked.' },
  tested: 'Tested',
  expected: 'Expected',
  found: 'Came out',
  place: (line, column) => `Go to line ${line}, column ${column}`,
  before: 'From your last try:',
  stages: {
    blanks: 'There was a blank left to fill in (____).',
    syntax: 'The code could not be read: there was a mistake in its writing.',
    types: 'It used a name that nobody has declared, or an option that does not exist.',
    run: 'It stopped with an error.',
    time: 'It took too long.',
  },
  builtIn: {
    missing: {
      tested: 'that your code declares what the statement asks for',
      says: 'A name is missing, or what it holds is of another kind. Look at what the statement calls it: capitals count.',
    },
    'not-awaited': {
      tested: 'that your code declares what the statement asks for',
      says: 'What you kept is a promise: something that has not come yet. An `await` is missing before the call.',
    },
    unfit: {
      tested: 'your model, with data to try it on',
      says: 'The data of this test do not go into your model, or have another shape than what comes out. Look at `inputShape` and at the units of the last layer.',
    },
    threw: {
      tested: 'your function, with data to try it on',
      says: 'It runs, but when it is called it stops with an error. Try to call it yourself in the cell.',
    },
  },
  seen: 'solution seen',
  ask: (left) =>
    `The solution opens by itself after ${left === 1 ? 'one more try' : english.plural(left, 'more try', 'more tries')}, each with different code. Do you want to see it now? It will be noted that you saw it.`,
  show: 'See the solution',
  keepTrying: 'Keep trying',
};

/** The texts of exercises, loaded with the first exercise. */
export const exerciseWords = defineWords({ es, en });

export type ExerciseWords = (typeof exerciseWords)[Language];
