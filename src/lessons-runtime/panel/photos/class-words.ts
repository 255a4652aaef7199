import type { Language } from '../../shared/language.ts';

interface ClassWords {
  readonly name: (place: number) => string;
  readonly newClass: (place: number) => string;
  readonly photos: (count: number) => string;
  readonly add: (name: string) => string;
  readonly camera: (name: string) => string;
  readonly shoot: (name: string) => string;
  readonly cameraOff: string;
  readonly removeClass: (name: string) => string;
  readonly removePhoto: (place: number, name: string) => string;
  readonly photo: (place: number, name: string) => string;
  readonly removed: string;
  readonly undone: string;
  readonly added: (count: number, name: string) => string;
  readonly unreadable: (names: readonly string[]) => string;
  readonly over: (count: number, limit: number) => string;
  readonly classLimit: (limit: number) => string;
  readonly notKept: string;
  readonly cameraRefused: string;
  readonly cameraMissing: string;
}

/** What the page says around a learner's classes of photos. */
export const classWords: Record<Language, ClassWords> = {
  es: {
    name: (place) => `Nombre de la clase ${place}`,
    newClass: (place) => `Clase ${place}`,
    photos: (count) => (count === 1 ? '1 foto' : `${count} fotos`),
    add: (name) => `Añadir fotos a ${name}…`,
    camera: (name) => `Cámara para ${name}`,
    shoot: (name) => `Hacer una foto de ${name}`,
    cameraOff: 'Cerrar la cámara',
    removeClass: (name) => `Quitar la clase ${name}`,
    removePhoto: (place, name) => `Quitar la foto ${place} de ${name}`,
    photo: (place, name) => `Foto ${place} de ${name}`,
    removed: 'Quitada.',
    undone: 'Deshecho: todo está como antes.',
    added: (count, name) => `${count === 1 ? '1 foto añadida' : `${count} fotos añadidas`} a ${name}.`,
    unreadable: (names) => `No se pudo leer como imagen: ${names.join(', ')}.`,
    over: (count, limit) => `No caben ${count} fotos más: el límite es ${limit} entre todas las clases.`,
    classLimit: (limit) => `No caben más de ${limit} clases.`,
    notKept: 'Este navegador no deja guardar más fotos: las nuevas se perderán al cerrar la página.',
    cameraRefused:
      'El navegador no ha dado permiso para usar la cámara. Puedes permitirla en el candado de la barra de direcciones, o añadir fotos de archivos.',
    cameraMissing: 'No se encuentra ninguna cámara que se pueda usar. Añade fotos de archivos.',
  },
  en: {
    name: (place) => `Name of class ${place}`,
    newClass: (place) => `Class ${place}`,
    photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
    add: (name) => `Add photos to ${name}…`,
    camera: (name) => `Camera for ${name}`,
    shoot: (name) => `Take a photo of ${name}`,
    cameraOff: 'Close the camera',
    removeClass: (name) => `Remove the class ${name}`,
    removePhoto: (place, name) => `Remove photo ${place} of ${name}`,
    photo: (place, name) => `Photo ${place} of ${name}`,
    removed: 'Removed.',
    undone: 'Undone: everything is as before.',
    added: (count, name) => `${count === 1 ? '1 photo added' : `${count} photos added`} to ${name}.`,
    unreadable: (names) => `Could not be read as a picture: ${names.join(', ')}.`,
    over: (count, limit) =>
      `There is no room for ${count} more: the limit is ${limit} photos in all classes.`,
    classLimit: (limit) => `There is no room for more than ${limit} classes.`,
    notKept: 'This browser lets the page keep no more photos: new ones will be lost when it closes.',
    cameraRefused:
      'The browser did not give leave to use the camera. You can allow it at the padlock in the address bar, or add photos from files.',
    cameraMissing: 'No camera that can be used was found. Add photos from files.',
  },
};
