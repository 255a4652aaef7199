import { formatFor } from '../../../shared/format.ts';
import { defineWords } from '../../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  turnOn: 'Encender la cámara',
  turnOff: 'Apagar la cámara',
  choose: 'Elegir una imagen…',
  hint: 'También puedes soltar aquí una imagen, o pegarla. Nada sale de tu dispositivo.',
  video: 'Lo que ve la cámara, recortado como lo recibe el modelo',
  noPicture: 'Sin imagen',
  classes: 'Probabilidad de cada clase',
  states: {
    off: 'La cámara está apagada.',
    starting: 'Esperando a la cámara. Puede que el navegador te pida permiso.',
    on: 'La cámara está encendida.',
    refused:
      'El navegador no ha dado permiso para usar la cámara. Puedes permitirla en el candado de la barra de direcciones, o elegir una imagen de un archivo.',
    missing:
      'No se encuentra ninguna cámara que se pueda usar. Elige una imagen de un archivo, suéltala aquí o pégala.',
    outOfSight: 'La cámara se ha apagado porque ya no se veía en la página.',
    hidden: 'La cámara se ha apagado porque has dejado esta pestaña.',
    unplugged: 'La cámara se ha desconectado.',
    gone: 'El modelo ya no está: el motor de la lección se ha cerrado desde entonces. Ejecuta otra vez esta celda y lo que necesita.',
  },
  rate: (count: number) => `En directo: ${spanish.plural(count, 'imagen', 'imágenes')} por segundo.`,
  classifying: 'El modelo está con la imagen…',
  waiting: 'El modelo espera a que termine la celda que se está ejecutando.',
  picture: (name: string) => `Imagen: ${name}.`,
  unreadable: (name: string) => `No se pudo leer como imagen: ${name}.`,
  addWhich: '¿Se equivoca? Añade esta imagen a su clase, y entrena otra vez con ella.',
  otherClasses: (names: string) =>
    `El modelo aprendió otras clases (${names}). Estas son las que tienes ahora más arriba.`,
  add: (name: string) => `Añadir a ${name}`,
  addLabel: 'Añadir esta imagen a una clase',
  added: (name: string, count: number) =>
    `Añadida a ${name}, que ya tiene ${spanish.plural(count, 'foto', 'fotos')}.`,
  retrain: 'Entrenar otra vez',
};

const en: typeof es = {
  turnOn: 'Turn the camera on',
  turnOff: 'Turn the camera off',
  choose: 'Choose a picture…',
  hint: 'You can also drop a picture here, or paste one. Nothing leaves your device.',
  video: 'What the camera sees, cropped as the model gets it',
  noPicture: 'No picture',
  classes: 'The probability of each class',
  states: {
    off: 'The camera is off.',
    starting: 'Waiting for the camera. The browser may ask you for permission.',
    on: 'The camera is on.',
    refused:
      'The browser did not give permission to use the camera. You can allow it at the padlock in the address bar, or choose a picture from a file.',
    missing: 'No camera that can be used was found. Choose a picture from a file, drop it here or paste it.',
    outOfSight: 'The camera was turned off because it was no longer in view on the page.',
    hidden: 'The camera was turned off because you left this tab.',
    unplugged: 'The camera was disconnected.',
    gone: 'The model is gone: the lesson’s engine has been closed since then. Run this cell again, and what it needs.',
  },
  rate: (count) => `Live: ${english.plural(count, 'picture', 'pictures')} a second.`,
  classifying: 'The model is looking at the picture…',
  waiting: 'The model is waiting for the running cell to end.',
  picture: (name) => `Picture: ${name}.`,
  unreadable: (name) => `Could not be read as a picture: ${name}.`,
  addWhich: 'Is it wrong? Add this picture to its class, and train again with it.',
  otherClasses: (names) =>
    `The model learned other classes (${names}). These are the ones you have above now.`,
  add: (name) => `Add to ${name}`,
  addLabel: 'Add this picture to a class',
  added: (name, count) => `Added to ${name}, which now has ${english.plural(count, 'photo', 'photos')}.`,
  retrain: 'Train again',
};

/** The texts of live views. */
export const liveViewWords = defineWords({ es, en });
