/** Reads the lines of the tariff that an officer wrote, one to a line: `8714.9100 500 2026-08-01 2027-07-31`, of which all but the first may be left out. */
import { parseDay } from '@maqami/engine/value/date.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { FormRefusal } from '../pages/read-form.ts'
import type { ScopeLine } from './scope.ts'

const PLACE = '/body/scope'
const LINE = /^(?<hs>\d{4}(?:\.?\d{1,4})?)(?:\s+(?<quota>[1-9]\d{0,11}))?(?:\s+(?<from>\S+)\s+(?<until>\S+))?$/

/** A line without days is for those of the licence. */
export function readScope(
  text: string,
  licence: Pick<ScopeLine, 'valid_from' | 'valid_until'>,
): Outcome<readonly ScopeLine[], FormRefusal> {
  const scope: ScopeLine[] = []
  for (const written of text.split('\n')) {
    if (written.trim() === '') continue
    const { hs, quota, from, until } = LINE.exec(written.trim())?.groups ?? {}
    if (hs === undefined) return { refused: { code: 'field_unfit', place: PLACE } }
    const noDay = [from, until].find((day) => day !== undefined && parseDay(day) === undefined)
    if (noDay !== undefined) return { refused: { code: 'field_no_day', place: PLACE, text: noDay } }
    scope.push({
      hs_prefix: hs.replace('.', ''),
      quota: quota === undefined ? null : Number(quota),
      valid_from: from ?? licence.valid_from,
      valid_until: until ?? licence.valid_until,
    })
  }
  return { done: scope }
}
