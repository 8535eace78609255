import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainFacts } from '@maqami/engine/determine/facts.ts'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { yearOf } from '../returns/return-year.ts'
import { assessSubjects } from './assess-subjects.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('an event called as what every object has is unreported like any other', async () => {
  const copy = join(folder, 'bicycles')
  cpSync(join(PROJECT_ROOT, 'policy', 'bicycles'), copy, { recursive: true })
  const vocabulary = join(copy, 'vocabulary.yaml')
  const event = 'constructor:\n  label: { en: Constructor, ur: بنانے والا }\n  unit: date\n  event: true\n'
  writeFileSync(vocabulary, `${readFileSync(vocabulary, 'utf8')}\n${event}`)
  const release = await loadRelease(copy)
  const year = yearOf('2026-27', '07-01')
  if (year === undefined) throw new Error('no year')
  const subject = { subject: {}, facts: { whole: new Map(), groups: new Map() }, origins: new Map() }
  const given = { year, day: year.last, subjects: [subject], warnings: [] }
  const [without] = assessSubjects(release, { ...given, further: undefined }).subjects
  expect(without?.unreported).toContain('constructor')
  const facts = without && plainFacts(release.engine.programme.vocabulary, without.assessment.run.facts)
  expect(Object.entries(facts ?? {})).toContainEqual(['constructor', 'none'])
})
