export { OutOfMemoryError } from './out-of-memory.ts';
export {
  registerTrainingKernels,
  type TensorFlow,
  type TrainingOptions,
} from './register-training-kernels.ts';
export { UnsafeWindowError } from './window-geometry.ts';
