/** Code that is not correct, but might be graded as correct. */
export interface Cheat {
  readonly name: string;
  readonly code: string;
}

const forged = '{"verdict":"correct","message":"correct","expected":"","found":""}';
const always = (object: string, method: string) => `${object}.${method} = () => true;`;

/** Wrong answers to an exercise that asks for `total`, the product of two numbers that the check draws. */
export const wrongNumbers: readonly Cheat[] = [
  { name: 'the number of the lesson', code: 'const total = 42;' },
  { name: 'a number at random', code: 'const total = 4 + Math.floor(Math.random() * 9) * 0.5;' },
  { name: 'an object in place of a number', code: 'const total = { valueOf: () => rows * seats };' },
  {
    name: 'an object that writes itself down as a number',
    code: 'const total = { toJSON: () => rows * seats };',
  },
  { name: 'a text in place of a number', code: 'const total = String(rows * seats);' },
  { name: 'NaN, which equals nothing', code: 'const total = NaN;' },
  {
    name: 'the names of the room redeclared',
    code: 'const rows = 6;\nconst seats = 7;\nconst total = rows * seats;',
  },
];

/** Attempts to change the realm or the grading script so that a wrong `total` is graded as correct. */
export const cheatsOnANumber: readonly Cheat[] = [
  {
    name: 'a getter on Object.prototype',
    code: "Object.defineProperty(Object.prototype, 'verdict', { get: () => 'correct', set() {}, configurable: true });\nconst total = 1;",
  },
  {
    name: 'Array.prototype’s methods',
    code: `${always('Array.prototype', 'every')}\n${always('Array.prototype', 'some')}\n${always('Array.prototype', 'includes')}\nconst total = 1;`,
  },
  {
    name: 'Object.is and Number.isFinite',
    code: `${always('Object', 'is')}\n${always('Number', 'isFinite')}\nconst total = 1;`,
  },
  { name: 'Math.abs, so that all is close', code: 'Math.abs = () => 0;\nconst total = 1;' },
  { name: 'Math.random, so that the room is known', code: 'Math.random = () => 0;\nconst total = 4 * 11;' },
  { name: 'JSON.stringify', code: `JSON.stringify = () => '${forged}';\nconst total = 1;` },
  {
    name: 'JSON.parse',
    code: `JSON.parse = () => ({ verdict: 'correct', message: 'correct', expected: '', found: '' });\nconst total = 1;`,
  },
  { name: 'the ruling as Markdown', code: `display.markdown('${forged}');\nconst total = 1;` },
  {
    name: 'the ruling as data',
    code: `display.data('${forged}');\nconst total = 1;`,
  },
  {
    name: 'the ruling as data, repeatedly and after the end',
    code: `setInterval(() => display.data('${forged}'), 1);\nfor (let i = 0; i < 20; i++) Promise.resolve().then(() => display.data('${forged}'));\nconst total = 1;`,
  },
  {
    name: 'the ruling posted out of the worker',
    code: `const message = { type: 'data', cell: 'grade', run: 5, json: '${forged}' };\nself.postMessage(message);\nconst total = 1;`,
  },
  {
    name: 'a message dispatched to the kernel',
    code: `self.dispatchEvent(new MessageEvent('message', { data: { type: 'run', cell: 'grade', run: 99, source: '' }, ports: [new MessageChannel().port1] }));\nconst total = 1;`,
  },
  {
    name: 'the port, through Function.prototype.call',
    code: `const { call } = Function.prototype;\nFunction.prototype.call = function (...args) { if (args[0] instanceof MessagePort) args[0].postMessage({ type: 'finished' }); return Reflect.apply(call, this, args); };\nconst total = 1;`,
  },
  { name: 'fetch', code: `globalThis.fetch = async () => new Response('${forged}');\nconst total = 1;` },
  {
    name: 'the grading script’s own name',
    code: 'deshieloGrading.check.close = () => true;\nconst total = 1;',
  },
  {
    name: 'the grading script, through its scope',
    code: 'const deshieloGrading = { collectAnswers: async () => display.data(\'{"values":{"total":{"value":1}}}\') };\nconst total = 1;',
  },
  {
    name: 'another script in place of the grading script',
    code: `const check = { define() {}, correct: () => (${forged}) };\nconst grade = () => display.data('${forged}');\nconst total = 1;`,
  },
  { name: 'the engine closed', code: 'const total = 1;\nclose();' },
  {
    name: 'frozen prototypes',
    code: 'const total = 1;\nObject.freeze(Array.prototype);\nObject.freeze(Object.prototype);',
  },
];

const base =
  "import { iconNet } from 'deshielo';\nconst base = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });\n";

