import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    include: ['engine/src/**/*.test.ts', 'app/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    globalSetup: ['app/src/kernel/database-servers-fixture.ts'],
    css: true,
    testTimeout: 30_000,
  },
})
