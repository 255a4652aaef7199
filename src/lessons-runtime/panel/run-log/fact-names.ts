/** What one chooses before a training; where these differ, two trainings are two experiments. */
export const settingNames = [
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
] as const;

export type FactName = (typeof settingNames)[number] | 'time' | 'outcome' | 'duration';
