import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    include: ['engine/src/**/*.test.ts', 'app/src/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['app/src/kernel/database-servers-fixture.ts'],
    testTimeout: 30_000,
  },
})
