import { expect, it } from 'vitest';
import { partsOf, useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson();

const tensors = () => lesson.memories.at(-1)?.tensors ?? Number.NaN;

it('reports the tensors that cells leave alive', async () => {
  await lesson.run('1');
  const before = tensors();
  await lesson.run('const kept = [tf.scalar(1), tf.zeros([100])]; tf.tidy(() => { tf.ones([5]).add(1); });');
  expect(tensors()).toBe(before + 2);
  expect(lesson.memories.at(-1)?.bytes).toBeGreaterThanOrEqual(404);
  await lesson.run('kept.forEach((t) => t.dispose());', 'b');
  expect(tensors()).toBe(before);
});

it('leaks no tensor in fifty runs that display, print and chart one', async () => {
  await lesson.run(
    "import { render } from '@tensorflow/tfjs-vis'; const t = tf.randomNormal([50, 50]);",
    'setup',
  );
  const before = tensors();
  const source = `
    display(t); console.log(t); await render.heatmap({ name: 'N' }, { values: t });
    tf.tidy(() => { display(t.add(1)); });
    t`;
  for (let run = 0; run < 50; run++) {
    const { outputs } = await lesson.run(source);
    expect(partsOf(outputs, 'tensor')).toHaveLength(3);
  }
  expect(tensors()).toBe(before);
});

it('leaks no tensor of a run that failed while it was shown', async () => {
  await lesson.run('const t = tf.scalar(1);', 'setup');
  const before = tensors();
  const { outputs } = await lesson.run('display(t); t.dispose(); throw new Error("x");');
  expect(outputs.map(({ kind }) => kind)).toEqual(['tensor', 'error']);
  expect(tensors()).toBe(before - 1);
});
