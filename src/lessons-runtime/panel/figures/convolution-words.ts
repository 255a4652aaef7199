import { defineWords } from '../../shared/words.ts';

const es = {
  title: 'Una convolución, paso a paso',
  intro:
    'El filtro se pone sobre nueve píxeles, cada uno se multiplica por su número, y la suma es un punto del mapa.',
  picture: (side: string) => `Un trozo de foto: ${side} grises, de 0 (negro) a 255 (blanco)`,
  map: (side: string) => `El mapa: ${side} sumas`,
  kernel: 'Filtro',
  names: {
    'vertical-edges': 'bordes verticales',
    'horizontal-edges': 'bordes horizontales',
    blur: 'desenfocar',
    sharpen: 'enfocar',
    own: 'el tuyo',
  },
  products: 'Píxel × filtro = producto',
  weight: (row: number, column: number) => `Número del filtro en la fila ${row}, columna ${column}`,
  sum: (sum: string) => `Suma de los nueve productos: ${sum}.`,
  divided: (sum: string, divisor: string, result: string) =>
    `Suma de los nueve productos: ${sum}; entre ${divisor}: ${result}.`,
  at: (row: string, column: string, result: string) => `Fila ${row}, columna ${column} del mapa: ${result}.`,
  back: 'Atrás',
  next: 'Siguiente',
  play: 'Reproducir',
  pause: 'Pausar',
  reset: 'Desde el principio',
  stride: 'Paso (stride)',
  padding: 'Relleno (padding)',
  paddings: { valid: 'ninguno', same: 'ceros alrededor' },
  sizes: {
    valid: (side: string, map: string) =>
      `Sin relleno, el filtro no se sale de la foto: de ${side} píxeles de lado quedan ${map}.`,
    same: (side: string, map: string) =>
      `Con ceros alrededor, el filtro llega hasta el borde: de ${side} píxeles de lado salen ${map}.`,
  },
  jumps: 'Con paso 2, el filtro salta un píxel cada vez, y el mapa mide la mitad.',
  hint: 'Toca la foto o arrastra para llevar el filtro. Con el teclado: flechas, Inicio y Fin.',
  signed: 'En el mapa, el gris medio es 0; más claro, positivo; más oscuro, negativo.',
  unsigned: 'En el mapa, como en la foto: de 0 (negro) a 255 (blanco).',
  yours: 'La foto es ahora la que has elegido.',
};

const en: typeof es = {
  title: 'A convolution, step by step',
  intro:
    'The filter lies on nine pixels, each is multiplied by its number, and the sum is one point of the map.',
  picture: (side) => `A piece of a photo: ${side} greys, from 0 (black) to 255 (white)`,
  map: (side) => `The map: ${side} sums`,
  kernel: 'Filter',
  names: {
    'vertical-edges': 'vertical edges',
    'horizontal-edges': 'horizontal edges',
    blur: 'blur',
    sharpen: 'sharpen',
    own: 'yours',
  },
  products: 'Pixel × filter = product',
  weight: (row, column) => `Number of the filter in row ${row}, column ${column}`,
  sum: (sum) => `Sum of the nine products: ${sum}.`,
  divided: (sum, divisor, result) => `Sum of the nine products: ${sum}; divided by ${divisor}: ${result}.`,
  at: (row, column, result) => `Row ${row}, column ${column} of the map: ${result}.`,
  back: 'Back',
  next: 'Next',
  play: 'Play',
  pause: 'Pause',
  reset: 'From the start',
  stride: 'Stride',
  padding: 'Padding',
  paddings: { valid: 'none', same: 'zeros around' },
  sizes: {
    valid: (side, map) =>
      `Without padding the filter stays inside the photo: a side of ${side} pixels becomes ${map}.`,
    same: (side, map) =>
      `With zeros around it, the filter reaches the edge: a side of ${side} pixels becomes ${map}.`,
  },
  jumps: 'With a stride of 2 the filter skips a pixel each time, and the map is half as large.',
  hint: 'Tap or drag on the photo to move the filter. With the keyboard: arrows, Home and End.',
  signed: 'In the map, middle grey is 0; lighter is positive, darker is negative.',
  unsigned: 'In the map as in the photo: from 0 (black) to 255 (white).',
  yours: 'The photo is now the one that you have chosen.',
};

/** The texts of the figure of a convolution; the build writes its first state with them. */
export const convolutionWords = defineWords({ es, en });
