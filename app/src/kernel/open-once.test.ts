import { expect, test } from 'vitest'
import { openOnce } from './open-once.ts'

test('what was opened is kept for its key, and a failed opening is tried again', async () => {
  const asked: string[] = []
  let broken = true
  const open = openOnce(async (key: string) => {
    asked.push(key)
    await Promise.resolve()
    if (broken) throw new Error(`${key} cannot be read`)
    return { key }
  })
  // Two who ask at once wait for the same opening, and both are told.
  const both = await Promise.allSettled([open('a'), open('a')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(asked).toEqual(['a'])
  broken = false
  const opened = await open('a')
  expect(await open('a')).toBe(opened)
  expect(await open('b')).toEqual({ key: 'b' })
  expect(asked).toEqual(['a', 'a', 'b'])
})

test('who learns late that it failed does not throw away what was opened since', async () => {
  const failing = Promise.withResolvers<number>()
  const openings = [failing.promise, Promise.resolve(2)]
  let count = 0
  const open = openOnce(async () => await (openings[count++] ?? Promise.resolve(count)))
  const [first, second] = [open('a'), open('a')]
  const again = first.catch(async () => await open('a'))
  failing.reject(new Error('it cannot be read'))
  await expect(second).rejects.toThrow('it cannot be read')
  expect(await again).toBe(2)
  expect(await open('a')).toBe(2)
})
