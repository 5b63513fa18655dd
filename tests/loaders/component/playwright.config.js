import { defineConfig } from '@playwright/experimental-ct-react';

export default defineConfig({
  testMatch: '*.test.jsx',
  reporter: 'line',
  use: {
    // The machine's own browser, whose sandbox refuses root. Those that Playwright brings are another download.
    launchOptions: { executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] },
  },
});
