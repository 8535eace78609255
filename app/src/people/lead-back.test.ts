import { expect, test } from 'vitest'
import { safeNext } from './lead-back.ts'

function asked(next: string): string | undefined {
  return safeNext(`https://maqami.example/sign-in?${new URLSearchParams({ next }).toString()}`)
}

test.each(['/returns', '/returns/7?page=2', '/accept-invitation?token=a-b_c', '/programmes/%D9%85'])(
  'signing in leads back to %s, which asked for it',
  (next) => {
    expect(asked(next)).toBe(next)
  },
)

test.each([
  'https://evil.example/',
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/\t/evil.example/',
  '/a/..//evil.example/',
  '/.//evil.example/',
  'javascript:alert(1)',
  'returns',
  '',
])('signing in never leads to %j', (next) => {
  expect(asked(next)).toBeUndefined()
})

test.each(['/sign-in', '/sign-in/code?next=/', '/sign-out', '/SIGN-OUT/', '/a/../sign-out', '/api/self'])(
  'signing in leads to no page but one to read, so not to %s',
  (next) => {
    expect(asked(next)).toBeUndefined()
  },
)
