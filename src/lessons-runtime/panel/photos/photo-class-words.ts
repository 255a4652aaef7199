import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  name: (number: number) => `Nombre de la clase ${number}`,
  newClass: (number: number) => `Clase ${number}`,
  photos: (count: number) => spanish.plural(count, 'foto', 'fotos'),
  adding: (count: number) => `Añadiendo ${spanish.plural(count, 'foto', 'fotos')}…`,
  add: (name: string) => `Añadir fotos a ${name}…`,
  camera: (name: string) => `Cámara para ${name}`,
  shoot: (name: string) => `Hacer una foto de ${name}`,
  cameraOff: 'Cerrar la cámara',
  removeClass: (name: string) => `Quitar la clase ${name}`,
  removePhoto: (number: number, name: string) => `Quitar la foto ${number} de ${name}`,
  photo: (number: number, name: string) => `Foto ${number} de ${name}`,
  removed: 'Quitada.',
  undone: 'Deshecho: todo está como antes.',
  added: (count: number, name: string) =>
    `${spanish.plural(count, 'foto añadida', 'fotos añadidas')} a ${name}.`,
  unreadable: (names: readonly string[]) => `No se pudo leer como imagen: ${spanish.list(names)}.`,
  over: (count: number, limit: number) =>
    `No caben ${count} fotos más: el límite es ${limit} entre todas las clases.`,
  classLimit: (limit: number) => `No caben más de ${limit} clases.`,
  notKept: 'Este navegador no deja guardar más fotos: las nuevas se perderán al cerrar la página.',
  cameraRefused:
    'El navegador no ha dado permiso para usar la cámara. Puedes permitirla en el candado de la barra de direcciones, o añadir fotos de archivos.',
  cameraMissing: 'No se encuentra ninguna cámara que se pueda usar. Añade fotos de archivos.',
};

const en: typeof es = {
  name: (number) => `Name of class ${number}`,
  newClass: (number) => `Class ${number}`,
  photos: (count) => english.plural(count, 'photo', 'photos'),
  adding: (count) => `Adding ${english.plural(count, 'photo', 'photos')}…`,
  add: (name) => `Add photos to ${name}…`,
  camera: (name) => `Camera for ${name}`,
  shoot: (name) => `Take a photo of ${name}`,
  cameraOff: 'Close the camera',
  removeClass: (name) => `Remove the class ${name}`,
  removePhoto: (number, name) => `Remove photo ${number} of ${name}`,
  photo: (number, name) => `Photo ${number} of ${name}`,
  removed: 'Removed.',
  undone: 'Undone: everything is as before.',
  added: (count, name) => `${english.plural(count, 'photo', 'photos')} added to ${name}.`,
  unreadable: (names) => `Could not be read as a picture: ${english.list(names)}.`,
  over: (count, limit) => `There is no room for ${count} more: the limit is ${limit} photos in all classes.`,
  classLimit: (limit) => `There is no room for more than ${limit} classes.`,
  notKept: 'This browser lets the page keep no more photos: new ones will be lost when it closes.',
  cameraRefused:
    'The browser did not give leave to use the camera. You can allow it at the padlock in the address bar, or add photos from files.',
  cameraMissing: 'No camera that can be used was found. Add photos from files.',
};

/** The texts around the learner's own photo classes. */
export const photoClassWords = defineWords({ es, en });
