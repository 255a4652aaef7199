import type { PartKind } from '../lessons-runtime/build.ts';
import type { Language } from '../lessons-runtime/shared/language.ts';
import type { Words } from './strings.ts';

/** What the page of a learner's progress says before anything is known of them. */
export const progressWords = {
  lead: {
    es: 'Lo que has hecho en el curso. Se guarda solo, en este navegador y en ningún otro sitio.',
    en: 'What you have done in the course. It is saved by itself, in this browser and nowhere else.',
  },
  withoutScript: {
    es: 'Para ver lo que has hecho, esta página necesita JavaScript.',
    en: 'To show what you have done, this page needs JavaScript.',
  },
  lessons: { es: 'Por lecciones', en: 'By lesson' },
  parts: { es: 'Parte por parte', en: 'Part by part' },
  forget: { es: 'Borrar', en: 'Clear' },
  forgetLesson: { es: 'Borrar lo hecho en esta lección', en: 'Clear what you did in this lesson' },

  copy: { es: 'Una copia en un archivo', en: 'A copy in a file' },
  copyText: {
    es: 'Un solo archivo con todo: código, respuestas, intentos, entrenamientos y notas. Sirve de copia y para seguir en otro equipo. Tus fotos y los modelos guardados no van dentro.',
    en: 'One file with everything: code, answers, attempts, trainings and notes. It serves as a copy and to go on at another computer. Your photos and saved models are not in it.',
  },
  exportFile: { es: 'Exportar a un archivo', en: 'Export to a file' },
  importFile: { es: 'Importar un archivo…', en: 'Import a file…' },
  merge: { es: 'Unirlo con lo que hay', en: 'Merge it with what is here' },
  replace: { es: 'Sustituir lo que hay', en: 'Replace what is here' },
  cancel: { es: 'Cancelar', en: 'Cancel' },

  handIn: { es: 'Entregar', en: 'Hand in' },
  handInText: {
    es: 'Un archivo para tu docente, con tu nombre, tu código, tus respuestas con todos los intentos y tus entrenamientos, tal como están guardados aquí.',
    en: 'A file for your teacher, with your name, your code, your answers with every attempt and your trainings, as they are saved here.',
  },
  handInHonest: {
    es: 'Lleva un sello (SHA-256) calculado sobre todo lo anterior, también sobre el nombre: si alguien cambia algo después, se nota. Si parte de lo hecho vino de un archivo importado, también lo dice. No es secreto: quien tenga el archivo puede leerlo, y quien sepa programar puede falsificarlo todo. El sello hace visible un cambio; no prueba quién hizo el trabajo.',
    en: 'It carries a seal (SHA-256) computed over all of that, the name too: if someone changes anything afterwards, it shows. If part of the work came from an imported file, it says so as well. It is not secret: whoever has the file can read it, and whoever can program can forge all of it. The seal makes a change visible; it does not prove who did the work.',
  },
  name: { es: 'Tu nombre', en: 'Your name' },
  makeHandIn: { es: 'Descargar la entrega', en: 'Download the hand-in' },
  verify: { es: 'Comprobar entregas', en: 'Check hand-ins' },
  verifyText: {
    es: 'Para docentes: abre una entrega, o las de toda la clase a la vez. Verás si cada una está como se hizo, qué se resolvió y cómo, y si dos se parecen demasiado. Nada sale de este equipo y nada de lo tuyo cambia.',
    en: 'For teachers: open one hand-in, or those of the whole class at once. You see whether each is as it was made, what was solved and how, and whether two are too much alike. Nothing leaves this device, and nothing of yours is changed.',
  },
  openHandIn: { es: 'Abrir entregas…', en: 'Open hand-ins…' },

  aside: { es: 'Apartado por estar dañado', en: 'Put aside as damaged' },
  asideText: {
    es: 'Estos datos no se pueden leer. Se han puesto aparte para que lo demás siga funcionando; puedes guardarlos por si alguien puede repararlos.',
    en: 'These data cannot be read. They were put aside so that the rest goes on working; you can save them, in case someone can repair them.',
  },
  saveAside: { es: 'Guardarlos en un archivo', en: 'Save them to a file' },
  dropAside: { es: 'Borrarlos', en: 'Delete them' },

  where: { es: 'Dónde se guarda', en: 'Where it is kept' },
  whereText: {
    es: 'En este navegador, en este equipo. En una ventana privada se pierde al cerrarla, y borrar los datos del sitio lo borra.',
    en: 'In this browser, on this device. In a private window it is lost when you close it, and clearing the site’s data clears it.',
  },
  safari: {
    es: 'Safari borra lo que guarda un sitio al que no vuelves en siete días. Si usas Safari, exporta tu progreso al terminar cada clase, o añade el curso a la pantalla de inicio.',
    en: 'Safari erases what a site keeps if you do not return within seven days. If you use Safari, export your progress at the end of each class, or add the course to the home screen.',
  },
  startOver: { es: 'Empezar de nuevo', en: 'Start over' },
  forgetEverything: { es: 'Borrar todo mi progreso', en: 'Clear all of my progress' },
  forgetEverythingText: {
    es: 'De todas las lecciones, y también tu nombre. Se puede deshacer mientras no cierres esta página. Tus fotos y los modelos guardados no se tocan.',
    en: 'Of every lesson, and your name as well. It can be undone as long as you do not close this page. Your photos and saved models are left alone.',
  },
  undo: { es: 'Deshacer', en: 'Undo' },
} as const satisfies Readonly<Record<string, Words>>;

/** What each kind of part is called where it is counted. */
export const partWords: Readonly<Record<PartKind, Words>> = {
  steps: { es: 'Primeros pasos', en: 'First steps' },
  cells: { es: 'Celdas ejecutadas', en: 'Cells run' },
  exercises: { es: 'Ejercicios resueltos', en: 'Exercises solved' },
  questions: { es: 'Preguntas acertadas', en: 'Questions answered right' },
};

/** What a question is called: by its quiz and its place in it, from 1. */
export const questionWords: Readonly<Record<Language, (quiz: string, place: number) => string>> = {
  es: (quiz, place) => `${capital(quiz)}, pregunta ${place}`,
  en: (quiz, place) => `${capital(quiz)}, question ${place}`,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
