import { iconDataset } from 'deshielo';

const pets = await iconDataset(['cat', 'dog'], { numExamples: 60, augment: 2 });

display([
  { pictures: 'train', shape: pets.train.xs.shape.join(' × ') },
  { pictures: 'validation', shape: pets.validation.xs.shape.join(' × ') },
]);
display(pets.train.xs);
