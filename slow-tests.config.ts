/** Tests that take longer than `npm test` may: `npm run verify` runs them. */
import { defineConfig } from 'vitest/config'

export const SLOW_TESTS = ['tools/crash-rounds/*.test.ts', 'app/src/returns/memory-limits.test.ts']

export default defineConfig({ test: { pool: 'threads', include: SLOW_TESTS, testTimeout: 60_000 } })
