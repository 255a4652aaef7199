import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

/** A network with the layers of IconNet, without a download. */
const model = `
  import { whatMoved } from 'deshielo';
  const base = tf.sequential({ name: 'base', layers: [16, 32, 64, 96, 128].flatMap((filters, at) => [
    tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', name: 'conv' + (at + 1), ...(at === 0 && { inputShape: [32, 32, 3] }) }),
    tf.layers.maxPooling2d({ poolSize: 2, name: 'pool' + (at + 1) }),
  ]) });
  base.trainable = false;
  const model = tf.sequential({ layers: [base, tf.layers.flatten(), tf.layers.dense({ units: 3, name: 'mine' })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await model.fit(tf.ones([2, 32, 32, 3]), tf.ones([2, 3]), { epochs: 1 });
  await whatMoved(model);
`;

describe('figures', () => {
  siteTest('show the lesson’s model, and are moved by keyboard', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const network = page.locator('.network-figure').first();
    const states = () =>
      network
        .locator('[data-stratum]')
        .evaluateAll((all) => all.map((each) => (each as SVGElement).dataset['state']));
    expect(await states()).toEqual([...Array(5).fill('frozen'), 'trainable']);
    expect(await network.getByText('The 5 blocks of IconNet, frozen').count()).toBe(1);
    expect(await network.locator('math').count()).toBe(2);

    await writeCell(page, 'first', model);
    await runCell(page, 'en', 'first');
    await network.getByText('Now, your model model').waitFor();
    await expect.poll(() => network.locator('.core-name').last().textContent()).toBe('mine');
    await network.getByText('What has melted is what has changed: more than any other, mine').waitFor();
    await network.getByRole('button', { name: 'Thaw from here on: conv5' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(states).toEqual([...Array(4).fill('frozen'), 'trainable', 'trainable']);
    expect(await network.locator('.network-live pre').innerText()).toContain('base.layers.forEach');
    await network.getByText('the gradient goes down to conv5').waitFor();

    const convolution = page.locator('.convolution');
    await convolution.scrollIntoViewIfNeeded();
    await convolution.getByRole('button', { name: 'From the start' }).click();
    await convolution.getByRole('application').focus();
    const place = () => convolution.locator('[data-window]').getAttribute('x');
    const cells = () => convolution.locator('[data-map] rect').count();
    await page.keyboard.press('ArrowRight');
    expect([await place(), await cells()]).toEqual(['1', 2]);
    await page.keyboard.press('End');
    expect(await cells()).toBe(100);
    await convolution.locator('select').nth(2).selectOption('same');
    expect(await place()).toBe('-1');
    await convolution.locator('select').first().selectOption('blur');
    await convolution.getByText('divided by 9').waitFor();

    const neuron = page.locator('.neuron-figure');
    await neuron.scrollIntoViewIfNeeded();
    await neuron.getByRole('button', { name: 'Take the step' }).click();
    await neuron.getByText('Predict: ŷ = 0.6 · 2 = 1.2.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
