import { defineConfig } from 'vitest/config';

// The server serves dist/ under a policy without inline scripts and styles: nothing is inlined, every file stands by itself.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    sourcemap: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8412' } },
  test: { environment: 'jsdom', isolate: false, fileParallelism: false, include: ['test/**/*.test.{ts,tsx}'] },
});
