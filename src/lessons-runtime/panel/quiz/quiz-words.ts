import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  right: '✓ Correcto.',
  wrong: '✗ No es eso.',
  firstTry: 'A la primera.',
  laterTry: (tries: number) => `Esta vez sí: llevas ${spanish.plural(tries, 'intento', 'intentos')}.`,
  afterReading: (tries: number) =>
    `Después de leer las explicaciones: llevas ${spanish.plural(tries, 'intento', 'intentos')}.`,
  afterTraining: 'Después de haber visto entrenar la celda.',
  tries: (count: number) => `Llevas ${spanish.plural(count, 'intento', 'intentos')}.`,
  inPlace: (right: number, count: number) => `En su sitio: ${right} de ${count}.`,
  marked: (right: number, count: number) => `Bien marcadas o sin marcar: ${right} de ${count}.`,
  readOn: 'Debajo tienes el porqué de cada cosa.',
  tryAgain: 'Prueba otra vez.',
  optionsChanged:
    'Las opciones de esta pregunta han cambiado desde que respondiste, así que tu respuesta ya no se muestra. Puedes contestar otra vez.',
  noAnswer: 'Falta tu respuesta.',
  noNumber: 'Ahí va un número, como 0,5 o 12.',
  moved: (step: string, position: number, count: number) => `«${step}»: puesto ${position} de ${count}.`,
  betNoted: 'Apuesta anotada. Lo decidirá el entrenamiento: ejecuta la',
  betAfterTraining: 'Ya has visto entrenar esa celda y juegas con ventaja: queda anotado.',
  betWaits:
    'Has cambiado el código de esa celda, y entonces su entrenamiento no decide nada. Tu apuesta espera al código de la lección: pulsa Restablecer en la celda y ejecútala.',
  cell: (id: string) => `celda ${id}`,
  ranLike: (option: string) => `El entrenamiento hizo esto: «${option}»`,
  ranOtherwise:
    'El entrenamiento no hizo lo que dice ninguna de las opciones, así que no cuenta. Mira sus curvas: ¿qué ha pasado? Puedes ejecutarlo otra vez.',
  noCurve:
    'Ese entrenamiento no llegó al final o fue demasiado corto para dibujar una curva. Tu apuesta sigue en pie: ejecuta la celda otra vez.',
};

const en: typeof es = {
  right: '✓ Correct.',
  wrong: '✗ Not that.',
  firstTry: 'At the first try.',
  laterTry: (tries) => `This time, yes: that makes ${english.plural(tries, 'try', 'tries')}.`,
  afterReading: (tries) =>
    `After reading the explanations: that makes ${english.plural(tries, 'try', 'tries')}.`,
  afterTraining: 'After having seen the cell train.',
  tries: (count) => `That makes ${english.plural(count, 'try', 'tries')}.`,
  inPlace: (right, count) => `In the right place: ${right} of ${count}.`,
  marked: (right, count) => `Rightly ticked or left unticked: ${right} of ${count}.`,
  readOn: 'The reason for each thing is below.',
  tryAgain: 'Try again.',
  optionsChanged:
    'The options of this question have changed since you answered, so your answer is no longer shown. You can answer again.',
  noAnswer: 'Your answer is missing.',
  noNumber: 'A number goes there, such as 0.5 or 12.',
  moved: (step, position, count) => `“${step}”: place ${position} of ${count}.`,
  betNoted: 'Bet noted. The training will decide it: run the',
  betAfterTraining: 'You have seen that cell train already, which gives you an edge: that is noted.',
  betWaits:
    'You have changed the code of that cell, and then its training decides nothing. Your bet waits for the lesson’s code: press Reset at the cell, and run it.',
  cell: (id) => `cell ${id}`,
  ranLike: (option) => `The training did this: “${option}”`,
  ranOtherwise:
    'The training did what none of the options says, so it does not count. Look at its curves: what happened? You can run it again.',
  noCurve:
    'That training did not reach its end, or was too short to draw a curve. Your bet stands: run the cell again.',
};

export const quizWords = defineWords({ es, en });

export type QuizWords = (typeof quizWords)[Language];
