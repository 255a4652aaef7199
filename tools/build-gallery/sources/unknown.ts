import type { PhotoSource } from '../photo-source.ts';
import { fromGcompris, fromScikitImage, fromScikitLearn, onCommons } from './from-package.ts';

/** Photos that none of the 1,000 classes fits, although a model always names one. */
export const unknown: readonly PhotoSource[] = [
  {
    id: 'giraffes',
    expected: null,
    author: 'Mike and Lara Wolfe',
    licence: 'public-domain',
    ...fromGcompris('explore_world_animals', 'animals/giraffe.webp', 'animals/'),
    sha256: '68014ed783cf6a8b8c9c4202cf2c467a34819dab08bf566e93d5fcd872e41f5c',
    source: onCommons('Giraffe_courtship_(25657342808).jpg'),
    title: { es: 'Jirafas', en: 'Giraffes' },
    alt: { es: 'Dos jirafas entre árboles de la sabana', en: 'Two giraffes among savanna trees' },
  },
  {
    id: 'dahlia',
    expected: null,
    author: 'vultilion',
    licence: 'CC-BY-2.0',
    ...fromScikitLearn('flower.jpg'),
    sha256: 'a77f6ec41e353afdf8bdff2ea981b2955535d8d83294f8cfa49cf4e423dd5638',
    source: { title: 'flower', url: 'https://www.flickr.com/photos/vultilion/6056698931/' },
    title: { es: 'Dalia', en: 'Dahlia' },
    alt: {
      es: 'Una dalia anaranjada de muchos pétalos sobre fondo verde oscuro',
      en: 'An orange dahlia with many petals on a dark green background',
    },
  },
  {
    id: 'retina',
    expected: null,
    author: 'Mikael Häggström',
    licence: 'CC0-1.0',
    ...fromScikitImage('retina.jpg'),
    sha256: '38a07f36f27f095e818aea7b96d34202c05176d30253c66733f2e00379e9e0e6',
    source: onCommons('Fundus_photograph_of_normal_left_eye.jpg'),
    title: { es: 'Fondo de ojo', en: 'Retina' },
    alt: {
      es: 'Fotografía médica de la retina de un ojo sano: un disco rojizo con vasos sanguíneos',
      en: 'Medical photograph of the retina of a healthy eye: a reddish disc with blood vessels',
    },
  },
  {
    id: 'hubble-deep-field',
    expected: null,
    author: 'NASA',
    licence: 'public-domain',
    ...fromScikitImage('hubble_deep_field.jpg'),
    sha256: '3a19c5dd8a927a9334bb1229a6d63711b1c0c767fb27e2286e7c84a3e2c2f5f4',
    source: {
      title: 'Hubble eXtreme Deep Field',
      url: 'https://hubblesite.org/newscenter/archive/releases/2012/37/image/a/',
    },
    title: { es: 'Campo profundo del Hubble', en: 'Hubble deep field' },
    alt: {
      es: 'Cientos de galaxias de colores sobre el negro del espacio',
      en: 'Hundreds of coloured galaxies on the black of space',
    },
  },
];
