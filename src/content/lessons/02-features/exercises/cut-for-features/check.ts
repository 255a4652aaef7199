import { iconNet } from 'deshielo';

check.define({
  models: ['features'],
  async grade({ models: { features } }) {
    const icons = await iconNet({ inputShape: [64, 64, 3], weights: 'icons' });
    const expected = tf.model({ inputs: icons.inputs, outputs: icons.getLayer('average_pool').output });
    const found = features.network.outputs[0].shape;
    const shapes = { expected: expected.outputs[0].shape, found };
    if (found.at(-1) === 204) return check.wrong('classes', shapes);
    if (found.length === 4) return check.wrong('maps', shapes);
    if (found.length !== 2 || found[1] !== 128) return check.wrong('other', shapes);
    const drawings = tf.randomUniform([2, 64, 64, 3]);
    const [right] = await check.model.predict(expected, drawings);
    const [row] = await check.model.predict(features.network, drawings);
    if (check.close(row, right, 1e-3)) return check.correct();
    return check.wrong('other', { expected: right.slice(0, 3), found: row.slice(0, 3) });
  },
});
