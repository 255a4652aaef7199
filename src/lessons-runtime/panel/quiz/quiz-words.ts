import type { Language } from '../../shared/language.ts';

export interface QuizWords {
  readonly right: string;
  readonly wrong: string;
  readonly firstTry: string;
  readonly tries: (count: number) => string;
  readonly inPlace: (right: number, count: number) => string;
  readonly readOn: string;
  readonly tryAgain: string;
  readonly noAnswer: string;
  readonly noNumber: string;
  readonly moved: (step: string, place: number, count: number) => string;
  readonly betNoted: string;
  readonly betAfterTraining: string;
  readonly cell: (id: string) => string;
  readonly ranLike: (option: string) => string;
  readonly ranOtherwise: string;
  readonly noCurve: string;
}

export const quizWords: Readonly<Record<Language, QuizWords>> = {
  es: {
    right: '✓ Correcto.',
    wrong: '✗ No es eso.',
    firstTry: 'A la primera.',
    tries: (count) => `Llevas ${count} intentos.`,
    inPlace: (right, count) => `En su sitio: ${right} de ${count}.`,
    readOn: 'Debajo tienes el porqué de cada cosa; puedes probar otra vez.',
    tryAgain: 'Prueba otra vez.',
    noAnswer: 'Falta tu respuesta.',
    noNumber: 'Ahí va un número, como 0,5 o 12.',
    moved: (step, place, count) => `«${step}»: puesto ${place} de ${count}.`,
    betNoted: 'Apuesta anotada. Lo decidirá el entrenamiento: ejecuta la',
    betAfterTraining: 'Ya has visto entrenar esa celda y juegas con ventaja: queda anotado.',
    cell: (id) => `celda ${id}`,
    ranLike: (option) => `El entrenamiento hizo esto: «${option}»`,
    ranOtherwise:
      'El entrenamiento no hizo lo que dice ninguna de las opciones, así que no cuenta. Mira sus curvas: ¿qué ha pasado? Puedes ejecutarlo otra vez.',
    noCurve:
      'Ese entrenamiento no llegó al final o fue demasiado corto para dibujar una curva. Tu apuesta sigue en pie: ejecuta la celda otra vez.',
  },
  en: {
    right: '✓ Correct.',
    wrong: '✗ Not that.',
    firstTry: 'At the first try.',
    tries: (count) => `That makes ${count} tries.`,
    inPlace: (right, count) => `In the right place: ${right} of ${count}.`,
    readOn: 'The reason for each thing is below; you can try again.',
    tryAgain: 'Try again.',
    noAnswer: 'Your answer is missing.',
    noNumber: 'A number goes there, such as 0.5 or 12.',
    moved: (step, place, count) => `“${step}”: place ${place} of ${count}.`,
    betNoted: 'Bet noted. The training will decide it: run the',
    betAfterTraining: 'You have seen that cell train already, which gives you an edge: that is noted.',
    cell: (id) => `cell ${id}`,
    ranLike: (option) => `The training did this: “${option}”`,
    ranOtherwise:
      'The training did what none of the options says, so it does not count. Look at its curves: what happened? You can run it again.',
    noCurve:
      'That training did not reach its end, or was too short to draw a curve. Your bet stands: run the cell again.',
  },
};
