import { defineConfig } from 'vitest/config'
import { SLOW_TESTS } from './slow-tests.config.ts'

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    include: ['engine/src/**/*.test.ts', 'app/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: SLOW_TESTS,
    globalSetup: ['app/src/kernel/database-servers-fixture.ts'],
    css: true,
    testTimeout: 30_000,
  },
})
