import type { LocalizedText } from '../../src/lessons-runtime/datasets/gallery-photo.ts';
import type { PhotoClass } from '../../src/lessons-runtime/datasets/photos/photo-manifest.ts';
import { longestSide } from './render-photo.ts';

/** The classes, in the order of the manifest. */
export const photoClasses: readonly Omit<PhotoClass, 'packs'>[] = [
  { name: 'galaxy', title: { es: 'galaxia', en: 'galaxy' }, upright: false },
  { name: 'nebula', title: { es: 'nebulosa', en: 'nebula' }, upright: false },
  { name: 'water', title: { es: 'agua', en: 'water' }, upright: true },
  { name: 'mountain', title: { es: 'montaña', en: 'mountain' }, upright: true },
  { name: 'desert', title: { es: 'desierto', en: 'desert' }, upright: true },
  { name: 'city', title: { es: 'ciudad', en: 'city' }, upright: true },
];

export const about: LocalizedText = {
  es: 'Galaxias y nebulosas fotografiadas con telescopios, de Stellarium, y paisajes (agua, montaña, desierto y ciudad), del juego Endless Sky.',
  en: 'Galaxies and nebulae photographed with telescopes, from Stellarium, and landscapes (water, mountain, desert and city), from the game Endless Sky.',
};

export const changes: LocalizedText = {
  es: `recortadas a un cuadrado, reducidas a un máximo de ${longestSide} píxeles y guardadas de nuevo como WebP`,
  en: `cropped to a square, reduced to at most ${longestSide} pixels and saved again as WebP`,
};

/** What a measurement on these photos does not say. */
export const limits: readonly LocalizedText[] = [
  {
    es: 'Se miraron una por una. Se quitaron las que casi no muestran nada, las casi repetidas y las que enseñan dos clases a la vez: acertar aquí es más fácil que en el mundo.',
    en: 'Each was looked at. Those that show hardly anything, near-duplicates and those that show two classes at once were left out: they are easier to tell apart than the world is.',
  },
  {
    es: 'Las galaxias y las nebulosas son las que la gente fotografía: brillantes, cercanas y casi siempre centradas. Los colores de muchas los pone quien procesa la imagen.',
    en: 'The galaxies and nebulae are those that people photograph: bright, near and mostly centred. In many, whoever processed the picture chose the colours.',
  },
  {
    es: 'Casi todas las galaxias tienen el fondo negro y muchas nebulosas llenan la imagen; unas pocas nebulosas pequeñas solo existen a 128 píxeles.',
    en: 'Almost all galaxies are on black, and many of the nebulae fill the picture; a few small nebulae exist at 128 pixels only.',
  },
  {
    es: 'Los paisajes se eligieron para un juego: bonitos, sin gente, muchos de Europa y de América del Norte, y varios con los colores retocados. La clase «desierto» incluye rocas y cañones secos.',
    en: 'The landscapes were chosen for a game: beautiful, without people, many from Europe and North America, and several with edited colours. The class “desert” includes dry rocks and canyons.',
  },
  {
    es: 'De los paisajes de dominio público, el paquete solo dice de qué colección salieron (unsplash.com y morgue-file.com), no quién los hizo.',
    en: 'Of the landscapes in the public domain, the package only says which collection they came from (unsplash.com and morgue-file.com), not who took them.',
  },
  {
    es: 'Las redes entrenadas con ImageNet ya conocen clases como alp, valley, seashore o lakeside; ninguna que diga galaxia o nebulosa.',
    en: 'Networks trained on ImageNet already know classes such as alp, valley, seashore or lakeside; none that says galaxy or nebula.',
  },
];
