import type { PhotoSource } from '../photo-source.ts';
import { foodAndThings } from './food-and-things.ts';
import { nearAnimals } from './near-animals.ts';
import { places } from './places.ts';
import { unknown } from './unknown.ts';
import { wildAnimals } from './wild-animals.ts';

/** The photos of the gallery, in the order in which pages show them. */
export const photoSources: readonly PhotoSource[] = [
  ...nearAnimals,
  ...wildAnimals,
  ...foodAndThings,
  ...places,
  ...unknown,
];
