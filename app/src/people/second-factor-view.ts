/** What somebody needs to bring a second factor onto his device. */
import { encodeQR } from 'qr'
import type { NewSecondFactor } from './set-up-second-factor.ts'

export interface SecondFactorView {
  readonly qr: { readonly size: number; readonly path: string }
  /** In groups of four letters, to be typed. */
  readonly secret: string
  readonly recovery_codes: readonly string[]
}

/** The light border that the standard asks for, in modules. */
const BORDER = 4

export function secondFactorView({ uri, recovery_codes }: NewSecondFactor): SecondFactorView {
  const rows = encodeQR(uri, 'raw', { border: BORDER })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return { qr: { size: rows.length, path }, secret: secret.match(/.{1,4}/g)?.join(' ') ?? '', recovery_codes }
}
