import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = {
  lead: 'Lo que has hecho en el curso. Se guarda solo, en este navegador y en ningún otro sitio.',
  withoutScript: 'Para ver lo que has hecho, esta página necesita JavaScript.',
  lessons: 'Por lecciones',
  parts: 'Parte por parte',
  forget: 'Borrar',
  forgetLesson: 'Borrar lo hecho en esta lección',
  copy: 'Una copia en un archivo',
  copyText:
    'Un solo archivo con todo: código, respuestas, intentos, entrenamientos, notas y dibujos. Sirve de copia y para seguir en otro equipo. Tus fotos y los modelos guardados no van dentro.',
  exportFile: 'Exportar a un archivo',
  importFile: 'Importar un archivo…',
  merge: 'Unirlo con lo que hay',
  replace: 'Sustituir lo que hay',
  cancel: 'Cancelar',
  handIn: 'Entregar',
  handInText:
    'Un archivo para tu docente, con tu nombre, tu código, tus respuestas con todos los intentos y tus entrenamientos, tal como están guardados aquí.',
  handInHonest:
    'Lleva un sello (SHA-256) calculado sobre todo lo anterior, también sobre el nombre: si alguien cambia algo después, se nota. Si parte de lo hecho vino de un archivo importado, también lo dice. No es secreto: quien tenga el archivo puede leerlo, y quien sepa programar puede falsificarlo todo. El sello hace visible un cambio; no prueba quién hizo el trabajo.',
  name: 'Tu nombre',
  makeHandIn: 'Descargar la entrega',
  verify: 'Comprobar entregas',
  verifyText:
    'Para docentes: abre una entrega, o las de toda la clase a la vez. Verás si cada una está como se hizo, qué se resolvió y cómo, y si dos se parecen demasiado. Nada sale de este equipo y nada de lo tuyo cambia.',
  openHandIn: 'Abrir entregas…',
  aside: 'Apartado por estar dañado',
  asideText:
    'Estos datos no se pueden leer. Se han puesto aparte para que lo demás siga funcionando; puedes guardarlos por si alguien puede repararlos.',
  saveAside: 'Guardarlos en un archivo',
  dropAside: 'Borrarlos',
  where: 'Dónde se guarda',
  whereText:
    'En este navegador, en este equipo. En una ventana privada se pierde al cerrarla, y borrar los datos del sitio lo borra.',
  safari:
    'Safari borra lo que guarda un sitio al que no vuelves en siete días. Si usas Safari, exporta tu progreso al terminar cada clase, o añade el curso a la pantalla de inicio.',
  startOver: 'Empezar de nuevo',
  forgetEverything: 'Borrar todo mi progreso',
  forgetEverythingText:
    'De todas las lecciones, y también tu nombre y tus dibujos. Se puede deshacer mientras no cierres esta página. Tus fotos y los modelos guardados no se tocan.',
  undo: 'Deshacer',
  /** The labels of the counters, one for each kind of part that is counted. */
  kinds: {
    steps: 'Primeros pasos',
    exercises: 'Ejercicios resueltos',
    questions: 'Preguntas acertadas',
  },
  /** The name of a question. @param quiz the title of its quiz @param place its position in the quiz, from 1 */
  question: (quiz: string, place: number) => `${capital(quiz)}, pregunta ${place}`,
};

const en: typeof es = {
  lead: 'What you have done in the course. It is saved by itself, in this browser and nowhere else.',
  withoutScript: 'To show what you have done, this page needs JavaScript.',
  lessons: 'By lesson',
  parts: 'Part by part',
  forget: 'Clear',
  forgetLesson: 'Clear what you did in this lesson',
  copy: 'A copy in a file',
  copyText:
    'One file with everything: code, answers, attempts, trainings, notes and drawings. It serves as a copy and to go on at another computer. Your photos and saved models are not in it.',
  exportFile: 'Export to a file',
  importFile: 'Import a file…',
  merge: 'Merge it with what is here',
  replace: 'Replace what is here',
  cancel: 'Cancel',
  handIn: 'Hand in',
  handInText:
    'A file for your teacher, with your name, your code, your answers with every attempt and your trainings, as they are saved here.',
  handInHonest:
    'It carries a seal (SHA-256) computed over all of that, the name too: if someone changes anything afterwards, it shows. If part of the work came from an imported file, it says so as well. It is not secret: whoever has the file can read it, and whoever can program can forge all of it. The seal makes a change visible; it does not prove who did the work.',
  name: 'Your name',
  makeHandIn: 'Download the hand-in',
  verify: 'Check hand-ins',
  verifyText:
    'For teachers: open one hand-in, or those of the whole class at once. You see whether each is as it was made, what was solved and how, and whether two are too much alike. Nothing leaves this device, and nothing of yours is changed.',
  openHandIn: 'Open hand-ins…',
  aside: 'Put aside as damaged',
  asideText:
    'These data cannot be read. They were put aside so that the rest goes on working; you can save them, in case someone can repair them.',
  saveAside: 'Save them to a file',
  dropAside: 'Delete them',
  where: 'Where it is kept',
  whereText:
    'In this browser, on this device. In a private window it is lost when you close it, and clearing the site’s data clears it.',
  safari:
    'Safari erases what a site keeps if you do not return within seven days. If you use Safari, export your progress at the end of each class, or add the course to the home screen.',
  startOver: 'Start over',
  forgetEverything: 'Clear all of my progress',
  forgetEverythingText:
    'Of every lesson, and your name and your drawings as well. It can be undone as long as you do not close this page. Your photos and saved models are left alone.',
  undo: 'Undo',
  kinds: {
    steps: 'First steps',
    exercises: 'Exercises solved',
    questions: 'Questions answered right',
  },
  question: (quiz, place) => `${capital(quiz)}, question ${place}`,
};

/** The words of the progress page that its markup contains. */
export const progressWords = defineWords({ es, en });

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
