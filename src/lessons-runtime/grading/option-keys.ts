/** The options of all layers (`LayerArgs` of tfjs-layers 4.22). */
const ofEveryLayer = [
  'inputShape',
  'batchInputShape',
  'batchSize',
  'dtype',
  'name',
  'trainable',
  'weights',
  'inputDType',
];

const ofConvolutions = [
  'kernelSize',
  'strides',
  'padding',
  'dataFormat',
  'dilationRate',
  'activation',
  'useBias',
  'kernelInitializer',
  'biasInitializer',
  'kernelConstraint',
  'biasConstraint',
  'kernelRegularizer',
  'biasRegularizer',
  'activityRegularizer',
];

const ofPooling = ['poolSize', 'strides', 'padding', 'dataFormat'];

const ofFit = [
  'epochs',
  'initialEpoch',
  'verbose',
  'callbacks',
  'validationData',
  'classWeight',
  'batchSize',
  'validationSplit',
  'shuffle',
  'sampleWeight',
  'stepsPerEpoch',
  'validationSteps',
  'yieldEvery',
];

const ofDatasets = ['numExamples', 'augment', 'split', 'seed', 'imageSize'];
const ofPretrainedModels = ['weights', 'includeTop', 'inputShape', 'pooling', 'onProgress'];

/**
 * The options of functions of TensorFlow.js, by the function's name. tfjs 4.22 ignores unknown keys (`epoch: 20` trains for
 * one epoch), so that a typo leads to a surprising result without any error.
 */
export const optionKeys: Readonly<Record<string, readonly string[]>> = {
  dense: [
    ...ofEveryLayer,
    'units',
    'activation',
    'useBias',
    'kernelInitializer',
    'biasInitializer',
    'inputDim',
    'kernelConstraint',
    'biasConstraint',
    'kernelRegularizer',
    'biasRegularizer',
    'activityRegularizer',
  ],
  conv2d: [...ofEveryLayer, ...ofConvolutions, 'filters'],
  depthwiseConv2d: [
    ...ofEveryLayer,
    ...ofConvolutions,
    'depthMultiplier',
    'depthwiseInitializer',
    'depthwiseConstraint',
    'depthwiseRegularizer',
  ],
  maxPooling2d: [...ofEveryLayer, ...ofPooling],
  averagePooling2d: [...ofEveryLayer, ...ofPooling],
  globalAveragePooling2d: [...ofEveryLayer, 'dataFormat'],
  flatten: [...ofEveryLayer, 'dataFormat'],
  dropout: [...ofEveryLayer, 'rate', 'noiseShape', 'seed'],
  compile: ['optimizer', 'loss', 'metrics'],
  fit: ofFit,
  evaluate: ['batchSize', 'verbose', 'sampleWeight', 'steps'],
  drawingNet: ofPretrainedModels,
  iconNet: ofPretrainedModels,
  efficientNetLite0: ofPretrainedModels,
  mobileNet: ofPretrainedModels,
  iconDataset: [...ofDatasets, 'test'],
  photoDataset: ofDatasets,
  drawingDataset: ofDatasets,
};
