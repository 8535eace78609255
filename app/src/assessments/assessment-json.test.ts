import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { yearOf } from '../returns/return-year.ts'
import { assessFacts } from './assess-subjects.ts'
import { assessmentJson, assessmentText } from './assessment-json.ts'

/** The engine explains the lines of a sum over more than a hundred only when they are read. */
const IMPORTS = Array.from({ length: 150 }, (_, index) => ({
  entry: `KHI-${index + 1}`,
  imported_on: '2026-08-10',
  value: 'PKR 1000',
}))

test('the canonical text of an assessment holds every line of a long sum, as its JSON does', async () => {
  const release = await loadRelease(join(PROJECT_ROOT, 'policy', 'bicycles'))
  const year = yearOf('2026-27', '07-01')
  if (year === undefined) throw new Error('no year')
  const made = assessFacts(
    release.engine,
    { subject: {}, origins: new Map(), written: { imports: IMPORTS } },
    { day: year.last, year },
  )
  if ('problems' in made) throw new Error(made.problems.map(({ sentence }) => sentence).join('\n'))
  const assessed = { release, year, day: year.last, warnings: [], rehearsal: false, subjects: [made] }
  const text = await assessmentText(assessed)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(await assessmentJson(assessed))))
  expect(text.match(/"key":"KHI-150"/g)?.length).toBeGreaterThan(0)
})
