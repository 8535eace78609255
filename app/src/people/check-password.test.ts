import { expect, test } from 'vitest'
import { refusePassword } from './check-password.ts'

const AISHA = ['Aisha Khan', 'aisha.khan@ravi-cycles.example']
const refusalOf = (password: string) => refusePassword(password, AISHA)?.code

test.each(['qwerty123456', 'QWERTY123456', '123456789012', 'passwordpassword', 'aaaaaaaaaaaa', 'pakistan1947'])(
  'the password %s has leaked, however it is written',
  (password) => {
    expect(refusalOf(password)).toBe('password_leaked')
  },
)

test.each([
  'maqami-maqami',
  'Aisha.Khan.2026!',
  'RaviCycles#2026',
  'Administrator#12',
  'Pakistan@2026!',
  'Maqami-123456',
])('the password %s is what anybody would try first', (password) => {
  expect(refusalOf(password)).toBe('password_guessable')
})

// Of the first `-uvbxzq` is left, which has seven characters.
test('of a password eight characters are left without the words that are guessed', () => {
  expect(refusalOf('Maqami-uvbxzq')).toBe('password_guessable')
  expect(refusalOf('Maqami-uvbxzqj')).toBeUndefined()
})

test.each(['correct horse battery', 'محنت کی برکت ہے', 'a rickshaw in Pakistan rains', 'xkvqzjtwpmny'])(
  'the password %j is taken: nobody asks for capitals, digits or signs',
  (password) => {
    expect(refusalOf(password)).toBeUndefined()
  },
)

test.each([
  [11, 'password_length'],
  [12, undefined],
  [128, undefined],
  [129, 'password_length'],
] as const)('of %i characters', (length, code) => {
  expect(refusalOf('xkvqzjtwpmny'.repeat(11).slice(0, length))).toBe(code)
})
