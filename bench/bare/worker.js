/** Plain tfjs in a worker. A message names a function and its argument; the reply is the function's value. */
importScripts('/bare/tfjs/tf.min.js', '/bare/wasm/tf-backend-wasm.min.js');

const functions = {
  async loadModel(backend) {
    tf.wasm.setWasmPaths('/bare/wasm/');
    await tf.setBackend(backend);
    globalThis.model = await tf.loadLayersModel('/models/efficientnet-lite0@1/model.json');
    globalThis.input = tf.randomUniform([1, 224, 224, 3], -1, 1);
    return tf.getBackend();
  },

  /** Measures predictions of a 224-pixel photo. Returns the milliseconds of each. */
  async timePredictions(count) {
    const samples = [];
    for (let index = 0; index < count; index += 1) {
      const began = performance.now();
      const probabilities = model.predict(input);
      await probabilities.data();
      samples.push(performance.now() - began);
      probabilities.dispose();
    }
    return samples;
  },

  /** Evaluates a script in the global scope and returns its value. */
  evaluate(script) {
    // biome-ignore lint/security/noGlobalEval: the course's worker evaluates cells in the same way
    return globalThis.eval(script);
  },
};

self.onmessage = async ({ data: { name, argument } }) => {
  self.postMessage(await functions[name](argument));
};
