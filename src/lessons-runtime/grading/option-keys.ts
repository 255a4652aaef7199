/** What every layer of tfjs takes (`LayerArgs` of tfjs-layers 4.22). */
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

const ofPretrainedModels = ['weights', 'includeTop', 'inputShape', 'pooling', 'onProgress'];

/**
 * The options that functions of TensorFlow.js take, by the function's name. tfjs 4.22 passes over a key that it does not
 * know (`epoch: 20` trains once), so that a slip of the pen shows as a strange result, and nowhere else.
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
  iconNet: ofPretrainedModels,
  efficientNetLite0: ofPretrainedModels,
  mobileNet: ofPretrainedModels,
};
