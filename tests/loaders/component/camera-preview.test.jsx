import { createRequire } from 'node:module';
import { expect, test } from '@playwright/experimental-ct-react';
import { CameraPreview } from './camera-preview.jsx';

test('it shows the camera, and sees that it is unplugged', async ({ mount, page }) => {
  await page.evaluate(() => (globalThis.camera = devices.connect({ kind: 'videoinput', label: 'FaceTime HD' })));
  const preview = await mount(<CameraPreview />);
  await preview.getByRole('button').click();
  await expect(preview.locator('output')).toHaveText('FaceTime HD: 640');
  await expect.poll(() => preview.locator('video').evaluate(({ videoWidth }) => videoWidth)).toBe(640);
  await page.evaluate(() => camera.disconnect());
  await expect(preview.locator('output')).toHaveText('The camera was unplugged');
});

test('it says so if the user refuses', async ({ mount, page }) => {
  await page.evaluate(() => {
    devices.connect({ kind: 'videoinput', label: 'FaceTime HD' });
    devices.permission = 'denied';
  });
  const preview = await mount(<CameraPreview />);
  await preview.getByRole('button').click();
  await expect(preview.locator('output')).toHaveText('No camera: NotAllowedError');
});

test("the classic script of README.md's is there before a page's own", async ({ page }) => {
  const require = createRequire(import.meta.url);
  await page.addInitScript({ path: require.resolve('mediastream-polyfill/classic.js') });
  await page.goto('data:text/html,<script>found = typeof MediaStreamPolyfill.install</script>');
  expect(await page.evaluate('found')).toBe('function');
});
