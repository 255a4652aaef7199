/** Builds of the training kernels as Base64 text, the best first; made by `tools/vite-training-kernels.ts`. */
declare module 'virtual:training-kernels' {
  const builds: readonly string[];
  export default builds;
}