/** Wrong answers to an exercise that asks for `base` with every layer frozen. */
export const wrongModels: readonly Cheat[] = [
  {
    name: 'layers that write themselves down as frozen',
    code: `${base}for (const layer of base.layers) {\n  const write = layer.getConfig.bind(layer);\n  layer.getConfig = () => ({ ...write(), trainable: false });\n}`,
  },
  {
    name: 'a getter that calls every layer frozen',
    code: `${base}for (const layer of base.layers) Object.defineProperty(layer, 'trainable', { get: () => false });`,
  },
  {
    name: 'a model without weights to train',
    code: `${base}Object.defineProperty(base, 'trainableWeights', { get: () => [] });`,
  },
  {
    name: 'another model, frozen from the start',
    code: 'const base = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], trainable: false })] });',
  },
  {
    name: 'an object that looks like one',
    code: 'const base = { layers: [], trainableWeights: [], weights: [] };',
  },
];

/** Attempts to change the classes of tfjs so that a `base` that is not frozen is graded as frozen. */
export const cheatsOnAModel: readonly Cheat[] = [
  {
    name: 'a class of layers that writes all of them down as frozen',
    code: `${base}const { prototype } = tf.layers.Layer;\nconst { getConfig } = prototype;\nprototype.getConfig = function () { return { ...getConfig.call(this), trainable: false }; };`,
  },
  {
    name: 'a class whose getter calls every layer frozen',
    code: `${base}Object.defineProperty(tf.layers.Layer.prototype, 'trainable', { get: () => false, set() {}, configurable: true });`,
  },
  {
    name: 'fit that does nothing',
    code: `${base}tf.LayersModel.prototype.fit = async () => ({ history: {} });\ntf.Variable.prototype.assign = () => {};`,
  },
  {
    name: 'tf itself',
    code: `${base}tf.LayersModel = class { static [Symbol.hasInstance]() { return true; } };`,
  },
];

const thawed = (compile: string) => `import { iconNet } from 'deshielo';
const base = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });
const pooled = tf.layers.globalAveragePooling2d({}).apply(base.output);
const output = tf.layers.dense({ units: 2, activation: 'softmax' }).apply(pooled);
const model = tf.model({ inputs: base.inputs, outputs: output });
${compile}`;
const asAsked = "model.compile({ optimizer: tf.train.adam(0.0001), loss: 'categoricalCrossentropy' });";

/** Wrong answers to an exercise that asks for `model`, unfrozen and compiled with Adam at 0.0001 and cross-entropy. */
export const cheatsOnACompile: readonly Cheat[] = [
  {
    name: 'an optimizer that calls itself by another name',
    code: thawed(
      "class Adam extends tf.SGDOptimizer { static className = 'Adam'; getClassName() { return 'Adam'; } }\nmodel.compile({ optimizer: new Adam(0.0001), loss: 'categoricalCrossentropy' });",
    ),
  },
  {
    name: 'an optimizer that steps further than it says',
    code: thawed(
      "const adam = tf.train.adam(0.0001);\nconst big = tf.train.adam(0.01);\nadam.applyGradients = (gradients) => big.applyGradients(gradients);\nmodel.compile({ optimizer: adam, loss: 'categoricalCrossentropy' });",
    ),
  },
  {
    name: 'an optimizer that does nothing',
    code: thawed(
      "const adam = tf.train.adam(0.0001);\nadam.applyGradients = () => {};\nmodel.compile({ optimizer: adam, loss: 'categoricalCrossentropy' });",
    ),
  },
  {
    name: 'a loss of another kind under that name',
    code: thawed(
      'function categoricalCrossentropy(yTrue, yPred) { return tf.losses.meanSquaredError(yTrue, yPred); }\nmodel.compile({ optimizer: tf.train.adam(0.0001), loss: categoricalCrossentropy });',
    ),
  },
  {
    name: 'a list of what is trained, cut short',
    code: thawed(
      `${asAsked}\nmodel.collectedTrainableWeights.splice(0, 4);\nmodel.trainableWeights.length = 0;`,
    ),
  },
  {
    name: 'a step of its own',
    code: thawed(
      `model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });\nmodel.trainOnBatch = async () => 0.5;`,
    ),
  },
  {
    name: 'a compiled model that reports another optimizer',
    code: thawed(
      "model.compile({ optimizer: tf.train.sgd(0.5), loss: 'categoricalCrossentropy' });\nmodel.optimizer.getClassName = () => 'Adam';\nObject.defineProperty(model.optimizer, 'learningRate', { get: () => 0.0001, set() {} });",
    ),
  },
];
