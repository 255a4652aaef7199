import { expect } from 'vitest';
import { noticeOf, outputOf, runAttack } from '../support/attacked-page.ts';
import { restart, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest } from '../support/site-test.ts';

const webglTest = createSharedEngineTest('webgl');
const id = 'first';

webglTest(
  'a network’s first run on WebGL shows that the GPU is being prepared',
  async ({ shared: { page } }) => {
    await writeCell(
      page,
      id,
      `import { efficientNetLite0 } from 'deshielo';
     const net = await efficientNetLite0({ inputShape: [32, 32, 3] });
     console.log(tf.tidy(() => (net.predict(tf.zeros([1, 32, 32, 3])) as tf.Tensor).shape.join()));
     await tf.nextFrame(); net.dispose();`,
    );
    const { status, text } = await runAttack(page, id);
    expect(status).toBe('done');
    expect(text).toMatch(/Preparing the GPU for this network \(the first time only\)(\d+) \/ \1/);
  },
);

webglTest(
  'a training that lost the GPU continues from its last finished epoch in the next run',
  async ({ shared: { page } }) => {
    const training = (onEpochBegin: string) => `
    const net = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
    net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const firstWeights = async () => Array.from(await net.getWeights()[0].data()).map((w) => w.toFixed(4)).join();
    await net.fit(tf.ones([8, 3]), tf.ones([8, 1]), { epochs: 6, callbacks: {
      onEpochBegin: async (epoch) => { ${onEpochBegin} },
    } });`;
    await restart(page, 'en');
    await writeCell(
      page,
      id,
      training(`if (epoch === 4) {
      console.log(await firstWeights());
      await new Promise((later) => setTimeout(later, 200));
      (tf.backend() as any).gpgpu.gl.getExtension('WEBGL_lose_context').loseContext();
      await new Promise(() => {});
    }`),
    );
    const lost = await runAttack(page, id);
    expect(lost.status).toBe('failed');
    const weights = /-?\d+\.\d{4}(?:,-?\d+\.\d{4})+/.exec(lost.text)?.[0] ?? 'no weights';
    expect(await noticeOf(page)).toMatch(/the weights of the last finished epoch are safe/);

    await writeCell(page, id, training(`console.log('epoch', epoch, await firstWeights());`));
    expect((await runAttack(page, id)).status).toBe('done');
    const text = await outputOf(page, id);
    expect(text).toContain('The GPU was lost after epoch 4 of 6. The weights it had then are back');
    expect(text).toContain(`epoch 4 ${weights}`);
    expect(text).not.toContain('epoch 3 ');
    expect(text).toContain('epoch 5 ');
  },
);
