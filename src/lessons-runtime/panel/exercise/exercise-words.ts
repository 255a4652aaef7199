import type { EarlyStage } from '../../lesson/attempt-stages.ts';
import type { Language } from '../../shared/language.ts';

export interface ExerciseWords {
  readonly checking: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly nextHint: (number: number) => string;
  readonly unanswered: string;
  readonly state: Readonly<Record<'correct' | 'incorrect', (tries: number) => string>>;
  readonly verdict: Readonly<Record<'correct' | 'incorrect' | 'broken', string>>;
  readonly tested: string;
  readonly expected: string;
  readonly found: string;
  readonly place: (line: number, column: number) => string;
  readonly before: string;
  /** What stood in the way of a try that came to no check. */
  readonly stages: Readonly<Record<EarlyStage, string>>;
  /** What every exercise may say, by its name. */
  readonly builtIn: Readonly<
    Record<'missing' | 'not-awaited' | 'threw' | 'unfit', { readonly tested: string; readonly says: string }>
  >;
  readonly seen: string;
  readonly ask: (left: number) => string;
  readonly show: string;
  readonly keepTrying: string;
}

/** The words of the exercises, loaded when the first of them comes near. */
export const exerciseWords: Readonly<Record<Language, ExerciseWords>> = {
  es: {
    checking: 'Comprobando…',
    cancel: 'Cancelar',
    cancelled: 'Comprobación cancelada: este intento no cuenta.',
    nextHint: (number) => `Ahora tienes también la pista ${number}.`,
    unanswered: 'Sin responder',
    state: {
      correct: (tries) => `Correcto · ${intentos(tries)}`,
      incorrect: (tries) => `Todavía no · ${intentos(tries)}`,
    },
    verdict: { correct: 'Correcto.', incorrect: 'Todavía no.', broken: 'No se ha podido comprobar.' },
    tested: 'Se probó',
    expected: 'Se esperaba',
    found: 'Salió',
    place: (line, column) => `Ir a la línea ${line}, columna ${column}`,
    before: 'De tu último intento:',
    stages: {
      blanks: 'Quedaba algún hueco por rellenar (____).',
      syntax: 'El código no se podía leer: había un error al escribirlo.',
      types: 'Usaba un nombre que nadie ha declarado, o una opción que no existe.',
      run: 'Se detuvo con un error.',
      time: 'Tardaba demasiado.',
    },
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
    ask: (left) =>
      `La solución se abre sola después de ${left === 1 ? 'un intento más' : `${left} intentos más`}, cada uno con un código distinto. ¿Quieres verla ya? Quedará anotado que la has visto.`,
    show: 'Ver la solución',
    keepTrying: 'Seguir intentando',
  },
  en: {
    checking: 'Checking…',
    cancel: 'Cancel',
    cancelled: 'Check cancelled: this try does not count.',
    nextHint: (number) => `Hint ${number} is there now, too.`,
    unanswered: 'Not answered yet',
    state: {
      correct: (tries) => `Correct · ${triesOf(tries)}`,
      incorrect: (tries) => `Not yet · ${triesOf(tries)}`,
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
      `The solution opens by itself after ${left === 1 ? 'one more try' : `${left} more tries`}, each with different code. Do you want to see it now? It will be noted that you saw it.`,
    show: 'See the solution',
    keepTrying: 'Keep trying',
  },
};

function intentos(count: number): string {
  return count === 1 ? '1 intento' : `${count} intentos`;
}

function triesOf(count: number): string {
  return count === 1 ? '1 try' : `${count} tries`;
}
