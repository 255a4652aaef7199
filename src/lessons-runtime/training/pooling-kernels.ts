import type { HeapKernel } from './kernel-replacement.ts';
import { identity } from './reduction-kernels.ts';
import { inputOf } from './tensor-flow.ts';
import { isNativeSafePool, poolInfo, setGeometry } from './window-geometry.ts';

/** Pooling. Uses tfjs's own kernel unless it is wrong for the window. */
const pool =
  (isMax: boolean): HeapKernel =>
  (call, context, heap) => {
    const { core, original } = context;
    const x = inputOf(call, 'x');
    const info = poolInfo(core, call, x.shape);
    // XNNPACK rejects windows of one pixel; tfjs's cpu backend returns the input, too.
    const isOnePixel = info.filterHeight * info.filterWidth === 1;
    if (isOnePixel && core.util.arraysEqual(info.inShape, info.outShape)) return identity(call, context);
    if (isNativeSafePool(info) || x.dtype !== 'float32') return original(call);
    const y = heap.output(info.outShape);
    setGeometry(heap, info);
    heap.functions.pool(heap.at(x), heap.at(y), isMax);
    return y;
  };

export const maxPool = pool(true);
export const averagePool = pool(false);

/** The gradient of max pooling. tfjs's own kernel loses the gradient of every window without a positive value. */
export const maxPoolGradient: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'input');
  const dy = inputOf(call, 'dy');
  const dx = heap.output(x.shape);
  setGeometry(heap, poolInfo(core, call, x.shape));
  heap.functions.maxPoolGradient(heap.at(x), heap.at(dy), heap.at(dx));
  return dx;
};
