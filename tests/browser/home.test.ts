import { describe, expect } from 'vitest';
import { siteTest } from '../support/site-test.ts';

describe('the demo of the home page', () => {
  siteTest('names a photo, which lesson 1 then starts with', async ({ open }) => {
    const { page, requests } = await open('/en/');
    await page.waitForLoadState('networkidle');
    expect(requests.filter((request) => /models|kernel|wasm/.test(request.url()))).toEqual([]);

    const trouble = page.locator('[data-photo-trouble]');
    await page
      .locator('[data-photo-file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await expect.poll(() => trouble.innerText()).toContain('notes.txt');

    await page.locator('[data-sample=macaw]').click();
    const result = page.locator('[data-demo-result]');
    await result.waitFor({ timeout: 60_000 });
    expect(await trouble.innerText()).toBe('');
    expect(await result.locator('.prediction-name').textContent()).toBe('macaw');
    expect(await result.locator('.prediction-bars li').count()).toBe(5);
    const widths = await result
      .locator('.share-bar')
      .evaluateAll((tracks) =>
        tracks.map((track) => (track.firstElementChild?.clientWidth ?? 0) / track.clientWidth),
      );
    expect(widths[0]).toBeGreaterThan(0.9);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(1.05);

    await result.getByRole('link', { name: 'Do it in code in lesson 1, with this photo' }).click();
    const picker = page.locator('[data-photo-picker]');
    await picker.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picker.locator('[data-photo-status]').innerText())
      .toBe('The photo from the home page: Scarlet macaw.');
    expect(await picker.locator(':checked').getAttribute('value')).toBe('macaw');
  });
});
