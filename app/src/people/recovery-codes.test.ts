import { symmetricEncrypt } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { hashRecoveryCode, recoveryCodes } from './recovery-codes.ts'

const SECRET = 'a secret for tests, of more than thirty-two characters'
const { customBackupCodesGenerate: makeCodes, storeBackupCodes: store } = recoveryCodes(SECRET)

test('a recovery code has 24 of 32 letters, which is 120 bits, and no two are alike', () => {
  const codes = makeCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/)
})

test('a recovery code may be typed in capitals, without hyphens, and with O and I for nought and one', () => {
  const written = hashRecoveryCode('0123-4567-89ab-cdef-ghjk-mnpq')
  expect(hashRecoveryCode('O I23 4567 89AB CDEF GHJK MNPQ')).toBe(written)
  expect(hashRecoveryCode('0123-4567-89ab-cdef-ghjk-mnpr')).not.toBe(written)
})

test('what is left after one was used is kept as it was', async () => {
  const kept = await store.encrypt(JSON.stringify(makeCodes()))
  expect(await store.encrypt(await store.decrypt(kept))).toBe(kept)
})

test('recovery codes that were kept encrypted before are still good', async () => {
  const data = await symmetricEncrypt({ key: SECRET, data: JSON.stringify(['AbCdE-fGhI9']) })
  expect(JSON.parse(await store.decrypt(data))).toEqual([hashRecoveryCode('AbCdE-fGhI9')])
})
