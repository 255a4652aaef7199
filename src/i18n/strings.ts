import type { Language } from '../lessons-runtime/shared/language.ts';
import type { CoursePart } from './course-part.ts';

/** A text in every language: leaving one out does not compile. */
export type Words = Readonly<Record<Language, string>>;

/** What the site says around the lessons. Lessons and cells carry their own words. */
export const strings = {
  siteName: { es: 'Deshielo', en: 'Deshielo' },
  siteSubtitle: {
    es: 'Modelos preentrenados, transferencia de aprendizaje y finetuning',
    en: 'Pretrained models, transfer learning and fine-tuning',
  },
  languageName: { es: 'Español', en: 'English' },
  readInThisLanguage: { es: 'Leer en español', en: 'Read in English' },
  chooseLanguage: { es: 'Elige un idioma', en: 'Choose a language' },

  skipToContent: { es: 'Ir al contenido', en: 'Skip to content' },
  mainNavigation: { es: 'Principal', en: 'Main' },
  lessons: { es: 'Lecciones', en: 'Lessons' },
  glossary: { es: 'Glosario', en: 'Glossary' },
  glossaryLead: {
    es: 'Las palabras del curso, en orden alfabético y con su nombre en inglés.',
    en: 'The words of the course in alphabetical order, with their names in Spanish.',
  },
  credits: { es: 'Créditos', en: 'Credits' },
  progress: { es: 'Progreso', en: 'Progress' },
  goOn: { es: 'Seguir', en: 'Go on' },
  goOnWhere: { es: 'Seguir donde estabas:', en: 'Go on where you were:' },
  theme: { es: 'Colores', en: 'Colours' },
  themeAuto: { es: 'Como el sistema', en: 'As the system' },
  themeLight: { es: 'Claros', en: 'Light' },
  themeDark: { es: 'Oscuros', en: 'Dark' },
  footerPrivacy: {
    es: 'Sin cuentas, sin rastreo y sin pedir nada a otros sitios: lo que pruebas se queda en tu equipo.',
    en: 'No accounts, no tracking and nothing asked of other sites: what you try stays on your device.',
  },
  footerLicence: {
    es: 'El código y los textos tienen licencia Apache 2.0.',
    en: 'Code and texts are under the Apache 2.0 licence.',
  },

  lesson: { es: 'Lección', en: 'Lesson' },
  minutes: { es: 'minutos', en: 'minutes' },
  objectives: { es: 'Al terminar sabrás', en: 'You will be able to' },
  onThisPage: { es: 'En esta página', en: 'On this page' },
  lessonSteps: { es: 'Otras lecciones', en: 'Other lessons' },
  previousLesson: { es: 'Lección anterior', en: 'Previous lesson' },
  nextLesson: { es: 'Lección siguiente', en: 'Next lesson' },
  verifiedWith: {
    es: 'Comprobada: las pruebas del curso ejecutan todas sus celdas en Chromium, sobre wasm, con',
    en: 'Verified: the course’s tests run all of its cells in Chromium, on wasm, with',
  },
  keepLesson: { es: 'Llévate la lección', en: 'Take the lesson with you' },
  asNotebook: { es: 'Cuaderno de Jupyter, en Keras (.ipynb)', en: 'Jupyter notebook, in Keras (.ipynb)' },
  asScript: { es: 'Las celdas en un archivo (.ts)', en: 'The cells in one file (.ts)' },
  allLessons: { es: 'Todas las lecciones', en: 'All lessons' },

  notFoundTitle: { es: 'Esta página se derritió', en: 'This page has melted' },
  notFoundText: {
    es: 'Aquí no hay nada: la dirección está mal escrita o la página cambió de sitio.',
    en: 'There is nothing here: the address is mistyped or the page has moved.',
  },
  goHome: { es: 'Ir al inicio', en: 'Go to the start' },
} as const satisfies Readonly<Record<string, Words>>;

/** The parts of the course, as every list names them. */
export const partNames: Readonly<Record<CoursePart, Words>> = {
  pretrained: { es: 'Modelos preentrenados', en: 'Pretrained models' },
  transfer: { es: 'Transferencia de aprendizaje', en: 'Transfer learning' },
  finetuning: { es: 'Finetuning', en: 'Fine-tuning' },
};

/** The site's words in one language: `const say = wordsIn('es'); say.lessons`. */
export function wordsIn(language: Language): Readonly<Record<keyof typeof strings, string>> {
  const entries = Object.entries(strings).map(([key, words]) => [key, words[language]]);
  return Object.fromEntries(entries) as Record<keyof typeof strings, string>;
}
