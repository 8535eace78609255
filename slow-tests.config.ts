/** Tests that take longer than `npm test` may: `npm run verify` runs them. */
import { defineConfig } from 'vitest/config'

export const SLOW_TESTS = [
  'tools/crash-rounds/*.test.ts',
  'app/src/returns/memory-limits.test.ts',
  'app/src/assessments/long-return.test.ts',
  'app/src/policy-releases/hostile-policy.test.ts',
  'engine/src/load/programme-fuzz.test.ts',
  'engine/src/check/quotation-damage.test.ts',
  'engine/src/determine/generated-programmes.test.ts',
  'app/src/backup.test.ts',
  'tools/rehearse-recovery/*.test.ts',
  'app/src/money-sequences.test.ts',
  'app/src/spillovers/table-fuzz.test.ts',
  'app/src/sanction-sequences.test.ts',
  'app/src/standing.test.ts',
  'app/src/appeals.test.ts',
  'app/src/year-cases.test.ts',
  'engine/src/check/shipped-law.test.ts',
  'app/src/serve.test.ts',
  'app/src/kernel/embedded-postgres.test.ts',
]

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    include: SLOW_TESTS,
    globalSetup: ['app/src/kernel/database-servers-fixture.ts'],
    testTimeout: 60_000,
  },
})
