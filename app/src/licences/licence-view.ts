/** A licence as pages tell it today. */
import type { LawsCalled } from '../policy-releases/laws-called.ts'
import { type Licence, type LicenceStatus, remaining, restrictedOn, statusOn } from './licence.ts'

export interface LicenceView
  extends Pick<
    Licence,
    'number' | 'kind' | 'rehearsal' | 'scope' | 'quota' | 'drawn' | 'valid_from' | 'valid_until' | 'orders'
  > {
  readonly programme: string
  readonly status: LicenceStatus
  /** To how many percent of its quotas it is restricted today; null where it is not. */
  readonly percent: string | null
  /** Null where there is no limit. */
  readonly left: number | null
}

/** `day` is today, as a text. */
export function licenceView(licence: Licence, day: string, laws: LawsCalled): LicenceView {
  const { number, kind, rehearsal, scope, quota, drawn, valid_from, valid_until, orders } = licence
  const status = statusOn(licence, day)
  const programme = laws(licence.programme).title
  const percent = restrictedOn(licence, day)
  const left = remaining(licence, percent) ?? null
  const told = { number, kind, rehearsal, scope, quota, drawn, valid_from, valid_until, orders }
  return { ...told, programme, status, percent, left }
}
