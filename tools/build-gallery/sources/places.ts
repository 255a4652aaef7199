import type { PhotoSource } from '../photo-source.ts';
import { fromGcompris, fromLomiri, fromPalapeli, fromScikitLearn, onCommons } from './from-package.ts';

const monument = (file: string) =>
  ({ ...fromGcompris('explore_monuments', file, ''), licence: 'public-domain' }) as const;

export const places: readonly PhotoSource[] = [
  {
    id: 'chambord',
    expected: { wnid: 'n02980441', index: 483 },
    // A château is a castle and a palace.
    also: [698],
    author: 'BjörnT',
    ...monument('france/chateaudeChambord.webp'),
    sha256: 'a96693bfff66c9a747a066b8d798aaf876427de969603c4125bf881f8af0ac2d',
    source: onCommons('Chambord_Frontansicht.JPG'),
    title: { es: 'Castillo de Chambord', en: 'Château de Chambord' },
    alt: {
      es: 'Fachada de un castillo con torres y muchas chimeneas, al otro lado de un prado',
      en: 'Front of a castle with towers and many chimneys, across a lawn',
    },
  },
  {
    id: 'pont-du-gard',
    expected: { wnid: 'n04532670', index: 888 },
    author: 'Mimova',
    ...monument('france/pontduGard.webp'),
    sha256: 'b9e560a9ae2fd919baec7f5ceb08877d57194e614481b25058693a88c232897f',
    source: onCommons('Pontdugard.jpg'),
    title: { es: 'Pont du Gard', en: 'Pont du Gard' },
    alt: {
      es: 'Un acueducto romano de tres pisos de arcos sobre un río, entre bosques',
      en: 'A Roman aqueduct with three tiers of arches over a river, among woods',
    },
  },
  {
    id: 'stupa',
    expected: { wnid: 'n04346328', index: 832 },
    author: 'ArnoldBetten',
    ...monument('india/greatStupa.webp'),
    sha256: '3b6741152471d00646271d3a413c08af0533766f09dc87af19abb9ff71801886',
    source: onCommons('Sanchi_Stupa_1_(1999).JPG'),
    title: { es: 'Gran estupa de Sanchi', en: 'Great Stupa of Sanchi' },
    alt: {
      es: 'Una gran cúpula maciza de piedra con un pórtico tallado delante, con luz cálida',
      en: 'A great solid dome of stone with a carved gateway in front of it, in warm light',
    },
  },
  {
    id: 'gateway-of-india',
    expected: { wnid: 'n04486054', index: 873 },
    author: 'Simon Steinberger',
    ...monument('india/gatewayofIndia.webp'),
    sha256: '8d1053776a85a9703f819ae6a82f981cbfa9a8961712404afee235afd87a0e48',
    source: onCommons('Gateway-of-India.jpg'),
    title: { es: 'Puerta de la India', en: 'Gateway of India' },
    alt: {
      es: 'Un arco monumental iluminado al anochecer, con palmeras a la derecha',
      en: 'A monumental arch lit up at nightfall, with palm trees on the right',
    },
  },
  {
    id: 'pagoda',
    expected: { wnid: 'n03877845', index: 698 },
    // Monastery and stupa: a Chinese pavilion in the form of a pagoda has no class of its own.
    also: [663, 832],
    author: 'danielbuechele',
    licence: 'CC-BY-2.0',
    ...fromScikitLearn('china.jpg'),
    sha256: '8378025ad2519d649d02e32bd98990db4ab572357d9f09841c2fbfbb4fefad29',
    source: { title: 'china', url: 'https://www.flickr.com/photos/danielbuechele/6061409035/' },
    title: { es: 'Pabellón del Palacio de Verano', en: 'Pavilion of the Summer Palace' },
    alt: {
      es: 'Un pabellón chino de varios pisos y tejados curvos sobre una colina, con un lago detrás',
      en: 'A Chinese pavilion of several storeys with curved roofs on a hill, a lake behind it',
    },
  },
  {
    id: 'suspension-bridge',
    expected: { wnid: 'n04366367', index: 839 },
    author: 'Derek Jensen',
    licence: 'public-domain',
    ...fromPalapeli('cincinnati-bridge'),
    sha256: '09772d09318b34a5c5edd58ee86ff462bcd2907006f31cc8e0704310f8e9ab60',
    source: { title: 'Roebling Suspension Bridge', url: 'https://apps.kde.org/palapeli/' },
    title: { es: 'Puente colgante de Roebling', en: 'Roebling Suspension Bridge' },
    alt: {
      es: 'Un puente colgante con torres de piedra, iluminado de noche sobre un río',
      en: 'A suspension bridge with stone towers, lit up at night over a river',
    },
  },
  {
    id: 'mountains',
    expected: { wnid: 'n09193705', index: 970 },
    author: 'Aitzol Berasategi',
    licence: 'CC-BY-4.0',
    ...fromLomiri('picosdeeuropa_by_Aitzol_Berasategi.jpg'),
    sha256: '414d0072b2f6f2c555deafeaef6e45c4fed6fa9ad26eba6560ca8803959cf97a',
    source: { title: 'picosdeeuropa', url: 'https://gitlab.com/ubports/development/core/lomiri-wallpapers' },
    title: { es: 'Picos de Europa', en: 'Picos de Europa' },
    alt: {
      es: 'Cumbres de roca con manchas de nieve sobre una ladera de hierba',
      en: 'Rocky peaks with patches of snow above a grassy slope',
    },
  },
];
