import type { PhotoSource } from '../photo-source.ts';
import { foodAndThings } from './food-and-things.ts';
import { nearAnimals } from './near-animals.ts';
import { places } from './places.ts';
import { unknown } from './unknown.ts';
import { wildAnimals } from './wild-animals.ts';

/** Every photo of the gallery, in the order a page shows them. */
export const photoSources: readonly PhotoSource[] = [
  ...nearAnimals,
  ...wildAnimals,
  ...foodAndThings,
  ...places,
  ...unknown,
];
