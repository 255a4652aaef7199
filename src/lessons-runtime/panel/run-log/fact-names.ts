/** The settings of a training: trainings with different settings are different experiments. */
export const settingNames: readonly FactName[] = [
  'cell',
  'model',
  'seed',
  'backend',
  'optimizer',
  'learningRate',
  'loss',
  'batchSize',
  'samples',
  'epochs',
  'trained',
  'frozen',
  'firstTrained',
];

/** All facts about a training, in the order in which they are exported. */
export const factNames = [
  'time',
  'cell',
  'model',
  'outcome',
  'seed',
  'backend',
  'optimizer',
  'learningRate',
  'loss',
  'batchSize',
  'samples',
  'epochs',
  'trained',
  'frozen',
  'firstTrained',
  'duration',
] as const;

export type FactName = (typeof factNames)[number];
