/**
 * Whole years as `policy/*\/cases/*.yaml` tells them: what is filed, and every finding, entry, order and letter that follows. What came out
 * stands beside each case and was read by a person; whoever changes it on purpose reads it again (`--update`).
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { playCase } from './year-case-fixture.ts'

const [SERVER] = SERVERS
const CASES = globSync('policy/*/cases/*.yaml', { cwd: PROJECT_ROOT }).toSorted()

const storyOf = (file: string): string => file.replace(/\.yaml$/, '.txt')

// A story that is missing would be written by the test below, and read by nobody.
test('each case has its story, and each story its case', () => {
  expect(CASES.length).toBeGreaterThan(0)
  expect(globSync('policy/*/cases/*.txt', { cwd: PROJECT_ROOT }).toSorted()).toEqual(CASES.map(storyOf))
})

test.each(CASES)('%s ends as it was read to end', async (file) => {
  if (SERVER === undefined) throw new Error('no server runs for the tests')
  const story = join(PROJECT_ROOT, storyOf(file))
  await expect(await playCase(SERVER, file)).toMatchFileSnapshot(story)
})
