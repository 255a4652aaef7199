/** The exports of the WebAssembly module. Tensors are byte offsets in the imported memory. */
export { addBias, clipGradient, reluGradient, scaleColumns } from './activations';
export { adamStep } from './adam';
export {
  convolutionScratchBytes,
  convolve,
  convolveFilterGradient,
  convolveInputGradient,
} from './convolution';
export { depthwise, depthwiseFilterGradient } from './depthwise';
export { depthwiseInputGradient } from './depthwise-input';
export { setGeometry } from './geometry';
export { maxPoolGradient } from './max-pool';
export { pool } from './pool';
export { normalizeRows, repeatRow, sumDeviations, sumRows, sumSegments } from './rows';
